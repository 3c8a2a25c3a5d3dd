// Home as a page: what is owed in groups, worst first, and what changed.

import { shortName } from '../../engines/fields/councils.ts';
import { count, date } from '../../platform/web/dates-and-money.ts';
import type { Link } from '../../platform/web/view.ts';
import { PROGRESS_WORDS, titleOf } from '../recommendations/index.ts';
import type { SharingTask, SharingWork } from '../sharing/index.ts';
import type { News } from './rules/news.ts';
import type { Owed, ToCheck, UnownedRecommendation, WorkAction, WorkRecommendation } from './rules/work.ts';

export interface TaskView {
  readonly text: string;
  readonly href: string;
  readonly note: string | null;
  readonly late: string | null;
  readonly due: string | null;
  readonly act: Link | null;
}

export interface GroupView {
  readonly id: GroupId;
  readonly title: string;
  readonly tasks: readonly TaskView[];
  /** To the whole group, when only its first ten are shown. */
  readonly all: Link | null;
}

export interface NewsView {
  readonly what: string;
  readonly who: string;
  readonly when: Date;
  readonly why: string | null;
  readonly link: Link | null;
}

export interface HomeView {
  readonly heading: string;
  /** "3 late. 2 due by 30 November 2026. 1 waits for your answer." */
  readonly headline: string;
  /** To what is late in the whole council, when that is more than one's own. */
  readonly others: Link | null;
  readonly groups: readonly GroupView[];
  /** Of a council that has no report yet. */
  readonly begin: readonly Link[] | null;
  readonly news: { readonly heading: string; readonly nothing: string | null; readonly entries: readonly NewsView[] };
  /** Back to ten a group. */
  readonly fewer: string | null;
}

export const GROUPS = ['late', 'due', 'answer', 'check', 'agree', 'ended', 'unowned', 'undated'] as const;
export type GroupId = (typeof GROUPS)[number];
export const SHOWN = 10;

export interface HomeGiven {
  readonly owed: Owed;
  /** Null where the person's roles leave it to others. */
  readonly unanswered: readonly WorkRecommendation[] | null;
  readonly toCheck: readonly ToCheck[] | null;
  readonly unowned: {
    readonly actions: readonly WorkAction[];
    readonly recommendations: readonly UnownedRecommendation[];
  } | null;
  /** What councils share asks of this one; null where others see to it. */
  readonly sharing: SharingWork | null;
  /** How many actions are late in the whole council, for who keeps its register; null for the others. */
  readonly lateInAll: number | null;
  readonly begun: boolean;
  readonly news: readonly News[];
  /** Null for who has never been here. */
  readonly since: Date | null;
  /** The group that is shown whole. */
  readonly whole: GroupId | null;
  /** Whether the actions are the person's own: an auditor owns none and sees the council's. */
  readonly own: boolean;
  readonly personId: string;
  readonly councilName: string;
  path(below: string): string;
  can(permission: string): boolean;
}

const task = (given: Partial<TaskView> & Pick<TaskView, 'text' | 'href'>): TaskView => ({
  note: null,
  late: null,
  due: null,
  act: null,
  ...given,
});

/** "23 days past 30 October 2026, 53 past the first date, 30 September 2026". */
function lateWords({ targetOn, originalTargetOn, lateness }: Owed['late'][number]): string {
  const past = `${count(lateness.days, 'day')} past ${date(targetOn!)}`;
  if (lateness.daysPastFirst === null || originalTargetOn === null) return past;
  return `${past}, ${lateness.daysPastFirst} past the first date, ${date(originalTargetOn)}`;
}

function dueWords({ targetOn, originalTargetOn }: WorkAction): string {
  const due = `Due ${date(targetOn!)}`;
  return originalTargetOn === null || originalTargetOn === targetOn
    ? due
    : `${due}, first promised for ${date(originalTargetOn)}`;
}

function noteOf(action: WorkAction, own: boolean): string {
  const owners = own ? [] : [action.officer ?? 'No officer', action.member ?? 'No member'];
  const answers = action.answers === null ? [] : [`For: ${titleOf(action.answers).title}`];
  return [`${PROGRESS_WORDS[action.progress]}.`, ...owners.map((name) => `${name}.`), ...answers].join(' ');
}

const agreementOf = ({ councilName }: HomeGiven) => `${shortName(councilName)}’s agreement`;

function headlineOf(given: HomeGiven): string {
  const { late, soon, soonUntil, next } = given.owed;
  const said: string[] = [];
  if (late.length > 0) said.push(`${late.length} late.`);
  if (soon.length > 0) said.push(`${soon.length} due by ${date(soonUntil)}.`);
  if (said.length === 0) said.push(`Nothing is due.${next === null ? '' : ` Next: ${date(next)}.`}`);
  const waiting = given.unanswered?.length ?? 0;
  if (waiting > 0) said.push(`${waiting} ${waiting === 1 ? 'waits' : 'wait'} for your answer.`);
  const toCheck = given.toCheck?.length ?? 0;
  if (toCheck > 0) said.push(`${count(toCheck, 'report')} to check.`);
  const toAgree = given.sharing?.toAgree.length ?? 0;
  if (toAgree > 0) said.push(`${toAgree} ${toAgree === 1 ? 'waits' : 'wait'} for ${agreementOf(given)}.`);
  return said.join(' ');
}

