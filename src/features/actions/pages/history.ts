// The history of an action, and of one piece of evidence, which outlives the evidence itself.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import type { Pages } from '../../../platform/web/pages.ts';
import { addHistoryPages, findNames } from '../../history/index.ts';
import {
  findHistoryOfAction,
  findHistoryOfEvidence,
  registerVocabulary,
  titleOf,
} from '../../recommendations/index.ts';
import { findEvidence } from '../queries/read.ts';
import { actionId, actionOrNothing, crumbs, recommendationOrNothing, shortened } from './context.ts';

export function addActionHistory(pages: Pages): void {
  addHistoryPages(pages, {
    below: '/actions/:action',
    permission: 'see',
    vocabulary: registerVocabulary,
    async find(context) {
      const id = actionId(context);
      const { action, ...history } = await context.scope(async (tx) => {
        const action = await actionOrNothing(tx, id);
        const rows = await findHistoryOfAction(tx, id);
        return { action, rows, names: await findNames(tx, rows) };
      });
      const here = context.path(`/actions/${id}`);
      const breadcrumbs = crumbs(context, { text: shortened(action.title), href: here });
      return { ...history, about: action.title, aboutHref: here, breadcrumbs };
    },
  });

  addHistoryPages(pages, {
    below: '/evidence/:evidence',
    permission: 'see',
    vocabulary: { ...registerVocabulary, notThere: 'It was not there' },
    async find(context) {
      const id = identifier(context.params.evidence);
      return context.scope(async (tx) => {
        const rows = await findHistoryOfEvidence(tx, id);
        const last = rows.at(-1) ?? nothingHere();
        const claim = last.record.action_id ?? last.record.recommendation_id;
        const shows =
          last.record.action_id === null
            ? titleOf(await recommendationOrNothing(tx, String(claim))).title
            : (await actionOrNothing(tx, String(claim))).title;
        const claims = last.record.action_id === null ? '/recommendations' : '/actions';
        const room = { text: claims === '/actions' ? 'Actions' : 'Recommendations', href: context.path(claims) };
        const changeable = context.can('add-evidence') && (await findEvidence(tx, id)) !== null;
        return {
          rows,
          names: await findNames(tx, rows),
          about: String(last.record.title),
          aboutHref: changeable ? context.path(`/evidence/${id}`) : null,
          breadcrumbs: [room, { text: shortened(shows), href: context.path(`${claims}/${claim}`) }],
        };
      });
    },
  });
}
