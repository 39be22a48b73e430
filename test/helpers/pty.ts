/** A character device with a program behind it: what a USB or serial printer is to the station. Linux only. */
import { closeSync, constants, openSync, rmSync, symlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import { ReadStream } from 'node:tty';
import koffi from 'koffi';

export interface Pty {
  /** The printer's end. */
  stream: Socket;
  /** The device goes away, as when a cable is pulled. */
  unplug(): void;
}

/** Puts a device at `path`, which must be free. It hands on every byte as it is. */
export function plugPty(path: string): Pty {
  const c = koffi.load('libc.so.6');
  const master = c.func('int posix_openpt(int flags)')(constants.O_RDWR | constants.O_NOCTTY) as number;
  c.func('int grantpt(int fd)')(master);
  c.func('int unlockpt(int fd)')(master);
  const device = c.func('str ptsname(int fd)')(master) as string;
  // Held open, so that the device stays as it is set while nobody prints.
  const held = openSync(device, constants.O_RDWR | constants.O_NOCTTY);
  const termios = Buffer.alloc(128);
  c.func('int tcgetattr(int fd, void *termios)')(held, termios);
  c.func('void cfmakeraw(void *termios)')(termios);
  c.func('int tcsetattr(int fd, int when, void *termios)')(held, 0, termios);
  symlinkSync(device, path);
  const stream = new ReadStream(master) as Socket;
  let plugged = true;
  return {
    stream,
    unplug: () => {
      if (!plugged) return;
      plugged = false;
      rmSync(path, { force: true });
      closeSync(held);
      stream.destroy();
    },
  };
}
