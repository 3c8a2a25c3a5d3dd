import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChapters } from './chapters.ts';
import { findSections } from './sections.ts';
import { laidOut } from './testing.ts';

const prose =
  'The council knows its towns well and has put what it knows to use in a plan that its staff and its partners can each recite from memory.';

/** What the report's feedback chapter is made of, and the words with which the summary and the feedback begin and end. */
function read(...lines: readonly string[]) {
  const laid = laidOut(...lines);
  const { summary, feedback } = findChapters(laid);
  const sections = findSections(laid, feedback);
  const cut = (span: readonly [number, number]) => laid.text.slice(...span);
  return {
    sections: sections.map((s) => s.heading),
    texts: sections.map((s) => cut(s.span)),
    summary: summary && laid.blocks.slice(summary.from, summary.to).map((b) => cut(b.span)),
    feedback: feedback && laid.blocks.slice(feedback.from, feedback.to).map((b) => cut(b.span)),
  };
}

test('numbered chapters: the sections of the feedback, without numbers, up to the next steps', () => {
  const { sections, texts, summary } = read(
    '## 1. Executive summary',
    'A short summary.',
    '## 2. Key recommendations',
    '1. Publish a plan.',
    '## 3. Summary of the peer challenge approach',
    '### The peer team',
    '- Ada Example, Leader',
    '## 4. Feedback',
    '### 4.1 Local priorities and outcomes',
    prose,
    '#### Housing',
    prose,
    '### 4.2 Harbour regeneration',
    prose,
    '## 5. Next steps',
    '### Immediate next steps',
    prose,
  );
  assert.deepEqual(sections, ['Local priorities and outcomes', 'Harbour regeneration']);
  assert.deepEqual(summary, ['A short summary.']);
  assert.equal(texts[1], `Harbour regeneration\n\n${prose}`);
});

test('headings that all look alike: chapters by their names, sections by what the scope announces', () => {
  const { sections, summary, feedback } = read(
    '#### Feedback report',
    '#### Executive summary',
    prose,
    '#### Scope and focus',
    '1. Leadership of Place: Does the council lead the place well?',
    '2. Capacity to deliver: Is capacity aligned with priorities?',
    'The council also asked the team about its harbour strategy.',
    '#### Detailed feedback',
    '#### Leadership of Place',
    prose,
    '#### Harbour strategy',
    prose,
    '#### Working with schools',
    prose,
    '#### Roads',
    prose,
    '#### Parks',
    prose,
    '#### Capacity to deliver',
    prose,
    '#### Final thoughts and next steps',
    prose,
  );
  assert.deepEqual(sections, ['Leadership of Place', 'Harbour strategy', 'Capacity to deliver']);
  assert.deepEqual(summary, [prose]);
  assert.equal(feedback?.length, 12);
});

test('a title that runs into its question is a section, whether or not it is set as a heading', () => {
  const { sections } = read(
    '## 4. Feedback',
    'Leadership of Place: Does the council provide leadership, through members and officers, that partners across the whole of the area respect?',
    prose,
    '### Capacity to deliver - Is capacity aligned with priorities?',
    'Is the council able to change? It is.',
    '## 5. Next steps',
  );
  assert.deepEqual(sections, ['Leadership of Place', 'Capacity to deliver']);
});

test('what is explained behind an asterisk, quoted or asked is no section', () => {
  const { sections, texts } = read(
    '## 4. Feedback',
    '### Governance and culture',
    '### Does scrutiny work?',
    prose,
    '### “Nobody told us”',
    prose,
    '### Capacity for improvement',
    prose,
    '### *Joint panel',
    'A joint panel is a panel of both councils.',
  );
  assert.deepEqual(sections, ['Governance and culture', 'Capacity for improvement']);
  assert.equal(texts[1], `Capacity for improvement\n\n${prose}`);
});

