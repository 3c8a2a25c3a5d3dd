// The pages of sharing in their states: nothing there, usual, crowded, ended, and with every error. The words are invented.
import type { PageError, Template } from '../../platform/web/view.ts';
import { type FormRead, pageErrors, type Typed } from '../recommendations/index.ts';
import { readDecision, readNotice, readPost, readProposal, readSharing, readTerms } from './forms.ts';
import { arrangementPage, mapPage, proposePage } from './pages/arrangements.ts';
import { noticePage, sharingPage } from './pages/endings.ts';
import { postFormPage, proposalPage, termsFormPage } from './pages/proposals.ts';
import { type Agreement, type Arrangement, type Post, postsOf, type Terms, termsOf } from './rules/arrangement.ts';
import { arrangementView } from './views/arrangement.ts';
import { endProtocolView, leaveView, NOTICE_FIELDS, SHARING_FIELDS, sharingView } from './views/ending.ts';
import { mapView, PROPOSE_FIELDS, proposeView } from './views/map.ts';
import {
  postFields,
  postFormView,
  postProposalView,
  TERMS_FIELDS,
  termsFormView,
  termsProposalView,
  typedPost,
  typedTerms,
} from './views/proposals.ts';
import { AGREE_FIELDS } from './views/words.ts';

export interface Example {
  readonly name: string;
  readonly template: Template<unknown>;
  readonly view: unknown;
  readonly errors: readonly PageError[];
}

const path = (below: string) => `/councils/northmere${below}`;
const here = path('/share/arrangements/x');
const today = '2026-11-23';
const at = new Date('2026-11-02T10:00:00Z');
const council = { id: 'n', name: 'Northmere City Council' };
const decided = { agreedOn: '2026-11-10', decidedByBody: 'Cabinet', decisionReference: '26/129' };
const consents = (...ids: string[]) => ids.map((councilId) => ({ ...decided, councilId, recordedAt: at }));
const agreement = (councilId: string, name: string, more: Partial<Agreement> = {}): Agreement => ({
  ...{ ...decided, councilId, council: name, leaving: null, ...more },
});
const notice = (councilId: string, endsOn: string) => ({
  ...{ councilId, endsOn, reason: 'The team has a leader of its own.', decidedByBody: 'Cabinet' },
  ...{ decisionReference: '26/140', givenAt: at },
});
const proposed = { edition: 1, proposedBy: 'n', proposedAt: at, proposedOn: '2026-11-02', why: '' };
const terms: Terms = {
  ...{ ...proposed, id: 't1', consents: consents('n', 'w'), depth: 'shared_team', hostCouncilId: 'w' },
  ...{ legalBasis: 'Section 113 agreement', noticeMonths: 12, nextReviewOn: '2027-03-31' },
};
const change: Terms = {
  ...terms,
  id: 't2',
  edition: 2,
  noticeMonths: 6,
  why: 'A year is long.',
  consents: consents('n'),
};
const post: Post = {
  ...{ ...proposed, id: 'p1', postId: 'p', consents: consents('n', 'w'), title: 'Head of legal services' },
  ...{ employerCouncilId: 'n', fromOn: '2027-01-01', untilOn: null, timeShares: { n: 60, w: 40 } },
};
const changed: Post = { ...post, id: 'p2', edition: 2, untilOn: '2028-12-31', timeShares: {}, consents: [] };
const proposal: Arrangement = {
  ...{ id: 'x', name: 'Legal services', purpose: '', proposedAt: at, terms: [], posts: [] },
  agreements: ['Northmere City Council', 'Wendshire County Council'].map((name, index) =>
    agreement('nw'[index]!, name, { agreedOn: null, decidedByBody: '', decisionReference: '' }),
  ),
  protocols: [
    {
      ...{ id: 'q', recordKind: 'post', terms: 'Titles.', fromOn: '2026-11-01', untilOn: null },
      ...{ agreedBy: [], endings: [] },
    },
  ],
};
const usual: Arrangement = {
  ...{ ...proposal, purpose: 'One legal team for both councils.', terms: [terms, change], posts: [post, changed] },
  agreements: [agreement('n', 'Northmere City Council'), agreement('w', 'Wendshire County Council')],
  protocols: [{ ...proposal.protocols[0]!, agreedBy: ['n', 'w'] }],
};
const crowded: Arrangement = {
  ...{ ...usual, name: 'Procurement, payments, property and print for the city, the county and the district' },
  agreements: [
    ...usual.agreements,
    agreement('t', 'Thornwick District Council', { leaving: notice('t', '2027-06-01') }),
  ],
  protocols: [{ ...usual.protocols[0]!, agreedBy: ['n', 'w', 't'], endings: [notice('t', '2027-01-01')] }],
  posts: Array.from({ length: 30 }, (_, index) => ({
    ...{ ...post, id: `c${index}`, postId: `c${index}`, title: `Deputy head of legal services, area ${index + 1}` },
    consents: index % 3 === 0 ? consents('n') : consents('n', 'w', 't'),
  })),
};
const ended: Arrangement = {
  ...usual,
  protocols: [{ ...usual.protocols[0]!, endings: [notice('n', '2026-11-20')] }],
  posts: [{ ...post, employerCouncilId: 'w' }],
};
const left: Arrangement = {
  ...usual,
  agreements: [agreement('n', 'Northmere City Council', { leaving: notice('n', '2026-11-20') })],
};

