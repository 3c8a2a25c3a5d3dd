// Where accepted finds go: a report of the register and its recommendations.
import { sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { ReportDetails } from '../rules/document.ts';
import type { Find, Wording } from '../rules/find.ts';
import { rootOf } from './versions.ts';

/** The register's report of a document, which all its versions share under the first of them. */
export async function findReport(tx: CouncilTx, documentId: string): Promise<{ id: string; title: string } | null> {
  const row = await tx
    .selectFrom('report')
    .select(['id', 'title'])
    .where('documentId', '=', (await rootOf(tx, documentId)) ?? documentId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertReport(
  tx: CouncilTx,
  row: ReportDetails & { councilId: string; documentId: string; registeredBy: string | null },
): Promise<string> {
  const { id } = await tx.insertInto('report').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The numbers a report's recommendations have already taken, as "group" and number. */
export async function registeredNumbers(tx: CouncilTx, reportId: string): Promise<{ group: string; number: number }[]> {
  return tx
    .selectFrom('recommendation')
    .select(['groupName as group', 'number'])
    .where('reportId', '=', reportId)
    .execute();
}

export async function insertRecommendations(
  tx: CouncilTx,
  into: { councilId: string; reportId: string; registeredBy: string | null },
  finds: readonly Find[],
): Promise<void> {
  if (finds.length === 0) return;
  await tx
    .insertInto('recommendation')
    .values(
      finds.map((find) => ({
        ...into,
        proposalId: find.id,
        position: find.position,
        groupName: find.wording.group,
        number: find.wording.number,
        heading: find.wording.heading,
        text: find.wording.text,
        parts: json(find.wording.parts),
        spanStart: find.span?.[0] ?? null,
        spanEnd: find.span?.[1] ?? null,
        page: find.page,
        pageEnd: find.pageEnd,
      })),
    )
    .execute();
}

/** The recommendations of the register that came from a document, with their place in its text. */
export async function registeredPlaces(tx: CouncilTx, documentId: string) {
  return tx
    .selectFrom('recommendation')
    .innerJoin('proposal', (join) =>
      join
        .onRef('proposal.councilId', '=', 'recommendation.councilId')
        .onRef('proposal.id', '=', 'recommendation.proposalId'),
    )
    .select([
      'recommendation.id',
      'recommendation.groupName as group',
      'recommendation.number',
      'recommendation.spanStart',
      'recommendation.spanEnd',
    ])
    .where('proposal.documentId', '=', documentId)
    .orderBy('recommendation.position')
    .execute();
}

/** Whether anything in the register was printed in this very document, and not in another version of it. */
export async function isRegistered(tx: CouncilTx, documentId: string): Promise<boolean> {
  const own = await tx.selectFrom('report').select('id').where('documentId', '=', documentId).executeTakeFirst();
  return own !== undefined || (await registeredPlaces(tx, documentId)).length > 0;
}

/** A report that was typed into the register and has no document. */
export interface TypedReport {
  readonly id: string;
  readonly title: string;
  readonly registeredAt: Date;
  readonly registeredBy: string | null;
  readonly recommendations: number;
}

/** Reports without a document, newest first. */
export async function listTypedReports(tx: CouncilTx): Promise<TypedReport[]> {
  return tx
    .selectFrom('report')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.councilId', '=', 'report.councilId')
        .onRef('membership.personId', '=', 'report.registeredBy'),
    )
    .select(['report.id', 'report.title', 'report.registeredAt', 'membership.name as registeredBy'])
    .select(
      sql<number>`(select count(*)::integer from recommendation r
        where r.council_id = report.council_id and r.report_id = report.id)`.as('recommendations'),
    )
    .where('report.documentId', 'is', null)
    .orderBy('report.registeredAt', 'desc')
    .execute();
}

/** Puts the words of a later version in the place of those registered. List and number stay: they are how it is known. */
export async function rewordRecommendation(
  tx: CouncilTx,
  id: string,
  { heading, text, parts }: Wording,
): Promise<void> {
  await tx
    .updateTable('recommendation')
    .set((eb) => ({ heading, text, parts: json(parts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
