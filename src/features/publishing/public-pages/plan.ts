// The pages of a council's published reports: its shelf, one report, one version, one recommendation.

import type { PublicTx } from '../../../platform/db/scope.ts';
import { nothingHere } from '../../../platform/web/errors.ts';
import type { Answer, PublicContext } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/render.ts';
import { findShelf, listShelves, type PublishingCouncil, readContents, type Version } from '../queries/published.ts';
import type { Contents } from '../rules/contents.ts';
import { placesOf } from '../rules/places.ts';
import { noticeOf, type PlanView, planView } from '../views/plan.ts';
import { type RecommendationPageView, recommendationPageView } from '../views/recommendation.ts';
import { type CouncilsView, councilsView, type GoneView, type ShelfView, shelfView } from '../views/shelf.ts';
import { drawPage, serve } from './serve.ts';

export const councilsPage = template<CouncilsView>('publishing/councils.njk');
export const shelfPage = template<ShelfView>('publishing/shelf.njk');
export const planPage = template<PlanView>('publishing/plan.njk');
export const recommendationPage = template<RecommendationPageView>('publishing/recommendation.njk');
export const gonePage = template<GoneView>('publishing/gone.njk');

/** One version of a report, and what stands around it. */
export interface Found {
  readonly council: PublishingCouncil;
  readonly versions: readonly Version[];
  readonly version: Version;
  /** "/public/northmere/corporate-2026". */
  readonly reportHref: string;
}

/** The version that an address names; the newest when it names none. Refuses when there is none such. */
export async function findVersionOf(context: PublicContext, tx: PublicTx): Promise<Found> {
  const { council: code = '', slug = '', number } = context.params;
  if (number !== undefined && !/^[1-9]\d{0,5}$/.test(number)) nothingHere();
  const shelf = (await findShelf(tx, code, slug)) ?? nothingHere();
  const version =
    number === undefined ? shelf.versions[0] : shelf.versions.find((one) => one.number === Number(number));
  if (!version) nothingHere();
  return { ...shelf, version, reportHref: `/public/${code}/${slug}` };
}

const NOTHING: Contents = { recommendations: [], actions: [], evidence: [], removals: [] };

/** What a version holds; nothing of one that was withdrawn, whatever is left of it. */
export async function contentsOf(tx: PublicTx, found: Found): Promise<Contents> {
  if (found.version.withdrawnAt !== null) return NOTHING;
  return (await readContents(tx, found.council.id, [found.version.id])).get(found.version.id) ?? NOTHING;
}

async function contentsWithBefore(tx: PublicTx, found: Found) {
  if (found.version.withdrawnAt !== null) return { contents: NOTHING, before: null };
  const previous = found.versions.find((one) => one.number < found.version.number && one.withdrawnAt === null);
  const read = await readContents(tx, found.council.id, [found.version.id, ...(previous ? [previous.id] : [])]);
  const old = previous && read.get(previous.id);
  return {
    contents: read.get(found.version.id) ?? NOTHING,
    before: previous && old ? { publishedAt: previous.publishedAt, contents: old } : null,
  };
}

const trail = (found: Found | { council: PublishingCouncil }) => [
  { text: 'Councils', href: '/public' },
  { text: found.council.name, href: `/public/${found.council.code}` },
];

export function answerCouncils(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: listShelves,
    gather: async () => null,
    draw: (shelves) =>
      drawPage(context, councilsPage, councilsView(shelves), {
        title: 'What councils were asked to change, and what they did',
        council: null,
        breadcrumbs: [],
      }),
  });
}

export function answerShelf(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: async (tx) => (await findShelf(tx, context.params.council ?? '', null)) ?? nothingHere(),
    gather: async () => null,
    draw: (shelf) =>
      drawPage(context, shelfPage, shelfView(shelf), {
        title: 'What it was asked to change, and what it did',
        council: shelf.council,
        breadcrumbs: [{ text: 'Councils', href: '/public' }],
      }),
  });
}

/** A report's newest version, or the version that the address names. */
export function answerPlan(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: (tx) => findVersionOf(context, tx),
    gather: contentsWithBefore,
    draw: (found, gathered) =>
      drawPage(
        context,
        planPage,
        planView({
          councilName: found.council.name,
          origin: context.origin,
          reportHref: found.reportHref,
          publication: found.version,
          versions: found.versions,
          today: context.today,
          ...gathered,
        }),
        { title: found.version.title, council: found.council, breadcrumbs: trail(found), cited: true },
      ),
  });
}

export function answerRecommendation(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: (tx) => findVersionOf(context, tx),
    gather: contentsOf,
    draw: (found, contents) => {
      if (found.version.withdrawnAt !== null) return drawWithdrawn(context, found);
      const places = placesOf(contents);
      const place = places.find((one) => one.address === context.params.place) ?? nothingHere();
      const view = recommendationPageView({
        councilName: found.council.name,
        origin: context.origin,
        reportHref: found.reportHref,
        publication: found.version,
        versions: found.versions,
        place,
        total: places.length,
      });
      return drawPage(context, recommendationPage, view, {
        title: view.shown?.headline ?? 'Recommendation taken out',
        council: found.council,
        cited: true,
        breadcrumbs: [...trail(found), { text: found.version.title, href: view.planHref }],
      });
    },
  });
}

/** In place of anything that a withdrawn version held: that it was withdrawn, when and why. */
export function drawWithdrawn(context: PublicContext, found: Found) {
  const view: GoneView = {
    heading: 'Withdrawn',
    notice: noticeOf(found.version, found.versions, found.reportHref),
    removed: null,
    planHref: found.reportHref,
    planTitle: found.version.title,
  };
  return drawPage(context, gonePage, view, { title: 'Withdrawn', council: found.council, breadcrumbs: trail(found) });
}
