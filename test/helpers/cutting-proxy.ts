/** A bad link on loopback. Knows no test runner. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Passes bytes on and cuts each connection after so many in either direction; 0 lets everything through. Of several
 * lengths each holds for one connection, the last for all that follow. Or flips one bit of what comes back, or of what
 * goes up, in the piece of the connection with this number.
 */
export class CuttingProxy {
  cuts = 0;
  flips = 0;
  #after = [0];
  #flip = { piece: 0, way: 'down' };
  #server: Server;
  #sockets = new Set<Socket>();

  constructor(port: number) {
    this.#server = createServer(near => {
      const far = connect(port, '127.0.0.1');
      const after = this.#after.length > 1 ? this.#after.shift()! : this.#after[0]!;
      let left = after === 0 ? Infinity : after;
      const pass = (from: Socket, to: Socket, way: 'up' | 'down') => {
        let pieces = 0;
        this.#sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
        from.on('data', (chunk: Buffer) => {
          if (way === this.#flip.way && ++pieces === this.#flip.piece) {
            chunk[chunk.length - 20]! ^= 4;
            this.flips++;
          }
          to.write(chunk.subarray(0, Math.min(left, chunk.length)));
          left -= chunk.length;
          if (left > 0) return;
          this.cuts++;
          setImmediate(() => {
            near.resetAndDestroy();
            far.destroy();
          });
        });
      };
      pass(near, far, 'up');
      pass(far, near, 'down');
    });
  }

  listen(): Promise<string> {
    return new Promise(resolve => {
      this.#server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      );
    });
  }

  /** Holds for new connections; those that are open are gone. */
  cutAfter(...lengths: number[]): void {
    this.#after = lengths;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  /** Holds for new connections; those that are open are gone. */
  flipIn(piece: number, way: 'up' | 'down' = 'down'): void {
    this.#flip = { piece, way };
    this.cutAfter(0);
  }

  close(): void {
    this.cutAfter(0);
    this.#server.close();
  }
}
