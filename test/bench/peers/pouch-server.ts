/** express-pouchdb on LevelDB in the folder that it is given. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import expressPouchDb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const dir = process.argv[2]!;
const app = express();
app.use('/', expressPouchDb(PouchDB.defaults({ prefix: `${dir}/` }), { mode: 'minimumForPouchDB' }));
const server = app.listen(0, '127.0.0.1', () =>
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.on('SIGTERM', () => process.exit());
