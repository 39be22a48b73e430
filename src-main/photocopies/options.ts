/** The limits of a photocopy form, for the screens that fill one in. */
export const papers = ['a4', 'f4', 'a3'] as const;
export type Paper = (typeof papers)[number];

export const mostCopies = 20;
export const mostTitles = 8;
