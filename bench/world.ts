// Fills a database with 400 invented councils: about 8,000 recommendations, 30,000 actions and 150,000 updates, with the
// history that their triggers would have left. The same seed gives the same world on either database.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/platform/db/open.ts';
import { type MadeCouncil, makeCouncil, type Rows } from './world/council.ts';
import { randomFrom } from './world/random.ts';

/** A person signed in, for whom a register page can be asked. */
export interface WorldPerson {
  council: string;
  councilId: string;
  personId: string;
  /** The session's token, as the browser's cookie bears it. */
  token: string;
}

export interface World {
  people: WorldPerson[];
  /** Publications on the public site. */
  publications: { council: string; slug: string }[];
  /** Rows by table, history among them. */
  counts: Record<string, number>;
  seconds: number;
}

export interface WorldOptions {
  councils?: number;
  seed?: number;
}

// Tables in the order in which their rows refer to one another.
const ORDER = [
  'council',
  'person',
  'membership',
  'report',
  'recommendation',
  'response',
  'action',
  'recommendation_action',
  'action_update',
  'evidence',
  'verdict',
  'publication',
  'published_recommendation',
  'published_action',
];
// Whose rows leave history, when they were written and by whom. The keeper's own writes leave none.
const HISTORY: Record<string, { record?: string; at: string; by: string }> = {
  membership: { record: 'person_id', at: 'added_at', by: 'null' },
  report: { at: 'registered_at', by: 'registered_by' },
  recommendation: { at: 'registered_at', by: 'registered_by' },
  response: { record: 'recommendation_id', at: 'recorded_at', by: 'recorded_by' },
  action: { at: 'added_at', by: 'added_by' },
  action_update: { at: 'reported_at', by: 'reported_by' },
  evidence: { at: 'added_at', by: 'added_by' },
  verdict: { at: 'recorded_at', by: 'recorded_by' },
};
const COUNCILS_AT_ONCE = 20;
const ROWS_AT_ONCE = 4000;

type KeeperTx = Parameters<Parameters<Database['asKeeper']>[0]>[0];

/** Fills an empty, migrated database. Takes the keeper's door, so on a server it needs the owner. */
export async function fillWorld(database: Database, options: WorldOptions = {}): Promise<World> {
  const started = performance.now();
  const random = randomFrom(options.seed ?? 2026);
  const people: WorldPerson[] = [];
  const publications: World['publications'] = [];
  const counts: Record<string, number> = {};
  const councils = options.councils ?? 400;
  for (let from = 0; from < councils; from += COUNCILS_AT_ONCE) {
    const batch: Rows = {};
    for (let n = from; n < Math.min(councils, from + COUNCILS_AT_ONCE); n++) {
      const made = makeCouncil(n, random);
      people.push(...signIn(made));
      publications.push({ council: made.code, slug: made.slug });
      for (const [table, rows] of Object.entries(made.rows)) {
        batch[table] = [...(batch[table] ?? []), ...rows];
      }
    }
    await database.asKeeper(async (tx) => {
      for (const table of ORDER) {
        const rows = batch[table] ?? [];
        await insertRows(tx, table, rows);
        counts[table] = (counts[table] ?? 0) + rows.length;
      }
    });
  }
  await database.asKeeper(async (tx) => {
    const sessions = people.map(({ token, personId }) => ({
      token_hash: createHash('sha256').update(token).digest('hex'),
      id: personId,
      person_id: personId,
      made_at: new Date().toISOString(),
      last_seen_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      address: '127.0.0.1',
      device: 'The bench',
      way: 'password',
    }));
    await insertRows(tx, 'sign_in_session', sessions);
    counts.sign_in_session = sessions.length;
    counts.history = await addHistory(tx);
  });
  return { people, publications, counts, seconds: (performance.now() - started) / 1000 };
}

function signIn(made: MadeCouncil): WorldPerson[] {
  return made.people.map((personId) => ({
    council: made.code,
    councilId: made.councilId,
    personId,
    token: tokenOf(personId),
  }));
}

/** The bench's own database is thrown away, so its tokens need not be secret; they are of the usual length. */
function tokenOf(personId: string): string {
  return createHash('sha256').update(`bench ${personId}`).digest('base64url');
}

async function insertRows(tx: KeeperTx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const piece = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${piece}::jsonb)`.execute(tx);
  }
}

/** What the triggers would have written, in the order of time. */
async function addHistory(tx: KeeperTx): Promise<number> {
  const parts = Object.entries(HISTORY).map(
    ([table, { record, at, by }]) =>
      sql`select council_id, ${sql.lit(table)} as table_name, ${sql.ref(record ?? 'id')} as record_id, ${sql.ref(at)} as at,
        ${sql.raw(by)}::uuid as person_id, to_jsonb(t) as record from ${sql.table(table)} t`,
  );
  const { rows } = await sql<{ count: number }>`
    with written as (
      insert into history (council_id, table_name, record_id, at, person_id, change, record)
      select council_id, table_name, record_id, at, person_id, 'added', record
      from (${sql.join(parts, sql` union all `)}) happened order by at
      returning 1
    ) select count(*) as count from written`.execute(tx);
  return rows[0]!.count;
}
