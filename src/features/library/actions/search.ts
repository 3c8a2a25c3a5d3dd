// Searching, and asking who else was told the same: what is read, in its order.
import { findShared, SAMPLE, type Shared, weighWords, wordsInFull } from '../queries/like.ts';
import {
  findPassagesById,
  findPlaces,
  findPublicActions,
  type PassageRow,
  type PublicActionRow,
} from '../queries/passages.ts';
import { askFor, findPassages, type Reader, readTerms } from '../queries/search.ts';
import { type Asked, hasFilter, yearsOf } from '../rules/asked.ts';
import { isTerm, likeness, pairsOf, tellingWords } from '../rules/like.ts';
import { MOST_LETTERS, partsOf } from '../rules/words.ts';
import { type Places, placesBy } from '../views/passages.ts';
import type { SearchOutcome } from '../views/search.ts';

const SEARCHED_NOTHING: Places = new Map();

/** Looks for what was asked; where no passage holds all of the words, for those that hold some. */
export async function search(
  tx: Reader,
  asked: Asked,
  thisYear: number,
): Promise<{ outcome: SearchOutcome; places: Places }> {
  const refused = (kind: 'nothing asked' | 'no words' | 'too long') => ({
    outcome: { kind },
    places: SEARCHED_NOTHING,
  });
  if (asked.words.length > MOST_LETTERS) return refused('too long');
  if (asked.words === '' && !hasFilter(asked.filters)) return refused('nothing asked');
  const parts = asked.words === '' ? [] : partsOf(asked.words, await readTerms(tx));
  const questions = await askFor(tx, parts);
  if (asked.words !== '' && questions.all === '') return refused('no words');
  const { filters, after } = asked;
  const ask = { marked: questions.marked, filters, years: yearsOf(filters, thisYear), after };
  let some = false;
  let page = await findPassages(tx, { ...ask, question: questions.all });
  if (page.total === 0 && after === null && parts.filter(({ not }) => !not).length > 1) {
    some = true;
    page = await findPassages(tx, { ...ask, question: questions.any });
    // A page of its own for the rest would be a search of its own.
    page = { ...page, next: null };
  }
  return { outcome: { kind: 'found', page, some }, places: await placesOf(tx, page.rows) };
}

export async function placesOf(tx: Reader, rows: readonly PassageRow[]): Promise<Places> {
  const ids = new Set(rows.flatMap(({ publicationId }) => publicationId ?? []));
  return placesBy(await findPlaces(tx, [...ids]));
}

export interface ToldTheSame {
  readonly rows: readonly { readonly row: PassageRow; readonly shared: readonly string[] }[];
  readonly actions: readonly PublicActionRow[];
  readonly places: Places;
}

const MOST_SHOWN = 12;

/**
 * What other councils were told that is like a text: of each council the likest, with the words that both share.
 * @param subject the council that it is about is left out
 */
export async function toldTheSame(
  tx: Reader,
  subject: { heading: string | null; text: string; about: string },
  thisYear: number,
): Promise<ToldTheSame> {
  const { words, sample } = await weighWords(tx, subject);
  const wanted = tellingWords(words, { size: sample, whole: sample < SAMPLE });
  const years = yearsOf({ theme: null, year: null, authority: null, kind: null, strength: null }, thisYear);
  const found = await findShared(tx, pairsOf(wanted), wanted, years);
  const best = new Map<string, { one: Shared; like: number }>();
  for (const one of found) {
    const like = likeness(wanted, one.shared);
    if (like === 0 || one.about === subject.about) continue;
    const before = best.get(one.about);
    if (!before || like > before.like) best.set(one.about, { one, like });
  }
  const likest = [...best.values()]
    .sort((a, b) => b.like - a.like || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
  const rows = await findPassagesById(
    tx,
    likest.map(({ one }) => one.id),
  );
  const inFull = await wordsInFull(
    tx,
    wanted.map(({ word }) => word),
    `${subject.heading ?? ''} ${subject.text}`,
  );
  const order = wanted.map(({ word }) => word);
  const publications = [...new Set(rows.flatMap(({ publicationId }) => publicationId ?? []))];
  return {
    rows: likest.flatMap(({ one }) => {
      const row = rows.find(({ id }) => id === one.id);
      const shared = [...one.shared]
        .sort((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((word) => (isTerm(word) ? word.slice(2) : (inFull.get(word) ?? word)));
      return row ? [{ row, shared }] : [];
    }),
    actions: await findPublicActions(tx, publications),
    places: placesBy(await findPlaces(tx, publications)),
  };
}
