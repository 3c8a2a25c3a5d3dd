import { type CouncilContext, type Pages, page, posted } from '../../platform/web/pages.ts';
import { template } from '../../platform/web/view.ts';
import { findNames } from '../recommendations/index.ts';
import { noteVisit } from './actions.ts';
import * as queries from './queries.ts';
import { newsOf, sinceWhen } from './rules/news.ts';
import { owedOf } from './rules/work.ts';
import { GROUPS, type HomeView, homeView } from './views.ts';

export const homePage = template<HomeView>('home/home.njk');

async function showHome(context: CouncilContext) {
  const own = context.can('report-own-progress');
  const found = await context.scope(async (tx) => {
    const since = sinceWhen(await queries.findVisit(tx), context.now);
    return {
      since,
      actions: await queries.findOpenActions(tx, own ? context.person.id : null),
      unanswered: context.can('answer') ? await queries.findUnanswered(tx) : null,
      toCheck: context.can('read-reports') ? await queries.findToCheck(tx) : null,
      unowned: context.can('own') ? await queries.findUnowned(tx) : null,
      begun: await queries.hasBegun(tx),
      news: newsOf(await queries.findNews(tx, since.at), await findNames(tx)),
    };
  });
  // What was read above belongs to the visit before; only now does this one begin.
  await context.doors.inCouncil({ councilId: context.council.id, personId: context.person.id }, (tx) =>
    noteVisit(tx, context.now),
  );
  const { actions, ...rest } = found;
  const view = homeView({
    ...rest,
    owed: owedOf(actions, context.today),
    whole: GROUPS.find((group) => group === posted(context.query, 'all')) ?? null,
    own,
    personId: context.person.id,
    councilName: context.council.name,
    path: context.path,
    can: context.can,
  });
  return page(homePage, view, { title: view.heading, asAt: context.now });
}

export function addHomePages(pages: Pages): void {
  pages.council('GET', '', 'see', showHome);
}
