// History of what councils share: read by exactly the councils that may read the record, changed by nobody; the person
// and the reason are their own council's.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { refused } from '../../../test/catalogue.ts';
import { openTestDatabase, TEST_START } from '../../../test/databases.ts';
import { canary, expectNoCanary, makeWorld, type WorldCouncil } from '../../../test/world.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere, wendshire, thornwick } = world;
const { arrangementId, partnershipId, protocolId, postId, termsId } = world.shared;
/** Of the first arrangement and the partnership. */
const first = (row: { arrangementId: string | null }) =>
  row.arrangementId === arrangementId || row.arrangementId === null;

const seenBy = (council: WorldCouncil) =>
  database.inCouncil(council.as('officer'), async (tx) => ({
    rows: await tx.selectFrom('sharedHistory').selectAll().orderBy('id').execute(),
    people: await tx.selectFrom('sharedHistoryPerson').selectAll().orderBy('historyId').execute(),
  }));

test('proposing, agreeing and recording each leave a row: which council, when, what', async () => {
  const { rows } = await seenBy(northmere);
  const told = rows.filter(first).map((row) => [row.tableName, row.change, row.recordId, row.actingCouncilId]);
  const one = northmere.id;
  const other = wendshire.id;
  assert.deepEqual(told, [
    ['partnership', 'added', partnershipId, null],
    ['partnership_council', 'added', partnershipId, null],
    ['partnership_council', 'added', partnershipId, null],
    ['arrangement', 'added', arrangementId, one],
    ['arrangement_council', 'added', arrangementId, one],
    ['arrangement_council', 'added', arrangementId, one],
    ['protocol', 'added', protocolId, one],
    ['arrangement_council', 'changed', arrangementId, one],
    ['protocol_agreement', 'added', protocolId, one],
    ['arrangement_council', 'changed', arrangementId, other],
    ['protocol_agreement', 'added', protocolId, other],
    ['shared_post', 'added', postId, one],
    ['arrangement_terms', 'added', termsId, one],
    ['arrangement_terms_agreement', 'added', termsId, one],
    ['shared_post_agreement', 'added', postId, one],
    ['arrangement_terms_agreement', 'added', termsId, other],
    ['shared_post_agreement', 'added', postId, other],
  ]);
  const agreed = rows.find((row) => row.change === 'changed')!;
  assert.deepEqual(agreed.was, { agreed_on: null, decided_by_body: '', decision_reference: '' });
  assert.equal(agreed.record.agreed_on, '2026-04-01');
  assert.equal(agreed.at.toISOString(), TEST_START.toISOString());
});

test('both councils read the same of it, and a third reads nothing', async () => {
  assert.deepEqual((await seenBy(wendshire)).rows, (await seenBy(northmere)).rows);
  assert.deepEqual(await seenBy(thornwick), { rows: [], people: [] });
});

test('which person did it, and why, is read by their own council alone', async () => {
  const mine = await seenBy(northmere);
  const theirs = await seenBy(wendshire);
  assert.ok(mine.people.length > 0 && mine.people.every((one) => one.councilId === northmere.id));
  assert.ok(mine.people.some((one) => one.personId === northmere.people.improvement_lead));
  assert.ok(mine.people.some((one) => one.reason === canary('northmere', 'shared_history_person', 'reason')));
  assert.deepEqual(
    theirs.people.map(({ historyId }) => theirs.rows.find(({ id }) => id === historyId)!.tableName),
    ['arrangement_council', 'protocol_agreement', 'arrangement_terms_agreement', 'shared_post_agreement'],
  );
  // Neither a name, nor a reason, nor an identifier of the other council's people.
  expectNoCanary(JSON.stringify(theirs), 'wendshire');
  for (const id of Object.values(northmere.people)) assert.ok(!JSON.stringify(theirs).includes(id));
});

test('the history of a post is read while the post is: with the protocol it begins and ends', async () => {
  const under = await database.inCouncil(northmere.as('improvement_lead'), async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select propose_arrangement('Audit', '', ${`{${wendshire.id}}`}::uuid[]) as id`.execute(tx);
    const id = rows[0]!.id;
    const protocol = { arrangementId: id, recordKind: 'post' as const, fromOn: '2026-10-01', untilOn: '2026-12-31' };
    const made = await tx.insertInto('protocol').values(protocol).returning('id').executeTakeFirstOrThrow();
    return { arrangementId: id, protocolId: made.id };
  });
  for (const council of [northmere, wendshire]) {
    await database.inCouncil(council.as('improvement_lead'), (tx) =>
      tx
        .insertInto('protocolAgreement')
        .values({ ...under, councilId: council.id, agreedOn: '2026-11-01' })
        .execute(),
    );
  }
  await database.inCouncil(wendshire.as('improvement_lead'), (tx) =>
    tx
      .insertInto('sharedPost')
      .values({ arrangementId: under.arrangementId, title: 'Head of audit', recordedByCouncilId: wendshire.id })
      .execute(),
  );
  const told = async (day: string) => {
    database.clock.moveTo(new Date(`${day}T10:00:00Z`));
    const { rows } = await seenBy(northmere);
    database.clock.moveTo(TEST_START);
    const ours = rows.filter((row) => row.arrangementId === under.arrangementId);
    return { posts: ours.filter((row) => row.tableName === 'shared_post').length, all: ours.length };
  };
  assert.equal((await told('2026-12-31')).posts, 1);
  const after = await told('2027-01-01');
  assert.equal(after.posts, 0);
  assert.equal(after.all, 6, 'the arrangement, its councils, its protocol and two agreements stay');
});

test('nobody writes, changes or removes it, and no council reads it past its policies', async () => {
  const lead = northmere.as('improvement_lead');
  for (const statement of [
    sql`update shared_history set table_name = 'x'`,
    sql`delete from shared_history`,
    sql`truncate shared_history`,
    sql`insert into shared_history (arrangement_id, table_name, record_id, at, change, record)
      values (${arrangementId}, 'arrangement', ${arrangementId}, now(), 'added', '{}')`,
    sql`update shared_history_person set reason = 'better'`,
    sql`delete from shared_history_person`,
    sql`insert into shared_history_person (council_id, history_id) values (${northmere.id}, 1)`,
    sql`alter table arrangement_council disable trigger arrangement_council_history`,
    sql`drop policy shared_history_trigger on shared_history`,
  ]) {
    await refused(database.inCouncil(lead, (tx) => statement.execute(tx)));
  }
  await refused(database.inPublic((tx) => sql`select from shared_history`.execute(tx)));
  for (const table of ['shared_history', 'shared_history_person']) {
    await refused(database.asKeeper((tx) => sql`delete from ${sql.id(table)}`.execute(tx)));
  }
});

test('who restores records restores their history with them, and adds none', async () => {
  const count = () => seenBy(northmere).then(({ rows }) => rows.length);
  const before = await count();
  await database.asKeeper((tx) =>
    sql`update arrangement set purpose = purpose || '!' where id = ${arrangementId}`.execute(tx),
  );
  await database.asKeeper((tx) =>
    sql`update arrangement set purpose = rtrim(purpose, '!') where id = ${arrangementId}`.execute(tx),
  );
  assert.equal(await count(), before);
});
