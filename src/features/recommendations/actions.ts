// What can be done to a recommendation. Each use case takes a council's transaction and plain values, and answers with a
// named outcome. History is written by the database.
import type { Grade, ReportKind, SubPoint } from '../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import {
  findPlaces,
  findResponseVersion,
  insertRecommendation,
  insertReport,
  insertVerdict,
  lockVersion,
  type ResponseValues,
  reportExists,
  saveResponse,
  setNextReview,
  updateOwners,
} from './queries/write.ts';

export type { ResponseValues } from './queries/write.ts';

export interface ByHand {
  readonly report:
    | { readonly id: string }
    | { title: string; kind: ReportKind; fieldworkFrom: string | null; fieldworkTo: string | null };
  readonly groupName: string;
  /** Null takes the next free number of the list. */
  readonly number: number | null;
  readonly heading: string | null;
  readonly text: string;
  readonly parts?: readonly SubPoint[];
}

/** Adds a recommendation that no document was read for, to a report that is there or to a new one. */
export async function registerByHand(
  tx: CouncilTx,
  input: ByHand,
): Promise<{ kind: 'registered'; id: string; reportId: string } | { kind: 'number-taken' } | { kind: 'no-report' }> {
  if ('id' in input.report && !(await reportExists(tx, input.report.id))) return { kind: 'no-report' };
  const reportId = 'id' in input.report ? input.report.id : await insertReport(tx, input.report);
  const places = await findPlaces(tx, reportId, input.groupName);
  const number = input.number ?? Math.max(0, ...places.numbers) + 1;
  if (places.numbers.includes(number)) return { kind: 'number-taken' };
  const { groupName, heading, text, parts = [] } = input;
  const position = places.lastPosition + 1;
  const id = await insertRecommendation(tx, { reportId, position, groupName, number, heading, text, parts });
  return { kind: 'registered', id, reportId };
}

/** Somebody else saved first: `version` is the one now in force. */
export interface ChangedMeanwhile {
  readonly kind: 'changed-meanwhile';
  readonly version: number;
}
export interface NotHere {
  readonly kind: 'not-here';
}

/**
 * Records the council's answer, or changes it: the history keeps both.
 * @param version the version of the answer that the person saw (0 for none yet), or null not to ask.
 */
export async function recordResponse(
  tx: CouncilTx,
  input: { recommendationId: string; version: number | null } & ResponseValues,
): Promise<{ kind: 'recorded'; first: boolean } | ChangedMeanwhile | NotHere> {
  const { recommendationId, version, ...values } = input;
  if ((await lockVersion(tx, recommendationId)) === null) return { kind: 'not-here' };
  const current = (await findResponseVersion(tx, recommendationId)) ?? 0;
  if (version !== null && version !== current) return { kind: 'changed-meanwhile', version: current };
  await saveResponse(tx, recommendationId, values);
  return { kind: 'recorded', first: current === 0 };
}

/** Names the officer and the member accountable for a recommendation, and when it is next looked at from outside. */
export async function nameOwners(
  tx: CouncilTx,
  input: {
    recommendationId: string;
    version: number | null;
    officerId: string | null;
    memberId: string | null;
    nextReviewOn: string | null;
  },
): Promise<{ kind: 'named' } | ChangedMeanwhile | NotHere> {
  const { recommendationId, version, ...owners } = input;
  const current = await lockVersion(tx, recommendationId);
  if (current === null) return { kind: 'not-here' };
  if (version !== null && version !== current) return { kind: 'changed-meanwhile', version: current };
  await updateOwners(tx, recommendationId, owners);
  return { kind: 'named' };
}

/** Records a reviewer's verdict from a dated review; earlier ones are kept. `nextReviewOn` is set when it is given. */
export async function recordVerdict(
  tx: CouncilTx,
  input: {
    recommendationId: string;
    grade: Grade;
    givenOn: string;
    reviewer: string;
    source: string;
    nextReviewOn?: string | null;
  },
): Promise<{ kind: 'recorded'; id: string } | NotHere> {
  const { nextReviewOn, ...verdict } = input;
  if ((await lockVersion(tx, input.recommendationId)) === null) return { kind: 'not-here' };
  const id = await insertVerdict(tx, verdict);
  if (nextReviewOn) await setNextReview(tx, input.recommendationId, nextReviewOn);
  return { kind: 'recorded', id };
}
