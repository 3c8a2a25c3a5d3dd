// The columns of the downloads, in one place: the CSV file, the JSON file and the page that explains them agree.
import type { Contents, Publication } from '../rules/contents.ts';
import { lateness } from '../rules/late.ts';
import { type Place, placesOf } from '../rules/places.ts';

export interface DataInput {
  readonly council: { readonly code: string; readonly name: string };
  readonly origin: string;
  /** "/public/northmere/corporate-2026". */
  readonly reportHref: string;
  readonly publication: Publication;
  readonly contents: Contents;
}

export const instant = (at: Date | null) => at?.toISOString() ?? null;
export const addressOf = (input: DataInput) => `${input.origin}${input.reportHref}/${input.publication.number}`;

export function stateWord(publication: Publication): 'current' | 'replaced' | 'withdrawn' {
  if (publication.withdrawnAt !== null) return 'withdrawn';
  return publication.replacedAt === null ? 'current' : 'replaced';
}

/** The version itself, with stable names. Days are "2026-11-22", instants ISO 8601 in UTC. */
export function versionFacts(input: DataInput) {
  const { publication, council } = input;
  return {
    council_code: council.code,
    council: council.name,
    address: addressOf(input),
    title: publication.title,
    version: publication.number,
    state: stateWord(publication),
    published_at: instant(publication.publishedAt),
    replaced_at: instant(publication.replacedAt),
    withdrawn_at: instant(publication.withdrawnAt),
    withdrawal_reason: publication.withdrawalReason,
  };
}

const removal = (one: { reason: string; redactedAt: Date } | null) =>
  one && { reason: one.reason, on: instant(one.redactedAt) };

export function placeFacts(input: DataInput, place: Place) {
  const one = place.recommendation;
  return {
    id: place.recommendationId,
    address: `${addressOf(input)}/${place.address}`,
    group: place.groupName,
    number: place.number,
    heading: one?.heading ?? null,
    text: one?.text ?? null,
    parts: one?.parts ?? [],
    page: one?.page ?? null,
    page_end: one?.pageEnd ?? null,
    officer: one?.officer ?? null,
    member: one?.member ?? null,
    answer: one?.answer ?? null,
    answer_reason: one?.answerReason ?? null,
    answered_on: one?.answeredOn ?? null,
    answered_by: one?.answeredBy ?? null,
    decision_reference: one?.answerReference ?? null,
    decision_address: one?.answerUrl ?? null,
    progress: one?.progress ?? null,
    progress_on: one?.progressOn ?? null,
    verdict: one?.verdict ?? null,
    verdict_on: one?.verdictOn ?? null,
    verdict_by: one?.verdictBy ?? null,
    next_review_on: one?.nextReviewOn ?? null,
    origin: one?.origin ?? null,
    reworded: one?.reworded ?? null,
    taken_out: removal(place.removed),
  };
}

export function actionFacts(action: Place['actions'][number]['action'], publishedOn: string) {
  return {
    id: action.actionId,
    title: action.title,
    officer: action.officer,
    member: action.member,
    starts_on: action.startsOn,
    due_on: action.targetOn,
    first_due_on: action.originalTargetOn,
    days_late_when_published: lateness(action, publishedOn)?.days ?? 0,
    success_measure: action.successMeasure === '' ? null : action.successMeasure,
    cost_known: action.costKnown,
    cost_one_off_pence: action.costOneOffPence,
    cost_yearly_pence: action.costYearlyPence,
    people_days: action.peopleDays,
    progress: action.progress,
    progress_on: action.progressOn,
    latest: action.latest === '' ? null : action.latest,
  };
}

export function evidenceFacts(input: DataInput, rows: Place['evidence']) {
  return rows.map((one) => ({
    id: one.evidenceId,
    title: one.title,
    address: one.fileId === null ? one.url : `${addressOf(input)}/evidence/${one.evidenceId}`,
    file_name: one.fileName,
    media_type: one.mediaType,
    size: one.size,
  }));
}

export const removals = (rows: Place['removedActions']) => rows.map((one) => removal(one)!);
export const placesFor = (input: DataInput) => (input.publication.withdrawnAt ? [] : placesOf(input.contents));
