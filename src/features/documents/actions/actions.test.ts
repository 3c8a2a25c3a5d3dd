import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { findRecord } from '../queries/documents.ts';
import type { ReportDetails } from '../rules/document.ts';
import type { Decision, Find } from '../rules/find.ts';
import { openReportRoom, SAMPLE } from '../testing.ts';
import { addMissed, correct } from './correct.ts';
import { joinWithNext, putBack, split } from './cut-and-join.ts';
import { acceptClean, decide } from './decide.ts';
import { registerAccepted } from './register.ts';
import { drop } from './upload.ts';

const room = await openReportRoom({ after });

const details: ReportDetails = {
  title: 'Peer challenge',
  kind: 'corporate-peer-challenge',
  fieldworkFrom: '2026-09-15',
  fieldworkTo: '2026-09-18',
  receivedOn: null,
};

async function readSample(): Promise<{ documentId: string; finds: Find[] }> {
  const documentId = await room.upload(SAMPLE);
  await room.read(documentId);
  return { documentId, finds: await room.finds(documentId) };
}
const on = (documentId: string, find: Find) => ({ documentId, findId: find.id, version: find.version });
const say = (documentId: string, find: Find, decision: Decision) =>
  room.in(room.lead, (tx) => decide(tx, room.lead, { ...on(documentId, find), decision }));
const numbers = (finds: readonly Find[]) => finds.map((find) => find.wording.number);

test('a find is accepted, left out, and undone', async () => {
  const { documentId, finds } = await readSample();
  assert.deepEqual(await say(documentId, finds[0]!, 'accepted'), { kind: 'decided' });
  await say(documentId, finds[1]!, 'left_out');
  const [first, second] = await room.finds(documentId);
  assert.equal(first?.decision, 'accepted');
  assert.equal(first?.decidedBy, 'Imran Leigh');
  assert.equal(second?.decision, 'left_out');
  await say(documentId, first!, 'undecided');
  assert.equal((await room.finds(documentId))[0]?.decidedBy, null);
});

test('the second of two editors sees what the first did, and nothing of either is lost', async () => {
  const { documentId, finds } = await readSample();
  const find = finds[0]!;
  await say(documentId, find, 'left_out');
  const outcome = await say(documentId, find, 'accepted');
  assert.ok(outcome.kind === 'changed-meanwhile');
  assert.equal(outcome.who, 'You');
  assert.equal(outcome.find.decision, 'left_out');
  // Somebody else is told the name; one's own change came from another window.
  const another = { ...room.lead, personId: room.world.northmere.people.auditor };
  const told = await room.in(another, (tx) => decide(tx, another, { ...on(documentId, find), decision: 'accepted' }));
  assert.equal(told.kind === 'changed-meanwhile' && told.who, 'Imran Leigh');
  const wording = { ...find.wording, group: 'Others' };
  const corrected = await room.in(room.lead, (tx) =>
    correct(tx, room.lead, { ...on(documentId, find), wording, meant: null }),
  );
  assert.equal(corrected.kind, 'changed-meanwhile');
  assert.equal((await room.finds(documentId))[0]?.wording.group, 'Key recommendations');
  // The same decision twice is no conflict.
  assert.deepEqual(await say(documentId, find, 'left_out'), { kind: 'decided' });
});

test('words that are not the report’s are asked about once, saved when meant, and restored', async () => {
  const { documentId, finds } = await readSample();
  const find = finds[3]!;
  const typed = { ...find.wording, text: find.wording.text.replace('reserves', 'reserve') };
  const save = (version: number, wording: typeof typed, meant: 'as-typed' | 'restore' | null) =>
    room.in(room.lead, (tx) => correct(tx, room.lead, { documentId, findId: find.id, version, wording, meant }));
  assert.deepEqual(await save(1, typed, null), { kind: 'differs', at: 'reserve' });
  assert.equal((await room.finds(documentId))[3]?.version, 1);
  assert.deepEqual(await save(1, typed, 'as-typed'), { kind: 'saved' });
  assert.match((await room.finds(documentId))[3]!.wording.text, /Publish the reserve the council/);
  assert.deepEqual(await save(2, { ...typed, number: 40 }, null), { kind: 'saved' });
  assert.deepEqual(await save(3, { ...typed, number: 41 }, 'restore'), { kind: 'saved' });
  const restored = (await room.finds(documentId))[3]!.wording;
  assert.deepEqual(restored, { ...find.wording, number: 41 });
});

