import { type CouncilContext, type Pages, page, posted } from '../../platform/web/pages.ts';
import { template } from '../../platform/web/view.ts';
import { findNames } from '../history/index.ts';
import { findSharingWork } from '../sharing/index.ts';
import { noteVisit } from './actions.ts';
import * as queries from './queries.ts';
import { newsOf, sinceWhen } from './rules/news.ts';
import { owedOf, type WorkAction } from './rules/work.ts';
import { GROUPS, type HomeView, homeView } from './views.ts';

export const homePage = template<HomeView>('home/home.njk');

async function showHome(context: CouncilContext) {
  const own = context.can('report-own-progress');
  const found = await context.scope(async (tx) => {
    const since = sinceWhen(await queries.findVisit(tx), context.now);
    // Who keeps the register minds the whole of it; others see what they are named on.
    const keeps = context.can('own');
    return {
      since,
      actions: await queries.findOpenActions(tx, own && !keeps ? context.person.id : null),
      unanswered: context.can('answer') ? await queries.findUnanswered(tx) : null,
      toCheck: context.can('read-reports') ? await queries.findToCheck(tx) : null,
      unowned: keeps ? await queries.findUnowned(tx) : null,
      sharing: context.can('arrange')
        ? await findSharingWork(tx, { councilId: context.council.id, today: context.today })
        : null,
      begun: await queries.hasBegun(tx),
      news: newsOf(await queries.findNews(tx, since), await findNames(tx)),
    };
  });
  // What was read above belongs to the visit before; only now does this one begin.
  await context.doors.inCouncil({ councilId: context.council.id, personId: context.person.id }, (tx) =>
    noteVisit(tx, context.now),
  );
  const { actions, unowned, ...rest } = found;
  const mine = (action: WorkAction) => action.officerId === context.person.id || action.memberId === context.person.id;
  const view = homeView({
    ...rest,
    owed: owedOf(own ? actions.filter(mine) : actions, context.today),
    lateInAll: unowned && owedOf(actions, context.today).late.length,
    unowned: unowned && {
      actions: actions.filter((action) => action.officerId === null || action.memberId === null),
      recommendations: unowned,
    },
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
