// The library in the rooms of a council: the same search as on the public site, and who was told what we were.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page } from '../../../platform/web/pages.ts';
import { placesOf, search, toldTheSame } from '../actions/search.ts';
import { queryOf, titleOfSearch, yearOf } from '../public-pages.ts';
import { findAddition } from '../queries/additions.ts';
import { findOwnRecommendation } from '../queries/like.ts';
import { countLibrary, findPassage, findPassagesOfSource, findPublicActions, findSource } from '../queries/passages.ts';
import { readAsked } from '../rules/asked.ts';
import { likeViews, passagePageView, sourcePageView, titleOfText } from '../views/like.ts';
import { searchView, TOO_LONG } from '../views/search.ts';
import { likePage, passagePage, searchPage, sourcePage } from './templates.ts';

export const ADD = 'publish';
const shelfOf = (context: CouncilContext) => ({ home: context.path('/library') });
export const crumbs = (context: CouncilContext) => [{ text: 'Library', href: context.path('/library') }];

async function showSearch(context: CouncilContext) {
  const thisYear = yearOf(context);
  const asked = readAsked(queryOf(context.query), thisYear);
  const found = await context.scope(async (tx) => ({
    ...(await search(tx, asked, thisYear)),
    holds: await countLibrary(tx),
  }));
  const additions = context.can(ADD) ? context.path('/library/additions') : null;
  const view = searchView({ ...found, asked, shelf: shelfOf(context), thisYear, outside: false, additions });
  return page(searchPage, view, {
    title: titleOfSearch(asked.words),
    errors: view.error ? [{ text: TOO_LONG, href: '#q' }] : [],
  });
}

async function showPassage(context: CouncilContext) {
  const id = identifier(context.params.passage);
  const view = await context.scope(async (tx) => {
    const row = (await findPassage(tx, id)) ?? nothingHere();
    return passagePageView({
      row,
      shelf: shelfOf(context),
      outside: false,
      places: await placesOf(tx, [row]),
      actions: row.publicationId ? await findPublicActions(tx, [row.publicationId]) : [],
      told: await toldTheSame(tx, row, yearOf(context)),
    });
  });
  return page(passagePage, view, { title: view.title, breadcrumbs: crumbs(context) });
}

async function showLike(context: CouncilContext) {
  const id = identifier(context.params.recommendation);
  const { own, told } = await context.scope(async (tx) => {
    const own = (await findOwnRecommendation(tx, id)) ?? nothingHere();
    return { own, told: await toldTheSame(tx, { ...own, about: context.council.name }, yearOf(context)) };
  });
  const title = titleOfText(own.heading, own.text);
  const here = { text: title, href: context.path(`/recommendations/${id}`) };
  const view = { title, text: own.text.split('\n'), here, like: likeViews(told, shelfOf(context)) };
  return page(likePage, view, {
    title: 'Who was told the same',
    breadcrumbs: [{ text: 'Recommendations', href: context.path('/recommendations') }, here],
  });
}

async function showSource(context: CouncilContext) {
  const id = identifier(context.params.source);
  const { source, rows, own } = await context.scope(async (tx) => ({
    source: (await findSource(tx, id)) ?? nothingHere(),
    rows: await findPassagesOfSource(tx, id),
    own: await findAddition(tx, id),
  }));
  const change = own && context.can(ADD) ? context.path(`/library/additions/${id}`) : null;
  const view = sourcePageView({ source, rows, shelf: shelfOf(context), outside: false, change });
  return page(sourcePage, view, { title: view.title, breadcrumbs: crumbs(context) });
}

export function addSearchPages(pages: Pages): void {
  pages.council('GET', '/library', 'see', showSearch);
  pages.council('GET', '/library/passages/:passage', 'see', showPassage);
  pages.council('GET', '/library/reports/:source', 'see', showSource);
  pages.council('GET', '/library/like/:recommendation', 'see', showLike);
}
