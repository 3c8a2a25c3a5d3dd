import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import type { ReadFile } from '../jobs.ts';
import { findDocument, findRecord } from '../queries/documents.ts';
import { listFindings } from '../queries/findings.ts';
import { openReportRoom, readHere, SAMPLE } from '../testing.ts';
import { decide } from './decide.ts';
import { correctFinding } from './findings.ts';
import { registerAccepted } from './register.ts';
import { readAgain } from './upload.ts';

const room = await openReportRoom({ after });
const again = (documentId: string) => room.in(room.lead, (tx) => readAgain(tx, room.lead, documentId, async () => {}));
const recordOf = async (documentId: string) => (await room.in(room.lead, (tx) => findRecord(tx, documentId)))!;

/** A later version of the reader: it keeps a line that the earlier one dropped, so everything stands further on. */
const laterReader: ReadFile = async (path, options) => {
  const outcome = await readHere(path, options);
  if (!outcome.ok) return outcome;
  const head = 'A line at the top.\n\n';
  const text = JSON.stringify({ ...outcome.record, text: '' }, (key, value) =>
    key === 'span' ? [value[0] + head.length, value[1] + head.length] : value,
  );
  return { ok: true, record: { ...JSON.parse(text), text: head + outcome.record.text } };
};

test('another reading replaces what nobody touched, and keeps what was decided in the place where its words now stand', async () => {
  const documentId = await room.upload(SAMPLE);
  await room.read(documentId);
  const [first, second, third] = await room.finds(documentId);
  const say = (findId: string, decision: 'accepted' | 'left_out') =>
    room.in(room.lead, (tx) => decide(tx, room.lead, { documentId, findId, version: 1, decision }));
  await say(first!.id, 'accepted');
  const details = {
    title: 'A challenge',
    kind: 'unknown',
    fieldworkFrom: null,
    fieldworkTo: null,
    receivedOn: null,
  } as const;
  await room.in(room.lead, (tx) => registerAccepted(tx, room.lead, { documentId, details }));
  await say(second!.id, 'left_out');
  const [peer, ...peers] = await room.in(room.lead, (tx) => listFindings(tx, documentId, ['peer']));
  const value = { ...peer!.value, role: 'Corrected' };
  await room.in(room.lead, (tx) =>
    correctFinding(tx, room.lead, { documentId, findingId: peer!.id, version: 0, value }),
  );
  const words = (await recordOf(documentId)).text.slice(...first!.span!);

  assert.equal(await again(documentId), 'ordered');
  await room.read(documentId, laterReader);
  const now = await room.finds(documentId);
  assert.equal(now.length, 18);
  assert.equal(now[0]?.id, first?.id);
  assert.ok(now[0]?.recommendationId);
  assert.equal((await recordOf(documentId)).text.slice(...now[0]!.span!), words);
  assert.equal(now[1]?.id, second?.id);
  assert.equal(now[1]?.decision, 'left_out');
  assert.ok(!now.some((find) => find.id === third?.id), 'a find that nobody decided is proposed anew');
  assert.ok(
    now.every((find) => find.madeFrom.length === 0),
    'nothing was split or joined by reading again',
  );
  const team = await room.in(room.lead, (tx) => listFindings(tx, documentId, ['peer']));
  assert.equal(team.length, peers.length + 1);
  assert.deepEqual(team.find((one) => one.id === peer?.id)?.value, value);
  assert.ok(!team.some((one) => one.id === peers[0]?.id));
});

test('when another reading fails, what was read before stands, with the reason', async () => {
  const documentId = await room.upload(SAMPLE);
  await room.read(documentId);
  const before = await room.finds(documentId);
  await again(documentId);
  assert.equal(
    (
      await room.in(room.lead, (tx) =>
        decide(tx, room.lead, { documentId, findId: before[0]!.id, version: 1, decision: 'accepted' }),
      )
    ).kind,
    'gone',
  );
  const refusal = { code: 'too-slow', message: 'Reading took too long' };
  await room.read(documentId, async () => ({ ok: false, refusal }));
  const document = await room.in(room.lead, (tx) => findDocument(tx, documentId));
  assert.equal(document?.state, 'read');
  assert.equal(document?.refusal, 'Reading took too long');
  assert.deepEqual(await room.finds(documentId), before);
  await again(documentId);
  await room.read(documentId);
  assert.equal((await room.in(room.lead, (tx) => findDocument(tx, documentId)))?.refusal, null);
});
