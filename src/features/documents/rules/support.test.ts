import assert from 'node:assert/strict';
import test from 'node:test';
import { document, PARAGRAPHS, record, withSupport } from '../examples/report.ts';
import { borneOutBy, lookedAt } from '../views/support.ts';
import type { ReportRecord, Span } from './find.ts';
import { excerptOf, supportFor } from './support.ts';

const here = `/councils/northmere/reports/${document.id}`;
const [, first, second, third] = record.blocks.map((one) => one.span);
const ids = (given: ReportRecord, span: Span | null) => supportFor(given, span).map((one) => one.passage.id);
const twoOf: ReportRecord = {
  ...withSupport,
  recommendations: [withSupport.recommendations[0]!, { ...withSupport.recommendations[0]!, id: 'r2', span: second! }],
  support: [
    ...withSupport.support,
    { recommendation: 'r2', passage: 'p2', rank: 1, score: 0.95, reason: 'Advice that shares the word “teams”.' },
    { recommendation: 'r2', passage: 'p9', rank: 2, score: 0.9, reason: 'A passage that is not in the record.' },
  ],
};

test('the strongest passage stands first; of two finds joined, each passage once, for the better of its reasons', () => {
  assert.deepEqual(ids(withSupport, first!), ['p1', 'p2']);
  assert.deepEqual(ids(twoOf, second!), ['p2']);
  const joined = supportFor(twoOf, [first![0], second![1]]);
  assert.deepEqual(
    joined.map((one) => [one.passage.id, one.reason]),
    [
      ['p2', 'Advice that shares the word “teams”.'],
      ['p1', 'A concern that shares the word “floor”.'],
    ],
  );
});

test('half of a find keeps what bears the whole out; one added by hand, or in another place, has none', () => {
  assert.deepEqual(ids(withSupport, [first![0] + 30, first![1]]), ['p1', 'p2']);
  assert.deepEqual(ids(withSupport, null), []);
  assert.deepEqual(ids(withSupport, third!), []);
});

test('no more than five are shown, and a record of an earlier version has none', () => {
  const passages = Array.from({ length: 8 }, (_, i) => ({ ...withSupport.passages[0]!, id: `p${i}` }));
  const support = passages.map(({ id }, i) => ({ ...withSupport.support[0]!, passage: id, score: i / 10 }));
  assert.deepEqual(ids({ ...withSupport, passages, support }, first!), ['p7', 'p6', 'p5', 'p4', 'p3']);
  const { support: _, passages: __, themes: ___, localFocus: ____, ...earlier } = withSupport;
  assert.deepEqual(ids(earlier as ReportRecord, first!), []);
  assert.equal(lookedAt(earlier as ReportRecord, [], here), null);
});

test('each passage has its own words, its kind, its own page, and the way to its paragraph', () => {
  const [one] = borneOutBy(withSupport, first!, here);
  assert.deepEqual(one, {
    kind: 'A concern',
    why: ' that shares the word “floor”.',
    source: 'Page 7',
    href: `${here}/source#b4`,
    paragraphs: [PARAGRAPHS[3]],
  });
  // The paragraph goes on over pages 7 and 8; these words stand on one of them.
  const [start, end] = record.blocks[1]!.span;
  assert.equal(excerptOf(record, [start, start + 17])?.pages, 'Page 7');
  assert.equal(excerptOf(record, [start + 19, end])?.pages, 'Page 8');
  assert.equal(excerptOf(record, [start, end])?.pages, 'Pages 7 to 8');
});
