// What a person owes: which of the open actions are late, which fall due soon, and which date comes next.
import type { Progress } from '../../../platform/db/schema/index.ts';
import { DUE_SOON_DAYS, daysAfter } from '../../actions/index.ts';
import { type Lateness, lateness } from '../../recommendations/index.ts';

export interface Titled {
  readonly heading: string | null;
  /** The beginning of its text. */
  readonly text: string;
}

/** An action that is still owed. */
export interface WorkAction {
  readonly id: string;
  readonly title: string;
  readonly officerId: string | null;
  readonly officer: string | null;
  readonly memberId: string | null;
  readonly member: string | null;
  readonly targetOn: string | null;
  readonly originalTargetOn: string | null;
  readonly progress: Progress;
  /** The first recommendation that it answers. */
  readonly answers: Titled | null;
}

export interface WorkRecommendation extends Titled {
  readonly id: string;
  readonly reportTitle: string;
}

export interface UnownedRecommendation extends WorkRecommendation {
  readonly noOfficer: boolean;
  readonly noMember: boolean;
}

/** A document that was read and waits for a person. */
export interface ToCheck {
  readonly id: string;
  readonly title: string;
  readonly fileName: string | null;
  readonly readAt: Date;
  readonly undecided: number;
  /** Accepted and not yet added to the register. */
  readonly accepted: number;
}

export interface Owed {
  /** The worst slip first. */
  readonly late: readonly (WorkAction & { readonly lateness: Lateness })[];
  /** Due today or in the next 30 days, the nearest first. */
  readonly soon: readonly WorkAction[];
  readonly soonUntil: string;
  /** The first date after those, or null. */
  readonly next: string | null;
  /** Open actions that nobody has given a date. */
  readonly undated: readonly WorkAction[];
}

/** Sorts open actions by what is owed when. */
export function owedOf(actions: readonly WorkAction[], today: string): Owed {
  const soonUntil = daysAfter(today, DUE_SOON_DAYS);
  const late = actions.flatMap((action) => {
    const found = lateness(action, today);
    return found ? [{ ...action, lateness: found }] : [];
  });
  const dated = actions
    .filter((action) => action.targetOn !== null && action.targetOn >= today)
    .sort((a, b) => (a.targetOn! < b.targetOn! ? -1 : a.targetOn! > b.targetOn! ? 1 : 0));
  return {
    late: late.sort((a, b) => b.lateness.days - a.lateness.days),
    soon: dated.filter((action) => action.targetOn! <= soonUntil),
    soonUntil,
    next: dated.find((action) => action.targetOn! > soonUntil)?.targetOn ?? null,
    undated: actions.filter((action) => action.targetOn === null),
  };
}
