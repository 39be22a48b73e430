import { defineConfig } from 'vite';

/** The station as one bundle for production; only the Electron entry imports `electron`. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/main',
    minify: false,
    rolldownOptions: {
      input: {
        electron: 'src-main/main.ts',
        serve: 'src-main/serve.ts',
        'upkeep-worker': 'src-main/database/upkeep-worker.ts',
        'documents-worker': 'src-main/softcopies/documents-worker.ts',
      },
      external: ['electron', 'better-sqlite3', '@node-rs/argon2', 'koffi', 'serialport'],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  ssr: {
    noExternal: true,
    external: ['electron', 'better-sqlite3', '@node-rs/argon2', 'koffi', 'serialport'],
  },
});
