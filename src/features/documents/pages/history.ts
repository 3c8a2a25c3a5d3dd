// The history of a report, from its upload to the register. Of a dropped one nothing is shown, as on its own page: what
// was read in it is gone.
import { nothingHere } from '../../../platform/web/errors.ts';
import type { Pages } from '../../../platform/web/pages.ts';
import { addHistoryPages, findNames } from '../../history/index.ts';
import { findDocument } from '../queries/documents.ts';
import { findHistoryOfDocument } from '../queries/history.ts';
import { reportVocabulary } from '../rules/history.ts';
import { documentIn, found, SEE } from './parts.ts';

export function addReportHistory(pages: Pages): void {
  addHistoryPages(pages, {
    below: '/reports/:document',
    permission: SEE,
    vocabulary: reportVocabulary,
    async find(context) {
      const id = documentIn(context);
      const { document, ...history } = await context.scope(async (tx) => {
        const document = found(await findDocument(tx, id));
        if (document.state === 'dropped') nothingHere();
        return { document, rows: await findHistoryOfDocument(tx, id), names: await findNames(tx) };
      });
      const here = context.path(`/reports/${id}`);
      const breadcrumbs = [
        { text: 'Reports', href: context.path('/reports') },
        { text: document.title, href: here },
      ];
      return { ...history, about: document.title, aboutHref: here, breadcrumbs };
    },
  });
}
