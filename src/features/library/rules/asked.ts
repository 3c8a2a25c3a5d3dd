// What somebody asks the library: the words in the box, the filters, and where the page begins. Anything unknown in the
// address counts as not said.
import type { Authority, PassageKind, PassageStrength, Theme } from '../../../platform/db/schema/index.ts';

export const THEMES: readonly { value: Theme; text: string }[] = [
  { value: 'priorities', text: 'Local priorities and outcomes' },
  { value: 'leadership', text: 'Organisational and place leadership' },
  { value: 'governance', text: 'Governance and culture' },
  { value: 'finance', text: 'Financial planning and management' },
  { value: 'capacity', text: 'Capacity for improvement' },
];
export const AUTHORITIES: readonly { value: Authority; text: string }[] = [
  { value: 'county', text: 'County council' },
  { value: 'unitary', text: 'Unitary council' },
  { value: 'district', text: 'District council' },
  { value: 'london', text: 'London borough' },
  { value: 'metropolitan', text: 'Metropolitan borough' },
  { value: 'combined', text: 'Combined authority' },
];
export const KINDS: readonly { value: PassageKind; text: string }[] = [
  { value: 'recommendation', text: 'Key recommendation' },
  { value: 'suggestion', text: 'Suggestion' },
  { value: 'strength', text: 'Strength' },
  { value: 'concern', text: 'Concern' },
];
export const STRENGTHS: readonly { value: PassageStrength; text: string }[] = [
  { value: 'must', text: 'Must' },
  { value: 'should', text: 'Should' },
  { value: 'could', text: 'Could' },
];

/** So many matches are put in order, the newest years first; the page says when there are more. */
export const MOST_RANKED = 500;
export const PAGE_SIZE = 20;

/** Marks around a hit: characters for private use, which are taken out of every text before. */
export const HIT_BEGINS = '\ue000';
export const HIT_ENDS = '\ue001';
/** In place of < and >, which the database would take for tags and leave out. */
export const LESS = '\ue002';
export const MORE = '\ue003';

export interface Filters {
  readonly theme: Theme | null;
  readonly year: number | null;
  readonly authority: Authority | null;
  readonly kind: PassageKind | null;
  /** Of suggestions alone. */
  readonly strength: PassageStrength | null;
}

/** The last passage of the page before: its rank, as an integer, and its identifier. */
export interface Cursor {
  readonly rank: number;
  readonly id: string;
}

export interface Asked {
  /** As typed, without what no text can hold, and without spaces around it. */
  readonly words: string;
  readonly filters: Filters;
  readonly after: Cursor | null;
}

/** The earliest year that a peer challenge report can be of. */
const FIRST_YEAR = 1998;
const CURSOR = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @param query the address's query, each name once @param thisYear for which years there can be */
export function readAsked(query: Readonly<Record<string, string>>, thisYear: number): Asked {
  const text = (name: string) => (query[name] ?? '').trim();
  const oneOf = <T extends string>(name: string, all: readonly { value: T }[]) =>
    all.find(({ value }) => value === text(name))?.value ?? null;
  const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : 0;
  const cursor = CURSOR.exec(text('after'));
  return {
    words: plain(query.q ?? ''),
    filters: {
      theme: oneOf('theme', THEMES),
      year: year >= FIRST_YEAR && year <= thisYear + 1 ? year : null,
      authority: oneOf('council', AUTHORITIES),
      kind: oneOf('kind', KINDS),
      strength: oneOf('strength', STRENGTHS),
    },
    after: cursor ? { rank: Number(cursor[1]), id: cursor[2]! } : null,
  };
}

/** The address of a search, with only what was asked. */
export function searchAddress(path: string, asked: Omit<Asked, 'after'>, after: Cursor | null = null): string {
  const { theme, year, authority, kind, strength } = asked.filters;
  const said = new URLSearchParams();
  const parts = { q: asked.words, theme, year, council: authority, kind, strength };
  for (const [name, value] of Object.entries(parts)) if (value) said.set(name, String(value));
  if (after) said.set('after', `${after.rank}_${after.id}`);
  const query = said.toString();
  return query === '' ? path : `${path}?${query}`;
}

export function hasFilter(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** The index has a word for each year from this one on, and one, 0, for all that is older or of no known year. */
const FIRST_OWN_YEAR = 2012;

/** The years asked for, newest first, as the index has them. */
export function yearsOf(filters: Filters, thisYear: number): number[] {
  if (filters.year !== null) return [filters.year];
  return [...Array.from({ length: thisYear + 2 - FIRST_OWN_YEAR }, (_, i) => thisYear + 1 - i), 0];
}

/** Control characters and the marks that we set around hits ourselves are in no word. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\ue000-\ue003]+/g, ' ').trim();
}
