/**
 * The spooler of Windows (winspool.drv), called by koffi on its worker threads. Not run on Windows yet; what can be
 * checked elsewhere, the layout of the structures, is.
 *
 * Why a call failed is not asked: the last error belongs to the thread that called. Which one failed says enough.
 */
import { SpoolerRefused, type Spooler, type SpoolerHandle } from './spooler.ts';

const localAndConnected = 0x2 | 0x4;
const deleteCommand = 5;
const mostBytes = 1_048_576;

/** Loaded on first use. `register` makes the types known to koffi and has no need of Windows. */
export async function winspoolTypes() {
  const { default: koffi } = await import('koffi');
  const pointerBytes = koffi.sizeof('void *');
  return {
    koffi,
    documentInfo: koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' }),
    printerInfo4: koffi.struct({ pPrinterName: 'str16', pServerName: 'str16', Attributes: 'uint32' }),
    /** Where the attributes stand in PRINTER_INFO_5, behind two pointers. */
    attributesAt: 2 * pointerBytes,
    /** Where the status stands in JOB_INFO_1, behind the job's number and six pointers. */
    jobStatusAt: 7 * pointerBytes,
  };
}

export async function openWinspool(): Promise<Spooler> {
  const { koffi, documentInfo, printerInfo4, attributesAt, jobStatusAt } = await winspoolTypes();
  const lib = koffi.load('winspool.drv');
  const define = (name: string, result: string, parameters: Parameters<typeof lib.func>[3]) =>
    lib.func('__stdcall', name, result, parameters);
  const number = koffi.out(koffi.pointer('uint32'));
  const buffer = 'void *';
  const handle = 'void *';

  const calls = {
    open: define('OpenPrinterW', 'bool', ['str16', koffi.out(koffi.pointer('void *')), 'void *']),
    state: define('GetPrinterW', 'bool', [handle, 'uint32', buffer, 'uint32', number]),
    list: define('EnumPrintersW', 'bool', ['uint32', 'str16', 'uint32', buffer, 'uint32', number, number]),
    startDocument: define('StartDocPrinterW', 'uint32', [handle, 'uint32', koffi.pointer(documentInfo)]),
    startPage: define('StartPagePrinter', 'bool', [handle]),
    write: define('WritePrinter', 'bool', [handle, buffer, 'uint32', number]),
    endPage: define('EndPagePrinter', 'bool', [handle]),
    endDocument: define('EndDocPrinter', 'bool', [handle]),
    abort: define('AbortPrinter', 'bool', [handle]),
    job: define('GetJobW', 'bool', [handle, 'uint32', 'uint32', buffer, 'uint32', number]),
    setJob: define('SetJobW', 'bool', [handle, 'uint32', 'uint32', 'void *', 'uint32']),
    close: define('ClosePrinter', 'bool', [handle]),
  };

  /** Two calls, as Windows wants it: how long is the answer, and the answer. Null when it has none. */
  const answerOf = async (
    ask: (into: Buffer | null, size: number, needed: [number]) => Promise<unknown>,
  ): Promise<Buffer | null> => {
    const needed: [number] = [0];
    await ask(null, 0, needed);
    if (needed[0] === 0 || needed[0] > mostBytes) return null;
    const into = Buffer.alloc(needed[0]);
    return (await ask(into, into.length, needed)) ? into : null;
  };

  return {
    async printers() {
      const returned: [number] = [0];
      const into = await answerOf((buffer, size, needed) =>
        call(calls.list, localAndConnected, null, 4, buffer, size, needed, returned),
      );
      if (!into) return [];
      const found = koffi.decode(into, koffi.array(printerInfo4, returned[0])) as { pPrinterName: string }[];
      return found.map(one => one.pPrinterName);
    },
    async open(printer) {
      const handle: [SpoolerHandle] = [null];
      await must('OpenPrinter', call(calls.open, printer, handle, null));
      return handle[0];
    },
    async state(handle) {
      const status = await answerOf((...into) => call(calls.state, handle, 6, ...into));
      const ports = await answerOf((...into) => call(calls.state, handle, 5, ...into));
      return { status: status?.readUInt32LE(0) ?? 0, attributes: ports?.readUInt32LE(attributesAt) ?? 0 };
    },
    async startDocument(handle, title) {
      const document = { pDocName: title, pOutputFile: null, pDatatype: 'RAW' };
      const jobId = await must('StartDocPrinter', call(calls.startDocument, handle, 1, document));
      await must('StartPagePrinter', call(calls.startPage, handle));
      return jobId as number;
    },
    async write(handle, bytes) {
      const taken: [number] = [0];
      await must('WritePrinter', call(calls.write, handle, Buffer.from(bytes), bytes.length, taken));
      return taken[0];
    },
    async endDocument(handle) {
      await call(calls.endPage, handle);
      await must('EndDocPrinter', call(calls.endDocument, handle));
    },
    async abort(handle) {
      await call(calls.abort, handle);
    },
    async job(handle, jobId) {
      const info = await answerOf((...into) => call(calls.job, handle, jobId, 1, ...into));
      return info?.readUInt32LE(jobStatusAt) ?? null;
    },
    async deleteJob(handle, jobId) {
      await call(calls.setJob, handle, jobId, 0, null, deleteCommand);
    },
    async close(handle) {
      await call(calls.close, handle);
    },
  };
}

interface Callable {
  async(...valuesAndThen: unknown[]): void;
}

function call(func: Callable, ...values: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    func.async(...values, (error: Error | null, result: unknown) =>
      error ? reject(error) : resolve(result),
    );
  });
}

async function must(what: string, called: Promise<unknown>): Promise<unknown> {
  const result = await called;
  if (!result) throw new SpoolerRefused(what);
  return result;
}
