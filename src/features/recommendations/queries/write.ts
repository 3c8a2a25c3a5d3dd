// Everything that this feature saves. The council and the person are those of the sealed scope, never an argument.
import { type Expression, sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { Answer, Grade, ReportKind, SubPoint } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';

export const currentCouncil = sql<string>`current_council()`;
/** The acting person, when the council's directory knows them: a job acts for nobody. */
export const currentPerson = sql<string | null>`current_person()`;

export async function insertReport(
  tx: CouncilTx,
  report: { title: string; kind: ReportKind; fieldworkFrom: string | null; fieldworkTo: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('report')
    .values({ ...report, councilId: currentCouncil, registeredBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function reportExists(tx: CouncilTx, id: string): Promise<boolean> {
  return (await tx.selectFrom('report').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** The numbers in use in one list of a report, and the last position in the whole report. */
export async function findPlaces(tx: CouncilTx, reportId: string, groupName: string) {
  const rows = await tx
    .selectFrom('recommendation')
    .select(['groupName', 'number', 'position'])
    .where('reportId', '=', reportId)
    .execute();
  return {
    numbers: rows.filter((row) => row.groupName === groupName).map((row) => row.number),
    lastPosition: Math.max(0, ...rows.map((row) => row.position)),
  };
}

export async function insertRecommendation(
  tx: CouncilTx,
  row: {
    reportId: string;
    position: number;
    groupName: string;
    number: number;
    heading: string | null;
    text: string;
    parts: readonly SubPoint[];
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('recommendation')
    .values({ ...row, parts: json(row.parts), councilId: currentCouncil, registeredBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The version in force, with a lock on the row until the transaction ends; null when the scope sees no such record. */
export async function lockVersion(tx: CouncilTx, id: string): Promise<number | null> {
  const row = await tx
    .selectFrom('recommendation')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function updateOwners(
  tx: CouncilTx,
  id: string,
  owners: { officerId: string | null; memberId: string | null; nextReviewOn: string | null },
): Promise<void> {
  await tx
    .updateTable('recommendation')
    .set({ ...owners, version: sql`version + 1` as Expression<number> })
    .where('id', '=', id)
    .execute();
}

export interface ResponseValues {
  readonly answer: Answer;
  readonly reason: string;
  readonly decidedOn: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
  readonly decisionUrl: string;
}

export async function findResponseVersion(tx: CouncilTx, recommendationId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('response')
    .select('version')
    .where('recommendationId', '=', recommendationId)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Saves the answer, whether it is the first or replaces another; the one before stays in the history. */
export async function saveResponse(tx: CouncilTx, recommendationId: string, values: ResponseValues): Promise<void> {
  const recorded = { recordedBy: currentPerson, recordedAt: sql<Date>`scope_now()` };
  await tx
    .insertInto('response')
    .values({ ...values, ...recorded, recommendationId, councilId: currentCouncil })
    .onConflict((conflict) =>
      conflict
        .columns(['councilId', 'recommendationId'])
        .doUpdateSet({ ...values, ...recorded, version: sql`response.version + 1` as Expression<number> }),
    )
    .execute();
}

export async function insertVerdict(
  tx: CouncilTx,
  verdict: { recommendationId: string; grade: Grade; givenOn: string; reviewer: string; source: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('verdict')
    .values({ ...verdict, councilId: currentCouncil, recordedBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setNextReview(tx: CouncilTx, id: string, nextReviewOn: string): Promise<void> {
  await tx.updateTable('recommendation').set({ nextReviewOn }).where('id', '=', id).execute();
}
