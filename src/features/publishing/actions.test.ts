import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/databases.ts';
import { makeWorld } from '../../../test/world.ts';
import { publish } from './actions/publish.ts';
import { redact } from './actions/redact.ts';
import { withdraw } from './actions/withdraw.ts';
import { listVersions, readContents } from './queries/published.ts';
import { FILE_TEXT, makeReport, type ReportMade } from './testing.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);

let made = 0;
async function report(): Promise<ReportMade & { slug: string }> {
  const { northmere } = world;
  const people = { officer: northmere.people.officer, member: northmere.people.member };
  made += 1;
  return {
    ...(await makeReport(database, northmere.as('improvement_lead'), { ...people, secret: 'canary-secret' })),
    slug: `challenge-${made}`,
  };
}

const lead = () => world.northmere.as('improvement_lead');
function publishNow(given: { reportId: string; slug: string }, expectedNumber: number, more: object = {}) {
  const { reportId, slug } = given;
  const input = { councilId: world.northmere.id, reportId, slug, title: 'Plan', summary: 'Short.', expectedNumber };
  return database.inCouncil(lead(), (tx) => publish(tx, { ...input, ...more }));
}

/** What everybody can read of a report's versions, newest first. */
function seen(reportId: string) {
  return database.inPublic(async (tx) => {
    const versions = await tx
      .selectFrom('publication')
      .selectAll()
      .where('reportId', '=', reportId)
      .orderBy('number', 'desc')
      .execute();
    const contents = await readContents(
      tx,
      world.northmere.id,
      versions.map((one) => one.id),
    );
    return versions.map((version) => ({ version, ...contents.get(version.id)! }));
  });
}

const piecesOf = (fileId: string) =>
  database.inPublic((tx) => tx.selectFrom('publishedFilePiece').select('bytes').where('fileId', '=', fileId).execute());

test('publishing copies recommendations, answers, public actions and public evidence with its file, and nothing private', async () => {
  const given = await report();
  const done = await publishNow(given, 1);
  assert.equal(done.outcome, 'published');
  const [copy] = await seen(given.reportId);
  assert.equal(copy?.recommendations.length, 6);
  assert.equal(copy.recommendations[0]?.answer, 'accepted');
  assert.equal(copy.recommendations[0]?.verdict, 'partly_met');
  assert.equal(copy.recommendations[0]?.progress, 'reported_complete');
  assert.equal(copy.recommendations[4]?.progress, null);
  assert.equal(copy.actions.length, 4);
  assert.equal(copy.actions.find((one) => one.actionId === given.actions.brief)?.member, 'Councillor Maud Elling');
  assert.deepEqual(copy.evidence.map((one) => one.title).sort(), [
    'How the floor was reached',
    'The list of buildings',
  ]);
  assert.doesNotMatch(JSON.stringify(copy), /canary/);
  assert.doesNotMatch(JSON.stringify(copy), /@/);
  assert.equal(Buffer.from((await piecesOf(given.fileId))[0]!.bytes).toString(), FILE_TEXT);
});

test('a form sent twice publishes once', async () => {
  const given = await report();
  await publishNow(given, 1);
  assert.deepEqual(await publishNow(given, 1), { outcome: 'already published', slug: given.slug, number: 1 });
  assert.equal((await seen(given.reportId)).length, 1);
});

test('publishing again makes the next version, marks the former replaced, and keeps its short name', async () => {
  const given = await report();
  await publishNow(given, 1);
  await publishNow({ ...given, slug: 'another' }, 2);
  const [second, first] = await seen(given.reportId);
  assert.deepEqual([second?.version.number, second?.version.slug, second?.version.replacedAt], [2, given.slug, null]);
  assert.ok(first?.version.replacedAt);
});

test('a published version does not change when the register does', async () => {
  const given = await report();
  await publishNow(given, 1);
  const [before] = await seen(given.reportId);
  await database.inCouncil(lead(), async (tx) => {
    await tx.updateTable('action').set({ title: 'Other words' }).where('id', '=', given.actions.brief).execute();
    await tx.updateTable('recommendation').set({ text: 'Other text' }).where('reportId', '=', given.reportId).execute();
    await tx.updateTable('response').set({ answer: 'not_accepted', reason: 'No' }).execute();
  });
  assert.deepEqual((await seen(given.reportId))[0], before);
});

test('a short name is refused to a second report', async () => {
  const [one, other] = [await report(), await report()];
  await publishNow(one, 1);
  assert.deepEqual(await publishNow({ ...other, slug: one.slug }, 1), { outcome: 'short name taken' });
});

