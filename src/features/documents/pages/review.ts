// "Check what was read", and what is posted from it.

import { typedDay } from '../../../engines/fields/fields.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import {
  type AnswerWithCookies,
  type CouncilContext,
  type Pages,
  page,
  posted,
  redirect,
} from '../../../platform/web/pages.ts';
import { type PageError, template } from '../../../platform/web/view.ts';
import { correct } from '../actions/correct.ts';
import { joinWithNext, putBack, type Reshaped, split } from '../actions/cut-and-join.ts';
import { acceptClean, decide } from '../actions/decide.ts';
import { registerAccepted } from '../actions/register.ts';
import {
  readDecision,
  readDetails,
  readSeen,
  readVersion,
  readWording,
  type TypedDetails,
  typedDetails,
  typedWording,
} from '../forms.ts';
import { findDocument, findRecord } from '../queries/documents.ts';
import { listFinds } from '../queries/finds.ts';
import { findReport } from '../queries/register.ts';
import { daysOnSite } from '../rules/document.ts';
import { type Find, inOrder, nextUndecided, pageOfFind, type ReportRecord } from '../rules/find.ts';
import { type Attempt, type ReviewView, reviewView } from '../views/review.ts';
import { CHANGE, documentIn, doerOf, fieldsOf, found, SEE, sameFile } from './parts.ts';

const reviewPage = template<ReviewView>('documents/review.njk');

interface Trouble {
  readonly attempt?: Attempt;
  readonly details?: TypedDetails;
  readonly finishErrors?: Readonly<Record<string, string>>;
  readonly errors?: readonly PageError[];
}

