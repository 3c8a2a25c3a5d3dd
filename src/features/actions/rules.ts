// Which actions a list shows.
import { type ActionFacts, lateness } from '../recommendations/index.ts';

export const FILTERS = ['all', 'mine', 'late', 'due', 'unowned'] as const;
export type ActionFilter = (typeof FILTERS)[number];

type Listed = Pick<ActionFacts, 'officerId' | 'memberId' | 'targetOn' | 'originalTargetOn' | 'progress'>;

/** Whether work on it is still owed. */
export function isOpenAction(action: Pick<ActionFacts, 'progress'>): boolean {
  return ['not_started', 'in_progress', 'paused'].includes(action.progress);
}

/** The day so many days after a day. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What is still owed first, the longest due at the top and what has no date after it; then what is finished, latest first. */
export function inOrder<T extends Pick<ActionFacts, 'progress' | 'targetOn'>>(actions: readonly T[]): T[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...actions].sort((a, b) => {
    const open = isOpenAction(a);
    if (open !== isOpenAction(b)) return open ? -1 : 1;
    return open
      ? compare(a.targetOn ?? '9999-12-31', b.targetOn ?? '9999-12-31')
      : compare(b.targetOn ?? '', a.targetOn ?? '');
  });
}

export const DUE_SOON_DAYS = 30;

/** Mine: those on which the person is named. Due: in the next 30 days. Without an owner: no officer or no member. */
export function fitsAction(action: Listed, filter: ActionFilter, personId: string, today: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return action.officerId === personId || action.memberId === personId;
    case 'late':
      return lateness(action, today) !== null;
    case 'due':
      return (
        isOpenAction(action) &&
        action.targetOn !== null &&
        action.targetOn >= today &&
        action.targetOn <= daysAfter(today, DUE_SOON_DAYS)
      );
    case 'unowned':
      return isOpenAction(action) && (action.officerId === null || action.memberId === null);
  }
}
