// Whether a report is about the council that works on it, by the names of both.
import type { ReportRecord } from './find.ts';

/** Words of a council's name that say what kind it is; the rest says which. "County" stands apart from those below it. */
const KIND =
  /^(?:the|of|and|council|city|borough|district|metropolitan|london|royal|unitary|authority|combined|corporation|mbc|mdc|dc|bc|lbc|cbc|lb|rb)$/u;
const COUNTY = /\b(?:county|cc)\b/u;
const BELOW = /\b(?:city|borough|district|metropolitan|mbc|mdc|dc|bc|lbc|cbc)\b/u;

const folded = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('&', ' and ')
    .replaceAll(/['’.]/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

const place = (name: string) =>
  name
    .split(' ')
    .filter((word) => !KIND.test(word) && !COUNTY.test(word))
    .join(' ');

/** Whether two names are of one council: "City of Northmere" and "Northmere City Council"; a county and a city are two. */
export function sameCouncil(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === b) return true;
  if (place(a) === '' || place(a) !== place(b)) return false;
  const apart = (x: string, y: string) => COUNTY.test(x) && BELOW.test(y);
  return !apart(a, b) && !apart(b, a);
}

/**
 * The council a report names, where that is another than the one given and none that came before it; null where the
 * report names this one or none.
 */
export function otherCouncil(record: Pick<ReportRecord, 'council'>, council: string): string | null {
  const { name, successors = [] } = record.council;
  if (name === null || [name, ...successors.map((one) => one.name)].some((one) => sameCouncil(one, council)))
    return null;
  return name;
}
