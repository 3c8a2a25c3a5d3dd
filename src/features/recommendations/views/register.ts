import { count, date, month } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { PROGRESSES, type RegisterRequest, registerAddress } from '../forms/filter.ts';
import { ANSWERS, GRADES } from '../forms/record.ts';
import type { NextDate } from '../rules/progress.ts';
import {
  fits,
  GAPS,
  type JudgedRow,
  NO_FILTER,
  pageOf,
  type RegisterRow,
  type SortKey,
  sorted,
  titleOf,
  totalsOf,
} from '../rules/register.ts';
import { ANSWER_WORDS, GAP_WORDS, GRADE_WORDS, KIND_WORDS, PROGRESS_WORDS } from '../rules/words.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface SelectView {
  readonly id: null;
  readonly name: string;
  readonly label: string;
  readonly hint: null;
  readonly value: string;
  readonly error: null;
  readonly options: readonly Choice[];
}

export interface SortView {
  readonly href: string;
  readonly now: 'ascending' | 'descending' | 'none';
}

/** What stands in a cell of dates: `late` is drawn with its triangle, `missing` in bold. */
export interface WhenView {
  readonly kind: 'plain' | 'late' | 'missing';
  readonly text: string;
}

export interface RegisterLineView {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  /** The report and the list, where the register holds more than one of them. */
  readonly source: string | null;
  readonly answer: string;
  readonly progress: string;
  readonly verdict: string;
  readonly owners: readonly { readonly text: string; readonly missing: boolean }[];
  readonly next: WhenView;
}

export interface PaginationView {
  readonly previous: string | null;
  readonly next: string | null;
  readonly pages: readonly ({ readonly number: number; readonly href: string; readonly current: boolean } | null)[];
}

export interface RegisterView {
  readonly totals: string;
  readonly filter: {
    readonly action: string;
    readonly clear: string | null;
    readonly fields: readonly SelectView[];
    readonly lateOnly: boolean;
    readonly sort: string;
    readonly order: string;
  };
  readonly shown: string;
  readonly sort: { readonly number: SortView; readonly next: SortView };
  readonly rows: readonly RegisterLineView[];
  readonly pagination: PaginationView | null;
  readonly empty: { readonly upload: Link | null; readonly byHand: Link | null } | null;
  readonly noMatch: { readonly says: string; readonly clear: string } | null;
  readonly csv: string;
  readonly byHand: string | null;
}

/** "Peer challenge, September 2026", or the report's own title when its dates are not known. */
export function sourceOf(report: {
  reportKind: RegisterRow['reportKind'];
  fieldworkTo: string | null;
  reportTitle: string;
}): string {
  if (report.fieldworkTo === null || report.reportKind === 'unknown') return report.reportTitle;
  return `${KIND_WORDS[report.reportKind]}, ${month(report.fieldworkTo)}`;
}

/** Lateness as words beside a triangle: "23 days past 30 October 2026, 53 past the first date". */
export function lateWords(next: Extract<NextDate, { kind: 'late' }>): string {
  const past = `${count(next.lateness.days, 'day')} past ${date(next.on)}`;
  return next.lateness.daysPastFirst === null ? past : `${past}, ${next.lateness.daysPastFirst} past the first date`;
}

export function whenOf(row: JudgedRow): WhenView {
  switch (row.next.kind) {
    case 'late':
      return { kind: 'late', text: lateWords(row.next) };
    case 'due':
      return { kind: 'plain', text: date(row.next.on) };
    case 'nothing-due':
      return {
        kind: 'plain',
        text: row.nextReviewOn === null ? 'Nothing due' : `Next review ${date(row.nextReviewOn)}`,
      };
    case 'no-date':
      if (row.answer === 'not_accepted') return { kind: 'plain', text: 'Nothing due' };
      return { kind: 'missing', text: row.actions.length === 0 ? 'No action yet' : 'No date yet' };
  }
}

const owner = (name: string | null, kind: string) =>
  name === null ? { text: `No ${kind}`, missing: true } : { text: name, missing: false };

function lineOf(row: JudgedRow, path: (below: string) => string, source: string | null): RegisterLineView {
  return {
    number: String(row.number),
    title: titleOf(row).title,
    href: path(`/recommendations/${row.id}`),
    source,
    answer: row.answer ?? 'none',
    progress: row.progress,
    verdict: row.grade ?? 'not_assessed',
    owners: [owner(row.officer, 'officer'), owner(row.member, 'member')],
    next: whenOf(row),
  };
}

/** Links to the pages of a list: the first, the last, and those round the present one. */
export function paginationOf(page: number, pages: number, href: (page: number) => string): PaginationView | null {
  if (pages < 2) return null;
  const near = new Set([1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages));
  const shown: PaginationView['pages'][number][] = [];
  let last = 0;
  for (const number of [...near].sort((a, b) => a - b)) {
    if (number > last + 1) shown.push(null);
    shown.push({ number, href: href(number), current: number === page });
    last = number;
  }
  return { previous: page > 1 ? href(page - 1) : null, next: page < pages ? href(page + 1) : null, pages: shown };
}

