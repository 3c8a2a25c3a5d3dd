// What can be done to actions and to the evidence for them. Each use case takes a council's transaction and plain values,
// and answers with a named outcome. History is written by the database.
import type { Progress, Visibility } from '../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../platform/db/scope.ts';
import { insertFile, type NewFile } from '../documents/index.ts';
import {
  findEvidence,
  findRecommendationBrief,
  hasEvidence,
  hasSameUpdate,
  isPublished,
  lockAction,
} from './queries/read.ts';
import {
  type ActionValues,
  deleteEvidence,
  deleteLink,
  insertAction,
  insertEvidence,
  insertLink,
  insertUpdate,
  saveProgress,
  updateAction,
  updateEvidenceVisibility,
} from './queries/write.ts';

export type Cost =
  | { readonly known: false }
  | {
      readonly known: true;
      /** Integer pence; null where the action costs nothing of this kind. */
      readonly oneOffPence: number | null;
      readonly yearlyPence: number | null;
      readonly peopleDays: number | null;
    };

export interface ActionInput {
  readonly title: string;
  readonly officerId: string | null;
  readonly memberId: string | null;
  /** Days, "2026-11-22". */
  readonly startsOn: string | null;
  readonly targetOn: string | null;
  readonly successMeasure: string;
  readonly cost: Cost;
  readonly visibility: Visibility;
}

function valuesOf({ cost, ...rest }: ActionInput): ActionValues {
  return {
    ...rest,
    costKnown: cost.known,
    costOneOffPence: cost.known ? cost.oneOffPence : null,
    costYearlyPence: cost.known ? cost.yearlyPence : null,
    peopleDays: cost.known ? cost.peopleDays : null,
  };
}

/** What an action still lacks, in the words of the message after adding it. */
export function stillMissing(
  action: Pick<ActionInput, 'officerId' | 'memberId' | 'targetOn' | 'successMeasure'>,
): string[] {
  return [
    action.officerId === null ? 'officer' : null,
    action.memberId === null ? 'member' : null,
    action.targetOn === null ? 'date' : null,
    action.successMeasure === '' ? 'measure' : null,
  ].filter((gap) => gap !== null);
}

/** Adds an action that answers one recommendation or several. Gaps are allowed and named in the outcome. */
export async function addAction(
  tx: CouncilTx,
  input: ActionInput & { readonly recommendationIds: readonly string[] },
): Promise<{ kind: 'added'; id: string; missing: string[] } | { kind: 'not-here' }> {
  const { recommendationIds, ...action } = input;
  for (const id of recommendationIds) {
    if (!(await findRecommendationBrief(tx, id))) return { kind: 'not-here' };
  }
  const id = await insertAction(tx, valuesOf(action));
  for (const recommendationId of recommendationIds) await insertLink(tx, recommendationId, id);
  return { kind: 'added', id, missing: stillMissing(action) };
}

/** Links an action that is there to another recommendation, or takes the link away. */
export async function linkAction(
  tx: CouncilTx,
  input: { recommendationId: string; actionId: string },
): Promise<{ kind: 'linked' } | { kind: 'linked-already' } | { kind: 'not-here' }> {
  if (!(await findRecommendationBrief(tx, input.recommendationId))) return { kind: 'not-here' };
  if (!(await lockAction(tx, input.actionId))) return { kind: 'not-here' };
  return { kind: (await insertLink(tx, input.recommendationId, input.actionId)) ? 'linked' : 'linked-already' };
}

export async function unlinkAction(
  tx: CouncilTx,
  input: { recommendationId: string; actionId: string },
): Promise<void> {
  await deleteLink(tx, input.recommendationId, input.actionId);
}

/**
 * Changes an action. A date that moves needs its reason and stands among the updates beside the one it replaced.
 * @param input.version the version that the person saw, or null not to ask.
 */
export async function editAction(
  tx: CouncilTx,
  input: ActionInput & { readonly id: string; readonly version: number | null; readonly moveReason: string },
): Promise<
  | { kind: 'changed' }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'move-needs-reason' }
  | { kind: 'published' }
  | { kind: 'not-here' }
> {
  const { id, version, moveReason, ...action } = input;
  const current = await lockAction(tx, id);
  if (!current) return { kind: 'not-here' };
  if (version !== null && version !== current.version) return { kind: 'changed-meanwhile', version: current.version };
  const moves = current.targetOn !== null && action.targetOn !== current.targetOn;
  if (moves && moveReason === '') return { kind: 'move-needs-reason' };
  if (current.visibility === 'public' && action.visibility === 'council' && (await isPublished(tx, 'action', id))) {
    return { kind: 'published' };
  }
  await updateAction(tx, id, valuesOf(action));
  if (moves) {
    await insertUpdate(tx, {
      actionId: id,
      progress: current.progress,
      sentence: '',
      pauseReason: '',
      previousTargetOn: current.targetOn,
      newTargetOn: action.targetOn,
      moveReason,
    });
  }
  return { kind: 'changed' };
}

