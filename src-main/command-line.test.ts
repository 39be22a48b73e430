import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir, readArgs, readElectronArgs, UsageError } from './command-line.ts';

describe('the command line', () => {
  it('has good defaults: the user’s own place, port 4310, the real office', () => {
    expect(readArgs([])).toMatchObject({ dataDir: defaultDataDir(false), port: 4310, demo: false });
  });

  it('keeps the sample office in a folder of its own', () => {
    expect(readArgs(['--demo'])).toMatchObject({ dataDir: defaultDataDir(true), demo: true });
    expect(defaultDataDir(true)).not.toBe(defaultDataDir(false));
  });

  it('takes folder and port', () => {
    expect(readArgs(['--data', '/srv/pst', '--port=0'])).toMatchObject({ dataDir: '/srv/pst', port: 0 });
  });

  it('refuses what it does not know instead of starting another office than was meant', () => {
    for (const argv of [['--dta', 'x'], ['x'], ['--data'], ['--port', 'http'], ['--port', '65535']])
      expect(() => readArgs(argv), argv.join(' ')).toThrow(UsageError);
  });

  it('finds the built screens beside the sources', () => {
    expect(readArgs([]).screensDir).toBe(join(import.meta.dirname, '..', 'dist', 'renderer'));
  });

  it('leaves Chromium’s and Electron’s own switches alone under Electron', () => {
    const argv = [
      '--ozone-platform=x11',
      '--inspect=0',
      '/app',
      '--data',
      '/srv/pst',
      '--demo',
      '--no-sandbox',
    ];
    expect(readElectronArgs(argv)).toMatchObject({ dataDir: '/srv/pst', demo: true });
    expect(readElectronArgs(['/app'])).toMatchObject({ dataDir: defaultDataDir(false), demo: false });
  });
});
