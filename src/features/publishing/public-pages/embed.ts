// What another site may show in a frame: the newest version of a plan, or of one recommendation in it.
import { nothingHere } from '../../../platform/web/errors.ts';
import type { Answer, PublicContext } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/render.ts';
import { answerDueBy } from '../rules/late.ts';
import { placesOf } from '../rules/places.ts';
import { type FactsView, frameOf, type RemovedView, recommendationView, removedPlaceView } from '../views/pieces.ts';
import { type NoticeView, noticeOf, planView } from '../views/plan.ts';
import { contentsOf, findVersionOf } from './plan.ts';
import { drawPage, serve } from './serve.ts';

export interface EmbedView {
  readonly councilName: string;
  readonly title: string;
  readonly notice: NoticeView;
  readonly facts: FactsView | null;
  readonly removed: RemovedView | null;
  readonly lines: readonly string[];
  readonly publishedAt: Date | null;
  readonly href: string;
}

export const embedPage = template<EmbedView>('publishing/embed.njk');

export function answerEmbed(context: PublicContext): Promise<Answer> {
  return serve(context, {
    find: (tx) => findVersionOf(context, tx),
    gather: contentsOf,
    draw: (found, contents) => {
      const { version, versions, reportHref, council } = found;
      const { place: wanted } = context.params;
      const plan = {
        councilName: council.name,
        title: version.title,
        notice: noticeOf(version, versions, reportHref),
        facts: null,
        removed: null,
        lines: [],
        publishedAt: version.withdrawnAt === null ? version.publishedAt : null,
        href: context.origin + reportHref,
      };
      let view: EmbedView = plan;
      if (version.withdrawnAt === null && wanted === undefined) {
        const { origin, today } = context;
        const input = {
          councilName: council.name,
          origin,
          reportHref,
          publication: version,
          versions,
          contents,
          today,
        };
        const { totals, late } = planView({ ...input, before: null });
        const lateLine = late.length === 0 ? 'None was late.' : `Late: ${late.length}.`;
        view = { ...plan, lines: [...totals, lateLine] };
      } else if (version.withdrawnAt === null) {
        const place = placesOf(contents).find((one) => one.address === wanted) ?? nothingHere();
        const base = `${reportHref}/${version.number}`;
        const frame = frameOf(version, base, answerDueBy(version.reportKind, version.fieldworkTo));
        const title = `${place.groupName}, number ${place.number}`;
        const href = `${context.origin}${base}/${place.address}`;
        if (place.recommendation) {
          const { headline, facts, actions, mark } = recommendationView(place, frame);
          const late = actions
            .filter((action) => action.late !== null)
            .map((action) => `${action.title}. Late: ${action.late}.`);
          view = { ...plan, title: headline, facts, lines: mark ? [`${mark}.`, ...late] : late, href };
        } else view = { ...plan, title, removed: removedPlaceView(place, frame).removed, href };
      }
      return drawPage(context, embedPage, view, { title: view.title, council, breadcrumbs: [] });
    },
  });
}
