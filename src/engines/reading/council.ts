import { councilAliases } from './data/council-aliases.ts';
import { councilFacts } from './data/councils.ts';
import { successorCodes } from './data/successors.ts';
import { foundAt, isTitleLike, type Line } from './facts/lines.ts';
import type { Found } from './findings.ts';

export type NamedCouncil = {
  readonly name: string | null;
  readonly gss: string | null;
  /** The councils that serve its area now, where it no longer exists. */
  readonly successors?: readonly { readonly name: string; readonly gss: string }[];
};

/** How many pieces from the front may name the council: later ones speak of others too. */
const front = 60;
const title = 6;

/** Capitalised words that lead up to the word Council, or an "of" name, as short as they can be. */
const printedName =
  /(?:London Borough|Royal Borough|City|Borough|County|District|Metropolitan Borough) of \p{Lu}[\p{L}'’-]+(?:[ -](?:and|&|upon|on|in|the|with|\p{Lu}[\p{L}'’-]+)){0,6}?(?: (?:Council|COUNCIL))?(?=[^\p{L}'’-]|$)|\p{Lu}[\p{L}'’.-]*(?:,? (?:and|&|upon|on|in|the|with|of|\p{Lu}[\p{L}'’.-]*)){0,9}? (?:Council|COUNCIL|Corporation|Combined Authority)(?=[^\p{L}'’-]|$)/gu;

/** Words that stand before a council's name in titles and belong to no name. */
const leading =
  /^(?:the|that|for|at|of|and|in|to|with|from|by|corporate|finance|governance|peer|challenge|feedback|final|report|review|progress|position|statement|lga|at|cllr|councillor|about|both|as|when|where)$/iu;

/** "The Leader of the Council", "Full Council", "Local Council": an office or a kind, not a council. */
const noName =
  /^(?:.*\b(?:of|for|to|with|by|at|and) (?:the )?|.*[-–—] ?|(?:the|this|that|your|our|each|both|full|whole|local|host|partner|county|city|borough|district|town|parish|unitary|metropolitan|combined|cabinet|leader|labour|conservative|member|joint|new|one)(?: (?:leader|cabinet|member|local|borough|city|county|district|county))? )?council$/iu;

/** "Council of the Isles of Scilly", "Borough Council of ...". */
const councilFirst =
  /(?:Borough |City |County |District )?Council of (?:the )?\p{Lu}[\p{L}'’-]+(?:[ -](?:and|&|upon|on|of|the|\p{Lu}[\p{L}'’-]+)){0,5}/gu;

