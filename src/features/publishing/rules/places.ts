// How the rows of a copy stand under one another, and the address of each recommendation in it.
import { placeAddresses } from '../../../engines/fields/addresses.ts';
import type { Contents, PublicAction, PublicEvidence, PublicRecommendation, Removal } from './contents.ts';

export { slugOf } from '../../../engines/fields/addresses.ts';

export interface PlacedAction {
  readonly action: PublicAction;
  readonly evidence: readonly PublicEvidence[];
}

/** One recommendation in its place, or the place of one that was taken out (`recommendation` null, `removed` given). */
export interface Place {
  /** The last part of its address: "key-recommendations-4". */
  readonly address: string;
  readonly recommendationId: string;
  readonly groupName: string;
  readonly number: number;
  readonly recommendation: PublicRecommendation | null;
  readonly removed: Removal | null;
  readonly actions: readonly PlacedAction[];
  /** Evidence for the recommendation itself. */
  readonly evidence: readonly PublicEvidence[];
  readonly removedActions: readonly Removal[];
  readonly removedEvidence: readonly Removal[];
}

/** Every place of a copy, in the order of the report. Two that would share an address are told apart in every version that holds both. */
export function placesOf(contents: Contents): Place[] {
  const heads = [
    ...contents.recommendations.map((one) => ({ ...one, recommendation: one, removed: null })),
    ...contents.removals
      .filter((removal) => removal.kind === 'recommendation')
      .map((removal) => ({ ...removal, recommendation: null, removed: removal })),
  ].sort((a, b) => a.position - b.position || a.number - b.number);
  const addresses = placeAddresses(heads);
  return heads.map((head, at) => {
    const address = addresses[at]!;
    const under = <T extends { recommendationId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.recommendationId === head.recommendationId);
    const evidence = under(contents.evidence);
    const removals = head.recommendation ? under(contents.removals) : [];
    return {
      address,
      recommendationId: head.recommendationId,
      groupName: head.groupName,
      number: head.number,
      recommendation: head.recommendation,
      removed: head.removed,
      actions: under(contents.actions).map((action) => ({
        action,
        evidence: evidence.filter((one) => one.actionId === action.actionId),
      })),
      evidence: evidence.filter((one) => one.actionId === null),
      removedActions: removals.filter((one) => one.kind === 'action'),
      removedEvidence: removals.filter((one) => one.kind === 'evidence'),
    };
  });
}
