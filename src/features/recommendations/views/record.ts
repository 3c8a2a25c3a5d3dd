// One recommendation's page: the whole thread, from what was asked to what the public sees.
import { count, date, inWords, pounds } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import type { JointWith } from '../queries/joint.ts';
import type { EvidenceRow, Passage, RecordAction, RecordRow, VerdictRow } from '../queries/record.ts';
import { type Asked, askedWords } from '../rules/asked.ts';
import { isOpen, lateness, nextDate, rollUp, rollUpCost } from '../rules/progress.ts';
import { titleOf } from '../rules/register.ts';
import { ANSWER_WORDS } from '../rules/words.ts';
import { jointLinks } from './joint.ts';
import { knotsOf, missingLinks } from './missing.ts';
import { publicAddress } from './public-address.ts';
import { lateWords, sourceOf } from './register.ts';

export interface FactView {
  readonly status: string;
  readonly line: string;
}
export type KnotState = 'joined' | 'missing' | 'not-due';

export interface ActionLineView {
  readonly label: string;
  readonly title: string;
  readonly href: string;
  readonly progress: string;
  readonly late: string | null;
  readonly due: string;
  readonly owners: string;
  readonly sentence: string | null;
  readonly report: string | null;
}

export interface EvidenceLineView {
  readonly title: string;
  readonly href: string;
  readonly note: string;
  readonly change: string | null;
  /** The history of this piece of evidence. */
  readonly history: string;
}

export interface RecordView {
  readonly caption: string;
  readonly title: string;
  readonly officer: string | null;
  readonly member: string | null;
  readonly ownersHref: string | null;
  readonly facts: { readonly answered: FactView; readonly reports: FactView; readonly found: FactView };
  readonly missing: { readonly says: string; readonly links: readonly Link[] } | null;
  readonly reportProgress: Link | null;
  readonly report: {
    readonly printed: string;
    /** "Added by the council", "Wording changed by the council"; null when the words are the report's. */
    readonly mark: string | null;
    readonly href: string | null;
    readonly text: string | null;
    readonly parts: readonly { readonly label: string; readonly text: string }[];
    readonly excerpt: readonly string[];
    /** Recommendations elsewhere that are linked with this one as joint. */
    readonly joint: readonly Link[];
  };
  readonly response: {
    readonly state: KnotState;
    readonly says: string;
    readonly reason: string | null;
    readonly reference: string | null;
    readonly url: string | null;
    readonly act: Link | null;
  };
  readonly actions: {
    readonly state: KnotState;
    readonly says: string | null;
    readonly rows: readonly ActionLineView[];
    readonly more: Link | null;
    readonly add: string | null;
  };
  readonly money: { readonly state: KnotState; readonly says: string; readonly unknown: readonly Link[] };
  readonly measures: {
    readonly state: KnotState;
    readonly says: string | null;
    readonly rows: readonly string[];
    readonly absent: readonly Link[];
  };
  readonly evidence: {
    readonly state: KnotState;
    readonly says: string | null;
    readonly rows: readonly EvidenceLineView[];
    readonly add: string | null;
  };
  readonly verdict: {
    readonly state: KnotState;
    readonly says: string | null;
    readonly rows: readonly { readonly grade: string; readonly line: string; readonly source: string | null }[];
    readonly add: string | null;
  };
  readonly publicPage: { readonly state: KnotState; readonly says: string | null; readonly link: Link | null };
  readonly does: readonly Link[];
}

export interface RecordGiven {
  readonly record: RecordRow;
  readonly asked: Asked;
  readonly actions: readonly RecordAction[];
  readonly evidence: readonly EvidenceRow[];
  readonly verdicts: readonly VerdictRow[];
  readonly passage: Passage | null;
  readonly joint: readonly JointWith[];
  readonly councilCode: string;
  readonly historyCount: number;
  readonly today: string;
  readonly allActions: boolean;
  path(below: string): string;
  can(permission: string): boolean;
  readonly personId: string;
}

