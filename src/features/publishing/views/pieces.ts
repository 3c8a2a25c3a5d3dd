// One recommendation as the public reads it, from a copy: shared by the public pages and the council's preview.

import type { SubPoint } from '../../../platform/db/schema/index.ts';
import { count, date, isoDay } from '../../../platform/web/dates-and-money.ts';
import { askedWords } from '../../recommendations/index.ts';
import type { Publication, PublicEvidence, Removal } from '../rules/contents.ts';
import { lateness } from '../rules/late.ts';
import type { Place } from '../rules/places.ts';
import { costLine, fileKind, sizeLine } from './words.ts';

export interface FactView {
  /** A key of the status macros, or null where nobody has said anything. */
  readonly status: string | null;
  readonly line: string;
}

export interface FactsView {
  readonly answered: FactView;
  readonly reports: FactView;
  readonly found: FactView;
}

export interface EvidenceView {
  readonly title: string;
  readonly href: string | null;
  /** "PDF, 340 KB", or "external site". */
  readonly note: string | null;
}

export interface RemovedView {
  readonly on: Date;
  readonly reason: string;
}

export interface ActionView {
  readonly title: string;
  readonly officer: string | null;
  readonly member: string | null;
  readonly progress: string;
  readonly progressOn: string | null;
  readonly late: string | null;
  /** "Done by 30 October 2026. First promised for 30 September 2026." */
  readonly when: string;
  readonly cost: string;
  readonly successMeasure: string | null;
  readonly latest: string | null;
  readonly evidence: readonly EvidenceView[];
}

export interface RecommendationView {
  readonly number: number;
  readonly groupName: string;
  readonly address: string;
  readonly href: string;
  readonly headline: string;
  /** What the headline does not say of the printed text. */
  readonly rest: string | null;
  readonly parts: readonly SubPoint[];
  readonly printedOn: string | null;
  /** "Added by the council", "Wording changed by the council"; null when the words are the report's. */
  readonly mark: string | null;
  /** Who asked for it: false when the council added it itself. */
  readonly askedByReviewers: boolean;
  readonly officer: string | null;
  readonly member: string | null;
  readonly facts: FactsView;
  readonly reason: string | null;
  readonly decision: { readonly text: string; readonly href: string | null } | null;
  readonly actions: readonly ActionView[];
  readonly evidence: readonly EvidenceView[];
  readonly removedActions: readonly RemovedView[];
  readonly removedEvidence: readonly RemovedView[];
  /** Whether anything shown proves a result: evidence on it or on one of its actions. */
  readonly isShown: boolean;
}

export interface RemovedPlaceView {
  readonly number: number;
  readonly groupName: string;
  readonly address: string;
  readonly href: string;
  readonly removed: RemovedView;
}

/** Where links of a version lead: `base` is its own address. */
export interface Frame {
  readonly base: string;
  readonly publication: Publication;
  /** The day against which lateness is counted: that of publication. */
  readonly day: string;
  readonly answerDueBy: string | null;
}

export function frameOf(publication: Publication, base: string, answerDueBy: string | null): Frame {
  return { base, publication, day: isoDay(publication.publishedAt), answerDueBy };
}

const LONGEST_HEADLINE = 220;

/**
 * The printed heading, or the first sentence of the printed text, and what follows it. Nothing is shortened; a heading
 * with which the text itself begins is not said twice.
 */
export function headlineOf(heading: string | null, text: string): { headline: string; rest: string | null } {
  if (heading !== null) {
    const repeats = text.startsWith(heading) && /^(?:[.:;,]?\s|[.:;,]?$)/u.test(text.slice(heading.length));
    const after = repeats ? text.slice(heading.length).replace(/^[.:;,]?\s*/u, '') : text;
    return { headline: heading, rest: after === '' ? null : after };
  }
  const first = /^.{12,}?[.!?](?=\s+\p{Lu})/su.exec(text)?.[0];
  if (first === undefined || text.length <= LONGEST_HEADLINE) return { headline: text, rest: null };
  return { headline: first, rest: text.slice(first.length).trim() };
}

