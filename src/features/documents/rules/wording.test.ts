import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { daysOnSite, suggestedTitle } from './document.ts';
import { numbersInWords, type Wording } from './find.ts';
import { allWords, cut, cutPlaces, cutSpan, differsAt, joined, locate, readParts, typedParts } from './wording.ts';

const wording: Wording = {
  group: 'Key recommendations',
  number: 4,
  heading: 'Publish the floor',
  text: 'Publish the floor. Say what sets it. Keep above it.',
  parts: [
    { label: 'a', text: 'in every year;' },
    { label: 'b', text: 'and in every scenario.' },
  ],
};

test('the word at which a wording leaves the report is named; white space and curly quotes do not count', () => {
  assert.equal(differsAt('Publish the  reserve\nnow', 'Publish the reserve now'), null);
  assert.equal(differsAt('the council’s plan', "the council's plan"), null);
  assert.equal(differsAt('Publish the (reserve), now', 'Publish the reserves now'), 'reserve');
  assert.equal(differsAt('Publish', 'Publish now.'), 'now');
});

test('a find may be cut before each sentence but the first, and before each sub-point', () => {
  assert.deepEqual(
    cutPlaces(wording).map((place) => place.begins),
    ['Say what sets it.', 'Keep above it.', 'a) in every year;', 'b) and in every scenario.'],
  );
  const [first, second] = cut(wording, 's1', 15)!;
  assert.equal(first.text, 'Publish the floor.');
  assert.equal(first.heading, 'Publish the floor');
  assert.equal(second.text, 'Say what sets it. Keep above it.');
  assert.equal(second.number, 15);
  assert.equal(second.parts.length, 2);
  assert.equal(cut(wording, 's9', 15), null);
});

test('no word is lost or made by a cut and a join, wherever the cut', () => {
  const sentence = fc.constantFrom('Agree one plan.', 'Say who pays £1.5m!', 'Is it enough?', 'Tell every member.');
  const some = fc.record({
    texts: fc.array(sentence, { minLength: 1, maxLength: 5 }),
    points: fc.array(sentence, { maxLength: 3 }),
  });
  const letters = (one: Wording) => allWords({ ...one, parts: [] }) + one.parts.map((part) => part.text).join(' ');
  const bare = (text: string) => text.replaceAll(/\s/g, '');
  fc.assert(
    fc.property(some, fc.nat(), ({ texts, points }, pick) => {
      const parts = points.map((text, index) => ({ label: 'abc'[index]!, text }));
      const whole: Wording = { group: 'G', number: 1, heading: null, text: texts.join(' '), parts };
      const places = cutPlaces(whole);
      fc.pre(places.length > 0);
      const [first, second] = cut(whole, places[pick % places.length]!.value, 2)!;
      assert.equal(bare(letters(first)) + bare(letters(second)), bare(letters(whole)));
      assert.equal(bare(letters(joined(first, second))), bare(letters(whole)));
    }),
  );
});

test('the second half of a cut is found in the report over line breaks; when it is not there, both keep the whole', () => {
  const text = 'Before. Publish the floor.\nSay what\n\nsets it. After.';
  const span = [8, text.indexOf(' After')] as const;
  const [first, second] = cutSpan(text, span, { ...wording, text: 'Say what sets it.', heading: null, parts: [] });
  assert.equal(text.slice(...first), 'Publish the floor.');
  assert.equal(text.slice(...second), 'Say what\n\nsets it.');
  assert.deepEqual(cutSpan(text, span, { ...wording, text: 'Nowhere.' }), [span, span]);
  assert.equal(locate(text, span, 'Before'), null);
});

test('sub-points are typed one a line with their labels, and come back as they were', () => {
  const parts = [
    { label: 'a', text: 'publish it;' },
    { label: 'ii', text: 'keep to it; and' },
    { label: '3', text: 'say so.' },
    { label: '•', text: 'now' },
  ];
  assert.deepEqual(readParts(typedParts(parts)), parts);
  assert.deepEqual(readParts('(a) first\nsecond without a label\n\n'), [
    { label: 'a', text: 'first' },
    { label: 'b', text: 'second without a label' },
  ]);
  assert.deepEqual(readParts('A sentence that begins with an article'), [
    { label: 'a', text: 'A sentence that begins with an article' },
  ]);
});

test('numbers are said as a person would say them', () => {
  assert.equal(numbersInWords([1, 2]), '1 and 2');
  assert.equal(numbersInWords([5, 7, 8, 9]), '5 and 7 to 9');
  assert.equal(numbersInWords([3]), '3');
});

test('the days on site are those the report prints, and never a day that does not exist', () => {
  assert.deepEqual(daysOnSite('Northmere\n15 to 18 September 2026\n'), { from: '2026-09-15', to: '2026-09-18' });
  assert.deepEqual(daysOnSite('on 3rd–6th March 2025'), { from: '2025-03-03', to: '2025-03-06' });
  assert.equal(daysOnSite('30 to 31 February 2026'), null);
  assert.equal(daysOnSite('in September 2026'), null);
});

test('a report is called by its kind, else its own title, else its file', () => {
  assert.equal(
    suggestedTitle({ kind: 'corporate-peer-challenge', title: 'Contents' }, 'x.pdf'),
    'Corporate peer challenge',
  );
  assert.equal(
    suggestedTitle({ kind: 'progress-review', title: null, fieldwork: ['2026-09-15', '2026-09-16'] }, 'x.pdf'),
    'Progress review, September 2026',
  );
  assert.equal(suggestedTitle({ kind: 'unknown', title: 'Audit letter' }, 'x.pdf'), 'Audit letter');
  assert.equal(suggestedTitle({ kind: 'unknown', title: null }, 'audit 2026.pdf'), 'audit 2026');
});