function missingOf(parts: readonly (string | false)[]): string {
  return `No ${parts.filter(Boolean).join(', no ')}`;
}

function tasksOf(given: HomeGiven): Record<GroupId, { title: string; tasks: TaskView[] }> {
  const { owed, path, can, own } = given;
  const mayReport = (action: WorkAction) =>
    can('report-progress') ||
    (can('report-own-progress') && (action.officerId === given.personId || action.memberId === given.personId));
  const ofAction = (action: WorkAction, more: Partial<TaskView>) =>
    task({
      text: action.title,
      href: path(`/actions/${action.id}`),
      note: noteOf(action, own),
      act: mayReport(action) ? { text: 'Report progress', href: path(`/actions/${action.id}/progress`) } : null,
      ...more,
    });
  const ofRecommendation = (one: WorkRecommendation, more: Partial<TaskView>) =>
    task({ text: titleOf(one).title, href: path(`/recommendations/${one.id}`), note: one.reportTitle, ...more });
  const ofSharing = ({ text, below, note }: SharingTask, act: string) =>
    task({ text, href: path(below), note, act: { text: act, href: path(below) } });
  return {
    late: { title: 'Late', tasks: owed.late.map((action) => ofAction(action, { late: lateWords(action) })) },
    due: { title: 'Due soon', tasks: owed.soon.map((action) => ofAction(action, { due: dueWords(action) })) },
    answer: {
      title: 'Waiting for your answer',
      tasks: (given.unanswered ?? []).map((one) =>
        ofRecommendation(one, {
          act: { text: 'Record the response', href: path(`/recommendations/${one.id}/response`) },
        }),
      ),
    },
    check: {
      title: 'Read, and waiting to be checked',
      tasks: (given.toCheck ?? []).map((one, _, all) =>
        task({
          text: one.title,
          href: path(`/reports/${one.id}/review`),
          // Two reports of one kind and month have one title; the file tells them apart.
          note: `${all.length > 1 && one.fileName !== null ? `${one.fileName}. ` : ''}${one.undecided} to check, ${one.accepted} accepted and not yet in the register. Read on ${date(one.readAt)}.`,
          act: { text: 'Check', href: path(`/reports/${one.id}/review`) },
        }),
      ),
    },
    agree: {
      title: `Waiting for ${agreementOf(given)}`,
      tasks: (given.sharing?.toAgree ?? []).map((one) => ofSharing(one, 'Read and agree')),
    },
    ended: {
      title: 'Ended by another council',
      tasks: (given.sharing?.ended ?? []).map((one) => ofSharing(one, 'Read')),
    },
    unowned: {
      title: 'Without an owner',
      tasks: [
        ...(given.unowned?.actions ?? []).map((action) =>
          ofAction(action, {
            due: missingOf([action.officerId === null && 'officer', action.memberId === null && 'member']),
            act: { text: 'Name them', href: path(`/actions/${action.id}/edit`) },
          }),
        ),
        ...(given.unowned?.recommendations ?? []).map((one) =>
          ofRecommendation(one, {
            due: missingOf([one.noOfficer && 'officer', one.noMember && 'member']),
            act: { text: 'Name them', href: path(`/recommendations/${one.id}/owners`) },
          }),
        ),
      ],
    },
    undated: {
      title: 'Without a date',
      tasks: owed.undated.map((action) => ofAction(action, { due: 'No date yet' })),
    },
  };
}

function beginOf({ path, can }: HomeGiven): Link[] {
  return [
    can('read-reports') && { text: 'Upload a report', href: path('/reports/new') },
    can('manage-people') && { text: 'Invite owners', href: path('/people/invite') },
  ].filter((link) => link !== false);
}

export function homeView(given: HomeGiven): HomeView {
  const home = given.path('');
  const all = tasksOf(given);
  return {
    heading: given.own ? 'My work' : `What ${given.councilName} owes`,
    headline: headlineOf(given),
    others:
      given.lateInAll !== null && given.lateInAll > given.owed.late.length
        ? { text: `${given.lateInAll} late in all of ${given.councilName}`, href: given.path('/actions?show=late') }
        : null,
    groups: GROUPS.filter((id) => all[id].tasks.length > 0).map((id) => {
      const { title, tasks } = all[id];
      const cut = tasks.length > SHOWN && given.whole !== id;
      const words = `All ${tasks.length}: ${title.toLowerCase()}`;
      return {
        id,
        title: tasks.length > 1 ? `${title} (${tasks.length})` : title,
        tasks: cut ? tasks.slice(0, SHOWN) : tasks,
        all: cut ? { text: id === 'late' ? `All ${tasks.length} late` : words, href: `${home}?all=${id}#${id}` } : null,
      };
    }),
    begin: given.begun ? null : beginOf(given),
    news: {
      heading: given.since === null ? 'Latest changes' : `Changed since you last came, ${date(given.since)}`,
      nothing:
        given.news.length > 0
          ? null
          : given.since === null
            ? 'Nothing has been recorded yet.'
            : `Nothing changed since ${date(given.since)}.`,
      entries: given.news.slice(0, SHOWN).map(({ what, at, who, why, about }) => ({
        what,
        who: `by ${who}`,
        when: at,
        why,
        link: about && { text: about.title, href: given.path(about.below) },
      })),
    },
    fewer: given.whole === null ? null : home,
  };
}
