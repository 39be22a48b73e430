import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { happenings } from './schema.ts';

const central = join(import.meta.dirname, '..');

/** Every kind that the source names, where an entry of the audit is made or its kind is chosen. */
function recordedKinds(): string[] {
  return globSync('**/*.ts', { cwd: central })
    .filter(file => !file.endsWith('.test.ts') && !file.startsWith('demo'))
    .flatMap(file => {
      const source = readFileSync(join(central, file), 'utf8');
      return source.match(/\bwhat(?::| =)[^;,]*/g) ?? [];
    })
    .flatMap(text => text.match(/'[a-z]+\.[a-z-]+'/g) ?? [])
    .map(kind => kind.slice(1, -1));
}

test('everything that headquarters records is told in plain words, and nothing else is', () => {
  const recorded = new Set(recordedKinds());
  expect(recorded).toContain('device.enrolled-again');
  expect([...recorded].filter(kind => !happenings[kind])).toEqual([]);
  expect(Object.keys(happenings).filter(kind => !recorded.has(kind))).toEqual([]);
});
