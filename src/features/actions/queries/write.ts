// Everything that this feature saves. The council and the person are those of the sealed scope, never an argument.
import { type Expression, sql } from 'kysely';
import type { Progress, Visibility } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';

const currentCouncil = sql<string>`current_council()`;
const currentPerson = sql<string | null>`current_person()`;

export interface ActionValues {
  readonly title: string;
  readonly officerId: string | null;
  readonly memberId: string | null;
  readonly startsOn: string | null;
  readonly targetOn: string | null;
  readonly successMeasure: string;
  readonly costKnown: boolean;
  readonly costOneOffPence: number | null;
  readonly costYearlyPence: number | null;
  readonly peopleDays: number | null;
  readonly visibility: Visibility;
}

export async function insertAction(tx: CouncilTx, values: ActionValues): Promise<string> {
  const { id } = await tx
    .insertInto('action')
    .values({ ...values, councilId: currentCouncil, addedBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAction(tx: CouncilTx, id: string, values: Partial<ActionValues>): Promise<void> {
  await tx
    .updateTable('action')
    .set({ ...values, version: sql`version + 1` as Expression<number> })
    .where('id', '=', id)
    .execute();
}

export async function saveProgress(
  tx: CouncilTx,
  id: string,
  values: { progress: Progress; progressOn: string; targetOn?: string },
): Promise<void> {
  await tx
    .updateTable('action')
    .set({ ...values, version: sql`version + 1` as Expression<number> })
    .where('id', '=', id)
    .execute();
}

export async function insertUpdate(
  tx: CouncilTx,
  update: {
    actionId: string;
    progress: Progress;
    sentence: string;
    pauseReason: string;
    previousTargetOn: string | null;
    newTargetOn: string | null;
    moveReason: string;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('actionUpdate')
    .values({ ...update, councilId: currentCouncil, reportedBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Links an action to a recommendation. False when it was linked already. */
export async function insertLink(tx: CouncilTx, recommendationId: string, actionId: string): Promise<boolean> {
  const row = await tx
    .insertInto('recommendationAction')
    .values({ recommendationId, actionId, councilId: currentCouncil })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteLink(tx: CouncilTx, recommendationId: string, actionId: string): Promise<void> {
  await tx
    .deleteFrom('recommendationAction')
    .where('recommendationId', '=', recommendationId)
    .where('actionId', '=', actionId)
    .execute();
}

export async function insertEvidence(
  tx: CouncilTx,
  evidence: {
    recommendationId: string | null;
    actionId: string | null;
    title: string;
    fileId: string | null;
    url: string | null;
    visibility: Visibility;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('evidence')
    .values({ ...evidence, councilId: currentCouncil, addedBy: currentPerson })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateEvidenceVisibility(tx: CouncilTx, id: string, visibility: Visibility): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ visibility, version: sql`version + 1` as Expression<number> })
    .where('id', '=', id)
    .execute();
}

/** Takes evidence off, and its file with it unless something else bears the file. */
export async function deleteEvidence(tx: CouncilTx, id: string, fileId: string | null): Promise<void> {
  await tx.deleteFrom('evidence').where('id', '=', id).execute();
  if (fileId === null) return;
  await tx
    .deleteFrom('storedFile')
    .where('id', '=', fileId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence').select('id').where('fileId', '=', fileId))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('document').select('id').where('fileId', '=', fileId))),
    )
    .execute();
}
