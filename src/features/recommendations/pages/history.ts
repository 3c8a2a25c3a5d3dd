// The history of a recommendation, and itself as it stood on a day.
import type { Pages } from '../../../platform/web/pages.ts';
import { addHistoryPages, findNames } from '../../history/index.ts';
import { findHistoryOfRecommendation } from '../queries/history.ts';
import { registerVocabulary } from '../rules/history.ts';
import { titleOf } from '../rules/register.ts';
import { hereOf, recordId, recordOrNothing } from './context.ts';
import { belowRecord } from './record.ts';

export function addRecommendationHistory(pages: Pages): void {
  addHistoryPages(pages, {
    below: '/recommendations/:recommendation',
    permission: 'see',
    vocabulary: registerVocabulary,
    async find(context) {
      const id = recordId(context);
      const { record, ...history } = await context.scope(async (tx) => {
        const record = await recordOrNothing(tx, id);
        const rows = await findHistoryOfRecommendation(tx, id);
        return { record, rows, names: await findNames(tx, rows) };
      });
      const about = titleOf(record).title;
      return { ...history, about, aboutHref: hereOf(context), breadcrumbs: belowRecord(context, record) };
    },
  });
}