const SHOWN_ACTIONS = 5;
const bytes = (size: number) =>
  size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${(size / 1_000_000).toFixed(1)} MB`;

/** A file or link as a line: who added it, when, and who can see it. */
export function evidenceLine(row: EvidenceRow, path: (below: string) => string, mayChange: boolean): EvidenceLineView {
  const kind = row.url === null ? `File, ${bytes(row.size ?? 0)}` : 'Web page';
  const by = row.addedBy === null ? '' : ` by ${row.addedBy}`;
  const seen = row.visibility === 'public' ? 'Public' : 'Council only';
  return {
    title: row.title,
    href: row.url ?? path(`/evidence/${row.id}/file`),
    note: `${kind}. Added ${date(row.addedAt)}${by}. ${seen}.`,
    change: mayChange ? path(`/evidence/${row.id}`) : null,
    history: path(`/evidence/${row.id}/history`),
  };
}

/** The parts of a cost that there are, each named by its kind: never one total. */
export function costWords(cost: { oneOffPence: number; yearlyPence: number; peopleDays: number }): string {
  const parts = [
    cost.oneOffPence > 0 ? `${pounds(cost.oneOffPence)} one-off` : null,
    cost.yearlyPence > 0 ? `${pounds(cost.yearlyPence)} a year` : null,
    cost.peopleDays > 0 ? count(cost.peopleDays, 'people-day') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No cost' : parts.join(', ');
}

function pagesOf(record: RecordRow): string {
  if (record.page === null) return record.documentId === null ? 'Entered by hand' : 'Printed in the report';
  if (record.pageEnd === null || record.pageEnd === record.page) return `Printed on page ${record.page}`;
  return `Printed on pages ${record.page} to ${record.pageEnd}`;
}

function factsOf({ record, actions, verdicts }: RecordGiven): RecordView['facts'] {
  const latest = actions
    .filter((action) => action.reportedAt !== null)
    .sort((a, b) => b.reportedAt!.getTime() - a.reportedAt!.getTime())[0];
  const verdict = verdicts[0];
  const nextReview = record.nextReviewOn === null ? null : `Next review ${date(record.nextReviewOn)}`;
  return {
    answered: {
      status: record.answer ?? 'none',
      line:
        record.answer === null
          ? 'Nothing recorded yet'
          : [date(record.decidedOn!), record.decidedByBody].filter(Boolean).join(', '),
    },
    reports: {
      status: rollUp(actions.map((action) => action.progress)),
      line: latest
        ? [date(latest.reportedAt!), latest.reportedBy].filter(Boolean).join(', ')
        : actions.length === 0
          ? 'No action yet'
          : 'No update yet',
    },
    found: {
      status: verdict?.grade ?? 'not_assessed',
      line: verdict ? `${date(verdict.givenOn)}, ${verdict.reviewer}` : (nextReview ?? 'No review is dated yet'),
    },
  };
}

function actionLine(given: RecordGiven, action: RecordAction, index: number): ActionLineView {
  const { today, path, can, personId } = given;
  const late = lateness(action, today);
  const next = nextDate([action], today);
  const due =
    action.targetOn === null
      ? isOpen(action.progress)
        ? 'No date yet'
        : ''
      : `${isOpen(action.progress) ? 'Due' : 'Was due'} ${date(action.targetOn)}${action.moves > 0 ? `, first promised ${date(action.originalTargetOn!)}, moved ${count(action.moves, 'time')}` : ''}`;
  const mayReport =
    can('report-progress') || (can('report-own-progress') && [action.officerId, action.memberId].includes(personId));
  return {
    label: `Action ${index + 1}`,
    title: action.title,
    href: path(`/actions/${action.id}`),
    progress: action.progress,
    late: late && next.kind === 'late' ? lateWords(next) : null,
    due,
    owners: `Officer: ${action.officer ?? 'nobody yet'}. Member: ${action.member ?? 'nobody yet'}.`,
    sentence: action.sentence || null,
    report: mayReport && isOpen(action.progress) ? path(`/actions/${action.id}/progress`) : null,
  };
}

export function recordView(given: RecordGiven): RecordView {
  const { record, actions, evidence, verdicts, path, can } = given;
  const here = path(`/recommendations/${record.id}`);
  const { title, whole } = titleOf(record);
  const missing = missingLinks(given);
  const lines = actions.map((action, index) => actionLine(given, action, index));
  const cost = rollUpCost(actions);
  const unknown = actions.flatMap((action, index) =>
    !action.costKnown && action.progress !== 'superseded'
      ? [{ text: `Action ${index + 1}: not known`, href: path(`/actions/${action.id}/edit`) }]
      : [],
  );
  const measures = actions.flatMap((action, index) =>
    action.successMeasure === '' ? [] : [`Action ${index + 1}: ${action.successMeasure}`],
  );
  const notAccepted = record.answer === 'not_accepted';
  const knots = knotsOf(given);
  const firstReport =
    lines.find((line) => line.report !== null && line.late !== null) ?? lines.find((line) => line.report);
  return {
    caption: `${sourceOf(record)}. ${record.groupName}, number ${record.number}`,
    title,
    officer: record.officer,
    member: record.member,
    ownersHref: can('own') ? `${here}/owners` : null,
    facts: factsOf(given),
    missing:
      missing.length === 0
        ? null
        : {
            says: `${inWords(missing.length).replace(/^./, (first) => first.toUpperCase())} ${missing.length === 1 ? 'thing is' : 'things are'} missing.`,
            links: missing,
          },
    reportProgress: firstReport?.report
      ? {
          text: actions.length > 1 ? `Report progress on ${firstReport.label.toLowerCase()}` : 'Report progress',
          href: firstReport.report,
        }
      : null,
    report: {
      printed: pagesOf(record),
      mark: askedWords(given.asked),
      href:
        record.documentId === null
          ? null
          : path(`/reports/${record.documentId}/source${given.passage ? `#${given.passage.firstBlock}` : ''}`),
      text: given.passage !== null || whole ? null : record.text,
      parts: given.passage !== null ? [] : record.parts,
      excerpt: given.passage?.paragraphs ?? [],
      joint: jointLinks(given.joint, path),
    },
    response:
      record.answer === null
        ? {
            state: 'missing',
            says: 'The council has not said whether it accepts this.',
            reason: null,
            reference: null,
            url: null,
            act: can('answer') ? { text: 'Record the response', href: `${here}/response` } : null,
          }
        : {
            state: 'joined',
            says: `${ANSWER_WORDS[record.answer]}, ${date(record.decidedOn!)}${record.decidedByBody ? `, ${record.decidedByBody}` : ''}.`,
            reason: record.reason || null,
            reference: record.decisionReference || null,
            url: record.decisionUrl || null,
            act: can('answer') ? { text: 'Change the response', href: `${here}/response` } : null,
          },
    actions: {
      state: knots.actions,
      says:
        lines.length > 0
          ? null
          : notAccepted
            ? 'The council did not accept this, so nothing is owed.'
            : 'Nothing is planned to answer it.',
      rows: given.allActions ? lines : lines.slice(0, SHOWN_ACTIONS),
      more:
        !given.allActions && lines.length > SHOWN_ACTIONS
          ? { text: `All ${lines.length}`, href: `${here}?actions=all` }
          : null,
      add: can('own') ? `${here}/actions/new` : null,
    },
    money: {
      state: knots.money,
      says:
        cost.known > 0
          ? `${costWords(cost)}.`
          : notAccepted
            ? 'There is no action to cost.'
            : lines.length === 0
              ? 'There is no action to cost yet.'
              : 'No cost is known yet.',
      unknown,
    },
    measures: {
      state: knots.measures,
      says:
        measures.length > 0
          ? null
          : notAccepted
            ? 'There is nothing to measure.'
            : lines.length === 0
              ? 'There is no action to measure yet.'
              : 'Nothing says how anyone will know that it worked.',
      rows: measures,
      absent: actions.flatMap((action, index) =>
        action.successMeasure === '' && action.progress !== 'superseded' && can('own')
          ? [{ text: `Add the measure of action ${index + 1}`, href: path(`/actions/${action.id}/edit`) }]
          : [],
      ),
    },
    evidence: {
      state: knots.evidence,
      says:
        evidence.length > 0
          ? null
          : knots.evidence === 'missing'
            ? 'Nothing shows the result yet.'
            : 'No action has started.',
      rows: evidence.map((row) => evidenceLine(row, path, can('add-evidence'))),
      add: can('add-evidence') ? `${here}/evidence/new` : null,
    },
    verdict: {
      state: verdicts.length > 0 ? 'joined' : 'not-due',
      says:
        verdicts.length > 0
          ? null
          : record.nextReviewOn === null
            ? 'No review is dated yet.'
            : `The reviewers return on ${date(record.nextReviewOn)}.`,
      rows: verdicts.map((verdict) => ({
        grade: verdict.grade,
        line: `${date(verdict.givenOn)}, ${verdict.reviewer}`,
        source: verdict.source || null,
      })),
      add: can('answer') ? `${here}/verdicts/new` : null,
    },
    publicPage:
      record.publishedAt === null
        ? { state: 'not-due', says: 'It has not been published.', link: null }
        : {
            state: 'joined',
            says: null,
            link: {
              text: `As published on ${date(record.publishedAt)}`,
              href: publicAddress(record, given.councilCode),
            },
          },
    does: [
      ...(can('answer')
        ? [{ text: record.answer === null ? 'Record the response' : 'Change the response', href: `${here}/response` }]
        : []),
      ...(can('own')
        ? [
            { text: 'Name the owners', href: `${here}/owners` },
            { text: 'Add an action', href: `${here}/actions/new` },
            { text: 'Link an action that is there', href: `${here}/actions/link` },
          ]
        : []),
      ...(can('add-evidence') ? [{ text: 'Add evidence', href: `${here}/evidence/new` }] : []),
      ...(can('answer') ? [{ text: 'Record a verdict', href: `${here}/verdicts/new` }] : []),
      ...historyLinks(here, given.historyCount),
      { text: 'Who was told the same', href: path(`/library/like/${record.id}`) },
    ],
  };
}
