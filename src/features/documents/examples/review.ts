// One example of every page of a report from upload to register, in each of its states: empty, usual, long, and with every
// error. They feed the strict-render test. The words are invented.
import type { PageError } from '../../../platform/web/view.ts';
import { template } from '../../../platform/web/view.ts';
import { type TypedDetails, typeWording } from '../forms/finds.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { Find } from '../rules/find.ts';
import type { Asked } from '../rules/joint.ts';
import { type AddView, addView } from '../views/add.ts';
import { compareView } from '../views/compare.ts';
import type { Attempt } from '../views/find-row.ts';
import { jointView } from '../views/joint.ts';
import { reportsView } from '../views/list.ts';
import { type DropView, progressView, type UploadView, versionOptions } from '../views/progress.ts';
import { type ReviewGiven, reviewView } from '../views/review.ts';
import { sourceView } from '../views/source.ts';
import { findings } from './findings.ts';
import { at, document, type Example, PARAGRAPHS, path, record, withSupport } from './report.ts';

const say = (when: Date) => when.toISOString().slice(0, 10);

function find(number: number, block: number | null, more: Partial<Find> = {}): Find {
  const text = block === null ? 'Added by hand.' : PARAGRAPHS[block]!;
  const heading = number === 1 ? 'Publish the floor' : null;
  const parts = number === 3 ? [{ label: 'a', text: 'by March; and' }] : [];
  const wording = { group: 'Key recommendations', number, heading, text, parts };
  return {
    id: `0b0e6d6c-0000-4000-8000-${String(number).padStart(12, '0')}`,
    position: block === null ? number * 1000 : record.blocks[block]!.span[0],
    wording,
    asRead: block === null ? null : wording,
    span: block === null ? null : record.blocks[block]!.span,
    page: 7,
    pageEnd: 7,
    doubts: number === 1 ? ['The sentence runs over a page break.'] : [],
    decision: 'undecided',
    decidedBy: null,
    version: 1,
    recommendationId: null,
    madeFrom: [],
    ...more,
  };
}

const finds = [
  find(1, 1),
  find(2, 2, { decision: 'accepted', decidedBy: 'Priya Shah' }),
  find(3, 4, { madeFrom: ['one', 'two'], asRead: { ...find(3, 4).wording, text: 'Bring the teams together.' } }),
  find(4, null, { decision: 'left_out', decidedBy: null }),
  find(5, null, { decision: 'accepted', recommendationId: 'r5' }),
  find(6, null),
];
const version = { documentId: 'earlier', title: 'Draft', fileName: 'draft.pdf' };
const noDay = { day: '', month: '', year: '' };
const details: TypedDetails = {
  title: 'Corporate peer challenge',
  kind: 'corporate-peer-challenge',
  from: { day: '15', month: '9', year: '2026' },
  to: noDay,
  received: noDay,
};
const same = { text: 'The same file was uploaded before, 3 November 2026, as challenge.pdf.', href: '#' };
const usual: ReviewGiven = {
  document,
  record: withSupport,
  council: 'Northmere City Council',
  finds,
  report: null,
  same,
  versions: { earlier: null, later: null },
  path,
  page: 1,
  checkFirst: false,
  onlyToCheck: false,
  counts: [{ kind: 'figure', all: 23, undecided: 4 }],
  effort: findings.filter((one) => one.kind === 'effort'),
  mayChange: true,
  attempt: null,
  details,
  aboutUs: false,
  finishErrors: {},
  historyCount: 5,
};

function review(name: string, changes: Partial<ReviewGiven>, errors: readonly PageError[] = []): Example {
  return {
    name: `review, ${name}`,
    template: template('documents/review.njk'),
    view: reviewView({ ...usual, ...changes }),
    errors,
  };
}
const tried = (name: string, attempt: Omit<Attempt, 'findId'>) =>
  review(name, { attempt: { findId: finds[0]!.id, ...attempt } }, [{ text: 'Wrong', href: `#text-${finds[0]!.id}` }]);
