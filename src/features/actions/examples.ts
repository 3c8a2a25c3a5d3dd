// Examples of the pages of actions and evidence: empty, usual, long, and with every error. They feed the strict render test.
import type { ConflictView, Directory } from '../recommendations/index.ts';
import type { LinkView } from './pages/edit.ts';
import type { ActionRow, EvidenceRecord, UpdateRow } from './queries/read.ts';
import {
  ACTION_FIELDS,
  type ActionFormGiven,
  actionFormView,
  EVIDENCE_FIELDS,
  evidenceChangeView,
  evidenceFormView,
  PROGRESS_FIELDS,
  progressFormView,
  redactOn,
  typedAction,
  typedNewAction,
} from './views/forms.ts';
import { actionsView, actionView, lateOf } from './views/pages.ts';

const path = (below: string) => `/councils/northmere${below}`;
const here = path('/actions/a1');
const today = '2026-11-22';
const wrong = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `What is wrong with ${name}`]));

const bare: ActionRow = {
  id: 'a1',
  version: 1,
  title: 'Brief every member on the floor',
  officerId: null,
  officer: null,
  memberId: null,
  member: null,
  startsOn: null,
  targetOn: null,
  originalTargetOn: null,
  successMeasure: '',
  costKnown: false,
  costOneOffPence: null,
  costYearlyPence: null,
  peopleDays: null,
  progress: 'not_started',
  visibility: 'council',
  evidence: 0,
  moves: 0,
  sentence: null,
  reportedAt: null,
  answers: [],
};

const late: ActionRow = {
  ...bare,
  officerId: 'p1',
  officer: 'Lena Fox',
  memberId: 'p2',
  member: 'Cllr Anne Marsh',
  startsOn: '2026-07-01',
  targetOn: '2026-10-30',
  originalTargetOn: '2026-09-30',
  successMeasure: 'Every member has been to one session.',
  costKnown: true,
  costOneOffPence: 1_800_000,
  costYearlyPence: 90_000,
  peopleDays: 12,
  progress: 'in_progress',
  visibility: 'public',
  evidence: 1,
  moves: 1,
  sentence: 'Two of five sessions held.',
  reportedAt: new Date('2026-11-03T10:00:00Z'),
  answers: [
    { id: 'r4', number: 4, groupName: 'Key recommendations', heading: null, text: 'Publish the reserves.' },
    { id: 'r5', number: 5, groupName: 'Key recommendations', heading: 'Brief members', text: 'Brief all members.' },
  ],
};

const updates: readonly UpdateRow[] = (['in_progress', 'paused', 'not_started'] as const).map((progress, at) => ({
  id: `u${at}`,
  progress,
  sentence: at === 0 ? 'Two of five sessions held.' : '',
  pauseReason: progress === 'paused' ? 'The trainer was ill' : '',
  previousTargetOn: at === 0 ? '2026-09-30' : null,
  newTargetOn: at === 2 ? '2026-09-30' : at === 0 ? '2026-10-30' : null,
  moveReason: at === 0 ? 'The trainer was ill' : at === 2 ? 'First date given' : '',
  reportedAt: new Date(Date.UTC(2026, 10 - at, 3, 10)),
  reportedBy: at === 2 ? null : 'Lena Fox',
}));

const file: EvidenceRecord = {
  id: 'e1',
  recommendationId: null,
  actionId: 'a1',
  title: 'Attendance list',
  url: null,
  fileId: 'f1',
  fileName: 'attendance.pdf',
  mediaType: 'application/pdf',
  size: 120_000,
  visibility: 'public',
  addedAt: new Date('2026-11-03T10:00:00Z'),
  addedBy: 'Lena Fox',
};
const page: EvidenceRecord = {
  ...file,
  id: 'e2',
  recommendationId: 'r4',
  actionId: null,
  title: 'Minutes',
  url: 'https://www.example.org/minutes',
  fileId: null,
  fileName: null,
  mediaType: null,
  size: null,
  visibility: 'council',
  addedBy: null,
};

const many = Array.from({ length: 60 }, (_, at) => ({ ...(at % 3 === 0 ? bare : late), id: `a${at}` }));
const listed = { filter: 'all', page: 1, personId: 'p1', today, path } as const;

export const listExamples = {
  empty: actionsView({ ...listed, actions: [] }),
  'none of a kind': actionsView({ ...listed, actions: [bare], filter: 'late' }),
  usual: actionsView({ ...listed, actions: [late, bare, { ...late, progress: 'reported_complete' }] }),
  long: actionsView({ ...listed, actions: many, page: 2 }),
};

