// The end of a review: what read cleanly accepted together, what is accepted added to the register.
import { type Pages, posted, redirect } from '../../../platform/web/pages.ts';
import { acceptClean } from '../actions/decide.ts';
import { registerAccepted } from '../actions/register.ts';
import { readDetails, readSeen, typedDetails } from '../forms/finds.ts';
import { findRecord } from '../queries/documents.ts';
import { findReport } from '../queries/register.ts';
import { otherCouncil } from '../rules/about.ts';
import { CHANGE, documentIn, doerOf, fieldsOf } from './parts.ts';
import { goneFrom, reviewAddress, showReview } from './show-review.ts';

export function addFinishPages(pages: Pages): void {
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
    const aboutUs = posted(context.form, 'about') === 'yes';
    const { known, record } = await context.scope(async (tx) => ({
      known: await findReport(tx, id),
      record: await findRecord(tx, id),
    }));
    const read = known ? null : readDetails(typed, context.today);
    const other = known || aboutUs || record === null ? null : otherCouncil(record, context.council.name);
    const wrong = {
      ...(read && !read.ok ? read.errors : {}),
      ...(other === null ? {} : { about: `Say that this is a report for ${context.council.name}, or drop it` }),
    };
    if (Object.keys(wrong).length > 0 || (read && !read.ok)) {
      const errors = Object.entries(wrong).map(([name, text]) => ({
        text,
        href: ['from', 'to', 'received'].includes(name) ? `#${name}-day` : `#${name}`,
      }));
      return showReview(context, { details: typed, aboutUs, finishErrors: wrong, errors });
    }
    const outcome = await context.scope(
      (tx) => registerAccepted(tx, doerOf(context), { documentId: id, details: read?.value ?? null }),
      'Added to the register',
    );
    const fail = (text: string) =>
      showReview(context, {
        ...(known ? {} : { details: typed, aboutUs }),
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