function factsOf(place: Place, frame: Frame): FactsView {
  const one = place.recommendation!;
  const answeredBy = one.answeredBy ? `, ${one.answeredBy}` : '';
  return {
    answered: {
      status: one.answer ?? 'none',
      line: one.answeredOn
        ? `${date(one.answeredOn)}${answeredBy}`
        : frame.answerDueBy
          ? `Due by ${date(frame.answerDueBy)}`
          : 'None published',
    },
    reports: {
      status: one.progress,
      line: one.progress === null ? 'No action published yet' : one.progressOn ? date(one.progressOn) : 'No date given',
    },
    found: {
      status: one.verdict ?? 'not_assessed',
      line: one.verdictOn
        ? `${date(one.verdictOn)}${one.verdictBy ? `, ${one.verdictBy}` : ''}`
        : one.nextReviewOn
          ? `Not due until ${date(one.nextReviewOn)}`
          : 'No review published',
    },
  };
}

export function lateLine(action: Parameters<typeof lateness>[0], day: string): string | null {
  const late = lateness(action, day);
  if (!late) return null;
  const first = late.daysPastFirst === null ? '' : `, ${late.daysPastFirst} past the first date`;
  return `${count(late.days, 'day')} past ${date(late.dueOn)}${first}`;
}

function whenLine(action: Place['actions'][number]['action']): string {
  if (action.targetOn === null) return 'No date given.';
  const moved = action.originalTargetOn !== null && action.originalTargetOn !== action.targetOn;
  return `To be done by ${date(action.targetOn)}.${moved ? ` First promised for ${date(action.originalTargetOn!)}.` : ''}`;
}

function evidenceView(frame: Frame, one: PublicEvidence): EvidenceView {
  if (one.fileId !== null) {
    const size = one.size === null ? '' : `, ${sizeLine(one.size)}`;
    return {
      title: one.title,
      href: `${frame.base}/evidence/${one.evidenceId}`,
      note: `${fileKind(one.mediaType, one.fileName)}${size}`,
    };
  }
  return { title: one.title, href: one.url, note: one.url === null ? null : new URL(one.url).hostname };
}

const removedView = (removal: Removal): RemovedView => ({ on: removal.redactedAt, reason: removal.reason });

/** "Decision 25/004" for a bare number; what already begins with a word, such as "Minute 12", says it itself. */
export const decisionInWords = (reference: string) =>
  /^\p{L}{3}/u.test(reference) ? reference : `Decision ${reference}`;

/** The view of a place that still has its recommendation. */
export function recommendationView(place: Place, frame: Frame): RecommendationView {
  const one = place.recommendation!;
  const last = one.pageEnd !== null && one.pageEnd !== one.page ? one.pageEnd : null;
  const read = one.answerUrl ? 'Read the decision' : null;
  const decision = one.answerReference ? decisionInWords(one.answerReference) : read;
  const evidence = (rows: readonly PublicEvidence[]) => rows.map((row) => evidenceView(frame, row));
  return {
    number: place.number,
    groupName: place.groupName,
    address: place.address,
    href: `${frame.base}/${place.address}`,
    ...headlineOf(one.heading, one.text),
    parts: one.parts,
    printedOn: one.page === null ? null : last === null ? `page ${one.page}` : `pages ${one.page} to ${last}`,
    mark: one.origin === null ? null : askedWords({ origin: one.origin, reworded: one.reworded === true }),
    askedByReviewers: one.origin !== 'council',
    officer: one.officer,
    member: one.member,
    facts: factsOf(place, frame),
    reason: one.answerReason,
    decision: decision === null ? null : { text: decision, href: one.answerUrl },
    actions: place.actions.map(({ action, evidence: proofs }) => ({
      title: action.title,
      officer: action.officer,
      member: action.member,
      progress: action.progress,
      progressOn: action.progressOn,
      late: lateLine(action, frame.day),
      when: whenLine(action),
      cost: costLine(action),
      successMeasure: action.successMeasure === '' ? null : action.successMeasure,
      latest: action.latest === '' ? null : action.latest,
      evidence: evidence(proofs),
    })),
    evidence: evidence(place.evidence),
    removedActions: place.removedActions.map(removedView),
    removedEvidence: place.removedEvidence.map(removedView),
    isShown: place.evidence.length > 0 || place.actions.some((action) => action.evidence.length > 0),
  };
}

export function removedPlaceView(place: Place, frame: Frame): RemovedPlaceView {
  const { number, groupName, address } = place;
  return { number, groupName, address, href: `${frame.base}/${address}`, removed: removedView(place.removed!) };
}
