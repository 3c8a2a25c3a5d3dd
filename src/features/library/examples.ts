// The library's pages in their states: document, fixture and contract of the templates.
import type { Addition } from './queries/additions.ts';
import type { PassageRow, SourceRow } from './queries/passages.ts';
import { HIT_BEGINS, HIT_ENDS, MOST_RANKED, readAsked } from './rules/asked.ts';
import { type AdditionView, additionView, type NewAdditionView, newAdditionView } from './views/additions.ts';
import { likeViews, type PassagePageView, passagePageView, type SourcePageView, sourcePageView } from './views/like.ts';
import { type SearchOutcome, type SearchView, searchView } from './views/search.ts';

const published: PassageRow = {
  ...{ id: 'a', kind: 'recommendation', strength: null, theme: 'finance', about: 'Northmere City Council' },
  ...{ authority: null, year: 2026, heading: null, text: 'Publish the reserves floor.', page: 7, councilId: 'n' },
  ...{ councilCode: 'northmere', councilName: 'Northmere City Council', reportTitle: 'What Northmere was told' },
  ...{ reportKind: 'corporate-peer-challenge', publicationId: 'p', recommendationId: 'r', slug: 'c', version: 2 },
  ...{ groupName: 'Key recommendations', number: 4, answer: 'accepted_in_part', answeredOn: '2026-10-14' },
  ...{ answerReason: 'Two leases run to 2031.', progress: 'in_progress', progressOn: '2026-11-03', verdict: null },
  ...{ verdictOn: null, verdictBy: null, sourceId: null, address: null, addedAt: null },
};
const added: PassageRow = {
  ...published,
  ...{ id: 'b', kind: 'suggestion', strength: 'should', theme: null, about: 'Eastwold District Council', year: null },
  ...{ heading: 'A heading', publicationId: null, recommendationId: null, slug: null, version: null, groupName: null },
  ...{ number: null, answer: null, answeredOn: null, answerReason: null, progress: null, progressOn: null },
  ...{ sourceId: 's', address: 'https://eastwold.example/report.pdf', addedAt: new Date('2026-05-03T10:00:00Z') },
  excerpt: `Keep <b>${HIT_BEGINS}reserves${HIT_ENDS}</b> in sight.`,
};
const place = { publicationId: 'p', recommendationId: 'r', groupName: 'Key recommendations', number: 4 };
const places = new Map([['p', [place]]]);
const action = { publicationId: 'p', recommendationId: 'r', title: 'Publish it', progress: 'paused' as const };
const told = {
  rows: [
    { row: published, shared: ['reserves', 'floor'] },
    { row: added, shared: ['reserves', 'sight'] },
  ],
  actions: [action],
  places,
};
const nobody = { rows: [], actions: [], places };
const shelf = { home: '/public/library' };

const searched = (query: Record<string, string>, outcome: SearchOutcome, outside = true): SearchView =>
  searchView({
    ...{ asked: readAsked(query, 2026), outcome, places, shelf, outside, thisYear: 2026 },
    ...{ holds: { published: 2, added: 12 }, additions: outside ? null : '/councils/northmere/library/additions' },
  });
const pageOf = (rows: readonly PassageRow[], total: number, more = false): SearchOutcome => ({
  ...{ kind: 'found', some: false },
  page: { rows: rows.map((row) => ({ ...row, rank: 1 })), total, next: more ? { rank: 1, id: 'a' } : null },
});
const AFTER = '1_00000000-0000-4000-8000-000000000000';

export const searchExamples: readonly { readonly name: string; readonly view: SearchView }[] = [
  { name: 'nothing asked', view: searched({}, { kind: 'nothing asked' }) },
  { name: 'usual', view: searched({ q: 'reserves', theme: 'finance' }, pageOf([published, added], 2), false) },
  { name: 'more than can be put in order', view: searched({ q: 'plan' }, pageOf([published], MOST_RANKED, true)) },
  { name: 'a later page', view: searched({ q: 'plan', after: AFTER }, pageOf([added], 40)) },
  { name: 'past the end', view: searched({ q: 'plan', after: AFTER }, pageOf([], 40)) },
  {
    name: 'some of the words',
    view: searched({ q: 'plan x' }, { ...pageOf([added], 1), some: true } as SearchOutcome),
  },
  { name: 'nothing found', view: searched({ q: 'zebra', council: 'county' }, pageOf([], 0)) },
  { name: 'no words', view: searched({ q: 'the of' }, { kind: 'no words' }) },
  { name: 'too long', view: searched({ q: 'x'.repeat(5000) }, { kind: 'too long' }) },
];

