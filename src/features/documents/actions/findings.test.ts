import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { countFindings, listFindings } from '../queries/findings.ts';
import type { Decision } from '../rules/find.ts';
import type { Finding, FindingKind } from '../rules/finding.ts';
import { titleOfFinding } from '../rules/finding-words.ts';
import { openReportRoom, SAMPLE } from '../testing.ts';
import { decide } from './decide.ts';
import { acceptClearFindings, addFinding, correctFinding, decideFinding } from './findings.ts';
import { registerAccepted } from './register.ts';
import { SUGGESTIONS_GROUP, takeSuggestion } from './take-suggestion.ts';

const room = await openReportRoom({ after });

async function readSample(): Promise<string> {
  const documentId = await room.upload(SAMPLE);
  await room.read(documentId);
  return documentId;
}
const findings = (documentId: string, ...kinds: FindingKind[]) =>
  room.in(room.lead, (tx) => listFindings(tx, documentId, kinds.length > 0 ? kinds : undefined));
const on = (documentId: string, one: Finding) => ({ documentId, findingId: one.id, version: one.version });
const say = (documentId: string, one: Finding, decision: Decision) =>
  room.in(room.lead, (tx) => decideFinding(tx, room.lead, { ...on(documentId, one), decision }));

test('what was read beside the recommendations waits to be checked, each with its place in the text', async () => {
  const documentId = await readSample();
  const all = await findings(documentId);
  const kinds = new Set(all.map((one) => one.kind));
  for (const kind of ['suggestion', 'peer', 'figure', 'fieldwork'] as const) assert.ok(kinds.has(kind), kind);
  assert.ok(all.every((one) => one.decision === 'undecided' && !one.corrected));
  assert.ok(all.filter((one) => one.span !== null).length > all.length / 2);
  const counts = await room.in(room.lead, (tx) => countFindings(tx, documentId));
  assert.equal(
    counts.reduce((sum, one) => sum + one.undecided, 0),
    all.length,
  );
});

test('a correction stands beside what was proposed, which nothing in a council can overwrite', async () => {
  const documentId = await readSample();
  const [peer] = await findings(documentId, 'peer');
  const value = { ...peer!.value, role: 'Member peer for money' };
  await room.in(room.lead, (tx) => correctFinding(tx, room.lead, { ...on(documentId, peer!), value }));
  const [now] = await findings(documentId, 'peer');
  assert.deepEqual(now?.value, value);
  assert.deepEqual(now?.proposed, peer?.value);
  assert.equal(now?.decision, 'accepted');
  assert.equal(now?.decidedBy, 'Imran Leigh');
  // Undone and accepted again, the correction is still there; typed back as it was read, there is none.
  await say(documentId, now!, 'undecided');
  const [undone] = await findings(documentId, 'peer');
  assert.equal(undone?.corrected, true);
  await room.in(room.lead, (tx) =>
    correctFinding(tx, room.lead, { ...on(documentId, undone!), value: undone!.proposed }),
  );
  assert.equal((await findings(documentId, 'peer'))[0]?.corrected, false);
  for (const statement of [
    sql`update finding set value = '{}'`,
    sql`delete from finding`,
    sql`update finding_decision set correction = null`,
    sql`delete from finding_decision`,
  ]) {
    await assert.rejects(
      room.in(room.lead, (tx) => statement.execute(tx)),
      /permission denied/,
    );
  }
});

test('of two who decide at once the second is told; the same decision twice is no conflict', async () => {
  const documentId = await readSample();
  const [figure] = await findings(documentId, 'figure');
  assert.deepEqual(await say(documentId, figure!, 'left_out'), { kind: 'decided' });
  const second = await say(documentId, figure!, 'accepted');
  assert.ok(second.kind === 'changed-meanwhile');
  assert.equal(second.who, 'You');
  assert.equal(second.finding.decision, 'left_out');
  assert.deepEqual(await say(documentId, figure!, 'left_out'), { kind: 'decided' });
});

test('clear ones are accepted together, each only as it was seen; one that was missed is added in its place', async () => {
  const documentId = await readSample();
  const all = await findings(documentId);
  const clear = all.filter((one) => one.confidence >= 0.9);
  await say(documentId, clear[0]!, 'left_out');
  const seen = new Map(all.map((one) => [one.id, one.version]));
  const outcome = await room.in(room.lead, (tx) => acceptClearFindings(tx, room.lead, documentId, seen));
  assert.deepEqual(outcome, { kind: 'accepted', accepted: clear.length - 1, waiting: all.length - clear.length + 1 });
  const figure = all.find((one) => one.kind === 'figure')!;
  const value = { ...figure.value, qualifier: null, measures: 'What the first one is for' };
  const added = await room.in(room.lead, (tx) => addFinding(tx, room.lead, { documentId, kind: 'figure', value }));
  assert.ok(added.kind === 'added');
  const made = (await findings(documentId)).find((one) => one.id === added.findingId)!;
  assert.equal(made.addedBy, 'Imran Leigh');
  assert.equal(made.decision, 'accepted');
  assert.ok(made.span !== null);
});

test('a suggestion taken goes to the register once, in a group of its own, and says where it came from', async () => {
  const documentId = await readSample();
  const [suggestion] = await findings(documentId, 'suggestion');
  const take = () => room.in(room.lead, (tx) => takeSuggestion(tx, room.lead, on(documentId, suggestion!)));
  const taken = await take();
  assert.ok(taken.kind === 'taken');
  assert.deepEqual(await take(), taken);
  const find = (await room.finds(documentId)).find((one) => one.id === taken.findId)!;
  assert.equal(find.wording.group, SUGGESTIONS_GROUP);
  assert.equal(find.wording.text, titleOfFinding(suggestion!));
  assert.equal(find.decision, 'accepted');
  // Left out among the recommendations, it may be taken again.
  await room.in(room.lead, (tx) =>
    decide(tx, room.lead, { documentId, findId: find.id, version: find.version, decision: 'left_out' }),
  );
  const [free] = await findings(documentId, 'suggestion');
  assert.equal(free?.takenAs, null);
  await room.in(room.lead, (tx) => takeSuggestion(tx, room.lead, on(documentId, free!)));
  const details = {
    title: 'A challenge',
    kind: 'unknown',
    fieldworkFrom: null,
    fieldworkTo: null,
    receivedOn: null,
  } as const;
  const registered = await room.in(room.lead, (tx) => registerAccepted(tx, room.lead, { documentId, details }));
  assert.ok(registered.kind === 'registered' && registered.added === 1);
});

test('another council finds nothing to decide, correct, take or add to', async () => {
  const documentId = await readSample();
  const [suggestion] = await findings(documentId, 'suggestion');
  const given = on(documentId, suggestion!);
  const { other } = room;
  await room.in(other, async (tx) => {
    const gone = { kind: 'gone' };
    assert.deepEqual(await decideFinding(tx, other, { ...given, decision: 'accepted' }), gone);
    assert.deepEqual(await correctFinding(tx, other, { ...given, value: suggestion!.value }), gone);
    assert.deepEqual(await takeSuggestion(tx, other, given), gone);
    assert.deepEqual(await addFinding(tx, other, { documentId, kind: 'suggestion', value: suggestion!.value }), gone);
    assert.deepEqual(await listFindings(tx, documentId), []);
    assert.deepEqual(await countFindings(tx, documentId), []);
  });
});
