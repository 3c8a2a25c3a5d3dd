// A report and all that hangs on it, in one council, with a canary word in every text field.
import { noFacts, noMoney, noProse, noWords, type ReportRecord } from '../../src/engines/reading/index.ts';
import { json } from '../../src/platform/db/json.ts';
import type { Database } from '../../src/platform/db/open.ts';
import type { Actor } from '../../src/platform/db/scope.ts';
import { canary } from '../canaries.ts';

/** Who makes records, and for whom. */
export interface Maker {
  readonly database: Database;
  readonly code: string;
  readonly actor: Actor;
  readonly officer: string;
  readonly member: string;
}

/** Identifiers of records that only their council may see. */
export interface PrivateRecords {
  readonly fileId: string;
  readonly documentId: string;
  readonly findingId: string;
  readonly proposalId: string;
  readonly reportId: string;
  readonly recommendationId: string;
  readonly actionId: string;
  readonly updateId: string;
  readonly fileEvidenceId: string;
  readonly linkEvidenceId: string;
  readonly verdictId: string;
  /** A report that was read for the library and not put there. */
  readonly additionId: string;
}

/** What the reader would have made of a report of one line. */
function recordOf(text: string): ReportRecord {
  const span = [0, text.length] as const;
  const block = {
    id: 'b1',
    kind: 'paragraph',
    level: null,
    label: null,
    depth: 0,
    span,
    page: 1,
    pageEnd: 1,
    pageBreaks: [],
  } as const;
  const council = { name: null, gss: null };
  return {
    kind: 'unknown',
    council,
    title: text,
    text,
    pages: 1,
    blocks: [block],
    recommendations: [],
    ...noFacts,
    ...noMoney,
    ...noWords,
    ...noProse,
    dropped: [],
  };
}

