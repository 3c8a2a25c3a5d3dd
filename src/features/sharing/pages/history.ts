// What happened to an arrangement or a partnership, for the councils in it.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import type { CouncilContext, Pages } from '../../../platform/web/pages.ts';
import { addHistoryPages, findCouncilNames } from '../../history/index.ts';
import {
  findArrangements,
  findCouncils,
  findHistoryOfArrangement,
  findHistoryOfPartnership,
  findPartnerships,
} from '../queries.ts';
import { arrangementVocabulary, partnershipVocabulary, wordsOfRecords } from '../rules/history.ts';
import { badgesOf, hereOf, sharedBand } from './context.ts';

const crumbs = (context: CouncilContext) => [{ text: 'Shared services', href: context.path('/share') }];

export function addSharedHistory(pages: Pages): void {
  addHistoryPages(pages, {
    below: '/share/arrangements/:arrangement',
    permission: 'see',
    vocabulary: arrangementVocabulary,
    async find(context) {
      const id = identifier(context.params.arrangement);
      return context.scope(async (tx) => {
        const arrangement = (await findArrangements(tx, id))[0] ?? nothingHere();
        const rows = await findHistoryOfArrangement(tx, id);
        const names = await findCouncilNames(tx);
        for (const [record, word] of wordsOfRecords(rows)) names.set(record, word);
        const aboutHref = hereOf(context);
        return {
          rows,
          names,
          about: arrangement.name,
          aboutHref,
          breadcrumbs: [...crumbs(context), { text: arrangement.name, href: aboutHref }],
          band: sharedBand(context, badgesOf({ arrangement, councils: await findCouncils(tx) })),
        };
      });
    },
  });
  addHistoryPages(pages, {
    below: '/share/partnerships/:partnership',
    permission: 'see',
    vocabulary: partnershipVocabulary,
    async find(context) {
      const id = identifier(context.params.partnership);
      return context.scope(async (tx) => {
        const { name, councils } = (await findPartnerships(tx, id))[0] ?? nothingHere();
        const badges = await findCouncils(tx);
        return {
          rows: await findHistoryOfPartnership(tx, id),
          names: await findCouncilNames(tx),
          about: name,
          aboutHref: context.path('/share'),
          breadcrumbs: crumbs(context),
          band: sharedBand(
            context,
            councils.flatMap((council) => badges.filter((one) => one.id === council.id)),
          ),
        };
      });
    },
  });
}