test('a number is used once in its group', async () => {
  const { documentId, finds } = await readSample();
  const find = finds[3]!;
  const wording = { ...find.wording, number: 5 };
  const given = { ...on(documentId, find), wording, meant: null };
  assert.deepEqual(await room.in(room.lead, (tx) => correct(tx, room.lead, given)), {
    kind: 'number-used',
    group: 'Key recommendations',
    number: 5,
  });
  const other = { ...given, wording: { ...wording, group: 'Others' } };
  assert.equal((await room.in(room.lead, (tx) => correct(tx, room.lead, other))).kind, 'saved');
});

test('a find is split before a sentence, its halves keep their own place, and it is put back', async () => {
  const { documentId, finds } = await readSample();
  const find = finds[3]!;
  const done = await room.in(room.lead, (tx) => split(tx, room.lead, { ...on(documentId, find), place: 's1' }));
  assert.equal(done.kind, 'done');
  const after = await room.finds(documentId);
  assert.deepEqual(numbers(after).slice(3, 6), [4, 15, 5]);
  const record = (await room.in(room.lead, (tx) => findRecord(tx, documentId)))!;
  assert.match(record.text.slice(...after[4]!.span!), /^The section 151 officer has advised/);
  assert.equal(`${after[3]!.wording.text} ${after[4]!.wording.text}`, find.wording.text);
  const stale = await room.in(room.lead, (tx) => split(tx, room.lead, { ...on(documentId, find), place: 's1' }));
  assert.deepEqual(stale, { kind: 'gone' });
  await say(documentId, after[4]!, 'accepted');
  const refused = await room.in(room.lead, (tx) => putBack(tx, room.lead, on(documentId, after[3]!)));
  assert.equal(refused.kind, 'no-place');
  await say(documentId, (await room.finds(documentId))[4]!, 'undecided');
  await room.in(room.lead, (tx) => putBack(tx, room.lead, on(documentId, after[3]!)));
  assert.deepEqual(
    (await room.finds(documentId)).map((one) => one.id),
    finds.map((one) => one.id),
  );
});

test('two finds are joined: the first one’s number stays, the passage covers both; and they are put back', async () => {
  const { documentId, finds } = await readSample();
  await room.in(room.lead, (tx) => joinWithNext(tx, room.lead, on(documentId, finds[4]!)));
  const after = await room.finds(documentId);
  assert.deepEqual(numbers(after).slice(3, 7), [4, 5, 7, 8]);
  assert.equal(after[4]!.wording.text, `${finds[4]!.wording.text} ${finds[5]!.wording.text}`);
  assert.deepEqual(after[4]!.span, [finds[4]!.span![0], finds[5]!.span![1]]);
  // The last of a group has nothing of its own group after it.
  const last = after.filter((find) => find.wording.group === 'Key recommendations').at(-1)!;
  assert.equal((await room.in(room.lead, (tx) => joinWithNext(tx, room.lead, on(documentId, last)))).kind, 'no-place');
  await room.in(room.lead, (tx) => putBack(tx, room.lead, on(documentId, after[4]!)));
  assert.deepEqual(numbers(await room.finds(documentId)), numbers(finds));
});

