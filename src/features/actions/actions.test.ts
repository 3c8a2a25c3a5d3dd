import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { makeReport } from '../publishing/testing.ts';
import { openRegisterWorld } from '../recommendations/testing.ts';
import { reportProgress, setCost } from './actions.ts';
import { findAction, findUpdates } from './queries/read.ts';

const world = await openRegisterWorld({ after });
const made = await makeReport(
  world.db,
  { councilId: world.northmere, personId: world.priya.id },
  { officer: world.tom.id, member: world.anne.id, secret: 'kept' },
);
const update = {
  actionId: made.actions.estate,
  progress: 'in_progress' as const,
  sentence: 'The list is begun.',
  pauseReason: '',
  moveReason: 'The surveys came early',
  today: '2026-11-23',
  evidence: null,
};

test('a new date before the start is refused by name, and nothing is kept of it', async () => {
  const before = await world.inNorthmere((tx) => findAction(tx, update.actionId));
  const outcome = await world.inNorthmere((tx) => reportProgress(tx, { ...update, newTargetOn: '2026-08-31' }));
  assert.deepEqual(outcome, { kind: 'before-start', startsOn: '2026-09-01' });
  assert.deepEqual(await world.inNorthmere((tx) => findAction(tx, update.actionId)), before);
  const onTheDay = await world.inNorthmere((tx) => reportProgress(tx, { ...update, newTargetOn: '2026-09-01' }));
  assert.equal(onTheDay.kind, 'reported');
});

test('the same update twice within minutes is kept once', async () => {
  const told = { ...update, sentence: 'Half of the list is done.', newTargetOn: null };
  const kinds = [];
  for (const _ of [1, 2]) kinds.push((await world.inNorthmere((tx) => reportProgress(tx, told))).kind);
  assert.deepEqual(kinds, ['reported', 'already-sent']);
  const kept = await world.inNorthmere((tx) => findUpdates(tx, update.actionId));
  assert.equal(kept.filter((one) => one.sentence === told.sentence).length, 1);
});

test('another council can neither report on an action nor set its cost', async () => {
  assert.deepEqual(await world.inWendshire((tx) => reportProgress(tx, { ...update, newTargetOn: null })), {
    kind: 'not-here',
  });
  assert.deepEqual(await world.inWendshire((tx) => setCost(tx, update.actionId, { known: false })), {
    kind: 'not-here',
  });
});