test('a withdrawn version keeps its place and its reason, and loses every row and file', async () => {
  const given = await report();
  const done = await publishNow(given, 1);
  assert.equal(done.outcome, 'published');
  const { publicationId } = done as { publicationId: string };
  const input = { publicationId, reason: 'A figure was wrong. Ask nobody@northmere.example.' };
  const first = await database.inCouncil(lead(), (tx) => withdraw(tx, input));
  const second = await database.inCouncil(lead(), (tx) => withdraw(tx, { publicationId, reason: 'Again' }));
  assert.deepEqual([first.outcome, second.outcome], ['withdrawn', 'already withdrawn']);
  const [copy] = await seen(given.reportId);
  assert.equal(copy?.version.withdrawalReason, 'A figure was wrong. Ask [e-mail address left out].');
  assert.equal(copy.version.summary, '');
  assert.deepEqual([copy.recommendations, copy.actions, copy.evidence], [[], [], []]);
  assert.deepEqual(await piecesOf(given.fileId), []);
});

test('a file stays while another version bears it', async () => {
  const given = await report();
  const first = (await publishNow(given, 1)) as { publicationId: string };
  await publishNow(given, 2);
  await database.inCouncil(lead(), (tx) => withdraw(tx, { publicationId: first.publicationId, reason: 'Old' }));
  assert.equal((await piecesOf(given.fileId)).length, 1);
});

test('what is taken out everywhere leaves its reason in every version, and stays out of the next', async () => {
  const given = await report();
  await publishNow(given, 1);
  const second = (await publishNow(given, 2)) as { publicationId: string };
  const what = { kind: 'action' as const, recordId: given.actions.floor, reason: 'It named a person.' };
  const done = await database.inCouncil(lead(), (tx) =>
    redact(tx, { publicationId: second.publicationId, everywhere: true, ...what }),
  );
  assert.deepEqual(done, { outcome: 'taken out', versions: 2 });
  await publishNow(given, 3);
  for (const copy of await seen(given.reportId)) {
    assert.equal(
      copy.actions.some((one) => one.actionId === given.actions.floor),
      false,
    );
    assert.equal(
      copy.evidence.some((one) => one.title === 'How the floor was reached'),
      false,
    );
    assert.deepEqual(
      copy.removals.map((one) => one.reason),
      ['It named a person.'],
    );
  }
  assert.deepEqual(await piecesOf(given.fileId), []);
  await publishNow(given, 4, { putBack: [given.actions.floor] });
  const [fourth] = await seen(given.reportId);
  assert.equal(
    fourth?.actions.some((one) => one.actionId === given.actions.floor),
    true,
  );
  assert.deepEqual(fourth?.removals, []);
});

test('what is taken out of one version stays in the others', async () => {
  const given = await report();
  const first = (await publishNow(given, 1)) as { publicationId: string };
  await publishNow(given, 2);
  const recordId = given.recommendations[0]!;
  await database.inCouncil(lead(), (tx) =>
    redact(tx, {
      publicationId: first.publicationId,
      kind: 'recommendation',
      recordId,
      reason: 'Why',
      everywhere: false,
    }),
  );
  const [newer, older] = await seen(given.reportId);
  assert.deepEqual([newer?.recommendations.length, older?.recommendations.length], [6, 5]);
  assert.deepEqual(
    older?.removals.map((one) => [one.groupName, one.number]),
    [['Key recommendations', 1]],
  );
});

test('another council can neither publish, withdraw nor take out what is not its own', async () => {
  const given = await report();
  const { publicationId } = (await publishNow(given, 1)) as { publicationId: string };
  const { reportId, slug } = given;
  const outcomes = await database.inCouncil(world.wendshire.as('improvement_lead'), async (tx) => [
    await listVersions(tx, reportId),
    await withdraw(tx, { publicationId, reason: 'Mischief' }),
    await redact(tx, { publicationId, kind: 'action', recordId: given.actions.floor, reason: 'No', everywhere: true }),
    await publish(tx, { councilId: world.wendshire.id, reportId, slug, title: 'T', summary: 'S', expectedNumber: 2 }),
  ]);
  assert.deepEqual(outcomes, [
    [],
    { outcome: 'nothing there' },
    { outcome: 'nothing there' },
    { outcome: 'nothing to publish' },
  ]);
  assert.equal((await seen(reportId))[0]?.recommendations.length, 6);
});

test('the public door cannot read a table that is not published', async () => {
  for (const table of ['recommendation', 'action', 'evidence', 'stored_file_piece', 'membership', 'history'] as const) {
    await assert.rejects(
      // biome-ignore lint/suspicious/noExplicitAny: the types already refuse these tables; this asks the database.
      database.inPublic((tx) => (tx as any).selectFrom(table).selectAll().execute()),
      /permission denied/,
    );
  }
});
