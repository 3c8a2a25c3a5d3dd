// Late: after the date in force, and counted against the first date promised as well.
import { daysBetween } from '../../../platform/web/dates-and-money.ts';
import { isFinished, type PublicAction } from './contents.ts';

export interface Lateness {
  /** Whole days past the date in force. */
  readonly days: number;
  readonly dueOn: string;
  /** Whole days past the first date, when that was another day. */
  readonly daysPastFirst: number | null;
}

/** How late an action is on a day ("2026-11-20"); null when it is not late, has no date or nothing more is due of it. */
export function lateness(action: PublicAction, day: string): Lateness | null {
  if (action.targetOn === null || isFinished(action.progress) || action.targetOn >= day) return null;
  const first = action.originalTargetOn;
  return {
    days: daysBetween(action.targetOn, day),
    dueOn: action.targetOn,
    daysPastFirst: first === null || first === action.targetOn ? null : daysBetween(first, day),
  };
}

// Challenges on site from this day fall under the rules of 2022 or later, whatever their month of beginning.
const RULE_OF_FIVE_MONTHS_FROM = '2023-01-01';

/**
 * The last day for the council's action plan: five months after the last day on site, for corporate peer challenges
 * under the rules of 2022 and later. Null where no rule is known. Source: Local Government Association, council
 * assurance and peer challenge, corporate peer challenge reports.
 */
export function answerDueBy(kind: string, fieldworkTo: string | null): string | null {
  if (kind !== 'corporate-peer-challenge' || fieldworkTo === null || fieldworkTo < RULE_OF_FIVE_MONTHS_FROM)
    return null;
  const [year = 0, month = 1, day = 1] = fieldworkTo.split('-').map(Number);
  const due = new Date(Date.UTC(year, month - 1 + 5, 1));
  const lastOfMonth = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(day, lastOfMonth));
  return due.toISOString().slice(0, 10);
}