export async function makePrivateRecords({ database, code, actor, officer, member }: Maker): Promise<PrivateRecords> {
  const { councilId } = actor;
  const word = (table: string, column: string) => canary(code, table, column);
  return database.inCouncil(
    actor,
    async (tx) => {
      const bytes = new TextEncoder().encode(word('stored_file_piece', 'bytes'));
      const { id: fileId } = await tx
        .insertInto('storedFile')
        .values({
          councilId,
          name: `${word('stored_file', 'name')}.pdf`,
          mediaType: 'application/pdf',
          size: bytes.length,
          sha256: '0'.repeat(64),
          addedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.insertInto('storedFilePiece').values({ councilId, fileId, position: 0, bytes }).execute();
      const { id: documentId } = await tx
        .insertInto('document')
        .values({
          councilId,
          title: word('document', 'title'),
          fileId,
          state: 'read',
          refusal: word('document', 'refusal'),
          record: json(recordOf(word('document', 'record'))),
          uploadedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: findingId } = await tx
        .insertInto('finding')
        .values({
          councilId,
          documentId,
          kind: 'suggestion',
          position: 1,
          value: json({ text: word('finding', 'value'), strength: 'should', theme: null }),
          spanStart: 0,
          spanEnd: 6,
          confidence: 0.8,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const correction = { text: word('finding_decision', 'correction'), strength: 'must', theme: null };
      await tx
        .insertInto('findingDecision')
        .values({
          councilId,
          findingId,
          number: 1,
          decision: 'accepted',
          correction: json(correction),
          decidedBy: officer,
        })
        .execute();
      const { id: proposalId } = await tx
        .insertInto('proposal')
        .values({
          councilId,
          documentId,
          position: 1,
          groupName: word('proposal', 'group_name'),
          number: 1,
          heading: word('proposal', 'heading'),
          text: word('proposal', 'text'),
          parts: json([{ label: 'a', text: word('proposal', 'parts') }]),
          doubts: json([word('proposal', 'doubts')]),
          asRead: json({
            group: 'Recommendations',
            number: 1,
            heading: null,
            text: word('proposal', 'as_read'),
            parts: [],
          }),
          decision: 'accepted',
          decidedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      // An earlier version of the report, dropped since, with the same find in it.
      const earlier = await tx
        .insertInto('document')
        .values({ councilId, title: word('document', 'title'), fileId, state: 'dropped', uploadedBy: officer })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('documentVersion')
        .values({ councilId, documentId, earlierId: earlier.id, rootId: earlier.id, madeBy: officer })
        .execute();
      const same = await tx
        .insertInto('proposal')
        .values({
          councilId,
          documentId: earlier.id,
          position: 1,
          groupName: word('proposal', 'group_name'),
          number: 1,
          text: word('proposal', 'text'),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('proposalMatch')
        .values({ councilId, proposalId, earlierId: same.id, rootId: same.id, matchedBy: officer })
        .execute();
      const { id: reportId } = await tx
        .insertInto('report')
        .values({
          councilId,
          documentId,
          title: word('report', 'title'),
          registeredBy: officer,
          receivedOn: '2026-06-01',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: recommendationId } = await tx
        .insertInto('recommendation')
        .values({
          councilId,
          reportId,
          proposalId,
          position: 1,
          groupName: word('recommendation', 'group_name'),
          number: 1,
          heading: word('recommendation', 'heading'),
          text: word('recommendation', 'text'),
          parts: json([{ label: 'a', text: word('recommendation', 'parts') }]),
          officerId: officer,
          memberId: member,
          registeredBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('response')
        .values({
          councilId,
          recommendationId,
          answer: 'accepted_in_part',
          reason: word('response', 'reason'),
          decidedOn: '2026-07-01',
          decidedByBody: word('response', 'decided_by_body'),
          decisionReference: word('response', 'decision_reference'),
          decisionUrl: `https://example.org/${word('response', 'decision_url')}`,
          recordedBy: officer,
        })
        .execute();
      const { id: actionId } = await tx
        .insertInto('action')
        .values({
          councilId,
          title: word('action', 'title'),
          successMeasure: word('action', 'success_measure'),
          officerId: officer,
          memberId: member,
          startsOn: '2026-07-01',
          targetOn: '2027-03-31',
          costKnown: true,
          costOneOffPence: 1_234_500,
          addedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.insertInto('recommendationAction').values({ councilId, recommendationId, actionId }).execute();
      const { id: updateId } = await tx
        .insertInto('actionUpdate')
        .values({
          councilId,
          actionId,
          progress: 'paused',
          sentence: word('action_update', 'sentence'),
          pauseReason: word('action_update', 'pause_reason'),
          previousTargetOn: '2027-03-31',
          newTargetOn: '2027-06-30',
          moveReason: word('action_update', 'move_reason'),
          reportedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const evidence = (values: { fileId?: string; url?: string }) =>
        tx
          .insertInto('evidence')
          .values({ councilId, actionId, title: word('evidence', 'title'), addedBy: officer, ...values })
          .returning('id')
          .executeTakeFirstOrThrow();
      const fileEvidence = await evidence({ fileId });
      const linkEvidence = await evidence({ url: `https://example.org/${word('evidence', 'url')}` });
      const { id: verdictId } = await tx
        .insertInto('verdict')
        .values({
          councilId,
          recommendationId,
          grade: 'partly_met',
          givenOn: '2026-11-01',
          reviewer: word('verdict', 'reviewer'),
          source: word('verdict', 'source'),
          recordedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: additionId } = await tx
        .insertInto('libraryAddition')
        .values({
          councilId,
          fileId,
          address: `https://example.org/${word('library_addition', 'address')}`,
          state: 'read',
          refusal: word('library_addition', 'refusal'),
          found: json({
            title: word('library_addition', 'found'),
            about: word('library_addition', 'found'),
            reportKind: 'unknown',
            year: 2026,
            pages: 1,
            passages: [
              {
                ...{ kind: 'suggestion', strength: 'should', theme: null, heading: null, page: 1 },
                text: `${word('library_addition', 'found')} should be published.`,
              },
            ],
          }),
          withdrawalReason: word('library_addition', 'withdrawal_reason'),
          addedBy: officer,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return {
        fileId,
        documentId,
        findingId,
        proposalId,
        reportId,
        recommendationId,
        actionId,
        updateId,
        fileEvidenceId: fileEvidence.id,
        linkEvidenceId: linkEvidence.id,
        verdictId,
        additionId,
      };
    },
    { reason: word('history', 'reason') },
  );
}