const shown = { updates: [], evidence: [], historyCount: 1, today, mayReport: true, path, can: () => true };
export const actionExamples = {
  empty: actionView({ ...shown, action: bare }),
  'empty for a reader': actionView({ ...shown, action: bare, mayReport: false, can: () => false }),
  'for finance': actionView({
    ...shown,
    action: late,
    mayReport: false,
    can: (permission) => permission === 'set-cost',
  }),
  usual: actionView({ ...shown, action: late, updates, evidence: [file] }),
  long: actionView({
    ...shown,
    action: { ...late, title: `${late.title}, `.repeat(12) },
    updates: Array.from({ length: 30 }, () => updates[0]!),
    evidence: Array.from({ length: 30 }, () => file),
  }),
};

const directory: Directory = {
  people: [
    { id: 'p1', name: 'Lena Fox', kind: 'officer', jobTitle: 'Head of democratic services', email: 'lena@n.example' },
    { id: 'p3', name: 'Martin Fox', kind: 'officer', jobTitle: 'Planner', email: 'martin@n.example' },
    { id: 'p2', name: 'Cllr Anne Marsh', kind: 'member', jobTitle: '', email: 'anne@n.example' },
  ],
  council: 'Northmere City Council',
  inviteHref: path('/people/invite'),
};
const conflict: ConflictView = {
  who: 'Tom Okafor',
  when: new Date('2026-11-20T10:42:00Z'),
  what: 'this action',
  mine: 'Officer: Lena Fox',
  theirs: 'Officer: nobody',
};
const adding: ActionFormGiven = {
  heading: 'Add an action',
  action: path('/recommendations/r4/actions/new'),
  cancel: path('/recommendations/r4'),
  about: ['Publish the reserves.'],
  directory,
  typed: typedNewAction,
  errors: {},
  adding: true,
  promised: false,
  redact: null,
  conflict: null,
};
const changing: ActionFormGiven = {
  ...adding,
  heading: 'Change this action',
  typed: typedAction(late, directory.people),
  adding: false,
  promised: true,
};

export const formExamples = {
  empty: actionFormView(adding),
  usual: actionFormView(changing),
  long: actionFormView({ ...changing, about: many.map((_, at) => `Recommendation ${at}`) }),
  wrong: actionFormView({ ...changing, errors: wrong(ACTION_FIELDS) }),
  namesakes: actionFormView({
    ...adding,
    typed: { ...typedNewAction, officer: 'Fox', member: 'Foks' },
    errors: {
      officer: 'Two people are called Fox. Choose one',
      member: 'No one called Foks works in Northmere. Choose someone or invite them',
    },
  }),
  published: actionFormView({
    ...changing,
    errors: { visibility: 'It is on a published page. Redact it there first' },
    redact: redactOn(path, true),
  }),
  conflict: actionFormView({ ...changing, conflict }),
};
export const costExamples = {
  usual: actionFormView({ ...changing, heading: 'Set the cost', about: [late.title], promised: false }),
  wrong: actionFormView({ ...changing, heading: 'Set the cost', errors: wrong(['once', 'yearly', 'days']) }),
};

const lateness = lateOf(late, today);
export const progressExamples = {
  empty: progressFormView(bare, { progress: 'not_started', visibility: 'council' }, {}, here, null),
  usual: progressFormView(late, { progress: 'in_progress', visibility: 'council' }, {}, here, lateness),
  long: progressFormView(late, { sentence: 'Two of five sessions held. '.repeat(60) }, {}, here, lateness),
  wrong: progressFormView(late, {}, wrong(PROGRESS_FIELDS), here, lateness),
};

const adds = [`${here}/evidence/new`, here] as const;
export const evidenceExamples = {
  empty: evidenceFormView(late.title, { visibility: 'council' }, {}, ...adds),
  long: evidenceFormView(`${late.title}, `.repeat(12), { title: 'Minutes '.repeat(60) }, {}, ...adds),
  wrong: evidenceFormView(late.title, {}, wrong(EVIDENCE_FIELDS), ...adds),
};
export const evidenceChangeExamples = {
  'a public file': evidenceChangeView(file, path, null, 1),
  'a web page for the council': evidenceChangeView(page, path, null, 2),
  published: evidenceChangeView(file, path, redactOn(path, true), 3),
  'published, for those who may not publish': evidenceChangeView(file, path, redactOn(path, false), 3),
};

const linking: LinkView = {
  action: path('/recommendations/r4/actions/link'),
  cancel: path('/recommendations/r4'),
  about: 'Publish the reserves.',
  options: [],
  error: null,
};
const option = (at: number) => ({
  value: `a${at}`,
  text: late.title,
  hint: at === 0 ? null : 'Shared services, number 1',
});
export const linkExamples = {
  empty: linking,
  usual: { ...linking, options: [option(0), option(1)] },
  long: { ...linking, options: many.map((_, at) => option(at)) },
  wrong: { ...linking, options: [option(0)], error: 'Choose the action' },
};
