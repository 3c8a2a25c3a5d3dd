// Versions of one report, and the finds of two of them that a person has said are the same.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { Version } from '../rules/compare.ts';

/** Ties a document to the one it is a later version of. */
export async function insertVersion(
  tx: CouncilTx,
  row: { councilId: string; documentId: string; earlierId: string; madeBy: string | null },
): Promise<void> {
  const rootId = (await rootOf(tx, row.earlierId)) ?? row.earlierId;
  await tx
    .insertInto('documentVersion')
    .values({ ...row, rootId })
    .execute();
}

/** The first version of a report, under which the register holds it; null for a document that is the first itself. */
export async function rootOf(tx: CouncilTx, documentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('documentVersion')
    .select('rootId')
    .where('documentId', '=', documentId)
    .executeTakeFirst();
  return row?.rootId ?? null;
}

/** The version before a document, while it is kept, and the newest of those after it. */
export async function versionsAround(
  tx: CouncilTx,
  documentId: string,
): Promise<{ earlier: Version | null; later: Version | null }> {
  const of = () =>
    tx
      .selectFrom('documentVersion as version')
      .innerJoin('document', (join) => join.onRef('document.councilId', '=', 'version.councilId'))
      .innerJoin('storedFile', (join) =>
        join.onRef('storedFile.councilId', '=', 'document.councilId').onRef('storedFile.id', '=', 'document.fileId'),
      )
      .select(['document.id as documentId', 'document.title', 'storedFile.name as fileName'])
      .where('document.state', '<>', 'dropped');
  const earlier = await of()
    .where('version.documentId', '=', documentId)
    .whereRef('document.id', '=', 'version.earlierId')
    .executeTakeFirst();
  const later = await of()
    .where('version.earlierId', '=', documentId)
    .whereRef('document.id', '=', 'version.documentId')
    .orderBy('document.uploadedAt', 'desc')
    .executeTakeFirst();
  return { earlier: earlier ?? null, later: later ?? null };
}

/** By find of this document, the find of an earlier version that it is. */
export async function listMatches(tx: CouncilTx, documentId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('proposalMatch')
    .innerJoin('proposal', (join) =>
      join
        .onRef('proposal.councilId', '=', 'proposalMatch.councilId')
        .onRef('proposal.id', '=', 'proposalMatch.proposalId'),
    )
    .select(['proposalMatch.proposalId', 'proposalMatch.earlierId'])
    .where('proposal.documentId', '=', documentId)
    .execute();
  return new Map(rows.map((row) => [row.proposalId, row.earlierId]));
}

export async function insertMatch(
  tx: CouncilTx,
  row: { councilId: string; proposalId: string; earlierId: string; matchedBy: string | null },
): Promise<void> {
  const before = await tx
    .selectFrom('proposalMatch')
    .select('rootId')
    .where('proposalId', '=', row.earlierId)
    .executeTakeFirst();
  await tx
    .insertInto('proposalMatch')
    .values({ ...row, rootId: before?.rootId ?? row.earlierId })
    .execute();
}

export async function deleteMatch(tx: CouncilTx, proposalId: string): Promise<void> {
  await tx.deleteFrom('proposalMatch').where('proposalId', '=', proposalId).execute();
}
