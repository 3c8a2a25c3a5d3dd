// Every query of the register and of its actions, run by its owner and by another council: the owner's run returns or
// changes rows, the other's nothing.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { insertFile, readFile } from '../../documents/index.ts';
import { publish } from '../../publishing/index.ts';
import { makeReport } from '../../publishing/testing.ts';
import * as history from '../../recommendations/queries/history.ts';
import { findPeople } from '../../recommendations/queries/people.ts';
import * as record from '../../recommendations/queries/record.ts';
import * as register from '../../recommendations/queries/register.ts';
import * as recordWrites from '../../recommendations/queries/write.ts';
import { openRegisterWorld } from '../../recommendations/testing.ts';
import * as read from './read.ts';
import * as write from './write.ts';

const world = await openRegisterWorld({ after });
const made = await makeReport(
  world.db,
  { councilId: world.northmere, personId: world.priya.id },
  { officer: world.tom.id, member: world.anne.id, secret: 'kept' },
);
const first = made.recommendations[0]!;
const { brief, floor } = made.actions;
const evidence = made.evidence.floor;
const sentence = 'Three of five sessions held.';

// Two paragraphs of which the first holds a sign of two code units: spans count as JavaScript does.
const paragraphs = ['1. Publish the level 📈 of reserves.', 'And explain it in plain words.', 'Another thing.'];
const text = paragraphs.join('\n');
let at = 0;
const blocks = paragraphs.map((paragraph, index) => {
  const span = [at, at + paragraph.length];
  at = span[1]! + 1;
  return { id: `b${index + 1}`, span };
});
const { documentId, file, unpublished } = await world.inNorthmere(async (tx) => {
  const { rows } = await sql<{ id: string }>`
    insert into document (council_id, title, state, record)
    values (current_council(), 'The report', 'read', ${JSON.stringify({ text, blocks })}::jsonb) returning id`.execute(
    tx,
  );
  await publish(tx, {
    ...{ councilId: world.northmere, reportId: made.reportId, title: 'The plan', slug: 'plan', summary: '' },
    expectedNumber: 1,
  });
  const file = await insertFile(tx, {
    ...{ name: 'floor.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('Floor'), sha256: '1'.repeat(64) },
  });
  // A published page bears the rest, so that nothing of it can be hidden or taken off.
  const unpublished = await write.insertEvidence(tx, {
    ...{ recommendationId: null, actionId: brief, title: 'Floor', fileId: file, url: null },
    visibility: 'public',
  });
  return { documentId: rows[0]!.id, file, unpublished };
});
const place = { documentId, spanStart: 5, spanEnd: paragraphs[0]!.length + 10 };

/** Every query that reads, by name. */
const reads: Readonly<Record<string, (tx: CouncilTx) => Promise<unknown>>> = {
  findHistoryOfRecommendation: (tx) => history.findHistoryOfRecommendation(tx, first),
  findHistoryOfAction: (tx) => history.findHistoryOfAction(tx, brief),
  findHistoryOfEvidence: (tx) => history.findHistoryOfEvidence(tx, evidence),
  findPeople: async (tx) => (await findPeople(tx, '2026-11-23')).filter((person) => person.id === world.tom.id),
  findRecord: (tx) => record.findRecord(tx, first),
  findActionsOf: (tx) => record.findActionsOf(tx, first),
  findEvidenceOf: (tx) => record.findEvidenceOf(tx, first),
  findVerdicts: (tx) => record.findVerdicts(tx, first),
  findPassage: (tx) => record.findPassage(tx, place),
  findRegister: register.findRegister,
  findReports: register.findReports,
  findPlan: register.findPlan,
  reportExists: (tx) => recordWrites.reportExists(tx, made.reportId),
  findPlaces: async (tx) => (await recordWrites.findPlaces(tx, made.reportId, 'Key recommendations')).numbers,
  lockVersion: (tx) => recordWrites.lockVersion(tx, first),
  findResponseVersion: (tx) => recordWrites.findResponseVersion(tx, first),
  findActions: read.findActions,
  findAction: (tx) => read.findAction(tx, brief),
  lockAction: (tx) => read.lockAction(tx, brief),
  findUpdates: (tx) => read.findUpdates(tx, brief),
  findEvidence: (tx) => read.findEvidence(tx, evidence),
  findEvidenceOfAction: (tx) => read.findEvidenceOfAction(tx, floor),
  hasEvidence: (tx) => read.hasEvidence(tx, floor),
  isPublished: (tx) => read.isPublished(tx, 'action', floor),
  readFile: (tx) => readFile(tx, made.fileId),
  findRecommendationBrief: (tx) => read.findRecommendationBrief(tx, first),
};

const values = {
  ...{ title: 'Look again', officerId: null, memberId: null, startsOn: null, targetOn: null, successMeasure: '' },
  ...{ costKnown: false, costOneOffPence: null, costYearlyPence: null, peopleDays: null },
  visibility: 'public' as const,
};
const answer = { answer: 'accepted' as const, reason: '', decidedOn: '2026-11-01', decidedByBody: 'Cabinet' };
const update = {
  ...{ actionId: brief, progress: 'paused' as const, sentence: 'Waits', pauseReason: 'Illness' },
  ...{ previousTargetOn: null, newTargetOn: null, moveReason: '' },
};

/** Every query that writes to a record that is there, by name; in the order in which their owner can run them all. */
const writes: Readonly<Record<string, (tx: CouncilTx) => Promise<unknown>>> = {
  insertRecommendation: (tx) =>
    recordWrites.insertRecommendation(tx, {
      ...{ reportId: made.reportId, position: 9, groupName: 'More', number: 1, heading: null, text: 'More', parts: [] },
    }),
  updateOwners: (tx) =>
    recordWrites.updateOwners(tx, first, { officerId: null, memberId: null, nextReviewOn: '2027-09-01' }),
  saveResponse: (tx) =>
    recordWrites.saveResponse(tx, first, { ...answer, decisionReference: '26/140', decisionUrl: '' }),
  insertVerdict: (tx) =>
    recordWrites.insertVerdict(tx, {
      ...{ recommendationId: first, grade: 'not_met' as const, givenOn: '2026-11-20', reviewer: 'Auditor', source: '' },
    }),
  setNextReview: (tx) => recordWrites.setNextReview(tx, first, '2027-10-01'),
  updateAction: (tx) => write.updateAction(tx, brief, values),
  saveProgress: (tx) => write.saveProgress(tx, brief, { progress: 'paused', progressOn: '2026-11-23' }),
  insertUpdate: (tx) => write.insertUpdate(tx, update),
  insertLink: (tx) => write.insertLink(tx, made.recommendations[5]!, brief),
  deleteLink: (tx) => write.deleteLink(tx, made.recommendations[5]!, brief),
  insertEvidence: (tx) =>
    write.insertEvidence(tx, {
      ...{ recommendationId: null, actionId: brief, title: 'Floor', fileId: file, url: null },
      visibility: 'council',
    }),
  updateEvidenceVisibility: (tx) => write.updateEvidenceVisibility(tx, unpublished, 'council'),
  deleteEvidence: (tx) => write.deleteEvidence(tx, unpublished, file),
};
/** They begin a record of their own, in whichever council runs them. */
const BEGINNERS = ['insertReport', 'insertAction', 'insertFile'];
/** Looks for what its own person sent within the last minutes: it has its test beside the use cases. */
const ALONE = ['hasSameUpdate'];

const isNothing = (found: unknown) =>
  found === null ||
  found === false ||
  (Array.isArray(found) && found.length === 0) ||
  (found instanceof Uint8Array && found.length === 0);

test('no query of either feature is left out', () => {
  const there = [history, record, register, recordWrites, read, write].flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  );
  assert.deepEqual(
    [...there, 'findPeople', 'insertFile', 'readFile'].sort(),
    [...Object.keys(reads), ...Object.keys(writes), ...BEGINNERS, ...ALONE].sort(),
  );
});

