// The two pages that every kind of record has: its full history, and itself as it stood on a day.
import { isEmptyDay, readDay, typedDay } from '../../engines/fields/fields.ts';
import { type CouncilContext, type Pages, page, posted } from '../../platform/web/pages.ts';
import { type Band, type Link, template } from '../../platform/web/view.ts';
import type { HistoryRow, Names, Vocabulary } from './rules.ts';
import { type AsOnView, type HistoryView, historyView, stoodOn } from './views.ts';

export const historyPage = template<HistoryView>('history/history.njk');
export const asOnPage = template<AsOnView>('history/as-on.njk');

/** A record whose history is shown. */
export interface Subject {
  readonly rows: readonly HistoryRow[];
  readonly names: Names;
  /** What the record is called. */
  readonly about: string;
  /** Its own page; null where the record is no longer there. */
  readonly aboutHref: string | null;
  readonly breadcrumbs: readonly Link[];
  /** Of a page that several councils share; left out of a council's own. */
  readonly band?: Band;
}

export interface HistoryPages {
  /** The address below which the pages stand: "/actions/:action" has "/actions/:action/history" and "…/as-on". */
  readonly below: string;
  /** The permission that the record's own page asks for, so that nobody reads more of it here than there. */
  readonly permission: string;
  readonly vocabulary: Vocabulary;
  /** Finds the record as its own page does; throws nothingHere for what is not there or not theirs. */
  find(context: CouncilContext): Promise<Subject>;
}

export function addHistoryPages(pages: Pages, { below, permission, vocabulary, find }: HistoryPages): void {
  const here = (context: CouncilContext) =>
    context.path(below.replaceAll(/:([a-z]+)/g, (_, name: string) => context.params[name] ?? ''));
  const furniture = ({ breadcrumbs, band }: Subject) => ({ breadcrumbs, ...(band ? { band } : {}) });

  pages.council('GET', `${below}/history`, permission, async (context) => {
    const subject = await find(context);
    const { rows, names, about, aboutHref } = subject;
    const view = historyView(rows, vocabulary, names, { about, aboutHref, asOnHref: `${here(context)}/as-on` });
    return page(historyPage, view, { title: `Full history: ${about}`, ...furniture(subject) });
  });

  pages.council('GET', `${below}/as-on`, permission, async (context) => {
    const subject = await find(context);
    const { rows, names, about, aboutHref } = subject;
    const box = (name: string) => posted(context.query, `on-${name}`);
    const typed = { day: box('day'), month: box('month'), year: box('year') };
    const { day, error } = readAsked(typed, 'on-day' in context.query, context.today);
    const view: AsOnView = {
      about,
      aboutHref,
      historyHref: `${here(context)}/history`,
      action: `${here(context)}/as-on`,
      day: {
        id: null,
        name: 'on',
        label: 'As on which date?',
        hint: 'The end of that day. For example, 31 10 2026',
        value: isEmptyDay(typed) ? typedDay(null) : typed,
        error,
      },
      stood: day === null ? null : stoodOn(rows, vocabulary, day, names),
    };
    return page(asOnPage, view, {
      title: `As on a date: ${about}`,
      errors: error === null ? [] : [{ text: error, href: '#on-day' }],
      ...furniture(subject),
    });
  });
}

/** The day that was asked for; neither day nor error when nothing was asked yet. */
function readAsked(
  typed: AsOnView['day']['value'],
  asked: boolean,
  today: string,
): { day: string | null; error: string | null } {
  if (isEmptyDay(typed) && !asked) return { day: null, error: null };
  const day = readDay(typed);
  if (day === null) return { day: null, error: 'Enter a date, like 31 January 2027' };
  return day > today ? { day: null, error: 'Choose today or an earlier date' } : { day, error: null };
}