export function addReviewPages(pages: Pages): void {
  pages.council('GET', '/reports/:document/review', SEE, (context) => showReview(context, {}));

  const findOf = (context: CouncilContext) => ({
    documentId: documentIn(context),
    findId: identifier(context.params.find),
    version: readVersion(posted(context.form, 'version')),
  });

  pages.council('POST', '/reports/:document/finds/:find/decide', CHANGE, async (context) => {
    const given = findOf(context);
    if (posted(context.form, 'use') === 'theirs') return toFind(context, given.findId);
    const decision = readDecision(posted(context.form, 'decision'));
    if (decision === null) return toFind(context, given.findId);
    const outcome = await context.scope(
      (tx) => decide(tx, doerOf(context), { ...given, decision }),
      'Checked what was read',
    );
    switch (outcome.kind) {
      case 'decided':
        return decision === 'undecided' ? toFind(context, given.findId) : toNext(context, given.findId);
      case 'changed-meanwhile':
        return showMeanwhile(context, { findId: given.findId, meanwhile: outcome, tried: decision });
      case 'number-used': {
        const text = `Number ${outcome.number} is already used in ${outcome.group}`;
        const attempt = { findId: given.findId, errors: { number: text } };
        return showReview(context, { attempt, errors: [{ text, href: `#number-${given.findId}` }] });
      }
      case 'gone':
        return goneFrom(context);
    }
  });

  pages.council('POST', '/reports/:document/finds/:find/correct', CHANGE, async (context) => {
    const given = findOf(context);
    const { findId } = given;
    if (posted(context.form, 'use') === 'theirs') return toFind(context, findId);
    const typed = typedWording(fieldsOf(context));
    const said = posted(context.form, 'meant');
    const meant =
      said === 'as-typed' || said === 'restore' ? said : posted(context.form, 'use') === 'mine' ? 'as-typed' : null;
    const fail = (errors: Readonly<Record<string, string>>) =>
      showReview(context, {
        attempt: { findId, typed, errors },
        errors: Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}-${findId}` })),
      });
    const read = readWording(typed);
    if (!read.ok) return fail(read.errors);
    const outcome = await context.scope(
      (tx) => correct(tx, doerOf(context), { ...given, wording: read.value, meant }),
      'Corrected what was read',
    );
    switch (outcome.kind) {
      case 'saved':
        return toFind(context, findId);
      case 'differs': {
        const text = `This differs from the report at ‘${outcome.at}’. Save it as your correction, or restore it`;
        const attempt = { findId, typed, differsAt: outcome.at };
        return showReview(context, { attempt, errors: [{ text, href: `#differs-${findId}` }] });
      }
      case 'number-used':
        return fail({ number: `Number ${outcome.number} is already used in ${outcome.group}` });
      case 'changed-meanwhile':
        return showMeanwhile(context, { findId, typed, meanwhile: outcome, tried: 'correct' });
      case 'gone':
        return goneFrom(context);
    }
  });

  pages.council('POST', '/reports/:document/finds/:find/split', CHANGE, async (context) => {
    const given = findOf(context);
    const place = posted(context.form, 'place');
    const outcome = await context.scope((tx) => split(tx, doerOf(context), { ...given, place }), 'Split what was read');
    if (outcome.kind !== 'no-place') return reshaped(context, given.findId, outcome);
    const text = 'Choose where the second one begins';
    const attempt = { findId: given.findId, cutError: text };
    return showReview(context, { attempt, errors: [{ text, href: `#place-${given.findId}` }] });
  });

  pages.council('POST', '/reports/:document/finds/:find/join', CHANGE, async (context) => {
    const given = findOf(context);
    const outcome = await context.scope((tx) => joinWithNext(tx, doerOf(context), given), 'Joined what was read');
    return reshaped(context, given.findId, outcome, 'There is nothing after this one that it could be joined with');
  });

  pages.council('POST', '/reports/:document/finds/:find/put-back', CHANGE, async (context) => {
    const given = findOf(context);
    const outcome = await context.scope((tx) => putBack(tx, doerOf(context), given), 'Put back as it was read');
    return reshaped(context, given.findId, outcome, 'Undo the decisions on the parts first, then put it back');
  });

  pages.council('POST', '/reports/:document/accept-clean', CHANGE, async (context) => {
    const id = documentIn(context);
    const seen = readSeen(posted(context.form, 'seen'));
    const outcome = await context.scope(
      (tx) => acceptClean(tx, doerOf(context), id, seen),
      'Accepted what read cleanly',
    );
    if (outcome.kind === 'gone') return goneFrom(context);
    const rest =
      outcome.waiting === 0
        ? ''
        : ` ${outcome.waiting} still wait: they changed after you opened the page, or their number is used.`;
    return redirect(`${reviewAddress(context, id)}`, `${outcome.accepted} accepted.${rest}`);
  });

  pages.council('POST', '/reports/:document/register', CHANGE, async (context) => {
    const id = documentIn(context);
    const typed = typedDetails(fieldsOf(context));
    const known = await context.scope((tx) => findReport(tx, id));
    const read = known ? null : readDetails(typed, context.today);
    if (read && !read.ok) {
      const errors = Object.entries(read.errors).map(([name, text]) => ({
        text,
        href: ['from', 'to', 'received'].includes(name) ? `#${name}-day` : `#${name}`,
      }));
      return showReview(context, { details: typed, finishErrors: read.errors, errors });
    }
    const outcome = await context.scope(
      (tx) => registerAccepted(tx, doerOf(context), { documentId: id, details: read?.value ?? null }),
      'Added to the register',
    );
    const fail = (text: string) =>
      showReview(context, {
        ...(known ? {} : { details: typed }),
        finishErrors: { finish: text },
        errors: [{ text, href: '#finish' }],
      });
    switch (outcome.kind) {
      case 'registered': {
        const text =
          outcome.added === 1
            ? '1 recommendation is in the register.'
            : `${outcome.added} recommendations are in the register.`;
        const link = { text: 'Open the register', href: context.path(`/recommendations?report=${outcome.reportId}`) };
        return redirect(reviewAddress(context, id), { text, link });
      }
      case 'nothing-accepted':
        // Sent twice, or somebody else was first: it is done.
        if (outcome.reportId !== null && known === null) return redirect(reviewAddress(context, id));
        return fail(
          outcome.reportId === null
            ? 'Decide at least one before you finish'
            : 'Everything accepted is in the register already',
        );
      case 'number-used':
        return fail(`Number ${outcome.number} is already used in ${outcome.group}`);
      case 'details-needed':
      case 'gone':
        return goneFrom(context);
    }
  });
}

