// The register as a list: what is missing in a record, which records fit a filter, in which order, on which page.
import type { Answer, Grade, Progress, ReportKind } from '../../../platform/db/schema/index.ts';
import { type ActionFacts, isOpen, type NextDate, nextDate, rollUp } from './progress.ts';

/** A recommendation as the register knows it. */
export interface RegisterRow {
  readonly id: string;
  readonly reportId: string;
  readonly reportTitle: string;
  readonly reportKind: ReportKind;
  readonly groupName: string;
  readonly number: number;
  readonly heading: string | null;
  /** The beginning of its text. */
  readonly text: string;
  readonly officerId: string | null;
  readonly officer: string | null;
  readonly memberId: string | null;
  readonly member: string | null;
  readonly nextReviewOn: string | null;
  readonly answer: Answer | null;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly grade: Grade | null;
  readonly gradedOn: string | null;
  readonly gradedBy: string | null;
  /** Evidence on the recommendation itself. */
  readonly evidence: number;
  readonly actions: readonly ActionFacts[];
}

export const GAPS = ['response', 'officer', 'member', 'action', 'date', 'cost', 'measure', 'evidence'] as const;
export type Gap = (typeof GAPS)[number];

/**
 * What a record lacks (mission, M7). A recommendation that was not accepted owes no action; evidence is owed once an
 * action has moved; a cost that is said to be not known is a gap all the same.
 */
export function gapsOf(row: Pick<RegisterRow, 'answer' | 'officerId' | 'memberId' | 'evidence' | 'actions'>): Gap[] {
  const counted = row.actions.filter((action) => action.progress !== 'superseded');
  const open = counted.filter((action) => isOpen(action.progress));
  const found = new Set<Gap>();
  if (row.answer === null) found.add('response');
  if (row.officerId === null || open.some((action) => action.officerId === null)) found.add('officer');
  if (row.memberId === null || open.some((action) => action.memberId === null)) found.add('member');
  if (row.answer !== 'not_accepted' && counted.length === 0) found.add('action');
  if (open.some((action) => action.targetOn === null)) found.add('date');
  if (counted.some((action) => !action.costKnown)) found.add('cost');
  if (counted.some((action) => action.successMeasure === '')) found.add('measure');
  const moved = counted.some((action) => action.progress !== 'not_started');
  if (moved && row.evidence + counted.reduce((sum, action) => sum + action.evidence, 0) === 0) found.add('evidence');
  return GAPS.filter((gap) => found.has(gap));
}

export interface Filter {
  readonly report: string;
  readonly response: Answer | 'none' | '';
  readonly progress: Progress | '';
  readonly verdict: Grade | '';
  /** A person's identifier, 'nobody', or '' for any. */
  readonly officer: string;
  readonly missing: Gap | 'anything' | '';
  readonly late: boolean;
}

export const NO_FILTER: Filter = {
  report: '',
  response: '',
  progress: '',
  verdict: '',
  officer: '',
  missing: '',
  late: false,
};

/** A row with what the rules say of it on a day. */
export interface JudgedRow extends RegisterRow {
  readonly progress: Progress;
  readonly next: NextDate;
  readonly gaps: readonly Gap[];
}

export function judge(row: RegisterRow, today: string): JudgedRow {
  return {
    ...row,
    progress: rollUp(row.actions.map((action) => action.progress)),
    next: nextDate(row.actions, today),
    gaps: gapsOf(row),
  };
}

/** Whether a row fits every part of a filter. An officer fits by the recommendation or by any of its actions. */
export function fits(row: JudgedRow, filter: Filter): boolean {
  const officers = [row.officerId, ...row.actions.map((action) => action.officerId)];
  return (
    (filter.report === '' || row.reportId === filter.report) &&
    (filter.response === '' || (row.answer ?? 'none') === filter.response) &&
    (filter.progress === '' || row.progress === filter.progress) &&
    (filter.verdict === '' || (row.grade ?? 'not_assessed') === filter.verdict) &&
    (filter.officer === '' ||
      (filter.officer === 'nobody' ? row.officerId === null : officers.includes(filter.officer))) &&
    (filter.missing === '' ||
      (filter.missing === 'anything' ? row.gaps.length > 0 : row.gaps.includes(filter.missing))) &&
    (!filter.late || row.next.kind === 'late')
  );
}

export interface Totals {
  readonly all: number;
  readonly open: number;
  readonly complete: number;
  readonly unanswered: number;
  readonly late: number;
}

/** What the whole register says, whatever is filtered. */
export function totalsOf(rows: readonly JudgedRow[]): Totals {
  const open = rows.filter((row) => isOpen(row.progress));
  return {
    all: rows.length,
    open: open.length,
    complete: rows.length - open.length,
    unanswered: rows.filter((row) => row.answer === null).length,
    late: rows.filter((row) => row.next.kind === 'late').length,
  };
}

export type SortKey = 'number' | 'next';
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** A copy in order. By number keeps the order of the reports; rows without a date stand after those with one, both ways. */
export function sorted(rows: readonly JudgedRow[], sort: Sort): JudgedRow[] {
  const turn = sort.descending ? -1 : 1;
  if (sort.by === 'number') return sort.descending ? [...rows].reverse() : [...rows];
  const day = (row: JudgedRow) => ('on' in row.next ? row.next.on : null);
  return [...rows].sort((a, b) => {
    const [x, y] = [day(a), day(b)];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -turn : turn;
  });
}

export const PAGE_SIZE = 25;

/** One page of a list; a page past the end is the last one. */
export function pageOf<T>(rows: readonly T[], wanted: number): { rows: readonly T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages };
}

const LONGEST_TITLE = 180;

/**
 * What a recommendation is called on a page: its printed heading; else its text when that is short, or the first
 * sentence of it; else its beginning, cut between words. `whole` says whether the title is all of the text.
 */
export function titleOf(row: { readonly heading: string | null; readonly text: string }): {
  title: string;
  whole: boolean;
} {
  if (row.heading) return { title: row.heading, whole: row.text === row.heading };
  const text = row.text.trim();
  if (text.length <= LONGEST_TITLE) return { title: text, whole: true };
  const sentence = /^(.{20,180}?[.!?:])\s/s.exec(text)?.[1];
  if (sentence) return { title: sentence, whole: false };
  const cut = text.slice(0, LONGEST_TITLE);
  return { title: `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:]$/, '')}…`, whole: false };
}