test('one that was missed is added from its paragraph, and keeps its place when it is a part of it', async () => {
  const { documentId } = await readSample();
  const record = (await room.in(room.lead, (tx) => findRecord(tx, documentId)))!;
  const block = record.blocks.find((one) => one.kind === 'paragraph' && one.span[1] - one.span[0] > 300)!;
  const printed = record.text.slice(...block.span);
  const sentence = /[.!?] ([^.!?]+[.!?])/.exec(printed)![1]!;
  const wording = { group: 'Others', number: 1, heading: null, text: sentence, parts: [] };
  const add = (text: string, number: number, meant: boolean) =>
    room.in(room.lead, (tx) =>
      addMissed(tx, room.lead, { documentId, blockId: block.id, wording: { ...wording, text, number }, meant }),
    );
  assert.equal((await add(sentence, 1, false)).kind, 'added');
  const added = (await room.finds(documentId)).find((find) => find.wording.group === 'Others')!;
  assert.equal(record.text.slice(...added.span!), sentence);
  assert.equal(added.decision, 'accepted');
  assert.equal((await add('Words that nobody printed.', 2, false)).kind, 'differs');
  assert.equal((await add('Words that nobody printed.', 2, true)).kind, 'added');
  assert.equal((await add(sentence, 1, false)).kind, 'number-used');
});

test('only what read cleanly, and is still as the person saw it, is accepted together', async () => {
  const { documentId, finds } = await readSample();
  const seen = new Map(finds.map((find) => [find.id, find.version]));
  const touched = finds[0]!;
  const wording = { ...touched.wording, group: 'Others' };
  await room.in(room.lead, (tx) => correct(tx, room.lead, { ...on(documentId, touched), wording, meant: null }));
  const outcome = await room.in(room.lead, (tx) => acceptClean(tx, room.lead, documentId, seen));
  const now = await room.finds(documentId);
  assert.equal(now.find((find) => find.id === touched.id)?.decision, 'undecided');
  assert.ok(now.every((find) => find.doubts.length === 0 || find.decision === 'undecided'));
  const doubted = finds.filter((find) => find.doubts.length > 0).length;
  assert.deepEqual(outcome, { kind: 'accepted', accepted: 18 - 1 - doubted, waiting: 1 + doubted });
});

test('the accepted go to the register once, later ones to the same report, and then the upload stays', async () => {
  const { documentId, finds } = await readSample();
  const register = () => room.in(room.lead, (tx) => registerAccepted(tx, room.lead, { documentId, details }));
  assert.deepEqual(await register(), { kind: 'nothing-accepted', reportId: null });
  await say(documentId, finds[1]!, 'accepted');
  const first = await register();
  assert.ok(first.kind === 'registered' && first.added === 1);
  assert.deepEqual(await register(), { kind: 'nothing-accepted', reportId: first.reportId });
  await say(documentId, finds[2]!, 'accepted');
  assert.deepEqual(await register(), { kind: 'registered', reportId: first.reportId, added: 1 });
  const row = await room.in(room.lead, (tx) =>
    tx.selectFrom('recommendation').selectAll().where('reportId', '=', first.reportId).orderBy('position').execute(),
  );
  assert.deepEqual(
    row.map((one) => [one.groupName, one.number, one.heading, one.parts.length]),
    [
      ['Key recommendations', 2, finds[1]!.wording.heading, 3],
      ['Key recommendations', 3, finds[2]!.wording.heading, 0],
    ],
  );
  assert.equal(await room.in(room.lead, (tx) => drop(tx, documentId)), 'registered');
  const inRegister = (await room.finds(documentId))[1]!;
  assert.deepEqual(await say(documentId, inRegister, 'undecided'), { kind: 'gone' });
});

test('a number freed by leaving out and then used cannot be accepted a second time', async () => {
  const { documentId, finds } = await readSample();
  await say(documentId, finds[4]!, 'left_out');
  const wording = { ...finds[3]!.wording, number: 5 };
  const given = { ...on(documentId, finds[3]!), wording, meant: null };
  assert.equal((await room.in(room.lead, (tx) => correct(tx, room.lead, given))).kind, 'saved');
  const now = await room.finds(documentId);
  await say(documentId, now[3]!, 'accepted');
  assert.deepEqual(await say(documentId, now[4]!, 'accepted'), {
    kind: 'number-used',
    group: 'Key recommendations',
    number: 5,
  });
});
