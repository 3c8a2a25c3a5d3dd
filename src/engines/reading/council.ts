import { councilFacts } from './data/councils.ts';
import type { Piece } from './pieces.ts';

export type NamedCouncil = { readonly name: string | null; readonly gss: string | null };

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

const known = lookup();

/**
 * The council the report is about: the one its first pages name most, those of the front counting most. A name in the
 * national list comes back as the official one, with its code; another name as printed, without.
 */
export function councilOf(pieces: readonly Piece[]): NamedCouncil {
  const seen = new Map<string, { council: NamedCouncil; times: number; first: number }>();
  pieces.slice(0, front).forEach((piece, i) => {
    for (const match of inMixedCase(piece.text).matchAll(printedName)) {
      const council = identify(match[0]);
      if (!council) continue;
      const key = council.gss ?? fold(council.name!);
      const before = seen.get(key);
      const weight = (i < title ? 4 : 1) * (council.gss ? 1.5 : 1);
      seen.set(key, { council, times: (before?.times ?? 0) + weight, first: before?.first ?? i });
    }
  });
  const best = [...seen.values()].sort((a, b) => b.times - a.times || a.first - b.first)[0];
  return best?.council ?? { name: null, gss: null };
}

/** "LONDON BOROUGH OF BRENT" as "London Borough of Brent": names in capitals alone are read like others. */
function inMixedCase(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/(?<!\p{L})(?!(?:of|and|upon|on|the|with|in)(?!\p{L}))\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function identify(printed: string): NamedCouncil | null {
  const words = printed.replace(/\s+/gu, ' ').split(' ');
  for (let from = 0; from < words.length - 1; from++) {
    const found = known.get(fold(words.slice(from).join(' ')));
    // "South Cambridgeshire ..." must not be taken for "Cambridgeshire ..." when only the longer one is printed.
    if (found && (from === 0 || !/^(?:North|South|East|West|Mid|Central|New|Greater)$/u.test(words[from - 1]!)))
      return { name: found[2], gss: found[0] };
  }
  let from = 0;
  while (from < words.length - 1 && leading.test(words[from]!.replace(/[.,:]$/u, ''))) from += 1;
  const name = words.slice(from).join(' ');
  return noName.test(name) || !/council$/iu.test(name) || words.length - from > 8 ? null : { name, gss: null };
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
    const name = fact[1];
    if (/authority/u.test(fact[3])) continue;
    const ways = [`${name} Council`, `City of ${name} Council`, `Borough of ${name}`, `London Borough of ${name}`];
    for (const kind of ['City', 'Borough', 'District', 'County', 'Metropolitan Borough', 'London Borough', 'MBC'])
      ways.push(`${name} ${kind} Council`);
    ways.push(`London Borough of ${name} Council`, `Royal Borough of ${name}`, `City of ${name}`);
    for (const way of ways) if (!official.has(fold(way))) add(way, fact);
  }
  return new Map([...out].flatMap(([key, fact]) => (fact ? [[key, fact] as const] : [])));
}
