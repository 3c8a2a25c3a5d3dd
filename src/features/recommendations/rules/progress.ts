// What the council's actions, taken together, say of a recommendation. Never stored: always worked out from the actions.
import type { Progress } from '../../../platform/db/schema/index.ts';

/** What the rules need to know of an action that answers a recommendation. */
export interface ActionFacts {
  readonly id: string;
  readonly title: string;
  readonly officerId: string | null;
  readonly memberId: string | null;
  readonly targetOn: string | null;
  readonly originalTargetOn: string | null;
  readonly progress: Progress;
  readonly costKnown: boolean;
  readonly costOneOffPence: number | null;
  readonly costYearlyPence: number | null;
  readonly peopleDays: number | null;
  readonly successMeasure: string;
  /** How many pieces of evidence stand on it. */
  readonly evidence: number;
}

const FINISHED: ReadonlySet<Progress> = new Set(['reported_complete', 'business_as_usual']);

/** Whether work on it is still owed: not finished, and not replaced by another. */
export function isOpen(progress: Progress): boolean {
  return !FINISHED.has(progress) && progress !== 'superseded';
}

/**
 * The progress of a recommendation from that of its actions, by the rule of the United States Government Accountability
 * Office: met only when all its actions are, partly when at least one has moved, not met while none has. Actions that
 * were replaced do not count. Where every action that counts is paused, it is paused; where all went over to business
 * as usual, it did. Without any action it has not started.
 */
export function rollUp(actions: readonly Progress[]): Progress {
  const counted = actions.filter((progress) => progress !== 'superseded');
  if (counted.length === 0) return actions.length > 0 ? 'superseded' : 'not_started';
  if (counted.every((progress) => progress === 'business_as_usual')) return 'business_as_usual';
  if (counted.every((progress) => FINISHED.has(progress))) return 'reported_complete';
  if (counted.every((progress) => progress === 'not_started')) return 'not_started';
  if (counted.every((progress) => progress === 'paused')) return 'paused';
  return 'in_progress';
}

/** Days past the date in force, and past the first date ever promised (null when that is the same date). */
export interface Lateness {
  readonly days: number;
  readonly daysPastFirst: number | null;
}

const DAY = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** How late an action is on a day, against both its dates; null when it is not, or has no date. */
export function lateness(
  action: Pick<ActionFacts, 'targetOn' | 'originalTargetOn' | 'progress'>,
  today: string,
): Lateness | null {
  if (!isOpen(action.progress) || action.targetOn === null || action.targetOn >= today) return null;
  const first = action.originalTargetOn;
  return {
    days: daysBetween(action.targetOn, today),
    daysPastFirst: first === null || first === action.targetOn ? null : daysBetween(first, today),
  };
}

export type NextDate =
  | { readonly kind: 'late'; readonly on: string; readonly first: string | null; readonly lateness: Lateness }
  | { readonly kind: 'due'; readonly on: string }
  /** Nothing is owed any more. */
  | { readonly kind: 'nothing-due' }
  /** Something is owed and nobody has said when. */
  | { readonly kind: 'no-date' };

/** The earliest date that is still owed among the actions of a recommendation. */
export function nextDate(actions: readonly ActionFacts[], today: string): NextDate {
  const open = actions.filter((action) => isOpen(action.progress));
  const dated = open
    .filter((action) => action.targetOn !== null)
    .sort((a, b) => (a.targetOn! < b.targetOn! ? -1 : a.targetOn! > b.targetOn! ? 1 : 0));
  const next = dated[0];
  if (next) {
    const late = lateness(next, today);
    const first = next.originalTargetOn === next.targetOn ? null : next.originalTargetOn;
    return late ? { kind: 'late', on: next.targetOn!, first, lateness: late } : { kind: 'due', on: next.targetOn! };
  }
  return open.length === 0 && actions.length > 0 ? { kind: 'nothing-due' } : { kind: 'no-date' };
}

/** Costs rolled up, one kind never added to another. `unknown` counts the actions whose cost nobody knows yet. */
export interface Cost {
  readonly oneOffPence: number;
  readonly yearlyPence: number;
  readonly peopleDays: number;
  readonly known: number;
  readonly unknown: number;
}

/** The cost of the actions that count: those replaced by others are left out. */
export function rollUpCost(
  actions: readonly Pick<
    ActionFacts,
    'progress' | 'costKnown' | 'costOneOffPence' | 'costYearlyPence' | 'peopleDays'
  >[],
): Cost {
  const counted = actions.filter((action) => action.progress !== 'superseded');
  const known = counted.filter((action) => action.costKnown);
  const sum = (pick: (action: (typeof known)[number]) => number | null) =>
    known.reduce((total, action) => total + (pick(action) ?? 0), 0);
  return {
    oneOffPence: sum((action) => action.costOneOffPence),
    yearlyPence: sum((action) => action.costYearlyPence),
    peopleDays: sum((action) => action.peopleDays),
    known: known.length,
    unknown: counted.length - known.length,
  };
}