test('a progress review: its feedback chapter, whatever it is called, and its parts', () => {
  const { sections, summary } = read(
    '~ 1. Introduction 2',
    '~ 2. Summary of the approach 2',
    '~ 3. Progress review - Feedback 3',
    '~ 4. Final thoughts and next steps 9',
    '# 1. Introduction',
    prose,
    '# 2. Summary of the approach',
    prose,
    '# 3. Progress review - Feedback',
    '## Financial resilience',
    prose,
    '## Relations with parishes',
    prose,
    '# 4. Final thoughts and next steps',
    prose,
  );
  assert.deepEqual(sections, ['Financial resilience', 'Relations with parishes']);
  assert.equal(summary, null);
});

test('"Summary of findings" is the feedback where nothing else is, and the summary where something is', () => {
  const alone = read('# Summary of findings', '## Governance', prose, '## Money', prose, '# Next steps', prose);
  assert.deepEqual(alone.sections, ['Governance', 'Money']);
  assert.equal(alone.summary, null);
  const both = read('# Summary of findings', prose, '# Detailed findings', '## Governance', prose, '## Money', prose);
  assert.deepEqual(both.sections, ['Governance', 'Money']);
  assert.deepEqual(both.summary, [prose]);
});

test('core components that are chapters of their own make up the feedback', () => {
  const { sections, feedback } = read(
    '# Executive summary',
    prose,
    '# Local priorities and outcomes',
    prose,
    '# Governance and culture',
    prose,
    '# Next steps',
    prose,
  );
  assert.deepEqual(sections, ['Local priorities and outcomes', 'Governance and culture']);
  assert.equal(feedback?.length, 4);
});

test('a report without feedback has no sections', () => {
  assert.deepEqual(read('# Agenda item 7', prose, '# Implications', prose).sections, []);
  assert.deepEqual(read().sections, []);
});

test('recommendations at the end of each section do not end the chapter, and are no section', () => {
  const { sections, feedback } = read(
    '## 2. Executive summary',
    prose,
    '## 3. Recommendations',
    '1. Publish a plan.',
    '## 5. Feedback',
    '### 5.1 Local priorities and outcomes',
    prose,
    '#### Recommendations',
    '1. Count the bicycles.',
    '### 5.2 Governance and culture',
    prose,
    '#### Recommendations',
    '1. Meet in the evening.',
    '## 6. Next steps',
    prose,
  );
  assert.deepEqual(sections, ['Local priorities and outcomes', 'Governance and culture']);
  assert.equal(feedback?.length, 6);
});

test('a list of links above the report and the furniture of its site are neither chapters nor sections', () => {
  const { sections } = read(
    '## Cookies',
    '## 1. Executive summary',
    '## 2. Feedback',
    '## 3. Next steps',
    '## Cookies',
    '## 1. Executive summary',
    prose,
    '## 2. Feedback',
    '### Governance and culture',
    prose,
    '### Harbour regeneration',
    prose,
    '## Cookies',
    'We use cookies.',
    '## 3. Next steps',
    prose,
  );
  assert.deepEqual(sections, ['Governance and culture', 'Harbour regeneration']);
});

test('numbered titles that were taken for items of a list are sections', () => {
  const { sections } = read('## 5. Feedback', '1. Not one', prose, '### x', prose);
  assert.deepEqual(sections, ['x']);
  const laid = laidOut('## 5. Feedback', prose, 'Climate', prose, 'Roads', prose);
  const blocks = laid.blocks.map((b, i) =>
    i === 2 || i === 4 ? { ...b, kind: 'list-item' as const, label: `5.${i / 2}` } : b,
  );
  const { feedback } = findChapters({ ...laid, blocks });
  assert.deepEqual(
    findSections({ ...laid, blocks }, feedback).map((s) => s.heading),
    ['Climate', 'Roads'],
  );
});

test('thousands of headings are gone through once', () => {
  const lines = Array.from({ length: 4000 }, (_, i) =>
    i % 2 ? `## ${i % 4 === 1 ? 'Feedback' : `Part ${i}`}` : prose,
  );
  assert.ok(read(...lines).feedback);
});
