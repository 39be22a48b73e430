import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
    rolldownOptions: { input: { kiosk: 'src-renderer/kiosk.html', staff: 'src-renderer/staff.html' } },
  },
});
