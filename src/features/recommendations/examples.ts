// Examples of the register's pages: empty, usual, long, and with every error. They feed the strict render test.
import type { RecordAction, RecordRow } from './queries/record.ts';
import { judge, NO_FILTER, type RegisterRow } from './rules/register.ts';
import { ownersFormView, responseFormView, verdictFormView } from './views/forms.ts';
import { type RecordGiven, recordView } from './views/record.ts';
import { registerView } from './views/register.ts';

const path = (below: string) => `/councils/northmere${below}`;
const today = '2026-11-22';

const action: RecordAction = {
  id: 'a1',
  title: 'Brief every member on the floor',
  officerId: 'p1',
  officer: 'Lena Fox',
  memberId: null,
  member: null,
  startsOn: null,
  targetOn: '2026-10-30',
  originalTargetOn: '2026-09-30',
  progress: 'in_progress',
  costKnown: false,
  costOneOffPence: null,
  costYearlyPence: null,
  peopleDays: null,
  successMeasure: '',
  visibility: 'council',
  evidence: 0,
  moves: 1,
  sentence: 'Two of five sessions held.',
  reportedAt: new Date('2026-11-03T10:00:00Z'),
  reportedBy: 'Lena Fox',
};

const row: RegisterRow = {
  id: 'r4',
  reportId: 'c1',
  reportTitle: 'Peer challenge of Northmere',
  reportKind: 'corporate-peer-challenge',
  groupName: 'Key recommendations',
  number: 4,
  heading: null,
  text: 'Publish the reserves the council would not go below.',
  officerId: null,
  officer: null,
  memberId: null,
  member: null,
  nextReviewOn: null,
  answer: null,
  answeredOn: null,
  answeredBy: null,
  grade: null,
  gradedOn: null,
  gradedBy: null,
  evidence: 0,
  actions: [action],
};

const plain = { filter: NO_FILTER, sort: { by: 'number', descending: false }, page: 1 } as const;
const many = Array.from({ length: 39 }, (_, place) => judge({ ...row, id: `r${place}`, number: place + 1 }, today));

export const registerExamples = {
  empty: registerView({ rows: [], request: plain, path, mayAdd: true }),
  'empty for a reader': registerView({ rows: [], request: plain, path, mayAdd: false }),
  usual: registerView({ rows: many.slice(0, 3), request: plain, path, mayAdd: true }),
  long: registerView({ rows: many, request: { ...plain, page: 2 }, path, mayAdd: true }),
  'no match': registerView({
    rows: many,
    request: { ...plain, filter: { ...NO_FILTER, response: 'accepted' } },
    path,
    mayAdd: false,
  }),
};

const record: RecordRow = {
  ...row,
  version: 1,
  fieldworkFrom: '2026-09-15',
  fieldworkTo: '2026-09-18',
  documentId: 'd1',
  parts: [{ label: 'a', text: 'say who decides' }],
  spanStart: 10,
  spanEnd: 60,
  page: 7,
  pageEnd: 8,
  reason: null,
  decidedOn: null,
  decidedByBody: null,
  decisionReference: null,
  decisionUrl: null,
  responseVersion: null,
  publishedAt: null,
  publishedSlug: null,
  publishedNumber: null,
};

const bare: RecordGiven = {
  record,
  actions: [],
  evidence: [],
  verdicts: [],
  passage: null,
  councilCode: 'northmere',
  historyCount: 1,
  today,
  allActions: false,
  path,
  can: () => true,
  personId: 'p1',
};

const answered: RecordRow = {
  ...record,
  officerId: 'p1',
  officer: 'Lena Fox',
  memberId: 'p2',
  member: 'Cllr Anne Marsh',
  answer: 'accepted_in_part',
  reason: 'The date depends on the county council.',
  decidedOn: '2026-10-14',
  decidedByBody: 'Cabinet',
  decisionReference: '26/118',
  decisionUrl: 'https://www.example.org/26-118',
  responseVersion: 2,
  publishedAt: new Date('2026-11-20T09:00:00Z'),
  publishedSlug: 'peer-challenge',
  publishedNumber: 1,
};

export const recordExamples = {
  empty: recordView(bare),
  'empty for a reader': recordView({ ...bare, can: () => false }),
  'not accepted': recordView({ ...bare, record: { ...answered, answer: 'not_accepted' } }),
  usual: recordView({
    ...bare,
    record: answered,
    actions: [
      action,
      { ...action, id: 'a2', costKnown: true, costOneOffPence: 1_800_000, successMeasure: 'Read by all' },
    ],
    passage: { firstBlock: 'b12', paragraphs: ['4. Publish the reserves the council would not go below.'] },
    evidence: [
      {
        id: 'e1',
        recommendationId: 'r4',
        actionId: null,
        title: 'Minutes',
        url: null,
        fileName: 'minutes.pdf',
        size: 120_000,
        visibility: 'public',
        addedAt: new Date('2026-11-03T10:00:00Z'),
        addedBy: null,
      },
    ],
    verdicts: [{ id: 'v1', grade: 'partly_met', givenOn: '2026-11-10', reviewer: 'External auditor', source: '' }],
  }),
  long: recordView({ ...bare, record: answered, actions: Array.from({ length: 14 }, () => action) }),
};

const here = path('/recommendations/r4');
const wrong = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `What is wrong with ${name}`]));

export const formExamples = {
  response: {
    empty: responseFormView(record, {}, {}, here),
    wrong: responseFormView(answered, {}, wrong('answer', 'reason', 'decided', 'url'), here),
    conflict: responseFormView(answered, {}, {}, here, {
      who: 'Tom Okafor',
      when: new Date('2026-11-20T10:42:00Z'),
      what: 'this response',
      mine: 'Answer: Accepted',
      theirs: 'Answer: Not accepted',
    }),
  },
  owners: {
    empty: ownersFormView(record, [], {}, {}, here),
    wrong: ownersFormView(record, [], { officer: 'Foks' }, wrong('officer', 'member', 'review'), here),
  },
  verdict: {
    empty: verdictFormView(record, [], {}, {}, here),
    wrong: verdictFormView(
      record,
      [{ grade: 'not_met', givenOn: '2026-01-05', reviewer: 'External auditor' }],
      {},
      wrong('grade', 'given', 'reviewer', 'next'),
      here,
    ),
  },
};
