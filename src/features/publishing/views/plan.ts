// The public plan page: what a council was told, and what it has done. Late items first; never a percentage.

import { shortName } from '../../../engines/fields/councils.ts';
import type { Answer, Grade } from '../../../platform/db/schema/index.ts';
import { count, date, isoDay, month } from '../../../platform/web/dates-and-money.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS } from '../../recommendations/index.ts';
import { type Change, changesBetween } from '../rules/changes.ts';
import { type Contents, isFinished, type Publication } from '../rules/contents.ts';
import { answerDueBy, lateness } from '../rules/late.ts';
import { type Place, placesOf } from '../rules/places.ts';
import {
  type Frame,
  frameOf,
  lateLine,
  type RecommendationView,
  type RemovedPlaceView,
  recommendationView,
  removedPlaceView,
} from './pieces.ts';
import { kindLine, listed, numbersLine } from './words.ts';

export interface WorkItem {
  readonly text: string;
  readonly href: string;
  readonly note: string;
  readonly late: string | null;
  readonly due: string | null;
}

export interface ChangeView {
  readonly text: string;
  readonly href: string;
  readonly says: string;
}

export type NoticeView =
  | { readonly kind: 'current' }
  | { readonly kind: 'replaced'; readonly on: Date; readonly newHref: string; readonly newWithdrawn: boolean }
  | { readonly kind: 'withdrawn'; readonly on: Date; readonly reason: string; readonly newHref: string | null };

export interface VersionLink {
  readonly number: number;
  readonly href: string;
  readonly publishedAt: Date;
  readonly state: 'newest' | 'replaced' | 'withdrawn';
}

export interface PlanView {
  readonly title: string;
  readonly councilName: string;
  readonly short: string;
  readonly about: string;
  readonly summary: string | null;
  readonly number: number;
  readonly publishedAt: Date;
  readonly notice: NoticeView;
  readonly totals: readonly string[];
  readonly jumps: readonly { text: string; count: number; href: string; current: boolean }[];
  readonly late: readonly WorkItem[];
  readonly passed: readonly WorkItem[];
  readonly changed: { readonly since: Date; readonly items: readonly ChangeView[] } | null;
  readonly groups: readonly {
    readonly name: string;
    readonly places: readonly (
      | { shown: RecommendationView; removed: null }
      | { shown: null; removed: RemovedPlaceView }
    )[];
  }[];
  readonly count: number;
  readonly links: { csv: string; json: string; atom: string; calendar: string; embed: string; openData: string };
  readonly citation: string;
  readonly address: string;
  readonly versions: readonly VersionLink[];
}

const tally = <K extends string>(keys: readonly (K | null)[], key: K) => keys.filter((one) => one === key).length;

/** Whether the reviewers put it among their recommendations, as far as the copy says. */
const isRecommended = (place: Place) =>
  place.recommendation?.origin !== 'council' && place.recommendation?.origin !== 'suggestion';

/** What is counted apart from the reviewers' recommendations, what is missing, and who typed the words. */
function askedLines(places: readonly Place[], publication: Publication): string[] {
  const of = (origin: string) => places.filter((place) => place.recommendation?.origin === origin).length;
  const apart = [
    of('council') ? `${of('council')} added by the council` : null,
    of('suggestion') ? `${count(of('suggestion'), 'suggestion')} in the report’s prose` : null,
  ].filter((one) => one !== null);
  const left = publication.notRegistered ?? [];
  return [
    ...(apart.length ? [`Counted apart: ${listed(apart)}.`] : []),
    ...(left.length ? [`Also read in the report, and not registered by the council: ${numbersLine(left)}.`] : []),
    ...(of('typed') ? ['The council typed in the words of the report.'] : []),
  ];
}

