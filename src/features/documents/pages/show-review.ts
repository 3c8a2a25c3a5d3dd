// "Check what was read" as a page, with whatever a person just tried and could not do; and the ways back to it.
import { typedDay } from '../../../engines/fields/fields.ts';
import { nothingHere } from '../../../platform/web/errors.ts';
import { type AnswerWithCookies, type CouncilContext, page, posted, redirect } from '../../../platform/web/pages.ts';
import { type PageError, template } from '../../../platform/web/view.ts';
import { countTold } from '../../history/index.ts';
import type { TypedDetails } from '../forms/finds.ts';
import { findDocument, findRecord } from '../queries/documents.ts';
import { countFindings, listFindings } from '../queries/findings.ts';
import { listFinds } from '../queries/finds.ts';
import { findHistoryOfDocument } from '../queries/history.ts';
import { findReport } from '../queries/register.ts';
import { versionsAround } from '../queries/versions.ts';
import { daysOnSite } from '../rules/document.ts';
import { type Find, inOrder, meanwhileInWords, nextUndecided, pageOfFind, type ReportRecord } from '../rules/find.ts';
import { reportVocabulary } from '../rules/history.ts';
import type { Attempt } from '../views/find-row.ts';
import { type ReviewView, reviewView } from '../views/review.ts';
import { sieveQuery } from '../views/tabs.ts';
import { CHANGE, documentIn, found, sameFile } from './parts.ts';

const reviewPage = template<ReviewView>('documents/review.njk');

export interface Trouble {
  readonly attempt?: Attempt;
  readonly details?: TypedDetails;
  readonly aboutUs?: boolean;
  readonly finishErrors?: Readonly<Record<string, string>>;
  readonly errors?: readonly PageError[];
}

/** Somebody else was there first: both versions on the page, and nothing of either lost. */
export function showMeanwhile(context: CouncilContext, attempt: Attempt): Promise<AnswerWithCookies> {
  const text = meanwhileInWords(attempt.meanwhile?.who ?? 'Somebody');
  return showReview(context, { attempt, errors: [{ text, href: `#find-${attempt.findId}` }] });
}

/** The find is no longer in play (joined, split, registered, dropped), or never was one of this council's. */
export async function goneFrom(context: CouncilContext): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const document = found(await context.scope((tx) => findDocument(tx, id)));
  if (document.state === 'dropped') nothingHere();
  return redirect(context.path(`/reports/${id}/review`), 'That one was changed meanwhile. This is how it is now.');
}

function orderOf(context: CouncilContext): boolean {
  return context.query.first === 'check' || posted(context.form, 'order') === 'check';
}

function onlyToCheck(context: CouncilContext): boolean {
  return posted(context.query, 'show') === 'check' || posted(context.form, 'show') === 'check';
}

export function reviewAddress(context: CouncilContext, documentId: string, page = 1, all = false): string {
  const sieve = { checkFirst: orderOf(context), onlyToCheck: !all && onlyToCheck(context) };
  return context.path(`/reports/${documentId}/review${sieveQuery(sieve, page)}`);
}

/** Back to one find, by its anchor, on whichever page it now stands. */
export async function toFind(context: CouncilContext, findId: string): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const finds = await context.scope((tx) => listFinds(tx, id));
  // What is decided does not stand among those to check.
  const decided = finds.find((find) => find.id === findId)?.decision !== 'undecided';
  const page = placeOf(context, finds, findId, decided);
  return redirect(`${reviewAddress(context, id, page, decided)}#find-${findId}`);
}

/** On to the next find that nobody has decided; to the end of the page when there is none. */
export async function toNext(context: CouncilContext, findId: string): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const finds = await context.scope((tx) => listFinds(tx, id));
  const ordered = inOrder(finds, false);
  const after = finds.find((find) => find.id === findId)?.position ?? 0;
  const next = orderOf(context)
    ? inOrder(finds, true).find((find) => find.decision === 'undecided')
    : nextUndecided(ordered, after);
  if (!next) return redirect(`${reviewAddress(context, id, placeOf(context, finds, findId, true), true)}#finish`);
  return redirect(`${reviewAddress(context, id, placeOf(context, finds, next.id, false))}#find-${next.id}`);
}

function placeOf(context: CouncilContext, finds: readonly Find[], findId: string, all: boolean): number {
  const shown = inOrder(finds, orderOf(context)).filter(
    (find) => all || !onlyToCheck(context) || find.decision === 'undecided',
  );
  return pageOfFind(shown, findId);
}

function detailsOf(title: string, record: ReportRecord): TypedDetails {
  const onSite = daysOnSite(record.text);
  return {
    title,
    kind: record.kind,
    from: typedDay(onSite?.from ?? null),
    to: typedDay(onSite?.to ?? null),
    received: typedDay(null),
  };
}

/** The review as it is now, with whatever a person just tried and could not do. */
export async function showReview(context: CouncilContext, trouble: Trouble): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const loaded = await context.scope(async (tx) => {
    const document = found(await findDocument(tx, id));
    return {
      document,
      record: await findRecord(tx, id),
      finds: await listFinds(tx, id),
      counts: await countFindings(tx, id),
      effort: await listFindings(tx, id, ['effort']),
      report: await findReport(tx, id),
      same: await sameFile(tx, document, context),
      versions: await versionsAround(tx, id),
      historyCount: countTold(await findHistoryOfDocument(tx, id), reportVocabulary),
    };
  });
  const { document, record, finds } = loaded;
  if (document.state === 'dropped') nothingHere();
  if (document.state !== 'read' || record === null) return redirect(context.path(`/reports/${id}`));
  const view = reviewView({
    ...loaded,
    record,
    council: context.council.name,
    finds,
    path: context.path,
    page: Number(context.query.page) || 1,
    checkFirst: orderOf(context),
    onlyToCheck: onlyToCheck(context),
    mayChange: context.can(CHANGE),
    attempt: trouble.attempt ?? null,
    details: trouble.details ?? detailsOf(document.title, record),
    aboutUs: trouble.aboutUs ?? false,
    finishErrors: trouble.finishErrors ?? {},
  });
  return page(reviewPage, view, {
    title: 'Check what was read',
    breadcrumbs: [{ text: 'Reports', href: context.path('/reports') }],
    errors: trouble.errors ?? [],
  });
}
