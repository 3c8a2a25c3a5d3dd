// A plan and a recommendation before the public, in their states: document, fixture and contract of the templates.
import type { Contents, PublicAction, Publication, PublicRecommendation } from '../rules/contents.ts';
import { placesOf } from '../rules/places.ts';
import { type PlanView, planView } from '../views/plan.ts';
import { type RecommendationPageView, recommendationPageView } from '../views/recommendation.ts';

export const publication: Publication = {
  ...{ id: 'p2', reportId: 'r', slug: 'corporate-2026', number: 2, summary: 'Four days in June.' },
  ...{ title: 'What Northmere was told in June 2026, and what it has done', reportKind: 'corporate-peer-challenge' },
  ...{ fieldworkFrom: '2026-06-15', fieldworkTo: '2026-06-18', publishedAt: new Date('2026-11-20T10:00:00Z') },
  ...{ replacedAt: null, withdrawnAt: null, withdrawalReason: null },
  notRegistered: [{ group: 'Key recommendations', numbers: [3] }],
};
export const former: Publication = {
  ...{ ...publication, id: 'p1', number: 1, publishedAt: new Date('2026-10-01T10:00:00Z') },
  replacedAt: publication.publishedAt,
};
const bare: PublicRecommendation = {
  ...{ recommendationId: 'a', position: 1, groupName: 'Key recommendations', number: 1, heading: null },
  ...{ text: 'Publish the reserves floor.', parts: [], page: null, pageEnd: null, officer: null, member: null },
  ...{ answer: null, answerReason: null, answeredOn: null, answeredBy: null, answerReference: null, answerUrl: null },
  ...{
    progress: null,
    progressOn: null,
    verdict: null,
    verdictOn: null,
    verdictBy: null,
    nextReviewOn: null,
    origin: null,
    reworded: null,
  },
};
export const full: PublicRecommendation = {
  ...{ ...bare, officer: 'Tom Okafor, Finance Director', member: 'Cllr Anne Marsh', page: 7, pageEnd: 8 },
  ...{ parts: [{ label: 'a)', text: 'by March' }], answer: 'accepted_in_part', answeredOn: '2026-10-14' },
  ...{ answerReason: 'Two leases run to 2031.', answeredBy: 'Cabinet', answerReference: 'Decision 26/118' },
  ...{ answerUrl: 'https://northmere.example/26-118', progress: 'in_progress', progressOn: '2026-11-03' },
  ...{ verdict: 'partly_met', verdictOn: '2026-11-10', verdictBy: 'Audit committee', nextReviewOn: '2027-07-01' },
  ...{ origin: 'suggestion', reworded: true },
};
export const action: PublicAction = {
  ...{ recommendationId: 'a', actionId: 'x', title: 'Brief every member', officer: null, member: null },
  ...{ startsOn: null, targetOn: '2026-10-30', originalTargetOn: '2026-09-30', successMeasure: 'All have been.' },
  ...{ costKnown: true, costOneOffPence: 240_000, costYearlyPence: null, peopleDays: 12, progress: 'in_progress' },
  ...{ progressOn: '2026-11-03', latest: 'Two of five sessions held.' },
};
const taken = { groupName: 'Key recommendations', number: 1, position: 1, reason: 'It named a person.' };
const on = new Date('2026-11-21T10:00:00Z');
export const empty: Contents = { recommendations: [bare], actions: [], evidence: [], removals: [] };
export const usual: Contents = {
  ...{ recommendations: [full], actions: [action] },
  evidence: [
    {
      ...{ recommendationId: 'a', evidenceId: 'e', actionId: 'x', title: 'Slides', url: null, fileId: 'f' },
      ...{ fileName: 'slides.pdf', mediaType: 'application/pdf', size: 340_000 },
    },
  ],
  removals: [{ ...taken, kind: 'action', recommendationId: 'a', recordId: 'y', redactedAt: on }],
};
export const emptied: Contents = {
  ...{ recommendations: [], actions: [], evidence: [] },
  removals: [{ ...taken, kind: 'recommendation', recommendationId: 'a', recordId: 'a', redactedAt: on }],
};

/** A long report of which much has been done: 60 recommendations with two actions each. */
export const crowded: Contents = {
  ...usual,
  recommendations: Array.from({ length: 60 }, (_, at) => ({
    ...full,
    recommendationId: `a${at}`,
    number: at + 1,
    position: at + 1,
  })),
  actions: Array.from({ length: 120 }, (_, at) => ({ ...action, recommendationId: `a${at % 60}`, actionId: `x${at}` })),
  evidence: [],
  removals: [],
};

const around = {
  councilName: 'Northmere City Council',
  origin: 'https://goldthread.example',
  reportHref: '/public/n/c',
};
const plan = (given: Publication, contents: Contents, before: Contents | null): PlanView =>
  planView({
    ...{ ...around, publication: given, versions: [publication, former], contents, today: '2026-12-01' },
    before: before && { publishedAt: former.publishedAt, contents: before },
  });
const page = (given: Publication, contents: Contents): RecommendationPageView => {
  const place = placesOf(contents)[0]!;
  return recommendationPageView({ ...around, publication: given, versions: [publication, former], place, total: 1 });
};
export const withdrawn = { ...publication, withdrawnAt: on, withdrawalReason: 'A figure was wrong.' };

export const planExamples: readonly { readonly name: string; readonly view: PlanView }[] = [
  { name: 'nothing answered', view: plan(publication, empty, null) },
  { name: 'usual, with changes', view: plan(publication, usual, empty) },
  { name: 'a recommendation taken out', view: plan(publication, emptied, empty) },
  { name: 'crowded', view: plan(publication, crowded, usual) },
  { name: 'replaced', view: plan(former, usual, null) },
  { name: 'withdrawn', view: plan(withdrawn, { ...emptied, removals: [] }, null) },
];

export const recommendationExamples: readonly { readonly name: string; readonly view: RecommendationPageView }[] = [
  { name: 'nothing answered', view: page(publication, empty) },
  { name: 'usual', view: page(publication, usual) },
  { name: 'taken out', view: page(publication, emptied) },
  { name: 'replaced', view: page(former, usual) },
];
