// The full history of a record, and the record as it stood on a day. Actions show theirs by the same pages.
import { isEmptyDay, readDay, typedDay } from '../../../engines/fields/fields.ts';
import { type CouncilContext, type Pages, page } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { dayOf, NOT_A_DAY } from '../forms/read.ts';
import { findHistoryOfRecommendation, findNames } from '../queries/history.ts';
import type { HistoryRow } from '../rules/history.ts';
import { titleOf } from '../rules/register.ts';
import { type AsOnView, type HistoryView, historyView, stoodOn } from '../views/history.ts';
import { hereOf, recordId, recordOrNothing, typedFrom } from './context.ts';
import { belowRecord } from './record.ts';

export const historyPage = template<HistoryView>('recommendations/history.njk');
export const asOnPage = template<AsOnView>('recommendations/as-on.njk');

interface Parts {
  readonly rows: readonly HistoryRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly about: string;
  readonly here: string;
  readonly breadcrumbs: readonly { text: string; href: string }[];
}

export function showHistory({ rows, names, about, here, breadcrumbs }: Parts) {
  const view = historyView(rows, names, { about, aboutHref: here, asOnHref: `${here}/as-on` });
  return page(historyPage, view, { title: `Full history: ${about}`, breadcrumbs });
}

export function showAsOn(context: CouncilContext, { rows, names, about, here, breadcrumbs }: Parts) {
  const typed = dayOf(typedFrom(context.query), 'on');
  const asked = !isEmptyDay(typed);
  const day = asked ? readDay(typed) : null;
  const error = !asked ? null : day === null ? NOT_A_DAY : day > context.today ? 'Choose a date before today' : null;
  const view: AsOnView = {
    about,
    aboutHref: here,
    historyHref: `${here}/history`,
    action: `${here}/as-on`,
    day: {
      id: null,
      name: 'on',
      label: 'As on which date?',
      hint: 'The end of that day. For example, 31 10 2026',
      value: asked ? typed : typedDay(null),
      error,
    },
    stood: day === null || error !== null ? null : stoodOn(rows, day, names),
  };
  return page(asOnPage, view, {
    title: `As on a date: ${about}`,
    breadcrumbs,
    errors: error === null ? [] : [{ text: error, href: '#on-day' }],
  });
}

async function partsOf(context: CouncilContext): Promise<Parts> {
  const id = recordId(context);
  const { record, rows, names } = await context.scope(async (tx) => ({
    record: await recordOrNothing(tx, id),
    rows: await findHistoryOfRecommendation(tx, id),
    names: await findNames(tx),
  }));
  return {
    rows,
    names,
    about: titleOf(record).title,
    here: hereOf(context),
    breadcrumbs: belowRecord(context, record),
  };
}

export function addHistoryPages(pages: Pages): void {
  pages.council('GET', '/recommendations/:recommendation/history', 'see', async (context) =>
    showHistory(await partsOf(context)),
  );
  pages.council('GET', '/recommendations/:recommendation/as-on', 'see', async (context) =>
    showAsOn(context, await partsOf(context)),
  );
}
