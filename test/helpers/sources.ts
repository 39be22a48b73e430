/** Our own source as text: files, imports and functions, read well enough to hold rules about them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Import {
  from: string;
  /** The file of ours that is meant, from the root; null for a package. */
  file: string | null;
  typeOnly: boolean;
  line: number;
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  /** The same text with comments blanked out, so that words in them break no rule. */
  code: string;
  lines: number;
  imports: Import[];
}

export interface Func {
  name: string;
  exported: boolean;
  path: string;
  line: number;
  text: string;
}

/** Every source file under these top-level folders. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ts|tsx|css|html)$/.test(entry.name))
      .map(entry => readSource(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))),
  );
}

export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  return { path, text, code, lines: text.split('\n').length - 1, imports: importsOf(path, code) };
}

function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/(^|\s)\/\/[^\n]*/g, blank);
}

function importsOf(path: string, code: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...code.matchAll(pattern)].map(match => {
    const from = (match[3] ?? match[4])!;
    const named = /^\{([\s\S]*)\}$/.exec((match[2] ?? '').trim())?.[1];
    const everyNameIsType =
      named !== undefined &&
      named.split(',').every(name => /^\s*(type\s|$)/.test(name)) &&
      named.trim() !== '';
    return {
      from,
      file: from.startsWith('.') ? posix.join(dirname(path), from) : null,
      typeOnly: match[1] !== undefined || everyNameIsType,
      line: lineOf(code, match.index),
    };
  });
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The functions declared at the top of a file. */
export function functionsOf({ path, code }: Source): Func[] {
  const pattern = /^(export )?(?:async )?function\*? (\w+)[\s\S]*?^\}/gm;
  return [...code.matchAll(pattern)].map(match => ({
    name: match[2]!,
    exported: match[1] !== undefined,
    path,
    line: lineOf(code, match.index),
    text: match[0],
  }));
}

/** Where `pattern` occurs, as `file:line`, for the message of a rule. */
export function occurrences(sources: Source[], pattern: RegExp): string[] {
  const all = new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  return sources.flatMap(source =>
    [...source.code.matchAll(all)].map(match => `${source.path}:${lineOf(source.code, match.index)}`),
  );
}

/** The first circle of imports that carry values; null when there is none. */
export function findCircle(sources: Source[]): string[] | null {
  const byPath = new Map(sources.map(source => [source.path, source]));
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      const circle = file && !typeOnly ? walk(file, [...trail, path]) : null;
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of sources) {
    const circle = walk(path, []);
    if (circle) return circle;
  }
  return null;
}
