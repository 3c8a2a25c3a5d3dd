// What was read, by kind: links between the pages of one review, and what each shows of it.
import { type FindingKind, type FindingTab, type Sieve, TABS } from '../rules/finding.ts';

export interface TabLink {
  readonly text: string;
  readonly count: number;
  readonly href: string;
  readonly current: boolean;
}

export type FindingCounts = readonly { readonly kind: FindingKind; readonly all: number; readonly undecided: number }[];

/** @param here the address of the report */
export function tabLinks(
  here: string,
  recommendations: number,
  counts: FindingCounts,
  current: FindingTab | 'recommendations',
): TabLink[] {
  const first = {
    text: 'Recommendations',
    count: recommendations,
    href: `${here}/review`,
    current: current === 'recommendations',
  };
  const others = TABS.map(({ tab, text, kinds }) => ({
    text,
    count: counts.filter((one) => kinds.includes(one.kind)).reduce((sum, one) => sum + one.all, 0),
    href: `${here}/${tab}`,
    current: current === tab,
  }));
  return [first, ...others];
}

/** The query of a page of a review: "?show=check&first=check&page=2", or nothing. */
export function sieveQuery({ onlyToCheck, checkFirst }: Sieve, page = 1): string {
  const query = [
    ...(onlyToCheck ? ['show=check'] : []),
    ...(checkFirst ? ['first=check'] : []),
    ...(page > 1 ? [`page=${page}`] : []),
  ].join('&');
  return query === '' ? '' : `?${query}`;
}

export interface SieveLinks {
  readonly shown: readonly { readonly text: string; readonly href: string | null }[];
  readonly order: readonly { readonly text: string; readonly href: string | null }[];
}

/** The choices of what is shown and in which order; the one in force has no link. */
export function sieveLinks(address: string, sieve: Sieve, all: number, undecided: number): SieveLinks {
  const to = (changes: Partial<Sieve>) => `${address}${sieveQuery({ ...sieve, ...changes })}`;
  const choice = (text: string, inForce: boolean, changes: Partial<Sieve>) => ({
    text,
    href: inForce ? null : to(changes),
  });
  return {
    shown: [
      choice(`All ${all}`, !sieve.onlyToCheck, { onlyToCheck: false }),
      choice(`Only the ${undecided} to check`, sieve.onlyToCheck, { onlyToCheck: true }),
    ],
    order: [
      choice('As in the report', !sieve.checkFirst, { checkFirst: false }),
      choice('Least sure first', sieve.checkFirst, { checkFirst: true }),
    ],
  };
}

export interface PaginationView {
  readonly previous: string | null;
  readonly next: string | null;
  readonly pages: readonly { readonly number: number; readonly href: string; readonly current: boolean }[];
}

/** Links between the pages of a list; null when it has one. */
export function paginate(page: number, pages: number, addressOf: (page: number) => string): PaginationView | null {
  if (pages === 1) return null;
  return {
    previous: page > 1 ? addressOf(page - 1) : null,
    next: page < pages ? addressOf(page + 1) : null,
    pages: Array.from({ length: pages }, (_, index) => ({
      number: index + 1,
      href: addressOf(index + 1),
      current: index + 1 === page,
    })),
  };
}
