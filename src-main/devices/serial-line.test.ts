import { expect, test, vi } from 'vitest';
import { SerialLine } from './serial-line.ts';

/** A Bluetooth port whose printer is off: whether it opens is known long after it was asked. */
const port = vi.hoisted(() => ({ opened: undefined as (() => void) | undefined, isOpen: false }));
vi.mock('serialport', async () => {
  const { EventEmitter } = await import('node:events');
  class SerialPort extends EventEmitter {
    open(told: (error: Error | null) => void) {
      port.opened = () => {
        port.isOpen = true;
        this.emit('open');
        told(null);
      };
    }
    close(told: () => void) {
      if (!port.isOpen) throw new Error('closed before it was open');
      port.isOpen = false;
      told();
    }
  }
  return { SerialPort };
});

test('a port that does not open in time is no printer, and is let go when it opens at last', async () => {
  expect(await SerialLine.open({ path: 'rfcomm0', baud: 9_600, flow: 'none' }, 20)).toBeNull();
  port.opened!();
  expect(port.isOpen).toBe(false);
});
