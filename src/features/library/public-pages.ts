// The library on the public site: search it, one passage, one added report. No sign-in, no session.
import { identifier, nothingHere } from '../../platform/web/errors.ts';
import { type Pages, type Posted, type PublicContext, page, posted } from '../../platform/web/pages.ts';
import { placesOf, search, toldTheSame } from './actions/search.ts';
import { passagePage, searchPage, sourcePage } from './pages/templates.ts';
import { countLibrary, findPassage, findPassagesOfSource, findPublicActions, findSource } from './queries/passages.ts';
import { readAsked } from './rules/asked.ts';
import { passagePageView, sourcePageView } from './views/like.ts';
import { searchView, TOO_LONG } from './views/search.ts';

export const PUBLIC_HOME = '/public/library';
const shelf = { home: PUBLIC_HOME };
const crumbs = [
  { text: 'Councils', href: '/public' },
  { text: 'Library', href: PUBLIC_HOME },
];

/** The query of an address, each name once. */
export function queryOf(query: Posted): Record<string, string> {
  return Object.fromEntries(Object.keys(query).map((name) => [name, posted(query, name)]));
}

export const yearOf = ({ today }: { today: string }): number => Number(today.slice(0, 4));

async function showSearch(context: PublicContext) {
  const thisYear = yearOf(context);
  const asked = readAsked(queryOf(context.query), thisYear);
  const found = await context.read(async (tx) => ({
    ...(await search(tx, asked, thisYear)),
    holds: await countLibrary(tx),
  }));
  const view = searchView({ ...found, asked, shelf, thisYear, outside: true, additions: null });
  return page(searchPage, view, {
    title: titleOfSearch(asked.words),
    breadcrumbs: crumbs.slice(0, 1),
    errors: view.error ? [{ text: TOO_LONG, href: '#q' }] : [],
  });
}

/** "“reserves”: what councils were told". */
export function titleOfSearch(words: string): string {
  const title = 'What councils were told';
  return words === '' ? title : `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”: ${title.toLowerCase()}`;
}

async function showPassage(context: PublicContext) {
  const id = identifier(context.params.passage);
  const view = await context.read(async (tx) => {
    const row = (await findPassage(tx, id)) ?? nothingHere();
    return passagePageView({
      row,
      shelf,
      outside: true,
      places: await placesOf(tx, [row]),
      actions: row.publicationId ? await findPublicActions(tx, [row.publicationId]) : [],
      told: await toldTheSame(tx, row, yearOf(context)),
    });
  });
  return page(passagePage, view, { title: view.title, breadcrumbs: crumbs });
}

async function showSource(context: PublicContext) {
  const id = identifier(context.params.source);
  const { source, rows } = await context.read(async (tx) => ({
    source: (await findSource(tx, id)) ?? nothingHere(),
    rows: await findPassagesOfSource(tx, id),
  }));
  const view = sourcePageView({ source, rows, shelf, outside: true, change: null });
  return page(sourcePage, view, { title: view.title, breadcrumbs: crumbs });
}

export function addPublicPages(pages: Pages): void {
  pages.public(PUBLIC_HOME, showSearch);
  pages.public(`${PUBLIC_HOME}/passages/:passage`, showPassage);
  pages.public(`${PUBLIC_HOME}/reports/:source`, showSource);
}