for (const [name, query] of Object.entries(reads)) {
  test(`${name}: the owner finds rows, the other council nothing`, async () => {
    assert.ok(!isNothing(await world.inNorthmere(query)));
    const found = await world.inWendshire(query);
    assert.ok(isNothing(found), JSON.stringify(found));
  });
}

test('the same update is seen by its own council alone', async () => {
  const same = (tx: CouncilTx) =>
    read.hasSameUpdate(tx, { actionId: brief, progress: 'in_progress', sentence, newTargetOn: null });
  assert.equal(await world.inNorthmere(same, world.tom), false);
  await world.inNorthmere((tx) => write.insertUpdate(tx, { ...update, progress: 'in_progress', sentence }), world.tom);
  assert.equal(await world.inNorthmere(same, world.tom), true);
  assert.equal(await world.inWendshire(same), false);
});

/** Everything that the register of Northmere holds, as one text. */
async function everything(): Promise<string> {
  const tables =
    'report recommendation response verdict action action_update recommendation_action evidence stored_file';
  return world.db.asKeeper(async (tx) => {
    const parts: unknown[] = [];
    for (const table of tables.split(' ')) {
      const { rows } = await sql`select to_jsonb(t) as row from ${sql.table(table)} t
        where council_id = ${world.northmere} order by to_jsonb(t)::text`.execute(tx);
      parts.push(rows);
    }
    return JSON.stringify(parts);
  });
}

for (const [name, query] of Object.entries(writes)) {
  test(`${name}: the owner changes the register, the other council cannot`, async () => {
    const before = await everything();
    // Some are refused by the database, some find nothing to change: either way nothing is different.
    await world.inWendshire(query).catch(() => null);
    assert.equal(await everything(), before);
    await world.inNorthmere(query);
    assert.notEqual(await everything(), before);
  });
}

test('the passage is cut where the report’s paragraphs begin and end, whatever signs stand in them', async () => {
  const passage = await world.inNorthmere((tx) => record.findPassage(tx, place));
  assert.deepEqual(passage, { firstBlock: 'b1', paragraphs: paragraphs.slice(0, 2) });
  const second = blocks[1]!.span as [number, number];
  const exact = { documentId, spanStart: second[0], spanEnd: second[1] };
  assert.deepEqual(await world.inNorthmere((tx) => record.findPassage(tx, exact)), {
    firstBlock: 'b2',
    paragraphs: [paragraphs[1]],
  });
  assert.equal(await world.inNorthmere((tx) => record.findPassage(tx, { ...place, documentId: null })), null);
  assert.equal(await world.inNorthmere((tx) => record.findPassage(tx, { ...place, spanStart: null })), null);
});