const meanwhile = { kind: 'changed-meanwhile', find: { ...finds[0]!, version: 2 }, who: 'Tom Okafor', at } as const;
const typed = typeWording(finds[0]!.wording);

const progress = (name: string, changes: Partial<DocumentBrief>, byItself = false, mayChange = true): Example => ({
  name: `progress, ${name}`,
  template: template('documents/progress.njk'),
  view: progressView({
    document: { ...document, ...changes },
    path,
    byItself,
    same,
    mayChange,
    historyCount: 2,
    now: at,
  }),
  errors: [],
});
const typedReports = [{ id: 'r9', title: 'Finance review', registeredAt: at, registeredBy: null, recommendations: 3 }];
const list = (name: string, documents: readonly DocumentBrief[], mayUpload: boolean): Example => {
  const counts = new Map([[document.id, { undecided: 12, accepted: 2, all: 14 }]]);
  return {
    name: `reports, ${name}`,
    template: template('documents/reports.njk'),
    view: reportsView(documents, documents.length > 0 ? typedReports : [], counts, path, mayUpload, say),
    errors: [],
  };
};
const upload = (view: UploadView): Example => ({
  name: `upload, ${view.error ?? 'empty'}`,
  template: template('documents/upload.njk'),
  view,
  errors: view.error === null ? [] : [{ text: view.error, href: '#file' }],
});
const drop = (view: DropView): Example => ({
  name: `drop, ${view.registered ? 'registered' : 'usual'}`,
  template: template('documents/drop.njk'),
  view,
  errors: [],
});
const add = (name: string, given: Partial<Parameters<typeof addView>[0]>): Example => {
  const nothing = { blockId: null, typed: null, errors: {}, differsAt: null };
  const view: AddView = addView({ here: path('/reports/x'), record, finds, ...nothing, ...given });
  const errors = given.errors ? [{ text: 'Wrong', href: '#text' }] : [];
  return { name: `add, ${name}`, template: template('documents/add.njk'), view, errors };
};
const wrong = { group: 'Enter the group', number: 'Enter the number', heading: 'Too long', text: 'Enter the wording' };

const compare = (name: string, given: Partial<Parameters<typeof compareView>[0]>): Example => ({
  name: `compare, ${name}`,
  template: template('documents/compare.njk'),
  view: compareView({
    document,
    earlier: version,
    finds: {
      earlier: [
        find(1, 1, { wording: { ...find(1, 1).wording, text: 'Print the floor.' } }),
        find(2, 2),
        find(3, 4, { recommendationId: 'r3' }),
        find(4, null),
        find(7, 3, { fromSuggestion: true }),
      ],
      later: finds.map((one) => ({ ...one, id: `later-${one.id}` })),
    },
    findings: { earlier: findings, later: findings },
    matched: new Map(),
    path,
    mayChange: true,
    ...given,
  }),
  errors: [],
});

const asked = (id: string, own: boolean): Asked => ({
  councilId: own ? 'n' : 'w',
  council: own ? 'Northmere City Council' : 'Wendshire County Council',
  id,
  report: 'Peer challenge',
  wording: find(2, 2).wording,
  href: '#',
  own,
});
const joint = (name: string, given: Partial<Parameters<typeof jointView>[0]>): Example => ({
  name: `joint, ${name}`,
  template: template('documents/joint.njk'),
  view: jointView({
    title: document.title,
    here: path('/reports/x'),
    ours: [asked('a', true)],
    others: [asked('b', true), asked('c', false), asked('d', false)],
    links: ['c', 'd'].map((other) => ({
      recommendationId: 'a',
      otherCouncilId: 'w',
      otherRecommendationId: other,
      shown: other === 'c',
      byOther: false,
    })),
    mayChange: true,
    ...given,
  }),
  errors: [],
});