const passage = (row: PassageRow, likeOthers = told): PassagePageView =>
  passagePageView({ row, places, actions: [action], told: likeOthers, shelf, outside: true });
export const passageExamples: readonly { readonly name: string; readonly view: PassagePageView }[] = [
  { name: 'published', view: passage(published) },
  { name: 'added', view: passage(added) },
  { name: 'nobody was told the same', view: passage({ ...published, answer: null, progress: null }, nobody) },
];
export const likeExample = {
  ...{ title: 'Publish the floor', text: ['Publish the floor.', 'a) by March'], like: likeViews(told, shelf) },
  here: { text: 'Publish the floor', href: '/councils/northmere/recommendations/r' },
};

const source: SourceRow = {
  ...{ id: 's', title: 'Peer challenge of Eastwold, 2024', about: 'Eastwold District Council', authority: 'district' },
  ...{ reportKind: 'corporate-peer-challenge', year: 2024, address: 'https://eastwold.example/report.pdf' },
  ...{ addedAt: new Date('2026-05-03T10:00:00Z'), councilName: 'Northmere City Council' },
};
export const sourceExamples: readonly { readonly name: string; readonly view: SourcePageView }[] = [
  { name: 'seen by everybody', view: sourcePageView({ source, rows: [added], shelf, outside: true, change: null }) },
  {
    name: 'seen by who added it',
    view: sourcePageView({ source, rows: [added], shelf, outside: false, change: '/x' }),
  },
];

const addition: Addition = {
  ...{ id: 's', fileId: 'f', fileName: 'report.pdf', address: 'https://eastwold.example/report.pdf', attempts: 1 },
  ...{ state: 'read', refusal: null, withdrawalReason: null, addedAt: new Date('2026-05-03T10:00:00Z'), title: null },
  found: {
    ...{ title: null, about: null, reportKind: 'unknown', year: null, pages: 22 },
    passages: [
      { kind: 'suggestion', strength: 'must', theme: null, heading: null, text: 'Publish it.', page: null },
      { kind: 'recommendation', strength: null, theme: null, heading: 'Reserves', text: 'Keep some.', page: 7 },
    ],
  },
};
const path = (below: string) => `/councils/northmere${below}`;
const ofAddition = (changes: Partial<Addition>, errors: Record<string, string> = {}) =>
  additionView({ ...addition, ...changes }, path, Object.keys(errors).length > 0 ? {} : null, errors);
export const additionExamples: readonly { readonly name: string; readonly view: AdditionView }[] = [
  { name: 'waiting', view: ofAddition({ state: 'waiting', found: null }) },
  { name: 'refused', view: ofAddition({ state: 'refused', found: null, refusal: 'This file is empty' }) },
  { name: 'read', view: ofAddition({}) },
  { name: 'nothing in it', view: ofAddition({ found: { ...addition.found!, passages: [] } }) },
  { name: 'every error', view: ofAddition({}, { title: 'a', about: 'b', kind: 'c', year: 'd', authority: 'e' }) },
  { name: 'in the library', view: ofAddition({ state: 'added', title: 'Peer challenge' }) },
  { name: 'taken out', view: ofAddition({ state: 'withdrawn', withdrawalReason: 'It was a draft.' }) },
];
export const newAdditionExamples: readonly { readonly name: string; readonly view: NewAdditionView }[] = [
  { name: 'empty', view: newAdditionView('/x', {}, {}) },
  { name: 'every error', view: newAdditionView('/x', { address: 'y' }, { file: 'Choose a file', address: 'Enter' }) },
];
