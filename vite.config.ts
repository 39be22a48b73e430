import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** What both audiences share, and what the kiosk's first screen shares with its later ones, is one file to fetch. */
const first = {
  name: 'first',
  minShareCount: 2,
  test: (id: string) =>
    /node_modules|src-main|src-renderer\/(kiosk|ui|words|api|live|paths)/.test(id) && !later.test(id),
};
/** Shared by later screens only. */
const later =
  /zod|src-main\/photocopies|words\/(kiosk-library|pages|publications)|ui\/(BookCover|book-cover)|kiosk\/(search|photocopy)\//;

/** The screens: one page per audience, each asking only its own origin. */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    // Every browser of the target knows it itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { kiosk: 'src-renderer/kiosk.html', staff: 'src-renderer/staff.html' },
      output: { codeSplitting: { groups: [first] } },
    },
  },
});