export const examples: readonly Example[] = [
  list('empty', [], true),
  list('empty for an auditor', [], false),
  list(
    'long',
    [
      document,
      { ...document, state: 'reading' },
      { ...document, state: 'refused', refusal: 'This file is empty', uploadedBy: null },
      { ...document, id: 'other', reportId: 'r' },
    ],
    true,
  ),
  upload({
    action: '#',
    error: null,
    versions: [],
    versionOf: '',
    beingRead: { href: '#', text: 'Reports being read (7)' },
    sample: null,
  }),
  upload({
    action: '#',
    error: 'Choose a file',
    versions: versionOptions([document], say),
    versionOf: document.id,
    beingRead: null,
    sample: '#',
  }),
  progress('waiting', { state: 'waiting', step: 'received', pages: null }),
  progress('reading', { state: 'reading', step: 'text' }, true),
  progress('refused', { state: 'refused', refusalCode: 'scan', refusal: 'This PDF is a scan' }),
  progress('too slow', { state: 'refused', refusalCode: 'too-slow', refusal: 'Reading took too long' }),
  progress('refused, for an auditor', { state: 'refused', refusal: null }, false, false),
  drop({ title: document.title, fileName: document.fileName, action: '#', back: '#', registered: false, decided: 2 }),
  drop({ title: document.title, fileName: document.fileName, action: '#', back: '#', registered: true, decided: 2 }),
  review('usual', {}),
  review('nothing found', { finds: [], same: null }),
  review('no links and no themes', { record, effort: [] }),
  review('themes alone', { record: { ...withSupport, localFocus: [] }, effort: [] }),
  review('for an auditor', { mayChange: false }),
  review('read again in vain', { document: { ...document, refusal: 'Reading took too long' } }),
  review('between two versions', { versions: { earlier: version, later: version } }),
  review('about another council', {
    council: 'Wendshire County Council',
    aboutUs: true,
    finishErrors: { about: 'Say that this is a report for Wendshire County Council, or drop it' },
  }),
  review('check first', { checkFirst: true }),
  review('only to check', { onlyToCheck: true }),
  review('registered', { report: { id: 'r', title: 'Peer challenge' } }),
  review('long', { page: 2, finds: Array.from({ length: 61 }, (_, index) => find(index + 1, null)) }),
  tried('every field wrong', { typed, errors: { ...wrong, parts: 'Wrong' } }),
  tried('differs', { typed, differsAt: 'reserve' }),
  tried('no place to split', { cutError: 'Choose where the second one begins' }),
  tried('nothing to join with', { error: 'There is nothing after this one that it could be joined with' }),
  tried('changed meanwhile, deciding', { meanwhile, tried: 'accepted' }),
  tried('changed meanwhile, correcting', { meanwhile, typed, tried: 'correct' }),
  review('finish, every field wrong', {
    finishErrors: { title: 'Enter a title', kind: 'Choose', from: 'x', to: 'x', received: 'x', finish: 'Decide' },
  }),
  compare('usual', {}),
  compare('confirmed', { matched: new Map([[`later-${find(3, 4).id}`, find(3, 4).id]]) }),
  compare('for an auditor', { mayChange: false, finds: { earlier: [], later: [] } }),
  joint('usual', {}),
  joint('nothing found', { others: [], links: [], mayChange: false }),
  add('empty', {}),
  add('from a paragraph', { blockId: 'b2' }),
  add('differs', { blockId: 'b2', typed, differsAt: 'floor' }),
  add('every field wrong', { typed, errors: wrong }),
  {
    name: 'source',
    template: template('documents/source.njk'),
    view: sourceView({
      document,
      record,
      registered: [
        {
          id: 'r1',
          group: 'Key recommendations',
          number: 1,
          spanStart: record.blocks[1]!.span[0],
          spanEnd: record.blocks[1]!.span[1],
        },
        { id: 'r5', group: 'Key recommendations', number: 5, spanStart: null, spanEnd: null },
      ],
      finds,
      findings,
      path,
    }),
    errors: [],
  },
];