/** "Luton BC", "LB Brent", "Rochdale MBC". */
const shortForm =
  /\p{Lu}[\p{L}'’-]+(?:[ -](?:and|&|upon|on|in|the|with|\p{Lu}[\p{L}'’-]+)){0,4} (?:MBC|MDC|DC|BC|CC|LBC|CBC)(?![\p{L}\d])|(?:LB|RB)(?: of)? \p{Lu}[\p{L}'’-]+(?: (?:and|&|upon) \p{Lu}[\p{L}'’-]+| \p{Lu}[\p{L}'’-]+)?/gu;

const kindsOfCouncil = [
  'City',
  'Borough',
  'District',
  'County',
  'Metropolitan',
  'Metropolitan Borough',
  'Metropolitan District',
  'London Borough',
  'City and District',
  'Unitary',
  'MBC',
];

const known = lookup();

/**
 * The council the report is about, and where it is first named: the one its first pages name most, those of the front
 * counting most, an abbreviation that the report defines counting for the name. A name in the national list comes back as
 * the official one, with its code; another name as printed, without.
 */
export function councilOf(lines: readonly Line[]): { readonly council: NamedCouncil; readonly place: Found | null } {
  const seen = new Map<string, Seen>();
  const start = lines.slice(0, front);
  start.forEach((line, i) => {
    for (const { printed, at } of namesIn(line, i)) {
      const named = identify(printed);
      if (!named) continue;
      const key = named.council.gss ?? fold(named.council.name!);
      const before = seen.get(key);
      const weight = (i < title && !/[.!?]$/u.test(line.text) ? 4 : 1) * (named.council.gss ? 1.5 : 1);
      const after = line.text.slice(at + printed.length);
      const short = /^ ?\((?:the |‘|'|“|")*(?<short>[A-Z][A-Za-z&]{1,7})\b/u.exec(after)?.groups?.short;
      seen.set(key, {
        council: named.council,
        times: (before?.times ?? 0) + weight,
        first: before?.first ?? { line, at: at + named.from, text: printed.slice(named.from) },
        order: before?.order ?? i,
        short: before?.short ?? (short && /[A-Z]{2}/u.test(short) ? short : null),
      });
    }
  });
  const all = [...seen.values()].map((one) => ({ ...one, times: one.times + timesOf(one.short, start) }));
  const best = all.sort((a, b) => b.times - a.times || a.order - b.order)[0] ?? bareName(lines.slice(0, title * 2));
  if (!best) return { council: { name: null, gss: null }, place: null };
  const rival = all.find((one) => one !== best)?.times ?? 0;
  const confidence = (best.council.gss ? 0.97 : 0.85) - (rival > best.times * 0.7 ? 0.25 : 0);
  const successors = successorsOf(best.council.gss);
  return {
    council: successors ? { ...best.council, successors } : best.council,
    place: foundAt(best.first.line, best.first.at, best.first.text, confidence),
  };
}

type Seen = {
  council: NamedCouncil;
  times: number;
  first: { line: Line; at: number; text: string };
  order: number;
  short: string | null;
};

/** A mention by its abbreviation says half as much as one by name: others share abbreviations. */
function timesOf(short: string | null, lines: readonly Line[]): number {
  if (short === null) return 0;
  const pattern = new RegExp(`(?<![\\p{L}\\d])${short}(?![\\p{L}\\d])`, 'gu');
  return (
    Math.min(
      20,
      lines.reduce((n, line) => n + (line.text.match(pattern)?.length ?? 0), 0),
    ) * 0.5
  );
}

function namesIn(line: Line, i: number): { printed: string; at: number }[] {
  const text = inMixedCase(line.text);
  const out = [...text.matchAll(printedName)].map((m) => ({ printed: extended(text, m.index, m[0]), at: m.index }));
  for (const match of text.matchAll(councilFirst))
    if (known.has(fold(match[0]))) out.push({ printed: match[0], at: match.index });
  for (const match of text.matchAll(shortForm)) out.push({ printed: match[0], at: match.index });
  // A name set over two lines of the title page: "Ashby" and "Borough Council".
  return i < title && /^(?:(?:City|Borough|District|County|Metropolitan|Unitary) )*Council$/u.test(text) ? [] : out;
}

/** "London Borough of Hammersmith" goes on with "& Fulham": as far as a known name goes. */
function extended(text: string, at: number, printed: string): string {
  const after =
    /^(?: (?:and|&|upon|on|in|the|with|\p{Lu}[\p{L}'’-]+)){1,5}/u.exec(text.slice(at + printed.length))?.[0] ?? '';
  const words = after.split(' ').slice(1);
  for (let more = words.length; more > 0; more--) {
    const whole = `${printed} ${words.slice(0, more).join(' ')}`;
    if (known.has(fold(whole))) return whole;
  }
  return printed;
}

/** No council is named as one: a line of the title page may hold nothing but its short name. */
function bareName(lines: readonly Line[]): Seen | null {
  for (const [order, line] of lines.entries()) {
    if (!isTitleLike(line) && line.text.length > 80) continue;
    for (const part of inMixedCase(line.text).split(/\s[-‐‑–—:|]\s|: /u)) {
      const council = known.get(`${fold(part)} council`);
      const at = line.text.toLowerCase().indexOf(part.toLowerCase());
      if (council && at >= 0)
        return {
          council: { name: council[2], gss: council[0] },
          times: 1,
          first: { line, at, text: line.text.slice(at, at + part.length) },
          order,
          short: null,
        };
    }
  }
  return null;
}

function successorsOf(gss: string | null): NamedCouncil['successors'] {
  const codes = gss === null ? undefined : successorCodes[gss];
  return codes?.map((code) => ({ name: councilFacts.find((fact) => fact[0] === code)![2], gss: code }));
}

/** "LONDON BOROUGH OF BRENT" as "London Borough of Brent": names in capitals alone are read like others. */
function inMixedCase(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/(?<!\p{L})(?!(?:of|and|upon|on|the|with|in)(?!\p{L}))\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** The council that a printed name means, and where in it the name itself begins. */
function identify(printed: string): { readonly council: NamedCouncil; readonly from: number } | null {
  const words = printed.split(/\s/u);
  const offset = (from: number) => words.slice(0, from).reduce((n, word) => n + word.length + 1, 0);
  for (let from = 0; from < words.length - 1; from++) {
    const found = known.get(fold(words.slice(from).join(' ')));
    // "South Cambridgeshire ..." must not be taken for "Cambridgeshire ..." when only the longer one is printed.
    if (found && (from === 0 || !/^(?:North|South|East|West|Mid|Central|New|Greater)$/u.test(words[from - 1]!)))
      return { council: { name: found[2], gss: found[0] }, from: offset(from) };
  }
  // What stands before a comma is a person, a post or the beginning of a list: only the national list knows such names.
  let from = words.findLastIndex((word) => word.endsWith(',')) + 1;
  while (from < words.length - 1 && leading.test(words[from]!.replace(/[.,:]$/u, ''))) from += 1;
  const name = words.slice(from).join(' ');
  const isOne = /council$/iu.test(name) || /^(?:London|Royal|Metropolitan) Borough of \p{Lu}/u.test(name);
  return noName.test(name) || !isOne || words.length - from > 8
    ? null
    : { council: { name, gss: null }, from: offset(from) };
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/&/gu, 'and')
    .replace(/['’.,]/gu, '')
    .replace(/[^a-z]+/gu, ' ')
    .replace(/^the /u, '')
    .trim();
}

/** Every way in which a report may print each council's name; a way that two councils share names neither. */
function lookup(): Map<string, (typeof councilFacts)[number]> {
  const out = new Map<string, (typeof councilFacts)[number] | null>();
  const add = (name: string, fact: (typeof councilFacts)[number]) => {
    const key = fold(name);
    const before = out.get(key);
    if (before === undefined || (before && !before[4] && fact[4])) out.set(key, fact);
    else if (before !== fact && before?.[4] === fact[4]) out.set(key, null);
  };
  for (const fact of councilFacts) add(fact[2], fact);
  const official = new Set(out.keys());
  for (const fact of councilFacts) {
    const name = fact[1].replace(/^(?:City of|County) /u, '');
    if (/authority/u.test(fact[3])) continue;
    const ways = [`${name} Council`, `City of ${name} Council`, `Borough of ${name}`, `London Borough of ${name}`];
    for (const kind of kindsOfCouncil) ways.push(`${name} ${kind} Council`);
    for (const short of ['MBC', 'MDC', 'DC', 'BC', 'CC', 'LBC', 'CBC']) ways.push(`${name} ${short}`);
    ways.push(
      `LB ${name}`,
      `LB of ${name}`,
      `RB ${name}`,
      `District of ${name}`,
      `County of ${name} Council`,
      `${name} Borough`,
    );
    ways.push(`London Borough of ${name} Council`, `Royal Borough of ${name}`, `City of ${name}`);
    for (const way of ways) if (!official.has(fold(way))) add(way, fact);
  }
  const byCode = new Map(councilFacts.map((fact) => [fact[0], fact]));
  for (const [alias, code] of councilAliases) if (!official.has(fold(alias))) out.set(fold(alias), byCode.get(code)!);
  return new Map([...out].flatMap(([key, fact]) => (fact ? [[key, fact] as const] : [])));
}
