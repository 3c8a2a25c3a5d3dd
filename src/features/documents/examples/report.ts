// What the examples of this feature have in common: a document, a short report as it was read. The words are invented.
import { noFacts, noMoney, noProse, noWords } from '../../../engines/reading/index.ts';
import type { PageError, Template } from '../../../platform/web/view.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { RecordBlock, ReportRecord } from '../rules/find.ts';

export interface Example {
  readonly name: string;
  readonly template: Template<unknown>;
  readonly view: unknown;
  readonly errors: readonly PageError[];
}

export const path = (below: string) => `/councils/northmere${below}`;
export const at = new Date('2026-11-20T10:42:00Z');
export const document: DocumentBrief = {
  id: '0b0e6d6c-0000-4000-8000-000000000001',
  title: 'Corporate peer challenge',
  fileId: '0b0e6d6c-0000-4000-8000-000000000002',
  fileName: 'challenge.pdf',
  mediaType: 'application/pdf',
  size: 2_400_000,
  sha256: 'ab',
  state: 'read',
  step: 'recommendations',
  pages: 24,
  refusalCode: null,
  refusal: null,
  attempts: 1,
  uploadedAt: at,
  uploadedBy: 'Priya Shah',
  reportId: null,
  registered: false,
  version: 3,
};

export const PARAGRAPHS = [
  'Key recommendations',
  'Publish the floor. The council should print it in every budget, and keep to it.',
  'Set out one vision for the place.',
  'The team heard that the floor had been discussed and never written down.',
  'Bring the two procurement teams together.',
];

function exampleRecord(): ReportRecord {
  let text = '';
  const blocks = PARAGRAPHS.map((words, index): RecordBlock => {
    const start = text.length;
    text += `${words}\n\n`;
    return {
      id: `b${index + 1}`,
      kind: index === 0 ? 'heading' : 'paragraph',
      level: index === 0 ? 1 : null,
      label: index === 1 ? '1.' : null,
      depth: 0,
      span: [start, start + words.length],
      page: 7,
      pageEnd: index === 1 ? 8 : 7,
      pageBreaks: index === 1 ? [{ at: start + 19, page: 8 }] : [],
    };
  });
  const title = 'Corporate Peer Challenge';
  const council = { name: 'Northmere City Council', gss: null };
  return {
    kind: 'corporate-peer-challenge',
    council,
    title,
    text,
    pages: 24,
    blocks,
    recommendations: [],
    ...noFacts,
    ...noMoney,
    ...noWords,
    ...noProse,
    dropped: [],
  };
}
export const record = exampleRecord();

const place = (block: number) => ({ span: record.blocks[block]!.span, confidence: 0.9 });
/** The same report with its themes, and one recommendation with two passages that bear it out. */
export const withSupport: ReportRecord = {
  ...record,
  recommendations: [
    {
      id: 'r1',
      group: 'Key recommendations',
      number: 1,
      label: '1.',
      text: PARAGRAPHS[1]!,
      span: record.blocks[1]!.span,
      blockIds: ['b2'],
      page: 7,
      pageEnd: 8,
      confidence: 0.9,
      doubts: [],
    },
  ],
  passages: [
    { id: 'p1', class: 'concern', theme: 'Money', ...place(3) },
    { id: 'p2', class: 'suggestion', strength: 'should', theme: null, ...place(4) },
  ],
  support: [
    { recommendation: 'r1', passage: 'p2', rank: 2, score: 0.4, reason: 'Advice that shares the word “bring”.' },
    { recommendation: 'r1', passage: 'p1', rank: 1, score: 0.9, reason: 'A concern that shares the word “floor”.' },
  ],
  themes: [
    { name: 'Money', question: 'Does the council know where it stands?', ...place(0) },
    { name: 'Leadership', question: null, ...place(0) },
  ],
  localFocus: [
    { label: 'a', text: 'Whether the two teams should be one.', ...place(4) },
    { label: null, text: 'How the market is doing.', ...place(4) },
  ],
};
