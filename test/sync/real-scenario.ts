/**
 * The model's faults against the real code: stations with their databases, headquarters with its own. The oracle knows
 * what was written, and what still existed somewhere when the faults ended.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readBatch } from '../../src-central/wire/rules.ts';
import { copyDatabase } from '../../src-main/database/open.ts';
import { write } from '../../src-main/database/write.ts';
import { changePlace } from '../../src-main/lockers/store.ts';
import { openStation, type Station } from '../../src-main/station.ts';
import { signGuestbook } from '../../src-main/visits/guestbook-store.ts';
import { Guestbook } from '../../src-main/visits/schema.ts';
import { serveVisit } from '../../src-main/visits/store.ts';
import { guestbook } from '../seeds/office.ts';
import type { TestCentral } from '../helpers/central.ts';
import { silentLog } from '../helpers/station.ts';
import { bothDigests, cut, linkTo, newNetwork, type Network } from '../helpers/synced.ts';
import type { Random } from './random.ts';

interface Machine {
  dir: string;
  station: Station;
}

const tables = [
  'stream',
  'batch',
  'parked',
  'feed',
  'feed_item',
  'feed_row',
  'snapshot',
  'visit',
  'visit_service',
  'visitor',
  'custody',
  'locker',
  'pocket',
  'handover',
  'closing',
  'help_call',
  'staff',
  'wanted',
  'publication_copy',
  'journal',
  'request_event',
];

export class RealScenario {
  readonly faults: string[] = [];
  #test: TestCentral;
  #random: Random;
  #office: string;
  #dir: string;
  #network: Network = newNetwork();
  #machines: Machine[] = [];
  #backups: string[] = [];
  #centralBackups: Map<string, Record<string, unknown>[]>[] = [];
  #made = 0;
  #staffId = '';
  #clones: boolean;
  /** Of the lockers: what was written last, by the count of all writes. */
  #lastNote = new Map<string, { condition: string; at: number }>();
  #writes = 0;
  #restoredAt = 0;
  #certain = true;

  constructor(test: TestCentral, random: Random, office: string, dir: string) {
    this.#test = test;
    this.#random = random;
    this.#office = office;
    this.#dir = dir;
    this.#clones = random.next() < 0.4;
  }

  async begin(template: string): Promise<void> {
    const dir = this.#newDir();
    cpSync(template, dir, { recursive: true });
    const machine = await this.#open(dir);
    this.#machines.push(machine);
    const { id } = await machine.station.db.selectFrom('staff').select('id').executeTakeFirstOrThrow();
    this.#staffId = id;
    await machine.station.courier.enrol({
      code: await this.#test.code(this.#office),
      url: 'http://central',
      ca: '',
    });
  }

  async step(): Promise<void> {
    const random = this.#random;
    const at = random.below(this.#machines.length);
    const machine = this.#machines[at]!;
    const dice = random.next();
    if (dice < 0.5) await this.#write(machine.station);
    else if (dice < 0.8) await this.#sync(machine.station, random.next() < 0.4);
    else if (dice < 0.87) await this.#backUp(machine);
    else if (dice < 0.93) await this.#restore(at, random.next() < 0.4);
    else if (dice < 0.95) await this.#clone(machine);
    else if (dice < 0.975) this.#centralBackups.push(await this.#centralRows());
    else await this.#restoreCentral();
  }

  async #write(station: Station): Promise<void> {
    this.#writes++;
    const actor = { door: 'staff', staffId: this.#staffId } as const;
    const dice = this.#random.next();
    if (dice < 0.4) {
      const form = Guestbook.parse(
        guestbook({}, { phone: undefined, email: `tamu${this.#writes}@contoh.id` }),
      );
      await write(station, { door: 'kiosk', staffId: null }, tx => signGuestbook(tx, form, null));
      return;
    }
    if (dice < 0.6) {
      const waiting = await station.db
        .selectFrom('visit')
        .select('id')
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      if (waiting) await write(station, actor, tx => serveVisit(tx, waiting.id));
      return;
    }
    const lockers = await station.db
      .selectFrom('locker')
      .select(['id', 'condition'])
      .orderBy('number')
      .execute();
    const { id } = lockers[this.#random.below(lockers.length)]!;
    const condition = this.#random.pick(['usable', 'broken', 'cleaning'] as const);
    await write(station, actor, tx => changePlace(tx, 'locker', id, condition, null));
    this.#lastNote.set(id, { condition, at: this.#writes });
  }

  async #sync(station: Station, troubled: boolean): Promise<void> {
    const random = this.#random;
    this.#network.trouble = troubled
      ? async (_, send) => {
          const dice = random.next();
          if (dice < 0.08) return cut();
          if (dice < 0.12) await send();
          const answer = await send();
          if (dice > 0.92) return cut();
          return answer;
        }
      : null;
    if (troubled) this.faults.push('cut');
    await station.courier.sendNow();
    this.#network.trouble = null;
  }

  #newDir(): string {
    const dir = join(this.#dir, `${this.#office}-${++this.#made}`);
    mkdirSync(dir, { recursive: true });
    return dir;
  }

  async #open(dir: string): Promise<Machine> {
    const station = await openStation(
      { dataDir: dir },
      {
        log: silentLog,
        courier: { byHand: true, random: () => 0, link: () => linkTo(this.#test, this.#network) },
      },
    );
    return { dir, station };
  }

  async #backUp({ dir, station }: Machine): Promise<string> {
    const copy = this.#newDir();
    await copyDatabase(station.db, join(copy, 'loket.sqlite'));
    for (const name of ['station.key', 'station.mark'])
      if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(copy, name));
    this.#backups.push(copy);
    return copy;
  }

  async #restore(at: number, noticed: boolean): Promise<void> {
    if (this.#backups.length === 0) return;
    this.faults.push(noticed ? 'restored, noticed' : 'restored');
    const { dir, station } = this.#machines[at]!;
    await station.close();
    const backup = this.#random.pick(this.#backups);
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, `loket.sqlite${suffix}`), { force: true });
    copyFileSync(join(backup, 'loket.sqlite'), join(dir, 'loket.sqlite'));
    if (!noticed) copyFileSync(join(backup, 'station.mark'), join(dir, 'station.mark'));
    this.#machines[at] = await this.#open(dir);
    this.#restoredAt = this.#writes;
  }

  async #clone(machine: Machine): Promise<void> {
    if (!this.#clones || this.#machines.length > 1) return;
    this.faults.push('cloned');
    const dir = this.#newDir();
    cpSync(await this.#backUp(machine), dir, { recursive: true });
    this.#machines.push(await this.#open(dir));
  }

  async #centralRows(): Promise<Map<string, Record<string, unknown>[]>> {
    const all = new Map<string, Record<string, unknown>[]>();
    for (const table of tables) {
      const { rows } = await sql<Record<string, unknown>>`
        SELECT * FROM ${sql.table(table)} WHERE office_id = ${this.#office}`.execute(this.#test.central.db);
      all.set(table, rows);
    }
    return all;
  }

  /** Headquarters' rows of this office are again what they were: to the office the same as a restored server. */
  async #restoreCentral(): Promise<void> {
    if (this.#centralBackups.length === 0) return;
    this.faults.push('headquarters restored');
    this.#certain = false;
    const { db } = this.#test.central;
    for (const [table, rows] of this.#random.pick(this.#centralBackups)) {
      await sql`DELETE FROM ${sql.table(table)} WHERE office_id = ${this.#office}`.execute(db);
      for (const row of rows)
        await sql`
          INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(row).map(column => sql.ref(column)))})
          VALUES (${sql.join(Object.values(row))})`.execute(db);
    }
  }

  /** Lets everybody hand in and fetch in peace. @returns what is wrong. */
  async end(): Promise<string[]> {
    const existing = await this.#existing();
    for (let round = 0; round < 3; round++)
      for (const { station } of this.#machines) {
        await station.db.updateTable('sync_state').set({ compared_at: null }).execute();
        await this.#sync(station, false);
      }
    const wrong: string[] = [];
    const handedIn = await this.#handedIn();
    for (const name of existing) if (!handedIn.has(name)) wrong.push(`lost ${name}`);
    for (const { station } of this.#machines) {
      const { problem, backlog } = await station.courier.status();
      if (problem !== null || backlog.rows > 0) wrong.push(`unsent ${problem} ${backlog.rows}`);
      const digests = await bothDigests(station, this.#test, this.#office);
      for (const table of Object.keys(digests.office))
        if (digests.office[table] !== digests.central[table])
          wrong.push(`${table}: ${digests.office[table]} here, ${digests.central[table]} at headquarters`);
    }
    wrong.push(...(await this.#doubled()), ...(await this.#outrun()));
    for (const { station } of this.#machines) await station.close();
    return wrong;
  }

  /** Every visit and journal row on any disk. */
  async #existing(): Promise<Set<string>> {
    const names = new Set<string>(await this.#handedIn());
    for (const { station } of this.#machines) {
      for (const { id } of await station.db.selectFrom('visit').select('id').execute())
        names.add(`visit ${id}`);
      for (const { hash } of await station.db.selectFrom('journal').select('hash').execute())
        names.add(`journal ${hash}`);
    }
    return names;
  }

  async #handedIn(): Promise<Set<string>> {
    const names = new Set<string>();
    const batches = await this.#test.central.db
      .selectFrom('batch')
      .select('body')
      .where('office_id', '=', this.#office)
      .execute();
    for (const { body } of batches)
      for (const { row } of readBatch(body).lines) {
        if (row?.t === 'visit') names.add(`visit ${row.id}`);
        if (row?.t === 'journal') names.add(`journal ${row.d!.hash}`);
      }
    return names;
  }

  async #doubled(): Promise<string[]> {
    const { rows } = await sql<{ submission_id: string }>`
      SELECT submission_id FROM visit WHERE office_id = ${this.#office}
      GROUP BY submission_id HAVING count(*) > 1`.execute(this.#test.central.db);
    return rows.map(row => `doubled ${row.submission_id}`);
  }

  /** With one machine, and headquarters never restored, what was written after the last restore is the latest. */
  async #outrun(): Promise<string[]> {
    if (!this.#certain || this.#machines.length > 1) return [];
    const rows = await this.#test.central.db
      .selectFrom('locker')
      .select(['id', 'condition'])
      .where('office_id', '=', this.#office)
      .execute();
    return rows.flatMap(({ id, condition }) => {
      const last = this.#lastNote.get(id);
      const wins = !last || last.at <= this.#restoredAt || last.condition === condition;
      return wins ? [] : [`outrun ${id}: not ${last.condition}`];
    });
  }
}
