import { councilFacts } from '../../../src/engines/reading/data/councils.ts';
import type { Dice } from '../dice.ts';
import { inventedCouncil } from './people.ts';

/** A council as one report speaks of it. */
export type Council = {
  /** Official name and code: the answer. An invented council has no code. */
  readonly official: string;
  readonly gss: string | null;
  /** What the front page and the furniture print. */
  readonly printed: string;
  /** Place alone: "Derby". */
  readonly place: string;
  /** Short form the report defines for itself ("DCC"), or null. */
  readonly short: string | null;
  /** County and unitary councils answer for children and adults; districts do not. */
  readonly upper: boolean;
};

/** How many councils bear a name: "Northumberland Council" may be said only where the name is one council's alone. */
const bearers = new Map<string, number>();
for (const [, name] of councilFacts) bearers.set(name, (bearers.get(name) ?? 0) + 1);

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const times = new Map<string, number>();
for (const [, , official] of councilFacts) times.set(fold(official), (times.get(fold(official)) ?? 0) + 1);
/** Councils proper (no combined authorities), each official name once. */
const known = councilFacts.filter(
  ([, , official, type]) => !/combined|strategic|corporation/.test(type) && times.get(fold(official)) === 1,
);

/** Other ways in which a report may print an official name, all of which mean the same council. */
function aliases(official: string, place: string): string[] {
  const other: string[] = [];
  const city = /^(.+) City Council$/.exec(official);
  if (city) other.push(`The City of ${city[1]} Council`, `City of ${city[1]} Council`);
  const london = /^London Borough of (.+)$/.exec(official);
  if (london)
    other.push(`The London Borough of ${london[1]}`, `London Borough of ${london[1]} Council`, `${london[1]} Council`);
  const royal = /^Royal Borough of (.+)$/.exec(official);
  if (royal) other.push(`The Royal Borough of ${royal[1]}`);
  const kind = /^(.+) (Borough|District|Metropolitan Borough|County) Council$/.exec(official);
  if (kind && !/Metropolitan/.test(kind[2]!) && kind[1] === place && kind[2] !== 'County' && bearers.get(place) === 1)
    other.push(`${place} Council`);
  if (/ and /.test(official)) other.push(official.replace(' and ', ' & '));
  else if (/ & /.test(official)) other.push(official.replace(' & ', ' and '));
  if (/Metropolitan Borough Council$/.test(official))
    other.push(official.replace('Metropolitan Borough Council', 'MBC'));
  return other;
}

const initials = (printed: string): string =>
  printed
    .replace(/^The /, '')
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word[0])
    .join('');

export function chooseCouncil(dice: Dice): Council {
  const invented = dice.chance(0.2);
  const fact = invented ? null : pickKnown(dice);
  const official = fact ? fold(fact[2]) : inventedCouncil(dice);
  const place = fact
    ? fold(fact[1])
    : fold(
        official.replace(
          /(London|Royal) Borough of |City of | (Borough|District|City|County|Metropolitan Borough)? ?Council$/g,
          '',
        ),
      );
  const others = fact ? aliases(official, place) : [];
  const printed = others.length > 0 && dice.chance(0.4) ? dice.pick(others) : official;
  const letters = initials(printed);
  return {
    official,
    gss: fact?.[0] ?? null,
    printed,
    place,
    short: letters.length >= 2 && letters.length <= 5 && dice.chance(0.45) ? letters : null,
    upper: fact ? fact[3] !== 'district' : !/District|Borough Council/.test(official),
  };
}

/** One report in twelve is of a council that has since been abolished. */
function pickKnown(dice: Dice) {
  const current = !dice.chance(1 / 12);
  return dice.pick(known.filter((fact) => fact[4] === current));
}
