// The pages on which a council publishes, withdraws and takes out.

import { shortName } from '../../../engines/fields/councils.ts';
import { count, inWords, month } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import { type NotRegistered, PROGRESS_WORDS } from '../../recommendations/index.ts';
import type { PublishTyped } from '../forms.ts';
import type { KeptPrivate, ReportInHand, ReportToPublish } from '../queries/register.ts';
import { type Contents, type Publication, progressOf, type Removal } from '../rules/contents.ts';
import { slugOf } from '../rules/places.ts';
import { type PlanView, planView, type VersionLink, versionLinks } from './plan.ts';
import { kindLine, numbersLine } from './words.ts';

export interface ReportsView {
  readonly councilName: string;
  readonly reports: readonly {
    readonly title: string;
    readonly about: string;
    readonly state: string;
    readonly publicHref: string | null;
    readonly previewHref: string;
    readonly versionsHref: string | null;
  }[];
}

export interface PreviewView {
  readonly reportTitle: string;
  readonly number: number;
  readonly fixedSlug: string | null;
  readonly address: string;
  readonly typed: PublishTyped;
  readonly fieldErrors: Readonly<Record<'title' | 'slug' | 'summary', string | null>>;
  readonly action: string;
  readonly kept: readonly string[];
  readonly warnings: readonly string[];
  readonly carried: readonly { readonly value: string; readonly text: string; readonly hint: string }[];
  readonly plan: PlanView;
}

export interface VersionsView {
  readonly reportTitle: string;
  readonly versions: readonly (VersionLink & {
    readonly withdrawHref: string | null;
    readonly takeOutHref: string | null;
  })[];
  readonly history: readonly Link[];
}

export interface WithdrawView {
  readonly number: number;
  readonly action: string;
  readonly reason: string;
  readonly error: string | null;
  readonly newest: boolean;
}

export interface TakeOutListView {
  readonly number: number;
  readonly places: readonly {
    readonly title: string;
    readonly items: readonly { readonly what: string; readonly text: string; readonly href: string }[];
  }[];
}

export interface TakeOutView {
  readonly number: number;
  readonly what: string;
  readonly text: string;
  readonly action: string;
  readonly reason: string;
  readonly where: string;
  readonly error: string | null;
}

export function reportsView(
  council: { name: string; code: string },
  reports: readonly ReportInHand[],
  versions: readonly Publication[],
): ReportsView {
  const base = `/councils/${council.code}/public-pages`;
  return {
    councilName: council.name,
    reports: reports.map((report) => {
      const newest = versions.find((one) => one.reportId === report.id);
      return {
        title: report.title,
        about: `${kindLine(report.kind, report.fieldworkFrom, report.fieldworkTo)}. ${report.recommendations} in the register.`,
        state: !newest
          ? 'Not published.'
          : newest.withdrawnAt
            ? `Version ${newest.number} was withdrawn.`
            : `Version ${newest.number} is public.`,
        publicHref: newest ? `/public/${council.code}/${newest.slug}` : null,
        previewHref: `${base}/${report.id}`,
        versionsHref: newest ? `${base}/${report.id}/versions` : null,
      };
    }),
  };
}

/** What the form holds before anybody typed: the former version's words, or words to begin from. */
export function suggested(
  council: string,
  report: ReportToPublish,
  last: Publication | null,
  number: number,
): PublishTyped {
  const on = report.fieldworkTo ?? report.fieldworkFrom;
  const asked = on ? ` in ${month(on)}` : '';
  return {
    title: last?.title ?? `What ${shortName(council)} was told${asked}, and what it has done`,
    slug:
      last?.slug ?? slugOf(`${report.kind === 'unknown' ? 'report' : report.kind}${on ? ` ${on.slice(0, 4)}` : ''}`),
    summary: last?.summary ?? '',
    expectedNumber: String(number),
    putBack: [],
  };
}

function keptLines(kept: KeptPrivate): string[] {
  const lines: string[] = [];
  const are = (number: number) => (number === 1 ? 'is' : 'are');
  if (kept.councilOnlyActions) {
    lines.push(`${count(kept.councilOnlyActions, 'action')} ${are(kept.councilOnlyActions)} marked “Council only”.`);
  }
  if (kept.councilOnlyEvidence) {
    const { councilOnlyEvidence: number } = kept;
    lines.push(`${count(number, 'piece', 'pieces')} of evidence ${are(number)} marked “Council only”.`);
  }
  if (kept.evidenceOfCouncilOnlyActions) {
    const { evidenceOfCouncilOnlyActions: number } = kept;
    lines.push(
      `${count(number, 'piece', 'pieces')} of public evidence ${are(number)} on an action marked “Council only”: to show it would show the action.`,
    );
  }
  return lines;
}

/** What the page will say of words that are not simply the report's. */
function askedWarnings(contents: Contents, left: readonly NotRegistered[]): string[] {
  const of = (wanted: (one: Contents['recommendations'][number]) => boolean) => contents.recommendations.filter(wanted);
  const added = of((one) => one.origin === 'council').length;
  const suggestions = of((one) => one.origin === 'suggestion').length;
  const reworded = of((one) => one.reworded === true).length;
  const are = (number: number, one: string, many: string) => (number === 1 ? one : many);
  return [
    ...(added
      ? [`${count(added, 'recommendation')} ${are(added, 'was', 'were')} added by the council: the page says so.`]
      : []),
    ...(reworded
      ? [
          `The wording of ${count(reworded, 'recommendation')} is not that of the report: the page says that the council changed it.`,
        ]
      : []),
    ...(suggestions
      ? [
          `${count(suggestions, 'suggestion')} in the report’s prose ${are(suggestions, 'stands', 'stand')} last, counted apart.`,
        ]
      : []),
    ...(left.length ? [`Read in the report and not registered: ${numbersLine(left)}. The page says so.`] : []),
  ];
}

