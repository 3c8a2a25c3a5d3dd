// The list of actions, and the page of one.
import { count, date, pounds } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import {
  costWords,
  csvFile,
  type EvidenceLineView,
  evidenceLine,
  lateness,
  lateWords,
  nextDate,
  type PaginationView,
  PROGRESS_WORDS,
  pageOf,
  paginationOf,
  titleOf,
  VISIBILITY_WORDS,
} from '../../recommendations/index.ts';
import type { ActionRow, EvidenceRecord, UpdateRow } from '../queries/read.ts';
import { type ActionFilter, FILTERS, fitsAction, inOrder, isOpenAction } from '../rules.ts';
import { dueWords } from './forms.ts';

export interface ActionsView {
  readonly totals: string;
  readonly filters: readonly {
    readonly text: string;
    readonly count: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly rows: readonly {
    readonly title: string;
    readonly href: string;
    readonly answers: string;
    readonly progress: string;
    readonly owners: readonly { readonly text: string; readonly missing: boolean }[];
    readonly late: string | null;
    readonly due: string;
    readonly missingDate: boolean;
    readonly cost: string;
  }[];
  readonly caption: string;
  readonly pagination: PaginationView | null;
  readonly empty: Link | null;
  readonly csv: string;
}

const FILTER_WORDS: Readonly<Record<ActionFilter, string>> = {
  all: 'All',
  mine: 'Mine',
  late: 'Late',
  due: 'Due in 30 days',
  unowned: 'Without an owner',
};

/** Lateness of one action in words, or null. */
export function lateOf(action: ActionRow, today: string): string | null {
  const facts = { ...action };
  const next = nextDate([facts], today);
  return lateness(facts, today) !== null && next.kind === 'late' ? lateWords(next) : null;
}

export function costOf(action: ActionRow): string {
  return action.costKnown
    ? costWords({
        oneOffPence: action.costOneOffPence ?? 0,
        yearlyPence: action.costYearlyPence ?? 0,
        peopleDays: action.peopleDays ?? 0,
      })
    : 'Not known';
}

export function actionsView(given: {
  readonly actions: readonly ActionRow[];
  readonly filter: ActionFilter;
  readonly page: number;
  readonly personId: string;
  readonly today: string;
  path(below: string): string;
}): ActionsView {
  const { actions, filter, personId, today, path } = given;
  const base = path('/actions');
  const matching = inOrder(actions.filter((action) => fitsAction(action, filter, personId, today)));
  const shown = pageOf(matching, given.page);
  const address = (which: ActionFilter, page = 1) => {
    const query = new URLSearchParams();
    if (which !== 'all') query.set('show', which);
    if (page > 1) query.set('page', String(page));
    return query.size === 0 ? base : `${base}?${query}`;
  };
  const open = actions.filter(isOpenAction);
  const late = actions.filter((action) => lateOf(action, today) !== null).length;
  const name = (person: string | null, kind: string) =>
    person === null ? { text: `No ${kind}`, missing: true } : { text: person, missing: false };
  return {
    totals: `${open.length} open, ${actions.length - open.length} finished. ${late === 0 ? 'None late.' : `${late} late.`}`,
    filters: FILTERS.map((one) => ({
      text: FILTER_WORDS[one],
      count: actions.filter((action) => fitsAction(action, one, personId, today)).length,
      href: address(one),
      current: one === filter,
    })),
    rows: shown.rows.map((action) => ({
      title: action.title,
      href: path(`/actions/${action.id}`),
      answers: action.answers.map((one) => `${one.groupName}, number ${one.number}`).join('; ') || 'No recommendation',
      progress: action.progress,
      owners: [name(action.officer, 'officer'), name(action.member, 'member')],
      late: lateOf(action, today),
      due: action.targetOn === null ? (isOpenAction(action) ? 'No date yet' : 'Nothing due') : date(action.targetOn),
      missingDate: action.targetOn === null && isOpenAction(action),
      cost: costOf(action),
    })),
    caption: `${filter === 'all' ? 'All' : `${FILTER_WORDS[filter]}:`} ${matching.length}${shown.pages > 1 ? `, page ${shown.page} of ${shown.pages}` : ''}`,
    pagination: paginationOf(shown.page, shown.pages, (page) => address(filter, page)),
    empty: actions.length > 0 ? null : { text: 'Choose a recommendation to answer', href: path('/recommendations') },
    csv: `${base}.csv${filter === 'all' ? '' : `?show=${filter}`}`,
  };
}

/** The actions as a file. Days are ISO, amounts plain pounds; what is not known says so. */
export function actionsCsv(actions: readonly ActionRow[]): string {
  const amount = (action: ActionRow, pence: number | null) =>
    action.costKnown ? (pence === null ? '' : String(pence / 100)) : 'Not known';
  return csvFile(
    [
      'Reference',
      'Action',
      'Answers',
      'Lead officer',
      'Lead member',
      'Start',
      'First date promised',
      'Current date',
      'Date moved, times',
      'Cost once, pounds',
      'Cost a year, pounds',
      'People-days',
      'Success measure',
      'Progress',
      'Commentary',
      'Evidence, pieces',
      'Public or council only',
    ],
    actions.map((action) => [
      action.id,
      action.title,
      action.answers.map((one) => `${one.groupName} ${one.number}`).join('; '),
      action.officer,
      action.member,
      action.startsOn,
      action.originalTargetOn,
      action.targetOn,
      action.moves,
      amount(action, action.costOneOffPence),
      amount(action, action.costYearlyPence),
      action.costKnown ? action.peopleDays : 'Not known',
      action.successMeasure,
      PROGRESS_WORDS[action.progress],
      action.sentence,
      action.evidence,
      VISIBILITY_WORDS[action.visibility],
    ]),
  );
}

export interface ActionView {
  readonly title: string;
  readonly officer: string | null;
  readonly member: string | null;
  readonly progress: string;
  readonly late: string | null;
  readonly due: string;
  readonly facts: readonly { readonly key: string; readonly value: string; readonly action: null }[];
  readonly answers: readonly { readonly text: string; readonly href: string; readonly unlink: string | null }[];
  readonly updates: readonly {
    readonly what: string;
    readonly who: string;
    readonly when: Date;
    readonly why: string | null;
    readonly link: null;
  }[];
  readonly evidence: readonly EvidenceLineView[];
  readonly addEvidence: string | null;
  readonly unlink: string;
  readonly report: string | null;
  readonly does: readonly Link[];
}

/** Each kind of cost that was given. One that was left empty says nothing: it was not given as £0. */
function costFacts({ costKnown, costOneOffPence, costYearlyPence, peopleDays }: ActionRow): ActionView['facts'] {
  const fact = (key: string, amount: number | null, words: (amount: number) => string) =>
    costKnown && amount === null
      ? []
      : [{ key, value: costKnown && amount !== null ? words(amount) : 'Not known', action: null }];
  return [
    ...fact('Cost, one-off', costOneOffPence, pounds),
    ...fact('Cost, each year', costYearlyPence, pounds),
    ...fact('People-days', peopleDays, (days) => count(days, 'day')),
  ];
}

export function updateWords(update: UpdateRow): string {
  const moved =
    update.newTargetOn === null || update.previousTargetOn === null
      ? update.newTargetOn === null
        ? null
        : `date given, ${date(update.newTargetOn)}`
      : `date moved, ${date(update.previousTargetOn)} to ${date(update.newTargetOn)}`;
  return [PROGRESS_WORDS[update.progress], moved].filter(Boolean).join(', ');
}

export function actionView(given: {
  readonly action: ActionRow;
  readonly updates: readonly UpdateRow[];
  readonly evidence: readonly EvidenceRecord[];
  readonly historyCount: number;
  readonly today: string;
  readonly mayReport: boolean;
  path(below: string): string;
  can(permission: string): boolean;
}): ActionView {
  const { action, path, can, today } = given;
  const here = path(`/actions/${action.id}`);
  return {
    title: action.title,
    officer: action.officer,
    member: action.member,
    progress: action.progress,
    late: lateOf(action, today),
    due: dueWords(action),
    facts: [
      { key: 'Start', value: action.startsOn === null ? 'Not known' : date(action.startsOn), action: null },
      {
        key: 'Done by',
        value: action.targetOn === null ? 'Missing. No date yet' : date(action.targetOn),
        action: null,
      },
      {
        key: 'How will you know it worked?',
        value: action.successMeasure === '' ? 'Missing. No measure yet' : action.successMeasure,
        action: null,
      },
      ...costFacts(action),
      { key: 'Who can see it', value: VISIBILITY_WORDS[action.visibility], action: null },
    ],
    answers: action.answers.map((one) => ({
      text: `${one.groupName}, number ${one.number}: ${titleOf(one).title}`,
      href: path(`/recommendations/${one.id}`),
      unlink: can('own') && action.answers.length > 1 ? one.id : null,
    })),
    updates: given.updates.map((update) => ({
      what: updateWords(update),
      who: update.reportedBy ?? 'the program',
      when: update.reportedAt,
      why:
        [
          update.sentence,
          update.pauseReason && `Paused because: ${update.pauseReason}`,
          update.newTargetOn !== null && update.moveReason ? `Why the date moved: ${update.moveReason}` : '',
        ]
          .filter(Boolean)
          .join(' ') || null,
      link: null,
    })),
    evidence: given.evidence.map((one) => evidenceLine(one, path, can('add-evidence'))),
    unlink: `${here}/unlink`,
    addEvidence: can('add-evidence') ? `${here}/evidence/new` : null,
    report: given.mayReport ? `${here}/progress` : null,
    does: [
      ...(can('own') ? [{ text: 'Change this action', href: `${here}/edit` }] : []),
      ...(!can('own') && can('set-cost') ? [{ text: 'Set the cost', href: `${here}/cost` }] : []),
      ...(can('add-evidence') ? [{ text: 'Add evidence', href: `${here}/evidence/new` }] : []),
      ...historyLinks(here, given.historyCount),
    ],
  };
}
