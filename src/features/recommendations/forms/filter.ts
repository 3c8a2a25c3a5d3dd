// The register's address: filter, sort and page. Anything unknown in it counts as not said.
import { type Filter, GAPS, type Gap, type Sort, type SortKey } from '../rules/register.ts';
import { readOneOf, type Typed, textOf } from './read.ts';
import { ANSWERS, GRADES } from './record.ts';

export const PROGRESSES = [
  'not_started',
  'in_progress',
  'paused',
  'reported_complete',
  'business_as_usual',
  'superseded',
] as const;

export interface RegisterRequest {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly page: number;
}

export function readRegisterRequest(query: Typed): RegisterRequest {
  const text = (name: string) => textOf(query, name).trim();
  const page = Number(text('page'));
  return {
    filter: {
      report: text('report'),
      response: readOneOf(text('response'), [...ANSWERS, 'none'] as const) ?? '',
      progress: readOneOf(text('progress'), PROGRESSES) ?? '',
      verdict: readOneOf(text('verdict'), GRADES) ?? '',
      officer: text('officer'),
      missing: readOneOf<Gap | 'anything'>(text('missing'), [...GAPS, 'anything']) ?? '',
      late: text('late') === 'yes',
    },
    sort: {
      by: readOneOf<SortKey>(text('sort'), ['number', 'next']) ?? 'number',
      descending: text('order') === 'down',
    },
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the register for a request, with only what differs from the plain register. */
export function registerAddress(path: string, request: RegisterRequest): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(request.filter)) {
    if (value === true) parts.set(name, 'yes');
    else if (value) parts.set(name, String(value));
  }
  if (request.sort.by !== 'number') parts.set('sort', request.sort.by);
  if (request.sort.descending) parts.set('order', 'down');
  if (request.page > 1) parts.set('page', String(request.page));
  const query = parts.toString();
  return query === '' ? path : `${path}?${query}`;
}
