// What publishing, withdrawing and taking out write. Every statement names the council's own rows.
import { sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { NotRegistered } from '../../recommendations/index.ts';
import type { Contents, Removal } from '../rules/contents.ts';

/** The council of this scope. */
const ownCouncil = sql<string>`(select current_council())`;

export interface NewPublication {
  readonly reportId: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly reportKind: string;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
  readonly notRegistered: readonly NotRegistered[];
}

export async function insertPublication(tx: CouncilTx, publication: NewPublication): Promise<string> {
  const { id } = await tx
    .insertInto('publication')
    .values({ councilId: ownCouncil, ...publication, notRegistered: json(publication.notRegistered) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Marks the versions before this one as replaced, now. */
export async function markReplaced(tx: CouncilTx, reportId: string, number: number): Promise<void> {
  await tx
    .updateTable('publication')
    .set({ replacedAt: sql`scope_now()` })
    .where('councilId', '=', ownCouncil)
    .where('reportId', '=', reportId)
    .where('number', '<', number)
    .where('replacedAt', 'is', null)
    .execute();
}

/** The rows of a copy, and the bytes of its files where they are not yet published. */
export async function insertContents(tx: CouncilTx, publicationId: string, contents: Contents): Promise<void> {
  const own = { councilId: ownCouncil, publicationId };
  if (contents.recommendations.length) {
    await tx
      .insertInto('publishedRecommendation')
      .values(contents.recommendations.map((row) => ({ ...own, ...row, parts: json(row.parts) })))
      .execute();
  }
  if (contents.actions.length) {
    await tx
      .insertInto('publishedAction')
      .values(contents.actions.map((row) => ({ ...own, ...row })))
      .execute();
  }
  if (contents.evidence.length) {
    await tx
      .insertInto('publishedEvidence')
      .values(contents.evidence.map((row) => ({ ...own, ...row })))
      .execute();
  }
  for (const removal of contents.removals) await insertRemoval(tx, publicationId, removal);
  const files = [...new Set(contents.evidence.map((row) => row.fileId).filter((id) => id !== null))];
  if (files.length) {
    await tx
      .insertInto('publishedFilePiece')
      .columns(['councilId', 'fileId', 'position', 'bytes'])
      .expression((eb) =>
        eb
          .selectFrom('storedFilePiece')
          .select(['councilId', 'fileId', 'position', 'bytes'])
          .where('councilId', '=', ownCouncil)
          .where('fileId', 'in', files),
      )
      .onConflict((conflict) => conflict.columns(['councilId', 'fileId', 'position']).doNothing())
      .execute();
  }
}

/** One thing taken out. `redactedAt` is kept when a later version carries it over, and is now when left away. */
export async function insertRemoval(
  tx: CouncilTx,
  publicationId: string,
  removal: Omit<Removal, 'redactedAt'> & { redactedAt?: Date },
): Promise<void> {
  const { kind, recommendationId, recordId, groupName, number, position, reason, redactedAt } = removal;
  await tx
    .insertInto('publishedRedaction')
    .values({
      councilId: ownCouncil,
      publicationId,
      ...{ kind, recommendationId, recordId, groupName, number, position, reason },
      ...(redactedAt ? { redactedAt } : {}),
    })
    .execute();
}

/** Empties a version and says why in its place. */
export async function emptyPublication(tx: CouncilTx, publicationId: string, reason: string): Promise<void> {
  await tx
    .updateTable('publication')
    .set({ withdrawnAt: sql`scope_now()`, withdrawalReason: reason, summary: '', notRegistered: null })
    .where('councilId', '=', ownCouncil)
    .where('id', '=', publicationId)
    .execute();
  // Actions and evidence go with the recommendations under which they stand.
  await tx
    .deleteFrom('publishedRecommendation')
    .where('councilId', '=', ownCouncil)
    .where('publicationId', '=', publicationId)
    .execute();
}

export interface Borne {
  readonly publicationId: string;
  readonly recommendationId: string;
  readonly groupName: string;
  readonly number: number;
  readonly position: number;
}

/** Where the council's published copies bear a record; `publicationId` narrows it to one version. */
export async function findBorne(
  tx: CouncilTx,
  kind: Removal['kind'],
  recordId: string,
  publicationId: string | null,
): Promise<Borne[]> {
  let query = tx
    .selectFrom('publishedRecommendation as r')
    .select(['r.publicationId', 'r.recommendationId', 'r.groupName', 'r.number', 'r.position'])
    .where('r.councilId', '=', ownCouncil);
  if (publicationId !== null) query = query.where('r.publicationId', '=', publicationId);
  if (kind === 'recommendation') return query.where('r.recommendationId', '=', recordId).execute();
  if (kind === 'action') {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('publishedAction as one')
          .whereRef('one.councilId', '=', 'r.councilId')
          .whereRef('one.publicationId', '=', 'r.publicationId')
          .whereRef('one.recommendationId', '=', 'r.recommendationId')
          .where('one.actionId', '=', recordId),
      ),
    );
  } else {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('publishedEvidence as one')
          .whereRef('one.councilId', '=', 'r.councilId')
          .whereRef('one.publicationId', '=', 'r.publicationId')
          .whereRef('one.recommendationId', '=', 'r.recommendationId')
          .where('one.evidenceId', '=', recordId),
      ),
    );
  }
  return query.execute();
}

/** Deletes a record's words from one place of one version; evidence on an action goes with the action. */
export async function deleteBorne(tx: CouncilTx, kind: Removal['kind'], recordId: string, at: Borne): Promise<void> {
  if (kind === 'recommendation') {
    await tx
      .deleteFrom('publishedRecommendation')
      .where('councilId', '=', ownCouncil)
      .where('publicationId', '=', at.publicationId)
      .where('recommendationId', '=', recordId)
      .execute();
    return;
  }
  await tx
    .deleteFrom('publishedEvidence')
    .where('councilId', '=', ownCouncil)
    .where('publicationId', '=', at.publicationId)
    .where('recommendationId', '=', at.recommendationId)
    .where(kind === 'action' ? 'actionId' : 'evidenceId', '=', recordId)
    .execute();
  if (kind === 'evidence') return;
  await tx
    .deleteFrom('publishedAction')
    .where('councilId', '=', ownCouncil)
    .where('publicationId', '=', at.publicationId)
    .where('recommendationId', '=', at.recommendationId)
    .where('actionId', '=', recordId)
    .execute();
}

/** Deletes the bytes of files that no version bears any more. */
export async function deleteUnbornePieces(tx: CouncilTx): Promise<void> {
  await tx
    .deleteFrom('publishedFilePiece')
    .where('councilId', '=', ownCouncil)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('publishedEvidence as e')
            .whereRef('e.councilId', '=', 'publishedFilePiece.councilId')
            .whereRef('e.fileId', '=', 'publishedFilePiece.fileId'),
        ),
      ),
    )
    .execute();
}
