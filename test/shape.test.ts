/** The rules of the house, kept by reading the source. Each message says where the line belongs instead. */
import { describe, expect, test } from 'vitest';
import {
  findCircle,
  functionsOf,
  occurrences,
  readSources,
  type Func,
  type Source,
} from './helpers/sources.ts';

const station = readSources('src-main');
const renderer = readSources('src-renderer');
const central = readSources('src-central');
const migrations = readSources('migrations');
const tests = readSources('test');
const product = [...station, ...renderer, ...central, ...migrations];
const isTest = (source: Source) => /\.test\.tsx?$/.test(source.path);
const shipped = product.filter(source => !isTest(source));

/** Nobody but `allowed` may hold `pattern`. */
function only(sources: Source[], pattern: RegExp, allowed: string[], advice: string): void {
  const elsewhere = occurrences(
    sources.filter(source => !allowed.includes(source.path)),
    pattern,
  );
  expect(elsewhere, advice).toEqual([]);
}

const imports = (name: string) => new RegExp(`from '${name}'|import\\('${name}'\\)|require\\('${name}'\\)`);

describe('one place for each', () => {
  test('SQLite is opened in one file, and by the thread that looks after it', () => {
    only(
      shipped,
      imports('better-sqlite3'),
      ['src-main/database/open.ts', 'src-main/database/upkeep-worker.ts'],
      'better-sqlite3 stays in src-main/database/open.ts: read through `db`, change rows in write()',
    );
  });

  test('a transaction is made in one file', () => {
    only(
      shipped,
      /\.transaction\(|\bBEGIN (IMMEDIATE|EXCLUSIVE|DEFERRED)|\.startTransaction\(/,
      // Opening a station holds its folder by a transaction on a lock file that never writes.
      ['src-main/database/write.ts', 'src-central/database/write.ts', 'src-main/database/open.ts'],
      'write() of database/write.ts is the only maker of a transaction: at the station it also journals and publishes',
    );
  });

  test('PostgreSQL and PGlite are opened in one file', () => {
    for (const driver of ['pg', '@electric-sql/pglite'])
      only(
        shipped.filter(source => !source.path.endsWith('/pglite-pool.ts')),
        imports(driver),
        ['src-central/database/open.ts'],
        'the drivers stay in src-central/database/open.ts: read through `db`, change rows in write()',
      );
  });

  test('the station is asked by one client', () => {
    only(
      renderer.filter(source => !isTest(source)),
      /from 'hono\/client'|\bfetch\(/,
      ['src-renderer/api.ts'],
      'ask through `api` and `answer` of src-renderer/api.ts, which turns every failure into a sentence',
    );
  });

  test('a window has one EventSource', () => {
    only(
      renderer.filter(source => !isTest(source)),
      /new EventSource\(/,
      ['src-renderer/live.ts'],
      'a browser allows six connections to an origin: subscribe with onChange() of src-renderer/live.ts',
    );
  });

  test('Electron is known to three files', () => {
    const knowing = ['src-main/main.ts', 'src-main/windows.ts', 'src-main/doors/window.ts'];
    const elsewhere = shipped
      .filter(source => !knowing.includes(source.path))
      .flatMap(source =>
        source.imports
          .filter(one => one.from === 'electron' && !one.typeOnly)
          .map(one => `${source.path}:${one.line}`),
      );
    expect(
      [...elsewhere, ...occurrences(shipped, /require\('electron'\)/)],
      'everything else runs in plain Node: take types only, put it behind a door, or hand it in as an override',
    ).toEqual([]);
  });

  test('a migration runs because the index names it', () => {
    for (const folder of new Set(migrations.map(source => source.path.split('/')[1]!))) {
      const own = migrations.filter(
        source => source.path.startsWith(`migrations/${folder}/`) && !isTest(source),
      );
      const steps = own.map(source => source.path.split('/')[2]!).filter(name => /^\d{4}-/.test(name));
      const index = own.find(source => source.path.endsWith('/index.ts'))!;
      expect(
        steps.filter(name => !index.imports.some(one => one.from === `./${name}` && !one.typeOnly)),
        `name each migration in migrations/${folder}/index.ts by a static import: a bundle has no folder to read`,
      ).toEqual([]);
      expect(
        steps.toSorted().map(name => Number(name.slice(0, 4))),
        'migrations are numbered one by one',
      ).toEqual(steps.map((_, at) => at + 1));
    }
  });
});

describe('who may import whom', () => {
  const layers = ['schema', 'rules', 'store', 'routes'];
  const layerOf = (path: string) => layers.findIndex(layer => new RegExp(`(/|-)${layer}\\.ts$`).test(path));

  test('schema ← rules ← store ← routes', () => {
    const upward = [...station, ...central].flatMap(source =>
      isTest(source) || layerOf(source.path) < 0
        ? []
        : source.imports
            .filter(one => one.file && layerOf(one.file) > layerOf(source.path))
            .map(one => `${source.path}:${one.line} imports ${one.file}`),
    );
    expect(
      upward,
      'what data looks like → schema, a pure decision → rules, SQL → store, who may → routes',
    ).toEqual([]);
  });

  test('only schemas, rules and types cross from the station to the screens', () => {
    const shared = /\/(schema|rules|options)\.ts$|^src-main\/access\.ts$/;
    const crossing = renderer.flatMap(source =>
      source.imports
        .filter(one => one.file?.startsWith('src-main/') && !one.typeOnly && !shared.test(one.file))
        .map(one => `${source.path}:${one.line} imports ${one.file}`),
    );
    expect(crossing, 'ask through api.ts, or move the pure part into rules.ts').toEqual([]);
  });

  test('only schemas and rules cross between the station and headquarters', () => {
    const wire = /^src-central\/wire\/([a-z-]+-)?(schema|rules)\.ts$/;
    const forScreens = /\/schema\.ts$|^src-central\/access\.ts$/;
    const crossing = [...station, ...renderer, ...central].flatMap(source => {
      if (isTest(source)) return [];
      const own = source.path.split('/')[0]!;
      const other = own === 'src-central' ? 'src-main/' : 'src-central/';
      return source.imports
        .filter(one => one.file?.startsWith(other) && !wire.test(one.file))
        .filter(one => own !== 'src-renderer' || !(one.typeOnly || forScreens.test(one.file!)))
        .map(one => `${source.path}:${one.line} imports ${one.file}`);
    });
    expect(crossing, 'what both ends agree on is a schema or rules file of src-central/wire').toEqual([]);
  });

  test('the station and headquarters know no screen', () => {
    const crossing = [...station, ...central].flatMap(source =>
      source.imports
        .filter(one => one.file?.startsWith('src-renderer/'))
        .map(one => `${source.path}:${one.line}`),
    );
    expect(crossing, 'what both need is a schema.ts or rules.ts of its noun').toEqual([]);
  });

  test('audiences never import each other', () => {
    const audiences = ['kiosk', 'staff', 'library', 'hq'];
    const audienceOf = (path: string) => audiences.find(one => path.startsWith(`src-renderer/${one}/`));
    const crossing = renderer.flatMap(source =>
      source.imports
        .filter(one => {
          const [mine, theirs] = [audienceOf(source.path), one.file ? audienceOf(one.file) : undefined];
          return theirs !== undefined && theirs !== mine;
        })
        .map(one => `${source.path}:${one.line} imports ${one.file}`),
    );
    expect(crossing, 'would it serve another product → ui/; else each audience has its own').toEqual([]);
  });

  test('ui/ imports nothing of ours', () => {
    const crossing = renderer
      .filter(source => source.path.startsWith('src-renderer/ui/'))
      .flatMap(source =>
        source.imports
          .filter(one => one.file && !one.file.startsWith('src-renderer/ui/'))
          .map(one => `${source.path}:${one.line} imports ${one.file}`),
      );
    expect(crossing, 'ui/ knows no route, query or noun: hand it in as a property').toEqual([]);
  });

  test('imports make no circle', () => {
    expect(findCircle(product), 'move what both need to the one that is imported').toBeNull();
  });
});

describe('writers', () => {
  const functions = station.filter(source => !isTest(source)).flatMap(functionsOf);
  const writesItself = (func: Func) => /\.(insertInto|updateTable|deleteFrom)\(/.test(func.text);
  const calls = (func: Func, other: Func) =>
    func !== other && new RegExp(`\\b${other.name}\\(`).test(func.text);

  test('every exported writer records what happened', () => {
    const recording = new Set(functions.filter(func => /\brecord\(/.test(func.text)));
    for (let before = -1; before !== recording.size;) {
      before = recording.size;
      for (const func of functions) if ([...recording].some(other => calls(func, other))) recording.add(func);
    }
    const silent = functions.filter(func => {
      if (!func.exported || !/\btx: Tx\b/.test(func.text) || recording.has(func)) return false;
      const inner = functions.filter(
        other => other.path === func.path && !other.exported && calls(func, other),
      );
      return writesItself(func) || inner.some(writesItself);
    });
    expect(
      silent
        .filter(func => func.path !== 'src-main/journal/store.ts')
        .map(func => `${func.path}:${func.line} ${func.name}`),
      "a writer's last line is record(tx, 'noun.happened', …): audit line, sync message and live event in one",
    ).toEqual([]);
  });

  test('a table is written by its own slice only', () => {
    const owner: Record<string, string> = {
      journal: 'journal',
      profile: 'profile',
      notice: 'profile',
      staff: 'staff',
      visitor: 'visitors',
      visit_name_later: 'visitors',
      visit: 'visits',
      visit_service: 'visits',
      help_call: 'help',
      locker: 'lockers',
      pocket: 'lockers',
      custody: 'custody',
      slip: 'devices',
      print_job: 'devices',
      handover: 'shifts',
      closing: 'shifts',
      publication: 'catalogue',
      publication_abstract: 'catalogue',
      publication_edit: 'catalogue',
      publication_copy: 'catalogue',
      wanted: 'catalogue',
      copy_away: 'reading',
      photocopy: 'photocopies',
      photocopy_title: 'photocopies',
      publication_text: 'search',
      word: 'search',
      synonym: 'search',
      import_run: 'imports',
      import_misfit: 'imports',
      softcopy: 'softcopies',
      softcopy_title: 'softcopies',
      softcopy_file: 'softcopies',
      delivery: 'softcopies',
      data_need: 'data-needs',
      consent: 'consents',
      change_log: 'sync',
      journal_elsewhere: 'sync',
      from_headquarters: 'sync',
      request_event: 'sync',
      ...Object.fromEntries(
        [
          'aside',
          'batch',
          'consent_part',
          'cursor',
          'enrolment',
          'epoch',
          'event',
          'file',
          'guard',
          'older',
          'row',
          'seen',
          'state',
        ].map(name => [`sync_${name}`, 'sync']),
      ),
    };
    const foreign = station
      .filter(source => !isTest(source))
      .flatMap(source =>
        [...source.code.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)'/g)]
          .filter(match => !source.path.startsWith(`src-main/${owner[match[1]!]}/`))
          .map(match => `${source.path} writes ${match[1]}`),
      );
    expect(foreign, 'call the writer that the owner of the table exports from its store.ts').toEqual([]);
  });
});

describe('names and size', () => {
  test('no file is longer than 400 lines', () => {
    const long = [...product, ...tests].filter(source => source.lines > 400);
    expect(
      long.map(source => `${source.path}: ${source.lines}`),
      'split it by noun, not by kind',
    ).toEqual([]);
  });

  test('no bag of things under src-*', () => {
    const bag = /(^|\/)(utils?|helpers?|common|services?|managers?|misc|shared|lib)(\.tsx?$|\/)/i;
    expect(
      [...station, ...renderer, ...central].map(source => source.path).filter(path => bag.test(path)),
      'name it after the noun it is about; needed by two slices → the owner exports it from store.ts',
    ).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    const barrels = [...station, ...renderer, ...central].filter(source => {
      const statements = source.code.split('\n').filter(line => line.trim() !== '');
      return statements.length > 0 && statements.every(line => /^export .* from '/.test(line));
    });
    expect(
      barrels.map(source => source.path),
      'import from the file that has it',
    ).toEqual([]);
  });

  test('files are named in kebab case, a component file like its component', () => {
    const wrong = product
      .map(source => source.path)
      .filter(path => {
        const name = path.split('/').at(-1)!;
        return name.endsWith('.tsx')
          ? !/^([A-Z][A-Za-z0-9]*|main|[a-z][a-z0-9-]*)(\.test)?\.tsx$/.test(name)
          : !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name);
      });
    expect(wrong, 'kebab-case.ts, Component.tsx').toEqual([]);
  });
});

describe('what stays on the machine', () => {
  test('a screen leaves nothing behind in the browser', () => {
    expect(
      occurrences(
        renderer.filter(source => !isTest(source)),
        /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/,
      ),
      'keep it in memory: the next visitor must find nothing, and the next officer no session',
    ).toEqual([]);
  });

  test('no path of somebody’s machine is in the source', () => {
    const machine = new RegExp(['(/wo', 'rk/|/ro', 'ot/|/ho', 'me/[a-z]|C:\\\\\\\\Users)'].join(''));
    expect(
      occurrences([...product, ...tests], machine),
      'take it from an option, the environment or import.meta.dirname',
    ).toEqual([]);
  });
});
