/** The keys for each kind of answer: only what such an answer can hold, so that every key is large. */
export type Layout = 'name' | 'text' | 'email' | 'code' | 'phone' | 'year' | 'search' | 'pages';

const digits = '1 2 3 4 5 6 7 8 9 0';
const letters = ['q w e r t y u i o p', 'a s d f g h j k l'];

export const layouts: Record<Layout, { rows: string[]; pad?: true }> = {
  name: { rows: [letters[0]!, `${letters[1]} '`, '{shift} z x c v b n m {bksp}', '. , {space} -'] },
  text: { rows: [digits, letters[0]!, `${letters[1]} '`, '{shift} z x c v b n m {bksp}', '. , {space} - /'] },
  email: {
    rows: [
      digits,
      letters[0]!,
      `${letters[1]} _`,
      '@ z x c v b n m . {bksp}',
      '- @gmail.com @yahoo.com .go.id .com',
    ],
  },
  code: { rows: [digits, ...letters.map(row => row.toUpperCase()), 'Z X C V B N M {bksp}'] },
  phone: { rows: ['1 2 3', '4 5 6', '7 8 9', '+ 0 {bksp}'], pad: true },
  search: { rows: [digits, ...letters, '- z x c v b n m {bksp}', '. {space} /'] },
  pages: { rows: ['1 2 3', '4 5 6', '7 8 9', ', 0 - {bksp}'], pad: true },
  year: { rows: ['1 2 3', '4 5 6', '7 8 9', '{none} 0 {bksp}'], pad: true },
};
