import { councilFacts } from '../../data/councils.ts';
import type { PrintedPeer } from './peer-line.ts';
import {
  isOrganisation,
  isPersonName,
  isTitled,
  opensOrganisation,
  partyIn,
  saysRole,
  withoutOffice,
} from './words.ts';

/** Headings of the columns of a table of peers, one after another on one line: "Name Role Organisation". */
export function isFlatHead(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length >= 2 && words.length <= 6 && /^name\b/iu.test(text) && words.every((word) => head.test(word));
}
const head = /^(?:name|role|position|post|job|title|organisation|council|authority|party)$/iu;

/** A word with its place in the text it was cut from. */
type Word = { readonly text: string; readonly start: number };

const wordsOf = (text: string): Word[] =>
  text
    .matchAll(/\S+/gu)
    .map((m) => ({ text: m[0], start: m.index }))
    .toArray();
const print = (words: readonly Word[]): string => words.map((w) => w.text).join(' ');

/** Words that begin a role before the word that makes it one. */
const opensRole =
  /^(?:interim|former|acting|joint|senior|corporate|managing|vice|regional|group|opposition|project|finance|independent|lga|shared)$/iu;
/** What people are in charge of: words of a role, not of a place. */
const subject =
  /^(?:finances?|financial|law|legal|governance|democratic|place|people|places|resources?|policy|housing|adults?|children|childrens?|education|health|care|social|communit(?:y|ies)|customers?|services?|culture|planning|environment(?:al)?|transformation|change|digital|data|technology|it|ict|hr|od|economy|economic|growth|regeneration|development|organisational|improvement|performance|communications?|assets?|property|operating|operations|monitoring|paid|section|s\.?151|\d+|strategy|strategic|corporate|affairs|skills|leisure|highways|transport|neighbourhoods?|insight|innovation|audit|risk|procurement|commissioning|public|wellbeing|safety|climate|sustainability|investment|revenues?|benefits|members?|support|oversight|opposition|administration)[,;]?$/iu;
const ofOrganisation =
  /^(?:councils?|borough|district|county|city|metropolitan|unitary|town|authority|combined|association|partnership|trust|\([\p{L}&]+\))$/iu;
const links = /(?:^(?:of|for|and|&|the|to|at|in|with|[-–—/])|[,;–—-])$/iu;

/**
 * Reads a row of a table whose columns ran together: a name, a role and an organisation with nothing but spaces between.
 * The role begins at its first word that no name holds; the organisation after the last word of what the role is for.
 * Null where the words do not fall into a name, a role and an organisation.
 */
export function peerOfFlatRow(text: string): PrintedPeer | null {
  const words = wordsOf(text);
  if (words.length < 4 || words.length > 30) return null;
  const role = words.findIndex((word, i) => i >= 2 && beginsRole(word.text));
  if (role < 2 || role > 6) return null;
  const name = print(words.slice(0, role));
  if (!isPersonName(name)) return null;
  const { party, rest } = withoutParty(words.slice(role));
  const body = organisationAt(rest);
  if (body === null) return null;
  return {
    name: withoutOffice(name),
    role: print(rest.slice(0, body)),
    organisation: print(rest.slice(body)),
    party,
    confidence: 0.7,
  };
}

/** Is this the first word of a role, and of no name? */
export const beginsRole = (word: string): boolean => opensRole.test(word) || saysRole(word);

/** A last column that holds the party. */
function withoutParty(words: readonly Word[]): { party: string | null; rest: readonly Word[] } {
  for (const size of [4, 3, 2, 1]) {
    const tail = print(words.slice(-size)).replace(/^\((.*)\)$/u, '$1');
    if (words.length > size + 2 && partyIn(tail)?.rest === '') return { party: tail, rest: words.slice(0, -size) };
  }
  return { party: null, rest: words };
}

/** Where in a role and an organisation the second begins; null where there are no such two. */
function organisationAt(words: readonly Word[]): number | null {
  const fits = words.keys().filter((at) => {
    if (at === 0 || links.test(words[at - 1]!.text)) return false;
    return isOrganisation(print(words.slice(at))) && saysRole(print(words.slice(0, at)));
  });
  const starts = fits.toArray();
  const known = starts.find(
    (at) =>
      opensOrganisation(print(words.slice(at))) ||
      isKnown(print(words.slice(at))) ||
      /^(?:LGA|Local Government Association)\b/u.test(print(words.slice(at))),
  );
  if (known !== undefined) return known;
  return starts.find((at) => isPlace(words.slice(at))) ?? null;
}

/** A place and what kind of council it has: none of the words is of a role. */
function isPlace(words: readonly Word[]): boolean {
  const own = words.filter((word) => !ofOrganisation.test(word.text));
  if (own.length === 0 || !/^\p{Lu}/u.test(words[0]!.text) || ofOrganisation.test(words[0]!.text)) return false;
  return own.every((word) => !subject.test(word.text) && !saysRole(word.text));
}

const places = new Set(councilFacts.map(([, name]) => name.toLowerCase()));
function isKnown(text: string): boolean {
  return places.has(
    text
      .toLowerCase()
      .replace(/ (?:(?:metropolitan|district|borough|county|city|unitary|town) )*council$/u, '')
      .replace(/ & /gu, ' and '),
  );
}

/**
 * Where in a text rows of such a table begin that ran on into one another, or into the end of the row before: at each
 * name that stands right before a role. Empty where no row begins.
 */
export function flatRowStarts(text: string): number[] {
  const words = wordsOf(text);
  const starts: number[] = [];
  let from = 0;
  words.forEach((word, i) => {
    if (!beginsRole(word.text) || i < from + 2) return;
    const at = nameBefore(words, from, i);
    if (at === null || !/^\p{Lu}/u.test(words[at]!.text)) return;
    // Within a row, a role of several words follows its own name only.
    const before = words.slice(from, at);
    if (starts.length > 0 && !isOrganisation(endOf(before))) return;
    starts.push(words[at]!.start);
    from = i;
  });
  return starts;
}

/** The last few words, which may be an organisation. */
const endOf = (words: readonly Word[]): string => print(words.slice(words.findLastIndex((w) => saysRole(w.text)) + 1));

/** Where the name begins that ends right before `end`: the first title, else what a line begins with, else two words. */
function nameBefore(words: readonly Word[], from: number, end: number): number | null {
  for (let at = Math.max(from, end - 6); at < end - 1; at++)
    if (isTitled(print(words.slice(at, end))) && isPersonName(print(words.slice(at, end)))) return at;
  if (from === 0 && end <= 4 && isPersonName(print(words.slice(0, end)))) return 0;
  for (const size of [2, 3]) {
    const at = end - size;
    if (at < from) continue;
    if (size === 2 && /^\p{Lu}\.?$/u.test(words[at]!.text)) continue;
    if (isPersonName(print(words.slice(at, end))) && !ofOrganisation.test(words[at]!.text)) return at;
  }
  return null;
}