/** "31 open, 8 reported complete. 5 have no response. 3 late." */
export function totalsLine(rows: readonly JudgedRow[]): string {
  const totals = totalsOf(rows);
  const answers =
    totals.unanswered === 0
      ? 'All have a response.'
      : `${totals.unanswered} ${totals.unanswered === 1 ? 'has' : 'have'} no response.`;
  const late = totals.late === 0 ? 'None late.' : `${totals.late} late.`;
  return `${totals.open} open, ${totals.complete} reported complete. ${answers} ${late}`;
}

export interface RegisterGiven {
  readonly rows: readonly JudgedRow[];
  readonly request: RegisterRequest;
  path(below: string): string;
  readonly mayAdd: boolean;
}

function unique(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

/** The register's page for a request: totals of all, the rows that fit, one page of them. */
export function registerView({ rows, request, path, mayAdd }: RegisterGiven): RegisterView {
  const base = path('/recommendations');
  const { filter, sort } = request;
  const matching = sorted(
    rows.filter((row) => fits(row, filter)),
    sort,
  );
  const shown = pageOf(matching, request.page);
  const address = (change: Partial<RegisterRequest>) => registerAddress(base, { ...request, page: 1, ...change });
  const filtered = registerAddress('', { ...request, sort: { by: 'number', descending: false }, page: 1 }) !== '';
  const clear = registerAddress(base, { filter: NO_FILTER, sort, page: 1 });
  const select = (name: string, label: string, value: string, options: readonly Choice[], any = 'Any'): SelectView => ({
    id: null,
    name,
    label,
    hint: null,
    value,
    error: null,
    options: [{ value: '', text: any }, ...options],
  });
  const sortView = (by: SortKey): SortView => ({
    now: sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none',
    href: address({ sort: { by, descending: sort.by === by && !sort.descending } }),
  });
  const officers = unique(
    rows.flatMap((row) => (row.officerId === null ? [] : [{ value: row.officerId, text: row.officer ?? '' }])),
  ).sort((a, b) => a.text.localeCompare(b.text));
  const reports = unique(rows.map((row) => ({ value: row.reportId, text: row.reportTitle })));
  const lists = new Set(rows.map((row) => `${row.reportId} ${row.groupName}`)).size;
  const words = <K extends string>(keys: readonly K[], table: Readonly<Record<K, string>>): Choice[] =>
    keys.map((key) => ({ value: key, text: table[key] }));
  return {
    totals: totalsLine(rows),
    filter: {
      action: base,
      clear: filtered ? clear : null,
      fields: [
        select('report', 'Source', filter.report, reports),
        select('response', 'Response', filter.response, words([...ANSWERS, 'none'], ANSWER_WORDS)),
        select('progress', 'Progress', filter.progress, words(PROGRESSES, PROGRESS_WORDS)),
        select('verdict', 'Verdict', filter.verdict, words(GRADES, GRADE_WORDS)),
        select('officer', 'Officer', filter.officer, [...officers, { value: 'nobody', text: 'Nobody' }]),
        select('missing', 'Something missing', filter.missing, words(['anything', ...GAPS], GAP_WORDS), 'No filter'),
      ],
      lateOnly: filter.late,
      sort: sort.by === 'number' ? '' : sort.by,
      order: sort.descending ? 'down' : '',
    },
    shown:
      matching.length === rows.length
        ? `All ${rows.length}${shown.pages > 1 ? `, page ${shown.page} of ${shown.pages}` : ''}`
        : `${matching.length} of ${rows.length} match${shown.pages > 1 ? `, page ${shown.page} of ${shown.pages}` : ''}`,
    sort: { number: sortView('number'), next: sortView('next') },
    rows: shown.rows.map((row) => {
      const said = [reports.length > 1 ? row.reportTitle : null, lists > 1 ? row.groupName : null].filter(Boolean);
      return lineOf(row, path, said.join('. ') || null);
    }),
    pagination: paginationOf(shown.page, shown.pages, (page) => address({ page })),
    empty:
      rows.length > 0
        ? null
        : {
            upload: mayAdd ? { text: 'Upload a report', href: path('/reports/new') } : null,
            byHand: mayAdd ? { text: 'add one by hand', href: `${base}/new` } : null,
          },
    noMatch: rows.length > 0 && matching.length === 0 ? { says: `None of ${rows.length} match.`, clear } : null,
    csv: registerAddress(`${base}.csv`, { ...request, page: 1 }),
    byHand: mayAdd ? `${base}/new` : null,
  };
}
