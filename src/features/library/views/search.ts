// The page of a search: the box, the filters, what was found, and plain words about what was not.
import { count } from '../../../platform/web/dates-and-money.ts';
import type { FoundPage } from '../queries/search.ts';
import {
  type Asked,
  AUTHORITIES,
  hasFilter,
  KINDS,
  MOST_RANKED,
  STRENGTHS,
  searchAddress,
  THEMES,
} from '../rules/asked.ts';
import { type PassageView, type Places, passageView, type Shelf } from './passages.ts';

export interface ChoiceView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

export interface SearchView {
  /** On the public site. */
  readonly outside: boolean;
  readonly action: string;
  readonly words: string;
  readonly error: string | null;
  readonly choices: readonly ChoiceView[];
  readonly filtersOpen: boolean;
  readonly clear: string | null;
  /** "37 passages", or why there is nothing. Null before anything is asked. */
  readonly says: string | null;
  /** What to do when little or nothing was found, or what a limit means. */
  readonly advice: string | null;
  readonly results: readonly PassageView[];
  readonly next: string | null;
  readonly first: string | null;
  /** "What 3 published plans and 12 public reports told councils can be searched." */
  readonly holds: string;
  readonly additions: string | null;
}

export type SearchOutcome =
  | { readonly kind: 'nothing asked' | 'no words' | 'too long' }
  | { readonly kind: 'found'; readonly page: FoundPage; readonly some: boolean };

export interface SearchGiven {
  readonly asked: Asked;
  readonly outcome: SearchOutcome;
  readonly places: Places;
  readonly shelf: Shelf;
  readonly outside: boolean;
  readonly thisYear: number;
  readonly holds: { readonly published: number; readonly added: number };
  readonly additions: string | null;
}

export const TOO_LONG = 'Shorten what you look for to 300 characters';
export const NO_WORDS =
  'There is no word in that to look for. Words such as “the” and “of”, signs and pictures are in every report or in none: add another word';

export function searchView(given: SearchGiven): SearchView {
  const { asked, outcome, shelf } = given;
  const page = outcome.kind === 'found' ? outcome.page : null;
  const { filters } = asked;
  return {
    outside: given.outside,
    action: shelf.home,
    words: asked.words.slice(0, 5000),
    error: outcome.kind === 'too long' ? TOO_LONG : null,
    choices: choicesOf(given),
    filtersOpen: hasFilter(filters),
    clear: hasFilter(filters)
      ? searchAddress(shelf.home, {
          words: asked.words,
          filters: { theme: null, year: null, authority: null, kind: null, strength: null },
        })
      : null,
    says: saysOf(given),
    advice: adviceOf(given),
    results: (page?.rows ?? []).map((row) => passageView(row, given.places, shelf)),
    next: page?.next ? searchAddress(shelf.home, asked, page.next) : null,
    first: asked.after && page ? searchAddress(shelf.home, asked) : null,
    holds: holdsOf(given.holds),
    additions: given.additions,
  };
}

function holdsOf({ published, added }: SearchGiven['holds']): string {
  if (published + added === 0) return 'Nothing is in the library yet. What councils publish will be found here';
  const parts = [
    ...(published > 0 ? [count(published, 'plan that a council published', 'plans that councils published')] : []),
    ...(added > 0
      ? [count(added, 'public report added from its own address', 'public reports added from their own addresses')]
      : []),
  ];
  return `Searched: ${parts.join(' and ')}`;
}

function saysOf({ outcome, asked }: SearchGiven): string | null {
  if (outcome.kind !== 'found') return outcome.kind === 'no words' ? `${NO_WORDS}.` : null;
  const { total, rows } = outcome.page;
  if (outcome.some) {
    return total === 0 ? 'Nothing found.' : 'No passage holds all of these words. These hold some of them.';
  }
  if (total === 0) return 'Nothing found.';
  if (rows.length === 0) return 'There is no more.';
  const more = total >= MOST_RANKED;
  const number = more ? `More than ${(MOST_RANKED - 1).toLocaleString('en-GB')} passages` : count(total, 'passage');
  return `${number}${asked.words === '' || total === 1 ? '' : ', the best matches first'}.`;
}

function adviceOf({ outcome, asked }: SearchGiven): string | null {
  if (outcome.kind !== 'found') return null;
  const { total } = outcome.page;
  if (total >= MOST_RANKED) {
    return `These are the best of the newest ${MOST_RANKED.toLocaleString('en-GB')}. Add a word or a filter to see others.`;
  }
  if (total > 0) return null;
  return hasFilter(asked.filters)
    ? 'Take a filter away, or try fewer words.'
    : 'Try fewer or other words. Each word is found in its other forms, and common short forms such as MTFS in full.';
}

function choicesOf({ asked: { filters }, thisYear }: SearchGiven): ChoiceView[] {
  const any = { value: '', text: 'Any' };
  const years = Array.from({ length: thisYear - 2012 }, (_, i) => String(thisYear - i));
  return [
    { name: 'theme', label: 'Theme', value: filters.theme ?? '', options: [any, ...THEMES] },
    {
      name: 'year',
      label: 'Year of the report',
      value: filters.year === null ? '' : String(filters.year),
      options: [any, ...years.map((year) => ({ value: year, text: year }))],
    },
    { name: 'council', label: 'Kind of council', value: filters.authority ?? '', options: [any, ...AUTHORITIES] },
    { name: 'kind', label: 'Kind of passage', value: filters.kind ?? '', options: [any, ...KINDS] },
    { name: 'strength', label: 'How strongly suggested', value: filters.strength ?? '', options: [any, ...STRENGTHS] },
  ];
}
