// Where accepted finds go: a report of the register and its recommendations.
import { json } from '../../../platform/db/json.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { ReportDetails } from '../rules/document.ts';
import type { Find } from '../rules/find.ts';

export async function findReport(tx: CouncilTx, documentId: string): Promise<{ id: string; title: string } | null> {
  const row = await tx
    .selectFrom('report')
    .select(['id', 'title'])
    .where('documentId', '=', documentId)
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
    .innerJoin('report', (join) =>
      join
        .onRef('report.councilId', '=', 'recommendation.councilId')
        .onRef('report.id', '=', 'recommendation.reportId'),
    )
    .select([
      'recommendation.id',
      'recommendation.groupName as group',
      'recommendation.number',
      'recommendation.spanStart',
      'recommendation.spanEnd',
    ])
    .where('report.documentId', '=', documentId)
    .orderBy('recommendation.position')
    .execute();
}
