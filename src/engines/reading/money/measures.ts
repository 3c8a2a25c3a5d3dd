/** Words at which a name of something ends: no part of what a sum measures. */
const stops = new Set(
  `a an the this that these those its their our your his her is are was were be been being has have had do does did will would
  should could can may might must and or but nor so if when while where which who whom whose what how as than then of for from in
  on at by to with within without over under into across between during since until through about after before against per each
  every it they we you he she there here not no now also still yet already only just both either further including
  include includes included with available required needed worth alone up down less more most higher lower out off because
  although despite due following such identified allocated invested spent remains remained respectively once
  drawn spent held given paid made taken set kept lost found sought bought put left resulting funded opens runs comes goes falls rises grows takes
  makes gives leaves said say told went rose fell grew came sits stands`.split(/\s+/u),
);
const leading =
  /^(?:(?:a|an|the|this|that|these|those|its|their|our|your|further|another|any|some|all|and|or|but|of|in|with|which|so|year[’']s)\s)+/iu;
/** Words at which the subject of a sentence cannot have begun. */
const clause = new Set(
  'and but because when while where if with as is are was were has have had will would it they we there'.split(' '),
);
/** What councils measure in money, for sentences that say it at a distance. */
const nouns =
  /\b(?:\p{L}[\p{L}-]{2,30} ){0,2}(?:budgets?|gaps?|savings?|reserves?|balances?|deficits?|overspends?|underspends?|overspending|spending|expenditure|borrowing|debts?|funding|grants?|income|costs?|investments?|shortfalls?|pressures?|surplus(?:es)?|receipts?|programmes?|contracts?|contributions?|fees?|charges?|rates|levy|settlements?|allocations?|assets|turnover|loans?|efficienc(?:y|ies))\b/giu;

/** Links a name to the sum after it: "savings of £3m", "the deficit stood at £3m", "Town deal - £3m". */
const link =
  /(?:^|\s)(?<word>of|(?:is|was|are|were|be)(?: now| currently| estimated(?: to be)?| forecast(?: to be)?| set)?(?: at)?|(?:stands?|stood|standing|estimated|valued|set|forecast) at|(?:now )?(?:amount(?:s|ed|ing)?|came|equates|equivalent|rising|increasing|falling) to|total(?:s|led|ling|ing)?|reached|costs?|costing|worth|:|-|–|—)(?:\s(?:a|an|the))?\s*$/iu;

/** What a number measures. `confidence`, 0 to 1, is how sure it is that the words are its name, or that it has none. */
export type Measure = { readonly words: string | null; readonly confidence: number };

/** A name tied to its number by grammar; also a sentence that names nothing at all. */
const certain = 1;
/** The only name in the words about the number, tied to it by nothing. */
const loose = 0.75;
/** Names stand about, and none can be told to be its own: better none than a wrong one. */
const unclear: Measure = { words: null, confidence: 0.85 };

/**
 * The words of a sentence that say what a number in it measures.
 * @param before the sentence up to the number or its qualifier, from the number before it on
 * @param after the sentence from the number on, up to the next
 */
export function measureOf(before: string, after: string): Measure {
  const words = measureAfter(after) ?? preceding(before.slice(-200));
  return words === null ? distant(before.slice(-200), after.slice(0, 50)) : { words, confidence: certain };
}

/** The name that follows a number: "£3m of savings", "a £14m budget gap". */
export function measureAfter(after: string): string | null {
  const rest = after.slice(0, 120).replace(/^-(?:an?|per)-\p{L}+(?=\s)/u, '');
  const of = rest.match(/^\s(?:worth )?of\s/iu);
  if (!of && !/^\s\p{L}/u.test(rest)) return null;
  const words = namesFrom(rest.slice(of ? of[0].length : 1).replace(of ? leading : /^/u, ''));
  if (words.length === 0 || (words.length === 1 && /ed$|ly$|^staying$/u.test(words[0]!))) return null;
  return named(words.join(' '));
}

/** Words of a name from its first letter on, six at the most. */
function namesFrom(text: string): string[] {
  const out: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const bare = word.replace(/[.,;:!?)\]"”’]+$/u, '');
    if (!/^\p{L}[\p{L}'’&/-]*$/u.test(bare) || stops.has(bare.toLowerCase()) || out.length === 6) break;
    out.push(bare);
    if (bare !== word) break;
  }
  return out;
}

function preceding(before: string): string | null {
  const match = before.match(link);
  if (!match) return null;
  // "The budget for 2026/27 is £228m".
  const name = before
    .slice(0, match.index)
    .trimEnd()
    .replace(/\s(?:for|in)\s(?:19|20)\d\d(?:[/–-]\d{2,4})?$/u, '');
  const word = match.groups!.word!.toLowerCase();
  const words: string[] = [];
  // "Savings of £3m" has its name at hand; "the gap to be closed is £3m" has the whole subject of a sentence.
  const near = word === 'of' || word === 'worth';
  const most = near ? 5 : 10;
  for (const part of name.split(/\s+/u).reverse()) {
    if (words.length === most || /[.,;:!?–—]$/u.test(part)) break;
    const bare = part.replace(/^[("“‘]+|[)"”’]+$/gu, '').toLowerCase();
    if (!/^[(\p{L}"“‘][\p{L}\p{N}'’&/()“”"-]*$/u.test(part)) break;
    if (clause.has(bare) || (near && stops.has(bare))) break;
    words.unshift(part);
    if (/^\([^)]*$/u.test(part)) break;
  }
  const found = words
    .join(' ')
    .replace(leading, '')
    .replace(/^[("“‘]+(?=[^)]*$)/u, '')
    .trim();
  return named(found);
}

/** A name, unless it is one that only points back ("that sum") or no name at all ("one of"). */
function named(found: string): string | null {
  if (!/\p{L}{3}/u.test(found) || stops.has(found.toLowerCase())) return null;
  return /\b(?:years?|months?|weeks?)(?: ago| earlier| later)?$|(?:^|\s)(?:sum|total|amount|figure|one|some|most|half|part|rest|speaks?|spoke|talks?|told|instead)$/iu.test(
    found,
  )
    ? null
    : found;
}

/** Is there nothing in these words that could name something? */
export function namesNothing(words: string): boolean {
  return words.split(/[^\p{L}'’-]+/u).every((word) => word === '' || stops.has(word.toLowerCase()));
}

/** "£9.3m of it", "£3m of which": what it is a part of was named before, and may be anything. */
const partOf = /^\s(?:worth )?of (?:it|this|that|them|these|those|which)\b/iu;
/** Behind these another thing is spoken of: a name before them belongs to what stands there. */
const turns = /[;:,–—]|\s(?:and|but|or|nor|that|which|who|where|when|while|because|than)\s/giu;

function distant(before: string, after: string): Measure {
  if (partOf.test(after)) return unclear;
  const turn = [...before.matchAll(turns)].at(-1);
  const here = turn ? before.slice(turn.index + turn[0].length) : before;
  const nearBy = [...here.matchAll(nouns)].map(([name]) => shortened(name));
  if (nearBy.length > 1) return unclear;
  const follows = after.match(nouns)?.[0];
  const words = nearBy[0] ?? (follows === undefined ? null : shortened(follows));
  if (words) return { words, confidence: loose };
  return before.search(nouns) < 0 ? { words: null, confidence: certain } : unclear;
}

/** A name without the words before it that are no part of one. */
function shortened(name: string): string {
  const words = name.split(' ');
  return words.slice(words.findLastIndex((word) => stops.has(word.toLowerCase())) + 1).join(' ');
}
