// No council sees or touches another's records: every table there is, read and written as the other council, while the
// owner's own run of the same statement finds rows.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import type { Actor, CouncilTx } from '../src/platform/db/scope.ts';
import { allTables, mayRole, refused } from './catalogue.ts';
import { openTestDatabase } from './databases.ts';
import { expectNoCanary, makeWorld } from './world.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere, wendshire, thornwick } = world;

const tables = (await allTables(database)).filter((t) => t.hasCouncil && !t.name.startsWith('pgboss.'));
const published = (name: string) => name.startsWith('publication') || name.startsWith('published_');
/** Tables with a council's column that the partners of an arrangement read together. */
const JOINT = new Set([
  ...['arrangement_council', 'arrangement_terms_agreement', 'arrangement_leaving', 'partnership_council'],
  ...['protocol_agreement', 'protocol_ending', 'shared_post_agreement'],
]);
const readable: string[] = [];
for (const table of tables)
  if (await mayRole(database, 'goldthread_council', 'select', table.name)) readable.push(table.name);
const owned = tables.filter((t) => t.policies.some((p) => p === 'owned: all to council')).map((t) => t.name);
const changeable = [...owned, ...tables.map((t) => t.name).filter(published)];

const as = <T>(actor: Actor, work: (tx: CouncilTx) => Promise<T>) => database.inCouncil(actor, work);
const rowsOf = (council: string, table: string, actor: Actor) =>
  as(actor, async (tx) => {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.id(table)} t where council_id = ${council}`.execute(tx);
    return rows.map(({ row }) => row);
  });

test('the tables of councils are all here to be tried', () => {
  assert.ok(owned.length >= 13, owned.join());
  assert.ok(readable.length >= 20, readable.join());
});

test('the owner reads rows of every table; a stranger and a partner read none of them', async (t) => {
  for (const table of readable) {
    await t.test(table, async () => {
      assert.ok((await rowsOf(northmere.id, table, northmere.as('officer'))).length > 0, 'the owner reads its rows');
      const strangers = await rowsOf(northmere.id, table, thornwick.as('administrator'));
      const partners = await rowsOf(northmere.id, table, wendshire.as('administrator'));
      assert.equal(strangers.length > 0, published(table), 'a council with no tie');
      assert.equal(partners.length > 0, published(table) || JOINT.has(table), 'the partner of an arrangement');
      expectNoCanary(strangers.join(), 'thornwick');
      expectNoCanary(partners.join(), 'wendshire');
    });
  }
});

test("what is read without naming a council holds no other council's word", async () => {
  const everything = await as(thornwick.as('auditor'), async (tx) => {
    const texts: string[] = [];
    for (const table of [
      ...readable,
      'arrangement',
      'arrangement_terms',
      'protocol',
      'partnership',
      'shared_post',
      'council',
    ]) {
      const { rows } = await sql`select to_jsonb(t)::text from ${sql.id(table)} t`.execute(tx);
      texts.push(JSON.stringify(rows));
    }
    return texts.join();
  });
  assert.match(everything, /canary-thornwick-action-title/);
  expectNoCanary(everything, 'thornwick');
});

test('a person who serves two councils sees the one whose scope is open', async () => {
  const titles = (councilId: string) =>
    as({ councilId, personId: world.both }, async (tx) =>
      JSON.stringify(await tx.selectFrom('action').selectAll().execute()),
    );
  expectNoCanary(await titles(northmere.id), 'northmere');
  expectNoCanary(await titles(wendshire.id), 'wendshire');
});

test("another council's rows can be neither changed nor removed, taken over nor given away, nor added to", async (t) => {
  const intruder = wendshire.as('administrator');
  for (const table of changeable) {
    await t.test(table, async () => {
      const id = sql.id(table);
      for (const statement of [
        sql`update ${id} set council_id = council_id where council_id = ${northmere.id} returning 1`,
        sql`delete from ${id} where council_id = ${northmere.id} returning 1`,
      ]) {
        try {
          const { rows } = await as(intruder, (tx) => statement.execute(tx));
          assert.deepEqual(rows, [], 'no row was reached');
        } catch (error) {
          assert.equal((error as { code?: string }).code, '42501', `${error}`);
        }
      }
      // Its own row handed to the other council, and the other's row copied under a name of its own.
      await refused(as(intruder, (tx) => sql`update ${id} set council_id = ${northmere.id}`.execute(tx)));
      await refused(
        as(intruder, async (tx) => {
          const { rows } = await sql<{
            row: object;
          }>`select to_jsonb(t) as row from ${id} t where council_id = ${wendshire.id} limit 1`.execute(tx);
          const row = JSON.stringify({ ...rows[0]!.row, council_id: northmere.id });
          await sql`insert into ${id} select (jsonb_populate_record(null::${id}, ${row}::jsonb)).*`.execute(tx);
        }),
      );
    });
  }
});

test("another council's records cannot be linked: its identifiers name nothing here", async (t) => {
  const mine = wendshire.own;
  const theirs = northmere.own;
  const councilId = wendshire.id;
  const links: Readonly<Record<string, (tx: CouncilTx) => Promise<unknown>>> = {
    'an action to a recommendation': (tx) =>
      tx
        .insertInto('recommendationAction')
        .values({ councilId, recommendationId: mine.recommendationId, actionId: theirs.actionId })
        .execute(),
    'a recommendation to an action': (tx) =>
      tx
        .insertInto('recommendationAction')
        .values({ councilId, recommendationId: theirs.recommendationId, actionId: mine.actionId })
        .execute(),
    'an update of an action': (tx) =>
      tx.insertInto('actionUpdate').values({ councilId, actionId: theirs.actionId, progress: 'paused' }).execute(),
    'a response to a recommendation': (tx) =>
      tx
        .insertInto('response')
        .values({ councilId, recommendationId: theirs.recommendationId, answer: 'accepted', decidedOn: '2026-07-01' })
        .execute(),
    'evidence for an action': (tx) =>
      tx
        .insertInto('evidence')
        .values({ councilId, actionId: theirs.actionId, title: 'x', url: 'https://example.org' })
        .execute(),
    'a file as evidence': (tx) =>
      tx
        .insertInto('evidence')
        .values({ councilId, actionId: mine.actionId, title: 'x', fileId: theirs.fileId })
        .execute(),
    'a piece of a file': (tx) =>
      tx
        .insertInto('storedFilePiece')
        .values({ councilId, fileId: theirs.fileId, position: 9, bytes: Buffer.from('x') })
        .execute(),
    'a document with a file': (tx) =>
      tx.insertInto('document').values({ councilId, title: 'x', fileId: theirs.fileId }).execute(),
    'a report of a document': (tx) =>
      tx.insertInto('report').values({ councilId, title: 'x', documentId: theirs.documentId }).execute(),
    'an officer of the other council': (tx) =>
      tx.updateTable('action').set({ officerId: northmere.people.officer }).where('id', '=', mine.actionId).execute(),
    'a verdict on a recommendation': (tx) =>
      tx
        .insertInto('verdict')
        .values({
          councilId,
          recommendationId: theirs.recommendationId,
          grade: 'not_met',
          givenOn: '2026-11-01',
          reviewer: 'x',
        })
        .execute(),
    'a publication of a report': (tx) =>
      tx
        .insertInto('publication')
        .values({ councilId, reportId: theirs.reportId, slug: 'x', number: 1, title: 'x', reportKind: 'unknown' })
        .execute(),
  };
  for (const [what, link] of Object.entries(links)) {
    await t.test(what, () => refused(as(wendshire.as('officer'), link), ['23503']));
  }
});

test('private actions and evidence can neither be published nor made private while published', async () => {
  const { own, published: ours } = northmere;
  const place = { councilId: northmere.id, publicationId: ours.publicationId, recommendationId: ours.recommendationId };
  const officer = northmere.as('improvement_lead');
  const action = { ...place, title: 'x', costKnown: false, progress: 'not_started' as const };
  await refused(
    as(officer, (tx) =>
      tx
        .insertInto('publishedAction')
        .values({ ...action, actionId: ours.privateActionId })
        .execute(),
    ),
    ['23503'],
  );
  await refused(
    as(officer, (tx) =>
      sql`insert into published_action (council_id, publication_id, recommendation_id, action_id, visibility, title, cost_known, progress)
        values (${northmere.id}, ${ours.publicationId}, ${ours.recommendationId}, ${own.actionId}, 'council', 'x', false, 'paused')`.execute(
        tx,
      ),
    ),
    ['23514'],
  );
  await refused(
    as(officer, (tx) =>
      tx
        .insertInto('publishedEvidence')
        .values({ ...place, evidenceId: ours.privateEvidenceId, title: 'x' })
        .execute(),
    ),
    ['23503'],
  );
  await refused(
    as(officer, (tx) =>
      tx.updateTable('action').set({ visibility: 'council' }).where('id', '=', ours.actionId).execute(),
    ),
    ['23503'],
  );
  await refused(
    as(officer, (tx) =>
      tx.updateTable('evidence').set({ visibility: 'council' }).where('id', '=', ours.evidenceId).execute(),
    ),
    ['23503'],
  );
});

test('the bytes of a private file cannot be put among the published ones, nor named by public evidence', async () => {
  const { own, published: ours } = northmere;
  const officer = northmere.as('improvement_lead');
  const piece = { councilId: northmere.id, fileId: own.fileId, position: 0, bytes: Buffer.from('private') };
  await refused(as(officer, (tx) => tx.insertInto('publishedFilePiece').values(piece).execute()));
  await refused(
    as(officer, (tx) => tx.updateTable('publishedEvidence').set({ fileId: own.fileId }).execute()),
    ['23503'],
  );
  await refused(
    as(officer, (tx) =>
      tx.updateTable('publishedFilePiece').set({ fileId: own.fileId }).where('fileId', '=', ours.fileId).execute(),
    ),
  );
});

test('a job is added and seen by its own council alone', async () => {
  await database.asSystem('test', (tx) =>
    sql`select pgboss.create_queue('test-queue', '{"policy":"standard"}'::jsonb)`.execute(tx),
  );
  const add = (actor: Actor, council: string) =>
    as(actor, (tx) =>
      sql`insert into pgboss.job (name, data) values ('test-queue', ${JSON.stringify({ council })}::jsonb)`.execute(tx),
    );
  const seen = (actor: Actor) =>
    as(
      actor,
      async (tx) =>
        (await sql<{ council: string }>`select distinct data ->> 'council' as council from pgboss.job`.execute(tx))
          .rows,
    );
  await add(northmere.as('officer'), northmere.id);
  await refused(add(wendshire.as('officer'), northmere.id));
  assert.deepEqual(await seen(northmere.as('officer')), [{ council: northmere.id }]);
  assert.deepEqual(await seen(wendshire.as('officer')), []);
});
