import react from '@vitejs/plugin-react';
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/** What the kiosk's first screen shares with its later ones and with other audiences is one file to fetch. */
const first = {
  name: (id: string, modules: Modules) => (isOfKiosk(id, modules) ? 'first' : null),
  debugName: 'first',
  minShareCount: 2,
  test: (id: string) =>
    /node_modules|src-main|src-renderer\/(kiosk|ui|words|api|live|paths)/.test(id) && !later.test(id),
};
interface Modules {
  getModuleInfo(id: string): { importers: string[]; dynamicImporters: string[] } | null;
}
/** Whether any screen of the kiosk needs it: what only the console and headquarters share is not the kiosk's to load. */
function isOfKiosk(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (id.endsWith('/src-renderer/kiosk/main.tsx')) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const icon = /lucide-react\/.*\/icons\/(.+)$/.exec(id)?.[1];
  if (icon) return kioskIcons.has(icon);
  const { importers = [], dynamicImporters = [] } = modules.getModuleInfo(id) ?? {};
  return [...importers, ...dynamicImporters].some(by => isOfKiosk(by, modules, seen));
}
/** Icons come through one barrel, which hides who draws which of them: their files, by the names in the sources. */
function iconsDrawnIn(sources: string): Set<string> {
  const barrel = readFileSync(
    `${import.meta.dirname}/node_modules/lucide-react/dist/esm/lucide-react.mjs`,
    'utf8',
  );
  const files = new Map(
    [...barrel.matchAll(/export \{(.*)\} from '\.\/icons\/(.+)'/g)].flatMap(([, names, file]) =>
      [...names!.matchAll(/default as (\w+)/g)].map(([, name]) => [name!, file!] as const),
    ),
  );
  const drawn = globSync(sources, { cwd: import.meta.dirname }).flatMap(source =>
    [
      ...readFileSync(`${import.meta.dirname}/${source}`, 'utf8').matchAll(
        /import \{([^}]*)\} from 'lucide-react'/g,
      ),
    ].flatMap(([, names]) => names!.match(/\w+/g) ?? []),
  );
  return new Set(drawn.flatMap(name => files.get(name) ?? []));
}
const kioskIcons = iconsDrawnIn('src-renderer/{kiosk,ui}/**/*.tsx');

/** Shared by later screens only. */
const later =
  /zod|src-main\/photocopies|words\/(kiosk-library|pages|publications)|ui\/(BookCover|book-cover)|kiosk\/(search|photocopy|returning)\//;

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
      input: {
        kiosk: 'src-renderer/kiosk.html',
        staff: 'src-renderer/staff.html',
        hq: 'src-renderer/hq.html',
      },
      output: { codeSplitting: { groups: [first] } },
    },
  },
});
