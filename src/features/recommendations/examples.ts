// Examples of the register's pages: empty, usual, long, and with every error. They feed the strict render test.
import { type AsOnView, type HistoryRow, historyView, stoodOn } from '../history/index.ts';
import type { Directory } from './forms/people.ts';
import type { RecordAction, RecordRow } from './queries/record.ts';
import { registerVocabulary } from './rules/history.ts';
import { judge, NO_FILTER, type RegisterRow } from './rules/register.ts';
import { byHandView, ownersFormView, responseFormView, verdictFormView } from './views/forms.ts';
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
  proposalId: 'p1',
  fromDocument: true,
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
  publishedPlaces: null,
};

const bare: RecordGiven = {
  record,
  asked: { origin: 'report', reworded: false },
  actions: [],
  evidence: [],
  verdicts: [],
  passage: null,
  joint: [],
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
  publishedPlaces: [
    { recommendationId: 'r0', groupName: 'Key recommendations!', number: 4 },
    { recommendationId: 'r4', groupName: 'Key recommendations', number: 4 },
  ],
};

export const recordExamples = {
  empty: recordView(bare),
  'empty for a reader': recordView({ ...bare, can: () => false }),
  'not accepted': recordView({ ...bare, record: { ...answered, answer: 'not_accepted' } }),
  usual: recordView({
    ...bare,
    record: answered,
    asked: { origin: 'suggestion', reworded: true },
    actions: [
      action,
      { ...action, id: 'a2', costKnown: true, costOneOffPence: 1_800_000, successMeasure: 'Read by all' },
    ],
    joint: [
      {
        council: null,
        code: 'northmere',
        report: 'Finance challenge',
        slug: null,
        id: 'r2',
        groupName: 'Recommendations',
        number: 2,
      },
      {
        council: 'Wendshire County Council',
        code: 'wendshire',
        report: 'Peer challenge',
        slug: 'peer-challenge',
        id: 'r3',
        groupName: 'Recommendations',
        number: 3,
      },
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

const directory: Directory = {
  people: [
    { id: 'p1', name: 'Lena Fox', kind: 'officer', jobTitle: 'Head of democratic services', email: 'lena@n.example' },
    { id: 'p3', name: 'Martin Fox', kind: 'officer', jobTitle: 'Planner', email: 'martin@n.example' },
    { id: 'p2', name: 'Cllr Anne Marsh', kind: 'member', jobTitle: '', email: 'anne@n.example' },
  ],
  council: 'Northmere City Council',
  inviteHref: path('/people/invite'),
};

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
    empty: ownersFormView(record, directory, {}, {}, here),
    wrong: ownersFormView(record, directory, { officer: 'Foks' }, wrong('officer', 'member', 'review'), here),
    namesakes: ownersFormView(
      answered,
      directory,
      { officer: 'Fox' },
      { officer: 'Two people are called Fox. Choose one' },
      here,
    ),
    'nobody of that name': ownersFormView(
      answered,
      directory,
      { officer: 'Foks' },
      { officer: 'No one called Foks works in Northmere. Choose someone or invite them' },
      here,
    ),
    conflict: ownersFormView(answered, directory, { officer: 'Lena Fox' }, {}, here, {
      who: 'Tom Okafor',
      when: new Date('2026-11-20T10:42:00Z'),
      what: 'the owners',
      mine: 'Officer: Lena Fox',
      theirs: 'Officer: nobody',
    }),
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

const reports = [
  {
    id: 'c1',
    title: 'Peer challenge of Northmere',
    kind: 'corporate-peer-challenge' as const,
    documentId: null,
    fieldworkFrom: null,
    fieldworkTo: null,
  },
];
const manyReports = Array.from({ length: 12 }, (_, at) => ({
  ...reports[0]!,
  id: `c${at}`,
  title: `Report ${at + 1}`,
}));
const register = path('/recommendations');

export const byHandExamples = {
  empty: byHandView([], { report: 'new', kind: 'unknown' }, {}, register),
  usual: byHandView(reports, { report: 'c1', kind: 'unknown' }, {}, register),
  long: byHandView(manyReports, { report: 'c3', kind: 'unknown', text: `${row.text}\n`.repeat(40) }, {}, register),
  wrong: byHandView(
    reports,
    { report: 'new', number: 'four' },
    wrong('report', 'title', 'from', 'to', 'group', 'number', 'heading', 'text'),
    register,
  ),
};

const names = new Map([['p1', 'Lena Fox']]);
const happened = (id: number, more: Partial<HistoryRow>): HistoryRow => ({
  id,
  tableName: 'recommendation',
  recordId: 'r4',
  at: new Date(Date.UTC(2026, 8, id, 9)),
  personId: 'p1',
  who: 'Lena Fox',
  council: null,
  change: 'added',
  reason: null,
  record: { id: 'r4', text: row.text, number: 4, group_name: 'Key recommendations' },
  was: null,
  ...more,
});
const actionRecord = { id: 'a1', title: 'Brief every member on the floor', cost_known: false, visibility: 'council' };
const update = { action_id: 'a1', progress: 'in_progress', sentence: 'Two of five sessions held.', pause_reason: '' };

/** Something of every kind that a history tells. */
export const historyRows: readonly HistoryRow[] = [
  happened(1, {}),
  happened(2, {
    tableName: 'response',
    record: { answer: 'accepted', decided_on: '2026-09-02', decision_url: 'https://www.example.org/26-118' },
  }),
  happened(3, { tableName: 'action', recordId: 'a1', record: actionRecord }),
  happened(3, { tableName: 'recommendation_action', recordId: 'l1', record: { id: 'l1', action_id: 'a1' } }),
  happened(4, {
    tableName: 'action',
    recordId: 'a1',
    change: 'changed',
    reason: 'The post was empty',
    record: { ...actionRecord, officer_id: 'p1' },
    was: { officer_id: null },
  }),
  happened(5, {
    tableName: 'action_update',
    recordId: 'u1',
    record: {
      ...update,
      previous_target_on: '2026-09-30',
      new_target_on: '2026-10-30',
      move_reason: 'The trainer was ill',
    },
  }),
  happened(6, { tableName: 'action_update', recordId: 'u2', record: update }),
  happened(7, { tableName: 'evidence', recordId: 'e1', record: { title: 'Minutes', url: null, visibility: 'public' } }),
  happened(8, {
    tableName: 'evidence',
    recordId: 'e1',
    change: 'removed',
    who: null,
    record: { title: 'Minutes', url: null, visibility: 'public' },
  }),
  happened(9, {
    tableName: 'verdict',
    recordId: 'v1',
    record: { reviewer: 'LGA peer team', grade: 'partly_met', given_on: '2026-09-09' },
  }),
];
const ofRecord = { about: row.text, aboutHref: here, asOnHref: `${here}/as-on` };

export const historyExamples = {
  empty: historyView(historyRows.slice(0, 1), registerVocabulary, names, ofRecord),
  'nothing yet, of what is no longer there': historyView([], registerVocabulary, names, {
    ...ofRecord,
    aboutHref: null,
  }),
  usual: historyView(historyRows, registerVocabulary, names, ofRecord),
  long: historyView(
    Array.from({ length: 120 }, (_, at) => happened(at + 1, { change: 'changed', was: { officer_id: null } })),
    registerVocabulary,
    names,
    ofRecord,
  ),
};

const onDay = (stood: AsOnView['stood'], error: string | null = null): AsOnView => ({
  about: row.text,
  aboutHref: here,
  historyHref: `${here}/history`,
  action: `${here}/as-on`,
  day: {
    id: null,
    name: 'on',
    label: 'As on which date?',
    hint: null,
    value: { day: '', month: '', year: '' },
    error,
  },
  stood,
});

export const asOnExamples = {
  empty: onDay(null),
  'not there yet': onDay(stoodOn(historyRows, registerVocabulary, '2026-08-31', names)),
  usual: onDay(stoodOn(historyRows, registerVocabulary, '2026-09-07', names)),
  long: onDay(stoodOn(historyRows, registerVocabulary, '2026-09-30', names)),
  'of what is no longer there': { ...onDay(null), aboutHref: null },
  wrong: onDay(null, 'Enter a date, like 31 January 2027'),
};
