/** What is said to people, in both languages. */
export interface Sentence {
  id: string;
  en: string;
}
