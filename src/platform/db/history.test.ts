// History: written by the database for every change, by whom, when and why; read by its council; changed by nobody.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { refused } from '../../../test/catalogue.ts';
import { openTestDatabase } from '../../../test/databases.ts';
import { makeWorld } from '../../../test/world.ts';
import type { CouncilTx } from './scope.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere } = world;
const lead = northmere.as('improvement_lead');
const officer = northmere.as('officer');

const historyOf = (table: string, id: string) =>
  database.inCouncil(officer, (tx) =>
    tx
      .selectFrom('history')
      .selectAll()
      .where('tableName', '=', table)
      .where('recordId', '=', id)
      .orderBy('id')
      .execute(),
  );

const change = <T>(reason: string, work: (tx: CouncilTx) => Promise<T>, actor = lead) =>
  database.inCouncil(actor, work, { reason });

test('adding, changing and removing a record each leave a row: who, when, why, and what was there', async () => {
  const begin = database.clock.now();
  const evidence = {
    councilId: northmere.id,
    actionId: northmere.own.actionId,
    title: 'Minutes',
    url: 'https://example.org/1',
  };
  const { id } = await change('To show the decision', (tx) =>
    tx.insertInto('evidence').values(evidence).returning('id').executeTakeFirstOrThrow(),
  );
  database.clock.moveTo(new Date('2026-12-01T09:00:00.250Z'));
  await change(
    'The title was wrong',
    (tx) => tx.updateTable('evidence').set({ title: 'Minutes of cabinet' }).where('id', '=', id).execute(),
    officer,
  );
  database.clock.moveTo(new Date('2026-12-02T09:00:00Z'));
  await change('', (tx) => tx.deleteFrom('evidence').where('id', '=', id).execute(), {
    councilId: northmere.id,
    personId: null,
  });
  database.clock.moveTo(begin);

  const rows = (await historyOf('evidence', id)).map((row) => ({
    change: row.change,
    person: row.personId,
    at: row.at.toISOString(),
    reason: row.reason,
    title: row.record.title,
    was: row.was,
  }));
  assert.deepEqual(rows, [
    {
      change: 'added',
      person: lead.personId,
      at: begin.toISOString(),
      reason: 'To show the decision',
      title: 'Minutes',
      was: null,
    },
    {
      change: 'changed',
      person: officer.personId,
      at: '2026-12-01T09:00:00.250Z',
      reason: 'The title was wrong',
      title: 'Minutes of cabinet',
      was: { title: 'Minutes' },
    },
    {
      change: 'removed',
      person: null,
      at: '2026-12-02T09:00:00.000Z',
      reason: null,
      title: 'Minutes of cabinet',
      was: null,
    },
  ]);
});

test('an update that changes nothing leaves no row', async () => {
  const { actionId } = northmere.own;
  const before = await historyOf('action', actionId);
  await change('', (tx) =>
    tx.updateTable('action').set({ progress: 'not_started' }).where('id', '=', actionId).execute(),
  );
  assert.equal((await historyOf('action', actionId)).length, before.length);
});

test('what is undone leaves no history', async () => {
  const { actionId } = northmere.own;
  const before = await historyOf('action', actionId);
  await assert.rejects(
    change('', async (tx) => {
      await tx.updateTable('action').set({ progress: 'paused' }).where('id', '=', actionId).execute();
      throw new Error('undone');
    }),
    /undone/,
  );
  assert.equal((await historyOf('action', actionId)).length, before.length);
});

test('the whole text of a document is left out of its history', async () => {
  const [added] = await historyOf('document', northmere.own.documentId);
  assert.equal(added!.record.title, 'canary-northmere-document-title');
  assert.equal('record' in added!.record, false);
});

test('a council can neither write, change nor remove history', async () => {
  const statements = [
    sql`update history set reason = 'better'`,
    sql`delete from history`,
    sql`truncate history`,
    sql`insert into history (council_id, table_name, record_id, at, change, record)
      values (${northmere.id}, 'action', ${northmere.own.actionId}, now(), 'changed', '{}')`,
    sql`alter table action disable trigger action_history`,
    sql`set local session_replication_role = replica`,
  ];
  for (const statement of statements) await refused(change('', (tx) => statement.execute(tx)));
});

test('nobody can change history, not even who restores it', async () => {
  await refused(database.asKeeper((tx) => sql`update history set reason = 'better'`.execute(tx)));
  await refused(database.asKeeper((tx) => sql`delete from history`.execute(tx)));
});

test('the keeper restores records with the history that came with them, and adds none', async () => {
  const count = async () =>
    database.asKeeper(
      async (tx) => (await sql<{ n: number }>`select count(*) as n from history`.execute(tx)).rows[0]!.n,
    );
  const before = await count();
  await database.asKeeper((tx) =>
    sql`update action set title = title || ' (restored)' where id = ${northmere.own.actionId}`.execute(tx),
  );
  assert.equal(await count(), before);
  await database.asKeeper((tx) => sql`update action set title = replace(title, ' (restored)', '')`.execute(tx));
});

test('the first date promised cannot be changed, while the date in force can', async () => {
  const promised = () =>
    database.inCouncil(officer, (tx) =>
      tx
        .selectFrom('action')
        .select(['targetOn', 'originalTargetOn'])
        .where('id', '=', northmere.own.actionId)
        .executeTakeFirstOrThrow(),
    );
  const set = (values: { targetOn?: string; originalTargetOn?: string | null }) =>
    change('', (tx) => tx.updateTable('action').set(values).where('id', '=', northmere.own.actionId).execute());
  await set({ targetOn: '2027-09-30' });
  assert.deepEqual(await promised(), { targetOn: '2027-09-30', originalTargetOn: '2027-03-31' });
  await refused(set({ originalTargetOn: '2027-09-30' }), ['23514']);
  await refused(set({ originalTargetOn: null }), ['23514']);
});

test('an action added without a date takes its first promise from the first date it gets', async () => {
  const { id } = await change('', (tx) =>
    tx
      .insertInto('action')
      .values({ councilId: northmere.id, title: 'Later', costKnown: false })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  for (const targetOn of ['2027-01-31', '2027-02-28']) {
    await change('', (tx) => tx.updateTable('action').set({ targetOn }).where('id', '=', id).execute());
  }
  const action = await database.inCouncil(officer, (tx) =>
    tx.selectFrom('action').select('originalTargetOn').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  assert.equal(action.originalTargetOn, '2027-01-31');
});
