import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { listFindings } from '../queries/findings.ts';
import { findReport } from '../queries/register.ts';
import { listMatches } from '../queries/versions.ts';
import { openReportRoom, SAMPLE } from '../testing.ts';
import { decide } from './decide.ts';
import { decideFinding } from './findings.ts';
import { registerAccepted } from './register.ts';
import { drop, upload } from './upload.ts';
import { carryOver, confirmPair, undoMatch } from './versions.ts';

const room = await openReportRoom({ after });
const { lead, other } = room;
const details = {
  title: 'A challenge',
  kind: 'unknown',
  fieldworkFrom: null,
  fieldworkTo: null,
  receivedOn: null,
} as const;

/** The final report: one recommendation in other words. */
async function uploadFinal(earlierId: string): Promise<string> {
  const html = await readFile(SAMPLE, 'utf8');
  assert.match(html, CHANGED);
  const path = join(room.folder, 'final.html');
  await writeFile(path, html.replaceAll(new RegExp(CHANGED, 'g'), 'Publish early and in plain words the reserves'));
  const bytes = await readFile(path);
  const id = await room.in(lead, (tx) =>
    upload(tx, lead, { name: 'final.html', mediaType: 'text/html', bytes, sha256: 'final' }, null, earlierId),
  );
  await room.read(id);
  return id;
}
const CHANGED = /Publish the reserves/;

test('what is the same carries its decision over when a person confirms it, and stands in the register once', async () => {
  const draft = await room.upload(SAMPLE);
  await room.read(draft);
  const before = await room.finds(draft);
  const reworded = before.find((find) => CHANGED.test(find.wording.text))!;
  const leftOut = before.find((find) => find !== reworded)!;
  for (const find of before.slice(0, 6)) {
    const decision = find === leftOut ? 'left_out' : 'accepted';
    await room.in(lead, (tx) => decide(tx, lead, { documentId: draft, findId: find.id, version: 1, decision }));
  }
  if (!before.slice(0, 6).includes(reworded)) {
    await room.in(lead, (tx) =>
      decide(tx, lead, { documentId: draft, findId: reworded.id, version: 1, decision: 'accepted' }),
    );
  }
  await room.in(lead, (tx) => registerAccepted(tx, lead, { documentId: draft, details }));
  const [peer] = await room.in(lead, (tx) => listFindings(tx, draft, ['peer']));
  await room.in(lead, (tx) =>
    decideFinding(tx, lead, { documentId: draft, findingId: peer!.id, version: 0, decision: 'accepted' }),
  );

  const final = await uploadFinal(draft);
  assert.ok((await room.finds(final)).every((find) => find.decision === 'undecided'));
  const carried = await room.in(lead, (tx) => carryOver(tx, lead, final));
  assert.deepEqual(carried, { kind: 'carried', finds: 17, findings: 1 });
  const registered = before.slice(0, 6).filter((find) => find !== leftOut && find !== reworded).length;
  const now = await room.finds(final);
  assert.equal(now.filter((find) => find.recommendationId !== null).length, registered);
  assert.equal(now.filter((find) => find.decision === 'left_out').length, 1);
  assert.equal((await room.in(lead, (tx) => listFindings(tx, final, ['peer'])))[0]?.decision, 'accepted');
  // Sent twice, nothing is left to do; and what stands in the register is not added to it again.
  assert.deepEqual(await room.in(lead, (tx) => carryOver(tx, lead, final)), { kind: 'carried', finds: 0, findings: 0 });
  const again = await room.in(lead, (tx) => registerAccepted(tx, lead, { documentId: final, details: null }));
  assert.equal(again.kind, 'nothing-accepted');

  // The reworded one: confirmed, with its new words in the register, and the line between them can be taken back.
  const later = now.find((find) => /in plain words/.test(find.wording.text))!;
  const given = { documentId: final, findId: later.id, earlierFindId: reworded.id, reword: true };
  assert.deepEqual(await room.in(lead, (tx) => confirmPair(tx, lead, given)), { kind: 'matched' });
  const confirmed = (await room.finds(final)).find((find) => find.id === later.id)!;
  assert.ok(confirmed.recommendationId);
  const text = await room.in(lead, (tx) =>
    tx.selectFrom('recommendation').select('text').where('id', '=', confirmed.recommendationId!).executeTakeFirst(),
  );
  assert.equal(text?.text, later.wording.text);
  assert.equal((await room.finds(draft)).find((find) => find.id === reworded.id)?.wording.text, reworded.wording.text);
  await room.in(lead, (tx) => undoMatch(tx, { documentId: final, findId: later.id }));
  assert.equal((await room.finds(final)).find((find) => find.id === later.id)?.recommendationId, null);

  // Both versions are one report of the register; the later one may be dropped while nothing was registered from it.
  const [one, two] = await room.in(lead, async (tx) => [await findReport(tx, draft), await findReport(tx, final)]);
  assert.equal(one?.id, two?.id);
  assert.equal(await room.in(lead, (tx) => drop(tx, draft)), 'registered');
  assert.equal(await room.in(lead, (tx) => drop(tx, final)), 'dropped');
});

test('another council can neither tie its upload to a report, nor confirm or carry anything over', async () => {
  const draft = await room.upload(SAMPLE);
  await room.read(draft);
  const final = await uploadFinal(draft);
  const [find] = await room.finds(final);
  const [earlier] = await room.finds(draft);
  await room.in(other, async (tx) => {
    assert.deepEqual(await carryOver(tx, other, final), { kind: 'gone' });
    const given = { documentId: final, findId: find!.id, earlierFindId: earlier!.id, reword: true };
    assert.deepEqual(await confirmPair(tx, other, given), { kind: 'gone' });
    assert.deepEqual(await undoMatch(tx, { documentId: final, findId: find!.id }), { kind: 'gone' });
    const file = { name: 'x.html', mediaType: 'text/html', bytes: new Uint8Array([1]), sha256: 'x' };
    const own = await upload(tx, other, file, null, draft);
    assert.equal(
      await tx.selectFrom('documentVersion').select('id').where('documentId', '=', own).executeTakeFirst(),
      undefined,
    );
  });
  assert.equal((await room.in(lead, (tx) => listMatches(tx, final))).size, 0);
});
