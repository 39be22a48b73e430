/** Makes the screens of headquarters where they are missing, or older than what they are made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export async function buildScreens(): Promise<void> {
  if (!isOld()) return;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}

function isOld(): boolean {
  const built = join(root, 'dist', 'renderer', 'hq.html');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const sources = join(root, 'src-renderer');
  return readdirSync(sources, { recursive: true }).some(
    name => statSync(join(sources, String(name))).mtimeMs > builtAt,
  );
}