/** The finance lead's own: the cost of an action, and nothing else of it. */
export async function setCost(tx: CouncilTx, id: string, cost: Cost): Promise<{ kind: 'set' } | { kind: 'not-here' }> {
  if (!(await lockAction(tx, id))) return { kind: 'not-here' };
  await updateAction(tx, id, {
    costKnown: cost.known,
    costOneOffPence: cost.known ? cost.oneOffPence : null,
    costYearlyPence: cost.known ? cost.yearlyPence : null,
    peopleDays: cost.known ? cost.peopleDays : null,
  });
  return { kind: 'set' };
}

export interface EvidenceInput {
  readonly title: string;
  readonly visibility: Visibility;
  /** One of the two. */
  readonly url: string | null;
  readonly file: NewFile | null;
}

/**
 * Adds evidence for a claim, to an action or to a recommendation: a file, which is stored in pieces, or a web address.
 */
export async function addEvidence(
  tx: CouncilTx,
  input: EvidenceInput & { readonly on: { readonly actionId: string } | { readonly recommendationId: string } },
): Promise<{ kind: 'added'; id: string } | { kind: 'not-here' }> {
  const actionId = 'actionId' in input.on ? input.on.actionId : null;
  const recommendationId = 'recommendationId' in input.on ? input.on.recommendationId : null;
  const there =
    actionId === null ? await findRecommendationBrief(tx, recommendationId!) : await lockAction(tx, actionId);
  if (!there) return { kind: 'not-here' };
  const fileId = input.file === null ? null : await insertFile(tx, input.file);
  const { title, visibility } = input;
  const url = fileId === null ? input.url : null;
  const id = await insertEvidence(tx, { recommendationId, actionId, title, url, fileId, visibility });
  return { kind: 'added', id };
}

/** Takes evidence off, or shows it to fewer or more people. What a published page bears must be redacted there first. */
export async function takeOffEvidence(
  tx: CouncilTx,
  id: string,
): Promise<{ kind: 'taken-off' } | { kind: 'published' } | { kind: 'not-here' }> {
  const evidence = await findEvidence(tx, id);
  if (!evidence) return { kind: 'not-here' };
  if (await isPublished(tx, 'evidence', id)) return { kind: 'published' };
  await deleteEvidence(tx, id, evidence.fileId);
  return { kind: 'taken-off' };
}

export async function showEvidenceTo(
  tx: CouncilTx,
  id: string,
  visibility: Visibility,
): Promise<{ kind: 'shown' } | { kind: 'published' } | { kind: 'not-here' }> {
  const evidence = await findEvidence(tx, id);
  if (!evidence) return { kind: 'not-here' };
  if (visibility === 'council' && (await isPublished(tx, 'evidence', id))) return { kind: 'published' };
  await updateEvidenceVisibility(tx, id, visibility);
  return { kind: 'shown' };
}

export interface ProgressInput {
  readonly actionId: string;
  readonly progress: Progress;
  readonly sentence: string;
  readonly pauseReason: string;
  readonly newTargetOn: string | null;
  /** Why the date moves; required when it does. */
  readonly moveReason: string;
  /** The London day of the report. */
  readonly today: string;
  readonly evidence: EvidenceInput | null;
}

/** Reports how an action goes. ‘Done’ needs evidence, in the same report or from before; no date lies before the start. */
export async function reportProgress(
  tx: CouncilTx,
  input: ProgressInput,
): Promise<
  | { kind: 'reported'; id: string }
  | { kind: 'move-needs-reason' }
  | { kind: 'before-start'; startsOn: string }
  | { kind: 'needs-evidence' }
  | { kind: 'already-sent' }
  | { kind: 'not-here' }
> {
  const current = await lockAction(tx, input.actionId);
  if (!current) return { kind: 'not-here' };
  const { actionId, progress, sentence, newTargetOn } = input;
  if (await hasSameUpdate(tx, { actionId, progress, sentence, newTargetOn })) return { kind: 'already-sent' };
  const moves = newTargetOn !== null && newTargetOn !== current.targetOn;
  if (moves && current.startsOn !== null && newTargetOn < current.startsOn) {
    return { kind: 'before-start', startsOn: current.startsOn };
  }
  if (moves && current.targetOn !== null && input.moveReason === '') return { kind: 'move-needs-reason' };
  const shown = input.evidence !== null || (await hasEvidence(tx, actionId));
  if (progress === 'reported_complete' && !shown) return { kind: 'needs-evidence' };
  await saveProgress(tx, actionId, {
    progress,
    progressOn: input.today,
    ...(moves ? { targetOn: newTargetOn } : {}),
  });
  const id = await insertUpdate(tx, {
    actionId,
    progress,
    sentence,
    pauseReason: input.pauseReason,
    previousTargetOn: moves ? current.targetOn : null,
    newTargetOn: moves ? newTargetOn : null,
    moveReason: moves ? input.moveReason || 'First date given' : '',
  });
  if (input.evidence) await addEvidence(tx, { ...input.evidence, on: { actionId } });
  return { kind: 'reported', id };
}
