import { defineConfig } from '@playwright/test';
import { findOrInstallChromium } from './test/run/chromium.ts';

// Two runs at once (two people on one machine) must not empty each other's folder; workers inherit the name.
process.env.LOKET_RUN ??= String(process.pid);
process.env.CHROMIUM ??= findOrInstallChromium(line => void process.stderr.write(`${line}\n`));

/** Every test starts its own station (test/e2e/fixtures.ts), so nothing is served here. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: `test-results/${process.env.LOKET_RUN}`,
  globalSetup: './test/e2e/build-screens.ts',
  fullyParallel: true,
  workers: Number(process.env.LOKET_WORKERS ?? 2),
  projects: [
    { name: 'screens', grepInvert: /@measured/ },
    // A figure means something only while no other browser works beside it.
    { name: 'measured', grep: /@measured/, dependencies: ['screens'], workers: 1 },
  ],
  timeout: 60_000,
  expect: { timeout: 8_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.LOKET_REPORT ? [['dot'], ['json', { outputFile: process.env.LOKET_REPORT }]] : 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    launchOptions: { executablePath: process.env.CHROMIUM },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