function totalsOf(all: readonly Place[], day: string): string[] {
  const places = all.filter(isRecommended);
  const shown = places.map((place) => place.recommendation).filter((one) => one !== null);
  const answers = shown.map((one) => one.answer);
  const answered = (
    [
      ['accepted', 'accepted'],
      ['accepted_in_part', 'in part'],
      ['accepted_in_principle', 'in principle'],
      ['not_accepted', 'not accepted'],
    ] as [Answer, string][]
  )
    .map(([key, word]) => [tally<Answer>(answers, key), word] as const)
    .filter(([number]) => number > 0)
    .map(([number, word], at) => `${number} ${at === 0 && word.startsWith('in ') ? `accepted ${word}` : word}`);
  const open = answers.filter((answer) => answer === null).length;
  if (open > 0) answered.push(open === shown.length ? 'none answered yet' : `${open} not answered yet`);
  const complete = places.filter((place) => place.recommendation?.progress === 'reported_complete');
  const proved = complete.filter(
    (place) => place.evidence.length > 0 || place.actions.some((action) => action.evidence.length > 0),
  ).length;
  const grades = shown.map((one) => one.verdict).filter((one) => one !== null && one !== 'not_assessed');
  const found = (Object.keys(GRADE_WORDS) as Grade[])
    .map((grade) => [tally<Grade>(grades, grade), GRADE_WORDS[grade].toLowerCase()] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`);
  const next = shown
    .map((one) => one.nextReviewOn)
    .filter((on) => on !== null && on >= day)
    .sort()[0];
  return [
    `${count(shown.length, 'recommendation')}: ${listed(answered)}.`,
    complete.length === 0
      ? 'The council reports none complete yet.'
      : `The council reports ${complete.length} complete, ${proved === 0 ? 'none' : proved} with evidence.`,
    `Independent reviewers: ${found.length === 0 ? 'none assessed yet' : listed(found)}.${next ? ` They return in ${month(next)}.` : ''}`,
  ];
}

/** While nothing is answered: until when the rules give the council time. */
function answerDue(places: readonly Place[], frame: Frame): string[] {
  if (frame.answerDueBy === null || places.some((place) => place.recommendation?.answer)) return [];
  return [`The council’s answer is due by ${date(frame.answerDueBy)}.`];
}

/** Each dated action once, under its first recommendation. */
function eachAction(places: readonly Place[]) {
  const seen = new Set<string>();
  return places
    .flatMap((place) => place.actions.map(({ action }) => ({ place, action })))
    .filter(({ action }) => !seen.has(action.actionId) && seen.add(action.actionId));
}

function workItem(frame: Frame, { place, action }: ReturnType<typeof eachAction>[number]) {
  const owner = action.officer === null ? 'No officer named' : action.officer;
  return {
    text: action.title,
    href: `${frame.base}/${place.address}`,
    note: `${owner}. Answers number ${place.number} of the ${place.groupName.toLowerCase()}.`,
    late: null,
    due: null,
  };
}

function lateItems(places: readonly Place[], frame: Frame): WorkItem[] {
  return eachAction(places)
    .map((one) => ({ ...one, days: lateness(one.action, frame.day)?.days ?? 0 }))
    .filter((one) => one.days > 0)
    .sort((a, b) => b.days - a.days)
    .map((one) => ({ ...workItem(frame, one), late: lateLine(one.action, frame.day) }));
}

/** Dates that have passed since the version was published: whether the work is done, the version cannot say. */
function passedItems(places: readonly Place[], frame: Frame, today: string): WorkItem[] {
  return eachAction(places)
    .filter(({ action }) => !isFinished(action.progress) && action.targetOn !== null)
    .filter(({ action }) => action.targetOn! >= frame.day && action.targetOn! < today)
    .sort((a, b) => a.action.targetOn!.localeCompare(b.action.targetOn!))
    .map((one) => ({ ...workItem(frame, one), due: `Was due on ${date(one.action.targetOn!)}` }));
}

const onDay = (day: string | null) => (day === null ? 'no date' : date(day));

export function changeView(change: Change, base: string): ChangeView {
  const { place } = change;
  const href = `${base}/${place.address}`;
  const where = `${place.groupName}, number ${place.number}`;
  switch (change.kind) {
    case 'date': {
      const first =
        change.first !== null && change.first !== change.was ? ` First promised for ${date(change.first)}.` : '';
      return {
        text: change.title,
        href,
        says: `Date moved: was ${onDay(change.was)}, now ${onDay(change.now)}.${first}`,
      };
    }
    case 'answer': {
      const now = change.now === null ? 'No response' : ANSWER_WORDS[change.now];
      const was =
        change.was === null ? 'There was no response before.' : `Was: ${ANSWER_WORDS[change.was].toLowerCase()}.`;
      return { text: where, href, says: `The council answered: ${now.toLowerCase()}. ${was}` };
    }
    case 'progress':
      return {
        text: change.title,
        href,
        says: `The council reports: ${PROGRESS_WORDS[change.now].toLowerCase()}. Was: ${PROGRESS_WORDS[change.was].toLowerCase()}.`,
      };
    case 'verdict':
      return {
        text: where,
        href,
        says: `The reviewers found: ${(change.now === null ? 'Not assessed' : GRADE_WORDS[change.now]).toLowerCase()}.`,
      };
    case 'new recommendation':
      return { text: where, href, says: 'New in this version.' };
    case 'new action':
      return { text: change.title, href, says: 'New action.' };
    case 'action gone':
      return { text: change.title, href, says: 'No longer among the published actions.' };
    case 'new evidence':
      return { text: change.title, href, says: 'New evidence.' };
  }
}

export interface PlanInput {
  readonly councilName: string;
  readonly origin: string;
  /** "/public/northmere/corporate-2026". */
  readonly reportHref: string;
  readonly publication: Publication;
  readonly versions: readonly Publication[];
  readonly contents: Contents;
  readonly before: { readonly publishedAt: Date; readonly contents: Contents } | null;
  readonly today: string;
}

export function noticeOf(publication: Publication, versions: readonly Publication[], reportHref: string): NoticeView {
  const newest = versions[0] ?? publication;
  const isNewest = newest.number === publication.number;
  if (publication.withdrawnAt !== null) {
    return {
      kind: 'withdrawn',
      on: publication.withdrawnAt,
      reason: publication.withdrawalReason ?? '',
      newHref: isNewest || newest.withdrawnAt !== null ? null : reportHref,
    };
  }
  if (isNewest || publication.replacedAt === null) return { kind: 'current' };
  return {
    kind: 'replaced',
    on: publication.replacedAt,
    newHref: reportHref,
    newWithdrawn: newest.withdrawnAt !== null,
  };
}

export function versionLinks(versions: readonly Publication[], reportHref: string): VersionLink[] {
  return versions.map((one, at) => ({
    number: one.number,
    href: `${reportHref}/${one.number}`,
    publishedAt: one.publishedAt,
    state: one.withdrawnAt !== null ? 'withdrawn' : at === 0 ? 'newest' : 'replaced',
  }));
}

export function planView(input: PlanInput): PlanView {
  const { publication, contents, reportHref } = input;
  const base = `${reportHref}/${publication.number}`;
  const day = isoDay(publication.publishedAt);
  const places = placesOf(contents);
  const frame = frameOf(publication, base, answerDueBy(publication.reportKind, publication.fieldworkTo));
  const notice = noticeOf(publication, input.versions, reportHref);
  const withdrawn = notice.kind === 'withdrawn';
  const late = lateItems(places, frame);
  const passed = notice.kind === 'current' ? passedItems(places, frame, input.today) : [];
  const changed = input.before && {
    since: input.before.publishedAt,
    items: changesBetween(input.before.contents, contents).map((change) => changeView(change, base)),
  };
  const jump = (text: string, count: number, href: string) => ({ text, count, href, current: false });
  return {
    title: publication.title,
    councilName: input.councilName,
    short: shortName(input.councilName),
    about: kindLine(publication.reportKind, publication.fieldworkFrom, publication.fieldworkTo),
    summary: publication.summary === '' ? null : publication.summary,
    number: publication.number,
    publishedAt: publication.publishedAt,
    notice,
    totals: withdrawn
      ? []
      : [...totalsOf(places, day), ...askedLines(places, publication), ...answerDue(places, frame)],
    jumps: [
      jump('Late', late.length, '#late'),
      ...(passed.length ? [jump('Due since', passed.length, '#passed')] : []),
      ...(changed ? [jump('Changed since the version before', changed.items.length, '#changed')] : []),
      jump('All', places.length, '#all'),
    ],
    late,
    passed,
    changed,
    groups: [...Map.groupBy(places, (place) => place.groupName)].map(([name, own]) => ({
      name,
      places: own.map((place) =>
        place.recommendation
          ? { shown: recommendationView(place, frame), removed: null }
          : { shown: null, removed: removedPlaceView(place, frame) },
      ),
    })),
    count: places.length,
    links: {
      csv: `${base}/plan.csv`,
      json: `${base}/plan.json`,
      calendar: `${base}/dates.ics`,
      atom: `${reportHref.slice(0, reportHref.lastIndexOf('/'))}/feed.atom`,
      embed: `${reportHref}/embed`,
      openData: '/public/open-data',
    },
    citation: `${input.councilName}. ${publication.title.replace(/\.$/, '')}. Version ${publication.number}, published ${date(publication.publishedAt)}.`,
    address: `${input.origin}${base}`,
    versions: versionLinks(input.versions, reportHref),
  };
}
