import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { listLinks, ofOthers, ofReport } from '../queries/joint.ts';
import { findReport } from '../queries/register.ts';
import { likelyJoint } from '../rules/joint.ts';
import { openReportRoom, SAMPLE } from '../testing.ts';
import { correct } from './correct.ts';
import { decide } from './decide.ts';
import { linkJoint, unlinkJoint } from './joint.ts';
import { registerAccepted } from './register.ts';

const room = await openReportRoom({ after });
const { lead, other, world } = room;

/** A report in Northmere's register with one recommendation, in nearly the words that every council of the world published. */
async function registered(): Promise<{ documentId: string; reportId: string; recommendationId: string }> {
  const documentId = await room.upload(SAMPLE);
  await room.read(documentId);
  const [find] = await room.finds(documentId);
  const text = 'Agree one shared plan for the budget and publish how each saving will be made.';
  const wording = { ...find!.wording, heading: null, parts: [], text };
  const on = { documentId, findId: find!.id };
  await room.in(lead, (tx) => correct(tx, lead, { ...on, version: 1, wording, meant: 'as-typed' }));
  await room.in(lead, (tx) => decide(tx, lead, { ...on, version: 2, decision: 'accepted' }));
  const details = {
    title: 'Parallel',
    kind: 'unknown',
    fieldworkFrom: null,
    fieldworkTo: null,
    receivedOn: null,
  } as const;
  await room.in(lead, (tx) => registerAccepted(tx, lead, { documentId, details }));
  const reportId = (await room.in(lead, (tx) => findReport(tx, documentId)))!.id;
  const [ours] = await room.in(lead, (tx) => ofReport(tx, reportId));
  return { documentId, reportId, recommendationId: ours!.id };
}
const theirs = {
  otherCouncilId: world.wendshire.id,
  otherRecommendationId: world.wendshire.published.recommendationId,
};

test('a recommendation asked of two councils is offered as joint from what is published, and from nothing private', async () => {
  const { reportId } = await registered();
  const [ours, others] = await room.in(lead, async (tx) => [
    await ofReport(tx, reportId),
    await ofOthers(tx, reportId),
  ]);
  const pairs = likelyJoint(ours, others);
  const councils = new Set(pairs.map((pair) => pair.other.councilId));
  assert.deepEqual(councils, new Set([world.northmere.id, world.wendshire.id, world.thornwick.id]));
  const foreign = others.filter((one) => one.councilId !== world.northmere.id);
  assert.doesNotMatch(JSON.stringify(foreign), /canary/);
  assert.ok(foreign.every((one) => one.href.startsWith('/public/')));
});

test('linked and never merged; the other council sees it from the day this end is published', async () => {
  const { documentId, reportId, recommendationId } = await registered();
  const ends = { recommendationId, ...theirs };
  const link = () => room.in(lead, (tx) => linkJoint(tx, lead, { documentId, ends }));
  assert.deepEqual(await link(), { kind: 'linked', shown: false });
  const seenThere = () => room.in(other, (tx) => listLinks(tx, world.wendshire.published.reportId));
  assert.ok(!(await seenThere()).some((one) => one.otherRecommendationId === recommendationId));
  // A statement smuggled past the program cannot show it either.
  await assert.rejects(
    room.in(lead, (tx) =>
      tx
        .insertInto('publishedJointLink')
        .values({ councilId: lead.councilId, ...ends })
        .execute(),
    ),
    /row-level security/,
  );
  await room.in(lead, async (tx) => {
    const { id } = await tx
      .insertInto('publication')
      .values({
        councilId: lead.councilId,
        reportId,
        slug: 'parallel',
        number: 1,
        title: 'Parallel',
        reportKind: 'unknown',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('publishedRecommendation')
      .values({
        councilId: lead.councilId,
        publicationId: id,
        recommendationId,
        position: 1,
        groupName: 'Recommendations',
        number: 1,
        text: 'Agree one shared plan for the budget and publish how each saving will be made.',
      })
      .execute();
  });
  assert.deepEqual(await link(), { kind: 'linked', shown: true });
  const seen = (await seenThere()).filter((one) => one.otherRecommendationId === recommendationId);
  assert.deepEqual(
    seen.map(({ byOther, recommendationId: of }) => [byOther, of]),
    [[true, theirs.otherRecommendationId]],
  );
  const [one] = await room.in(lead, (tx) => ofReport(tx, reportId));
  assert.match(one!.wording.text, /one shared plan/);
  await room.in(lead, (tx) => unlinkJoint(tx, { documentId, ends }));
  assert.deepEqual(await room.in(lead, (tx) => listLinks(tx, reportId)), []);
  assert.ok(!(await seenThere()).some((link) => link.otherRecommendationId === recommendationId));
});

test('nothing is linked that this council may not read, and no other council links or unlinks here', async () => {
  const { documentId, recommendationId } = await registered();
  const gone = { kind: 'gone' };
  const secret = {
    recommendationId,
    otherCouncilId: world.wendshire.id,
    otherRecommendationId: world.wendshire.own.recommendationId,
  };
  assert.deepEqual(await room.in(lead, (tx) => linkJoint(tx, lead, { documentId, ends: secret })), gone);
  const ends = { recommendationId, ...theirs };
  assert.deepEqual(await room.in(other, (tx) => linkJoint(tx, other, { documentId, ends })), gone);
  assert.deepEqual(await room.in(other, (tx) => unlinkJoint(tx, { documentId, ends })), gone);
});
