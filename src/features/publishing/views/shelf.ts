// Lists of what is published: every council, one council's reports; and what stands where something was taken away.

import { shortName } from '../../../engines/fields/councils.ts';
import { count, date } from '../../../platform/web/dates-and-money.ts';
import type { Shelf, Version } from '../queries/published.ts';
import type { RemovedView } from './pieces.ts';
import type { NoticeView } from './plan.ts';
import { kindLine } from './words.ts';

export interface CouncilsView {
  readonly councils: readonly { readonly name: string; readonly href: string; readonly says: string }[];
}

export interface ShelfView {
  readonly short: string;
  readonly atom: string;
  readonly reports: readonly {
    readonly title: string;
    readonly href: string;
    readonly about: string;
    readonly state: string;
  }[];
}

export interface GoneView {
  readonly heading: string;
  readonly notice: NoticeView | null;
  readonly removed: RemovedView | null;
  readonly planHref: string;
  readonly planTitle: string;
}

/** The newest version of each report, newest first. */
function newestOf(versions: readonly Version[]): Version[] {
  return [...Map.groupBy(versions, (version) => version.slug).values()]
    .map((own) => own[0]!)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

export function councilsView(shelves: readonly Shelf[]): CouncilsView {
  return {
    councils: shelves.map(({ council, versions }) => {
      const newest = newestOf(versions);
      return {
        name: council.name,
        href: `/public/${council.code}`,
        says: `${count(newest.length, 'report')}. Newest published on ${date(newest[0]!.publishedAt)}.`,
      };
    }),
  };
}

export function shelfView({ council, versions }: Shelf): ShelfView {
  const base = `/public/${council.code}`;
  return {
    short: shortName(council.name),
    atom: `${base}/feed.atom`,
    reports: newestOf(versions).map((one) => ({
      title: one.title,
      href: `${base}/${one.slug}`,
      about: kindLine(one.reportKind, one.fieldworkFrom, one.fieldworkTo),
      state: one.withdrawnAt
        ? `Withdrawn on ${date(one.withdrawnAt)}.`
        : `As published on ${date(one.publishedAt)}, version ${one.number}.`,
    })),
  };
}