const all: Example[] = [];
function add<V>(name: string, template: Template<V>, view: V, errors: readonly PageError[] = []): void {
  all.push({ name: `${template.name}, ${name}`, template: template as Template<unknown>, view, errors });
}
/** Every error of a form at once. */
function errorsOf<T>(read: FormRead<T>): Readonly<Record<string, string>> {
  if (read.ok) throw new Error('The example has no error.');
  return read.errors;
}
const nothing: Typed = {};

const map = (arrangements: readonly Arrangement[], mayPropose: boolean) =>
  mapView({
    ...{ arrangements, councilId: 'n', today, mayPropose, path },
    partnerships: arrangements.length === 0 ? [] : [{ id: 'y', name: 'North together', councils: [council], told: 1 }],
  });
add('nothing shared', mapPage, map([], true));
add('nothing shared, only looked at', mapPage, map([], false));
add('usual', mapPage, map([usual, proposal, left], true));
add(
  'crowded',
  mapPage,
  map(
    Array.from({ length: 40 }, () => crowded),
    true,
  ),
);

const proposing = errorsOf(readProposal({ 'from-day': '40' }, []));
const others = [{ id: 'w', code: 'wendshire', name: 'Wendshire County Council', letters: 'WC', band: 'plum' as const }];
add('empty', proposePage, proposeView({ others, chosen: [], typed: nothing, errors: {}, path }));
add('nobody to share with', proposePage, proposeView({ others: [], chosen: [], typed: nothing, errors: {}, path }));
add(
  'with every error',
  proposePage,
  proposeView({ others, chosen: [], typed: nothing, errors: proposing, path }),
  pageErrors(proposing, PROPOSE_FIELDS, ['from']),
);

const base = { council, today, told: 7, may: true, mayShareAgain: false, typed: nothing, errors: {}, here };
const deciding = errorsOf(readDecision(nothing, today));
add('just proposed', arrangementPage, arrangementView({ ...base, arrangement: proposal }));
add(
  'with every error',
  arrangementPage,
  arrangementView({ ...base, arrangement: proposal, errors: deciding }),
  pageErrors(deciding, AGREE_FIELDS, ['agreed']),
);
add('usual', arrangementPage, arrangementView({ ...base, arrangement: usual }));
add('only looked at', arrangementPage, arrangementView({ ...base, arrangement: usual, may: false }));
add('crowded', arrangementPage, arrangementView({ ...base, arrangement: crowded }));
add('part ended', arrangementPage, arrangementView({ ...base, arrangement: ended, mayShareAgain: true }));
add('left', arrangementPage, arrangementView({ ...base, arrangement: left }));

const termsForm = { about: usual.name, councils: usual.agreements, here };
const badTerms = errorsOf(readTerms({ notice: 'long', 'review-day': '40' }));
add('empty', termsFormPage, termsFormView({ ...termsForm, typed: nothing, errors: {} }));
add('on the terms in force', termsFormPage, termsFormView({ ...termsForm, typed: typedTerms(terms), errors: {} }));
add(
  'with every error',
  termsFormPage,
  termsFormView({ ...termsForm, typed: { notice: 'long' }, errors: badTerms }),
  pageErrors(badTerms, TERMS_FIELDS, ['review']),
);

const postForm = { about: usual.name, sharing: usual.agreements, here };
const badPost = errorsOf(readPost({ 'share-n': '60', 'share-w': 'half', 'from-day': '40' }, usual.agreements));
add('empty', postFormPage, postFormView({ ...postForm, changes: null, typed: nothing, errors: {} }));
add('on a post', postFormPage, postFormView({ ...postForm, changes: post, typed: typedPost(post), errors: {} }));
add(
  'with every error',
  postFormPage,
  postFormView({ ...postForm, changes: null, typed: { 'share-n': '60' }, errors: badPost }),
  pageErrors(badPost, postFields(usual.agreements), ['from', 'until']),
);

const judged = { arrangement: usual, council, today, may: true, typed: nothing, errors: {}, here };
const termsEditions = termsOf(usual, today);
const postEditions = postsOf(usual, today)[0]!;
add('terms in force', proposalPage, termsProposalView({ ...judged, one: terms, editions: termsEditions }));
add('a change of terms', proposalPage, termsProposalView({ ...judged, one: change, editions: termsEditions }));
add('a post in force', proposalPage, postProposalView({ ...judged, one: post, editions: postEditions }));
add(
  'a change of a post, with every error',
  proposalPage,
  postProposalView({ ...judged, one: changed, editions: postEditions, errors: deciding }),
  pageErrors(deciding, AGREE_FIELDS, ['agreed']),
);
add('overtaken', proposalPage, postProposalView({ ...judged, one: changed, editions: { ...postEditions, open: [] } }));

const ending = { arrangement: crowded, council, typed: nothing, errors: {}, here };
const badNotice = errorsOf(readNotice(nothing, today, 'The day must be today or later'));
add('leaving at once', noticePage, leaveView({ ...ending, today, earliest: today }));
add('leaving after a notice', noticePage, leaveView({ ...ending, today, earliest: '2027-11-23' }));
add('ending a part', noticePage, endProtocolView({ ...ending, protocolId: 'q', kind: 'posts' }));
add(
  'with every error',
  noticePage,
  leaveView({ ...ending, today, earliest: today, errors: badNotice }),
  pageErrors(badNotice, NOTICE_FIELDS, ['ends']),
);
const badSharing = errorsOf(readSharing(nothing));
add('empty', sharingPage, sharingView({ arrangement: ended, typed: nothing, errors: {}, here }));
add(
  'with every error',
  sharingPage,
  sharingView({ arrangement: ended, typed: nothing, errors: badSharing, here }),
  pageErrors(badSharing, SHARING_FIELDS, ['from']),
);

export const examples: readonly Example[] = all;