async function reshaped(
  context: CouncilContext,
  findId: string,
  outcome: Reshaped,
  noPlace = '',
): Promise<AnswerWithCookies> {
  switch (outcome.kind) {
    case 'done':
      return toFind(context, outcome.findId);
    case 'changed-meanwhile':
      return showMeanwhile(context, { findId, meanwhile: outcome });
    case 'no-place':
      return showReview(context, {
        attempt: { findId, error: noPlace },
        errors: [{ text: noPlace, href: `#error-${findId}` }],
      });
    case 'gone':
      return goneFrom(context);
  }
}

/** Somebody else was there first: both versions on the page, and nothing of either lost. */
function showMeanwhile(context: CouncilContext, attempt: Attempt): Promise<AnswerWithCookies> {
  const text = `${attempt.meanwhile?.who ?? 'Somebody'} changed this after you opened it`;
  return showReview(context, { attempt, errors: [{ text, href: `#find-${attempt.findId}` }] });
}

/** The find is no longer in play (joined, split, registered, dropped), or never was one of this council's. */
async function goneFrom(context: CouncilContext): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const document = found(await context.scope((tx) => findDocument(tx, id)));
  if (document.state === 'dropped') nothingHere();
  return redirect(
    context.path(`/reports/${id}/review`),
    'That one was changed by somebody else meanwhile. This is how it is now.',
  );
}

function orderOf(context: CouncilContext): boolean {
  return context.query.first === 'check' || posted(context.form, 'order') === 'check';
}

function reviewAddress(context: CouncilContext, documentId: string, page = 1): string {
  const query = [...(orderOf(context) ? ['first=check'] : []), ...(page > 1 ? [`page=${page}`] : [])].join('&');
  return context.path(`/reports/${documentId}/review${query === '' ? '' : `?${query}`}`);
}

/** Back to one find, by its anchor, on whichever page it now stands. */
async function toFind(context: CouncilContext, findId: string): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const finds = await context.scope((tx) => listFinds(tx, id));
  return redirect(`${reviewAddress(context, id, placeOf(context, finds, findId))}#find-${findId}`);
}

/** On to the next find that nobody has decided; to the end of the page when there is none. */
async function toNext(context: CouncilContext, findId: string): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const finds = await context.scope((tx) => listFinds(tx, id));
  const ordered = inOrder(finds, false);
  const after = finds.find((find) => find.id === findId)?.position ?? 0;
  const next = orderOf(context)
    ? inOrder(finds, true).find((find) => find.decision === 'undecided')
    : nextUndecided(ordered, after);
  if (!next) return redirect(`${reviewAddress(context, id, placeOf(context, finds, findId))}#finish`);
  return redirect(`${reviewAddress(context, id, placeOf(context, finds, next.id))}#find-${next.id}`);
}

function placeOf(context: CouncilContext, finds: readonly Find[], findId: string): number {
  return pageOfFind(inOrder(finds, orderOf(context)), findId);
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
async function showReview(context: CouncilContext, trouble: Trouble): Promise<AnswerWithCookies> {
  const id = documentIn(context);
  const loaded = await context.scope(async (tx) => {
    const document = found(await findDocument(tx, id));
    return {
      document,
      record: await findRecord(tx, id),
      finds: await listFinds(tx, id),
      report: await findReport(tx, id),
      same: await sameFile(tx, document, context),
    };
  });
  const { document, record, finds } = loaded;
  if (document.state === 'dropped') nothingHere();
  if (document.state !== 'read' || record === null) return redirect(context.path(`/reports/${id}`));
  const view = reviewView({
    ...loaded,
    record,
    finds,
    path: context.path,
    page: Number(context.query.page) || 1,
    checkFirst: orderOf(context),
    mayChange: context.can(CHANGE),
    attempt: trouble.attempt ?? null,
    details: trouble.details ?? detailsOf(document.title, record),
    finishErrors: trouble.finishErrors ?? {},
  });
  return page(reviewPage, view, {
    title: 'Check what was read',
    breadcrumbs: [{ text: 'Reports', href: context.path('/reports') }],
    errors: trouble.errors ?? [],
  });
}
