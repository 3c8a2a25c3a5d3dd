import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findChapters } from './chapters.ts';
import { proseSentences } from './prose.ts';
import { findSections } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { laidOut } from './testing.ts';

const split = (text: string) => splitSentences(text).map(([from, to]) => text.slice(from, to));

test('sentences end at stops, not at abbreviations, initials, figures and addresses', () => {
  for (const sentences of [
    ['The gap is £3.5m.', 'It was £2.1m in 2019.'],
    ['Some services (e.g. libraries) are popular, i.e. well used.', 'Others, cf. Annex B, are not.'],
    ['Cllr. A. Example chairs it with Dr. Moss.', 'They met at No. 7 Quay St. Andrew.'],
    ['See www.example.org or write to a.b@example.org.', '2021 was better.'],
    ['It has clubs, shops, etc. and more.', 'Plan B.', 'The rest is silence.'],
    ['“We are proud.”', 'So they should be!', '‘Are we?’', 'Yes…', 'Perhaps.'],
    ['The report (which is long. Very long.) was read.', '(Nobody objected.)', 'It stands.'],
  ])
    assert.deepEqual(split(sentences.join(' ')), sentences);
});

test('a space that was lost after a stop does not join two sentences', () => {
  assert.deepEqual(split('Savings were delivered.The rest follows.'), ['Savings were delivered.', 'The rest follows.']);
});

test('every letter of any text stands in exactly one sentence, without white space at its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab Z.(e.g)!?”“ 1£…\n'.split('')), maxLength: 80 }), (text) => {
      let last = 0;
      for (const [from, to] of splitSentences(text)) {
        assert.equal(text.slice(last, from).trim(), '');
        assert.equal(text.slice(from, to), text.slice(from, to).trim());
        assert.ok(to > from);
        last = to;
      }
      assert.equal(text.slice(last).trim(), '');
    }),
  );
});

test('a text without end is split in one go', () => {
  assert.equal(splitSentences('It goes on. '.repeat(50_000)).length, 50_000);
  assert.equal(splitSentences('('.repeat(200_000)).length, 1);
  assert.equal(splitSentences('e.g. '.repeat(50_000)).length, 1);
});

function prose(...lines: readonly string[]) {
  const laid = laidOut(...lines);
  const chapters = findChapters(laid);
  return proseSentences(laid, chapters, findSections(laid, chapters.feedback), new Set());
}

test('prose is what stands in the two chapters: no headings, questions, lists of recommendations or notes’ titles', () => {
  const sentences = prose(
    '## Executive summary',
    'The place is good. The people are better.',
    '## Key recommendations',
    '1. Publish the plan.',
    '## Feedback',
    'The team looked at two themes.',
    '### Governance and culture',
    'Do the rules by which it decides work?',
    'There are.',
    '### Leadership of Place: Does the council lead?',
    'It does.',
    '### *Joint panel',
    'A joint panel is one of both councils.',
    '## Next steps',
    'The council will reflect.',
  );
  assert.deepEqual(
    sentences.map((s) => [s.chapter, s.section, s.text]),
    [
      ['summary', null, 'The place is good.'],
      ['summary', null, 'The people are better.'],
      ['feedback', null, 'The team looked at two themes.'],
      ['feedback', 'Governance and culture', 'There are.'],
      ['feedback', 'Leadership of Place', 'It does.'],
      ['feedback', null, 'A joint panel is one of both councils.'],
    ],
  );
});

test('items know the sentence that leads up to them, whether or not their bullets survived', () => {
  const sentences = prose(
    '## Feedback',
    '### Governance',
    'The council should look at:',
    '- shared posts',
    'Pooling of budgets and of property',
    'Reducing the number of boards. This can be done soon.',
    'The council has begun to do so.',
    'Staff said that',
    '“nobody asked us.”',
  );
  assert.deepEqual(
    sentences.map((s) => [s.text, s.leadIn]),
    [
      ['The council should look at:', null],
      ['shared posts', 0],
      ['Pooling of budgets and of property', 0],
      ['Reducing the number of boards.', 0],
      ['This can be done soon.', null],
      ['The council has begun to do so.', null],
      ['Staff said that\n\n“nobody asked us.”', null],
    ],
  );
});
