/** A mobile link on loopback: bytes wait for their turn at so many bits a second, then for half of the round trip. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export const slowLink = { roundTripMs: 300, upBits: 384_000, downBits: 1_000_000 };

/** So many bytes at a time, so that those of two connections take turns. */
const pieceBytes = 1_400;

class Lane {
  bytes = 0;
  #bits: number;
  #freeAt = 0;

  constructor(bits: number) {
    this.#bits = bits;
  }

  /** @returns in how many ms the piece is through, when it may begin `fromNow` ms from now. */
  pass(bytes: number, fromNow: number): number {
    const now = performance.now();
    this.bytes += bytes;
    this.#freeAt = Math.max(this.#freeAt, now + fromNow) + (bytes * 8_000) / this.#bits;
    return this.#freeAt - now;
  }
}

export class SlowLink {
  cuts = 0;
  readonly up = new Lane(slowLink.upBits);
  readonly down = new Lane(slowLink.downBits);
  #server: Server;
  #sockets = new Set<Socket>();

  /** @param lengthOf how many bytes a new connection lives; all of them when left out. */
  constructor(port: number, lengthOf: () => number = () => Infinity) {
    this.#server = createServer(near => {
      const far = connect(port, '127.0.0.1');
      const opensAt = performance.now() + slowLink.roundTripMs;
      let left = lengthOf();
      const cut = () => {
        if (near.destroyed) return;
        this.cuts++;
        near.resetAndDestroy();
        far.destroy();
      };
      const carry = (from: Socket, to: Socket, lane: Lane) => {
        this.#sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
        from.on('data', (chunk: Buffer) => {
          for (let at = 0; at < chunk.length && left > 0; at += pieceBytes) {
            const piece = chunk.subarray(at, Math.min(chunk.length, at + pieceBytes, at + left));
            left -= piece.length;
            const through = lane.pass(piece.length, Math.max(0, opensAt - performance.now()));
            const last = left <= 0;
            setTimeout(
              () => (last ? cut() : to.destroyed || to.write(piece)),
              through + slowLink.roundTripMs / 2,
            );
          }
        });
      };
      carry(near, far, this.up);
      carry(far, near, this.down);
    });
  }

  listen(): Promise<string> {
    return new Promise(resolve => {
      this.#server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`),
      );
    });
  }

  /** What nothing that sends these bytes over this link could undercut: their time, and four times there and back. */
  floorSeconds(up: number, down: number): number {
    return (up * 8) / slowLink.upBits + (down * 8) / slowLink.downBits + (4 * slowLink.roundTripMs) / 1_000;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
