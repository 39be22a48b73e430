/** As much of what the peers are made of as the bench uses: the types that exist for PouchDB widen Node's own Buffer. */
declare module 'pouchdb' {
  interface Database {
    bulkDocs(docs: object[]): Promise<unknown>;
    replicate: {
      to(url: string, options: { batch_size: number }): Promise<{ ok: boolean; docs_written: number }>;
    };
  }
  const PouchDB: {
    new (name: string): Database;
    defaults(options: { prefix: string }): typeof PouchDB;
  };
  export default PouchDB;
}

declare module 'express-pouchdb' {
  import type PouchDB from 'pouchdb';
  export default function expressPouchDb(pouch: typeof PouchDB, options: { mode: string }): () => void;
}

declare module 'express' {
  import type { Server } from 'node:http';
  export default function express(): {
    use(path: string, handler: () => void): void;
    listen(port: number, host: string, then: () => void): Server;
  };
}
