/** The bytes that this process sends and receives over its sockets, headers and all. */
import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

export function countSockets(): () => { up: number; down: number } {
  const sockets: Socket[] = [];
  diagnostics.subscribe(
    'net.client.socket',
    message => void sockets.push((message as { socket: Socket }).socket),
  );
  return () => ({
    up: sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    down: sockets.reduce((sum, socket) => sum + socket.bytesRead, 0),
  });
}
