/**
 * `npm test`: everything that must hold, in the order in which a fault is cheapest to find.
 *
 * `npm test -- types unit` runs only the named steps. Every step runs even when one before it failed; the last line
 * says `N passed, N failed`, where a failed check that has no tests of its own (types, lint, …) counts as one failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { disksHere } from '../helpers/disk.ts';
import { databasesHere } from '../helpers/postgres.ts';
import { findOrInstallChromium } from './chromium.ts';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
const reports = mkdtempSync(join(tmpdir(), 'loket-reports-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

interface Outcome {
  passed: number;
  failed: number;
  skipped?: number;
  /** Why there is nothing to count. */
  fault?: string;
}

const steps: Record<string, () => Outcome> = {
  types: () => check('tsc', ['-p', '.']),
  lint: () => check('oxlint', ['--type-aware', '--deny-warnings']),
  format: () => check('prettier', ['--check', '--log-level', 'warn', '.']),
  unit: () => {
    console.log(`headquarters' database: ${databasesHere()}`);
    if (!disksHere)
      console.log('no disk is filled and no power cut: needs root, mkfs.ext4 and a loop device');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`];
    const ended = run('vitest', ['run', ...reporters], { live: true });
    return readReport(unitReport, ended, vitestOutcome);
  },
  build: () => {
    const screens = check('vite', ['build', '--logLevel', 'warn']);
    const station = check('vite', ['build', '-c', 'vite.main.config.ts', '--logLevel', 'warn']);
    return { passed: 0, failed: screens.failed + station.failed };
  },
  browser: () => {
    let chromium: string;
    try {
      chromium = findOrInstallChromium(line => console.log(line));
    } catch (error) {
      console.log((error as Error).message);
      return { passed: 0, failed: 1, fault: 'no Chromium' };
    }
    const screens = join(root, 'dist', 'renderer');
    const env = { CHROMIUM: chromium, LOKET_SCREENS: screens, LOKET_REPORT: browserReport };
    const ended = run('playwright', ['test'], { live: true, env });
    return readReport(browserReport, ended, playwrightOutcome);
  },
};

function run(tool: string, args: string[], how: { live?: boolean; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr, error } = spawnSync(join(bin, tool), args, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...how.env },
    stdio: how.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return { ok: status === 0, said: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

/** A check that either holds or not; it speaks only when it does not. */
function check(tool: string, args: string[]): Outcome {
  const { ok, said } = run(tool, args);
  if (!ok) console.log(said);
  return { passed: 0, failed: ok ? 0 : 1 };
}

function readReport(file: string, ended: { ok: boolean }, outcomeOf: (report: never) => Outcome): Outcome {
  try {
    const outcome = outcomeOf(JSON.parse(readFileSync(file, 'utf8')) as never);
    // The runner itself broke off, although every test that it counted was well.
    return !ended.ok && outcome.failed === 0
      ? { ...outcome, failed: 1, fault: 'the runner failed' }
      : outcome;
  } catch {
    return { passed: 0, failed: 1, fault: 'the runner wrote no report' };
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

function vitestOutcome(report: VitestReport): Outcome {
  const unread = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests,
  };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function playwrightOutcome({ stats, errors }: PlaywrightReport): Outcome {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Run this with `npm test`: it uses the Node 24 that comes with the dependencies.');
  process.exit(1);
}

const wished = process.argv.slice(2);
const unknown = wished.filter(name => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.`);
  process.exit(1);
}

const lines: string[] = [];
const total = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(steps)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { passed, failed, skipped, fault } = step();
  total.passed += passed;
  total.failed += failed;
  const counted = passed || skipped ? `${passed} passed${skipped ? `, ${skipped} skipped` : ''}` : '';
  const seconds = `${((performance.now() - began) / 1_000).toFixed(1)} s`.padStart(8);
  const faults = failed ? `${failed} failed${fault ? ` (${fault})` : ''}` : '';
  lines.push(
    `${failed ? '✗' : '✓'} ${name.padEnd(8)}${seconds}   ${[counted, faults].filter(Boolean).join(', ')}`,
  );
  console.log(lines.at(-1));
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n── summary\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