function warningsOf(contents: Contents, kept: KeptPrivate): string[] {
  const warnings = contents.recommendations.flatMap((one) => {
    const whole = progressOf(kept.progress.filter((action) => action.recommendationId === one.recommendationId));
    if (whole === one.progress || whole === null) return [];
    const says = one.progress === null ? 'no action' : `“${PROGRESS_WORDS[one.progress]}”`;
    return [
      `${one.groupName}, number ${one.number}: the public reads ${says}, from the public actions alone. With council-only actions it is “${PROGRESS_WORDS[whole]}”. Make those public, or say so in the summary.`,
    ];
  });
  const unowned = contents.actions.filter((action) => action.officer === null || action.member === null).length;
  if (unowned) warnings.push(`${count(unowned, 'public action')} without an officer or a member: the page says so.`);
  const unanswered = contents.recommendations.filter((one) => one.answer === null).length;
  if (unanswered) warnings.push(`${count(unanswered, 'recommendation')} without an answer: the page says so.`);
  return warnings;
}

const REMOVED_WORD: Record<Removal['kind'], string> = {
  recommendation: 'Recommendation',
  action: 'An action',
  evidence: 'Evidence',
};

export interface PreviewInput {
  readonly council: { readonly name: string; readonly code: string };
  readonly origin: string;
  readonly now: Date;
  readonly today: string;
  readonly report: ReportToPublish;
  readonly versions: readonly Publication[];
  readonly contents: Contents;
  readonly before: { readonly publishedAt: Date; readonly contents: Contents } | null;
  /** What was taken out of the last version. */
  readonly removals: readonly Removal[];
  readonly kept: KeptPrivate;
  readonly notRegistered: readonly NotRegistered[];
  readonly typed: PublishTyped | null;
  readonly errors: readonly { readonly text: string; readonly href: string }[];
}

export function previewView(input: PreviewInput): PreviewView {
  const { council, report, versions } = input;
  const last = versions[0] ?? null;
  const number = (last?.number ?? 0) + 1;
  const typed = input.typed ?? suggested(council.name, report, last, number);
  const slug = last?.slug ?? typed.slug;
  const reportHref = `/public/${council.code}/${slug}`;
  const publication: Publication = {
    id: '',
    reportId: report.id,
    slug,
    number,
    title: typed.title,
    summary: typed.summary,
    reportKind: report.kind,
    fieldworkFrom: report.fieldworkFrom,
    fieldworkTo: report.fieldworkTo,
    publishedAt: input.now,
    replacedAt: null,
    withdrawnAt: null,
    withdrawalReason: null,
    notRegistered: input.notRegistered.map(({ group, numbers }) => ({ group, numbers: [...numbers] })),
  };
  const error = (name: string) => input.errors.find((one) => one.href === `#${name}`)?.text ?? null;
  return {
    reportTitle: report.title,
    number,
    fixedSlug: last?.slug ?? null,
    address: `${input.origin}/public/${council.code}/`,
    typed: { ...typed, slug, expectedNumber: String(number) },
    fieldErrors: { title: error('title'), slug: error('slug'), summary: error('summary') },
    action: `/councils/${council.code}/public-pages/${report.id}`,
    kept: keptLines(input.kept),
    warnings: [...askedWarnings(input.contents, input.notRegistered), ...warningsOf(input.contents, input.kept)],
    carried: input.removals.map((one) => ({
      value: one.recordId,
      text: `${REMOVED_WORD[one.kind]} in ${one.groupName}, number ${one.number}`,
      hint: `Taken out because: ${one.reason}`,
    })),
    plan: planView({
      councilName: council.name,
      origin: input.origin,
      reportHref,
      publication,
      versions: [publication, ...versions],
      contents: input.contents,
      before: input.before,
      today: input.today,
    }),
  };
}

export function versionsView(
  council: { code: string },
  report: ReportToPublish,
  versions: readonly Publication[],
  told: number,
): VersionsView {
  const base = `/councils/${council.code}/public-pages/versions`;
  const links = versionLinks(versions, `/public/${council.code}/${versions[0]?.slug ?? ''}`);
  return {
    reportTitle: report.title,
    history: historyLinks(`/councils/${council.code}/public-pages/${report.id}`, told),
    versions: links.map((link, at) => {
      const open = link.state !== 'withdrawn';
      const own = `${base}/${versions[at]!.id}`;
      return { ...link, withdrawHref: open ? `${own}/withdraw` : null, takeOutHref: open ? `${own}/take-out` : null };
    }),
  };
}

/** What can be taken out of a version, place by place. */
export function takeOutListView(base: string, publication: Publication, contents: Contents): TakeOutListView {
  return {
    number: publication.number,
    places: contents.recommendations.map((one) => {
      const own = <T extends { recommendationId: string }>(rows: readonly T[]) =>
        rows.filter((row) => row.recommendationId === one.recommendationId);
      const item = (what: string, kind: Removal['kind'], id: string, text: string) => ({
        what,
        text,
        href: `${base}/${kind}/${id}`,
      });
      return {
        title: `${one.groupName}, number ${one.number}`,
        items: [
          item('Recommendation', 'recommendation', one.recommendationId, one.heading ?? one.text),
          ...own(contents.actions).map((row) => item('Action', 'action', row.actionId, row.title)),
          ...own(contents.evidence).map((row) => item('Evidence', 'evidence', row.evidenceId, row.title)),
        ],
      };
    }),
  };
}

/** "one version", "3 versions". */
export const versionsInWords = (number: number) => `${inWords(number)} version${number === 1 ? '' : 's'}`;
