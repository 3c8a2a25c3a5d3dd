import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from './databases.ts';
import { canariesIn, canary, expectNoCanary, makeWorld } from './world.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);

/** Text columns that hold words of a fixed list, hashes or types, in which no secret can stand. */
const FIXED_WORDS = new Set([
  'action.progress',
  'action.visibility',
  'action_update.progress',
  'document.refusal_code',
  'document.state',
  'library_addition.state',
  'document.step',
  'evidence.visibility',
  'finding.kind',
  'finding_decision.decision',
  'membership.kind',
  'membership.roles',
  'proposal.decision',
  'report.kind',
  'response.answer',
  'stored_file.media_type',
  'stored_file.sha256',
  'verdict.grade',
]);

test('every private text field of every owned table holds a canary of each council', async () => {
  await database.asKeeper(async (tx) => {
    const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
      select relname as table, attname as column, format_type(atttypid, null) as type
      from pg_policy p join pg_class c on c.oid = polrelid join pg_attribute a on a.attrelid = c.oid
      where polname = relname || '_owned' and relname not in ('history', 'shared_history_person') and relnamespace = 'public'::regnamespace
        and attnum > 0 and not attisdropped and atttypid in ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'text[]'::regtype)
      order by 1, 2`.execute(tx);
    const missing: string[] = [];
    for (const { table, column, type } of columns) {
      if (FIXED_WORDS.has(`${table}.${column}`)) continue;
      for (const council of [world.northmere, world.wendshire, world.thornwick]) {
        const text = type === 'bytea' ? sql`encode(${sql.id(column)}, 'escape')` : sql`${sql.id(column)}::text`;
        const { rows } = await sql`
          select from ${sql.id(table)} where council_id = ${council.id} and ${text} like ${`%${canary(council.code, table, column)}%`}
        `.execute(tx);
        if (rows.length === 0) missing.push(canary(council.code, table, column));
      }
    }
    assert.deepEqual(missing, [], 'extend test/world/private-records.ts, or name the column among the fixed words');
  });
});

test('what was published holds no canary', async () => {
  const text = await database.inPublic(async (tx) => {
    const all = [];
    for (const table of [
      'publication',
      'publishedRecommendation',
      'publishedAction',
      'publishedEvidence',
      'publishedRedaction',
    ] as const) {
      all.push(...(await tx.selectFrom(table).selectAll().execute()));
    }
    return JSON.stringify(all);
  });
  assert.match(text, /savings plan/i);
  expectNoCanary(text);
});

test('canaries are found in any text, and a council may read its own and what it shares', () => {
  const text = `<p>Canary-Northmere-Action-Title.</p> canary-shared-protocol-terms, canary-shared-protocol-terms`;
  assert.deepEqual(canariesIn(text), ['canary-northmere-action-title', 'canary-shared-protocol-terms']);
  expectNoCanary(text, 'northmere');
  assert.throws(() => expectNoCanary(text, 'wendshire'), /private words/);
  assert.throws(() => expectNoCanary('canary-shared-protocol-terms', 'thornwick'), /private words/);
  assert.throws(() => expectNoCanary('canary-shared-protocol-terms'), /private words/);
});
