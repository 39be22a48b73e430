/** CUPS by its commands, which every installation has; their English answers are read, whatever the system speaks. */
import { spawn } from 'node:child_process';

export interface Said {
  /** Null when it could not be run, or took too long and was stopped. */
  code: number | null;
  out: string;
  err: string;
}

export interface CupsAsking {
  /** For tests: another scheduler than the machine's own. */
  server?: string;
  patienceMs: number;
  input?: Uint8Array;
}

export type CupsCommand = 'lp' | 'lpstat' | 'cancel';

/** Never rejects. */
export function askCups(command: CupsCommand, args: string[], asking: CupsAsking): Promise<Said> {
  return new Promise(resolve => {
    const env = { ...process.env, LC_ALL: 'C', ...(asking.server && { CUPS_SERVER: asking.server }) };
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const said: Said = { code: null, out: '', err: '' };
    const timer = setTimeout(() => child.kill('SIGKILL'), asking.patienceMs);
    const settle = (code: number | null) => {
      clearTimeout(timer);
      resolve({ ...said, code });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    child.on('error', () => settle(null));
    child.on('close', settle);
    child.stdin.on('error', () => {}).end(asking.input);
  });
}

export interface CupsQueueState {
  /** Paused by somebody, or by CUPS after a failure. */
  disabled: boolean;
  /** `printer-state-reasons`: `media-empty-error`, `cover-open`, … */
  reasons: string[];
}

/** `lpstat -l -p QUEUE` */
export function readQueueState(out: string): CupsQueueState {
  const reasons = /^\s+Alerts: (.*)$/m.exec(out)?.[1] ?? '';
  return {
    disabled: /^printer \S+ disabled since /m.test(out),
    reasons: reasons.split(/[\s,]+/).filter(reason => reason !== '' && reason !== 'none'),
  };
}

export interface CupsJob {
  /** The last thing that the backend said. */
  status: string;
  reasons: string[];
}

/** One job of `lpstat -l -o QUEUE`; null when it is not among them. */
export function readJob(out: string, id: string): CupsJob | null {
  const lines = out.split('\n');
  const at = lines.findIndex(line => line.split(/\s/)[0] === id);
  if (at < 0) return null;
  const own = lines.slice(at + 1);
  const end = own.findIndex(line => /^\S/.test(line));
  const details = own.slice(0, end < 0 ? undefined : end);
  const after = (name: string) =>
    details
      .find(line => line.trim().startsWith(name))
      ?.trim()
      .slice(name.length)
      .trim() ?? '';
  return {
    status: after('Status:'),
    reasons: after('Alerts:')
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}

/** `lpstat -v`: each queue and where its printer is. */
export function readQueues(out: string): { queue: string; device: string }[] {
  return [...out.matchAll(/^device for (\S+): (.*)$/gm)].map(([, queue = '', device = '']) => ({
    queue,
    device,
  }));
}
