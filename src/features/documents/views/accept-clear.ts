// Asked once before everything that reads clearly is accepted over several pages: how many there are, and where.
import { count } from '../../../platform/web/dates-and-money.ts';
import { FINDS_A_PAGE } from '../rules/find.ts';
import { type Finding, sifted } from '../rules/finding.ts';

export interface AcceptClearView {
  readonly heading: string;
  readonly says: string;
  readonly button: string;
  readonly action: string;
  readonly back: string;
  readonly seen: string;
}

/** @param findings all of the tab; null when those to accept stand on one page, and were seen when the button was pressed */
export function acceptClearView(
  findings: readonly Finding[],
  seen: ReadonlyMap<string, number>,
  given: { readonly action: string; readonly back: string },
): AcceptClearView | null {
  const listed = sifted(findings, { onlyToCheck: false, checkFirst: false });
  const pages = Map.groupBy(
    listed.flatMap((one, index) => (seen.has(one.id) ? [Math.floor(index / FINDS_A_PAGE) + 1] : [])),
    (page) => page,
  );
  if (pages.size < 2) return null;
  const where = [...pages].map(([page, those]) => `${those.length} on page ${page}`);
  const all = [...pages.values()].flat().length;
  return {
    ...given,
    heading: `Accept ${all} at once?`,
    says: `They stand on ${count(pages.size, 'page')} of the list: ${where.slice(0, -1).join(', ')} and ${where.at(-1)}.`,
    button: `Accept all ${all}`,
    seen: [...seen].map(([id, version]) => `${id}:${version}`).join(','),
  };
}
