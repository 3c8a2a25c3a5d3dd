// A report put before the public, in plain words, with a private action and private evidence beside what was published.
import { randomUUID } from 'node:crypto';
import { canary } from '../canaries.ts';
import type { Maker } from './private-records.ts';

/** Identifiers of a published report, and of what must stay out of it. */
export interface PublishedRecords {
  readonly reportId: string;
  readonly recommendationId: string;
  readonly publicationId: string;
  /** Its address: "corporate-peer-challenge", number 1. */
  readonly slug: string;
  readonly actionId: string;
  readonly evidenceId: string;
  readonly fileId: string;
  /** An action of the same recommendation that was never made public. */
  readonly privateActionId: string;
  /** Evidence on the same recommendation that was never made public. */
  readonly privateEvidenceId: string;
}

const SLUG = 'corporate-peer-challenge';
const RECOMMENDATION = 'Agree one plan for the budget and publish how each saving will be made.';
const ACTION = 'Put a savings plan before cabinet';
const ADVICE = 'The council could ask its neighbours how they share a harbour master.';
const EVIDENCE = 'Savings plan, as agreed';

export async function makePublishedRecords({
  database,
  code,
  actor,
  officer,
  member,
}: Maker): Promise<PublishedRecords> {
  const { councilId } = actor;
  const word = (table: string, column: string) => canary(code, table, column);
  return database.inCouncil(actor, async (tx) => {
    const { id: reportId } = await tx
      .insertInto('report')
      .values({ councilId, title: 'Corporate peer challenge, May 2026', registeredBy: officer })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: recommendationId } = await tx
      .insertInto('recommendation')
      .values({
        councilId,
        reportId,
        position: 1,
        groupName: 'Recommendations',
        number: 1,
        text: RECOMMENDATION,
        officerId: officer,
        memberId: member,
        registeredBy: officer,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('response')
      .values({ councilId, recommendationId, answer: 'accepted', decidedOn: '2026-07-01', recordedBy: officer })
      .execute();

    const action = async (title: string, visibility: 'public' | 'council') => {
      const { id } = await tx
        .insertInto('action')
        .values({
          councilId,
          title,
          visibility,
          officerId: officer,
          memberId: member,
          targetOn: '2027-03-31',
          costKnown: false,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.insertInto('recommendationAction').values({ councilId, recommendationId, actionId: id }).execute();
      return id;
    };
    const actionId = await action(ACTION, 'public');
    const privateActionId = await action(word('action', 'title'), 'council');

    const bytes = new TextEncoder().encode('The plan that cabinet agreed.');
    const file = { name: 'savings-plan.txt', mediaType: 'text/plain', size: bytes.length };
    const { id: fileId } = await tx
      .insertInto('storedFile')
      .values({ councilId, ...file, sha256: '1'.repeat(64), addedBy: officer })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('storedFilePiece').values({ councilId, fileId, position: 0, bytes }).execute();
    const { id: evidenceId } = await tx
      .insertInto('evidence')
      .values({ councilId, actionId, title: EVIDENCE, fileId, visibility: 'public', addedBy: officer })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: privateEvidenceId } = await tx
      .insertInto('evidence')
      .values({
        councilId,
        recommendationId,
        title: word('evidence', 'title'),
        url: `https://example.org/${word('evidence', 'url')}`,
        addedBy: officer,
      })
      .returning('id')
      .executeTakeFirstOrThrow();

    const { id: publicationId } = await tx
      .insertInto('publication')
      .values({
        councilId,
        reportId,
        slug: SLUG,
        number: 1,
        title: 'Action plan',
        reportKind: 'corporate-peer-challenge',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const place = { councilId, publicationId, recommendationId };
    await tx
      .insertInto('publishedRecommendation')
      .values({
        ...place,
        position: 1,
        groupName: 'Recommendations',
        number: 1,
        text: RECOMMENDATION,
        answer: 'accepted',
      })
      .execute();
    await tx
      .insertInto('publishedAction')
      .values({ ...place, actionId, title: ACTION, targetOn: '2027-03-31', costKnown: false, progress: 'not_started' })
      .execute();
    await tx
      .insertInto('publishedEvidence')
      .values({
        ...place,
        evidenceId,
        actionId,
        title: EVIDENCE,
        fileId,
        fileName: file.name,
        mediaType: file.mediaType,
        size: file.size,
      })
      .execute();
    await tx.insertInto('publishedFilePiece').values({ councilId, fileId, position: 0, bytes }).execute();
    await tx
      .insertInto('publishedRedaction')
      .values({
        councilId,
        publicationId,
        kind: 'action',
        recommendationId,
        recordId: privateActionId,
        groupName: 'Recommendations',
        number: 1,
        position: 2,
        reason: 'It named a person.',
      })
      .execute();
    const link = { councilId, recommendationId, otherCouncilId: councilId, otherRecommendationId: randomUUID() };
    await tx
      .insertInto('jointLink')
      .values({ ...link, linkedBy: officer })
      .execute();
    await tx.insertInto('publishedJointLink').values(link).execute();
    const address = `https://reports.example/${code}`;
    const { id: sourceId } = await tx
      .insertInto('libraryAddition')
      .values({ councilId, fileId, address, state: 'added', addedBy: officer })
      .returning('id')
      .executeTakeFirstOrThrow();
    const source = { about: 'Farholm Borough Council', year: 2024 };
    await tx
      .insertInto('publishedSource')
      .values({ councilId, id: sourceId, title: 'Peer challenge', ...source, reportKind: 'unknown', address })
      .execute();
    await tx
      .insertInto('publishedPassage')
      .values({ councilId, sourceId, position: 1, kind: 'suggestion', strength: 'could', ...source, text: ADVICE })
      .execute();
    return {
      reportId,
      recommendationId,
      publicationId,
      slug: SLUG,
      actionId,
      evidenceId,
      fileId,
      privateActionId,
      privateEvidenceId,
    };
  });
}
