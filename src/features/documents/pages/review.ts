// What is posted from "Check what was read" about one find.
import { identifier } from '../../../platform/web/errors.ts';
import { type AnswerWithCookies, type CouncilContext, type Pages, posted } from '../../../platform/web/pages.ts';
import { correct } from '../actions/correct.ts';
import { joinWithNext, putBack, type Reshaped, split } from '../actions/cut-and-join.ts';
import { decide } from '../actions/decide.ts';
import { readDecision, readVersion, readWording, typedWording } from '../forms/finds.ts';
import { CHANGE, documentIn, doerOf, fieldsOf, SEE } from './parts.ts';
import { goneFrom, showMeanwhile, showReview, toFind, toNext } from './show-review.ts';

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
