import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Likeness, tellingWords } from './likeness.ts';
import { stem } from './stems.ts';

test('forms of one word have one stem, and different words have not', () => {
  for (const forms of [
    ['saving', 'savings', 'saved', 'saves', 'save'],
    ['plan', 'plans', 'planned', 'planning'],
    ['strategy', 'strategies'],
    ['agree', 'agreed', 'agrees', 'agreeing'],
    ['councillor', 'councillors'],
  ])
    assert.equal(new Set(forms.map(stem)).size, 1, forms.map(stem).join(' '));
  assert.notEqual(stem('planning'), stem('planet'));
  assert.notEqual(stem('business'), stem('busy'));
});

test('rare words count for more than common ones, the same word for more than one of like meaning', () => {
  const texts = ['the harbour board met', 'a board of governors', 'the board and its budget', 'a board for boats'];
  const likeness = new Likeness(texts.map(tellingWords));
  const harbour = likeness.shared(tellingWords('harbour board'), 0);
  assert.deepEqual(
    harbour.map((s) => s.word),
    ['harbour', 'board'],
  );
  assert.ok(likeness.score(tellingWords('budget'), 2) > likeness.score(tellingWords('financial'), 2));
  assert.equal(likeness.shared(tellingWords('financial'), 2)[0]?.as, 'budget');
  assert.equal(likeness.score(tellingWords('financial'), 1), 0);
});

test('a sum, a percentage and a year are told whole', () => {
  const told = [
    ...tellingWords('A gap of £30.2m, then £4 million, in 2029/30, or 12.5% of it, after 7 years').values(),
  ];
  assert.deepEqual(
    told.map(({ word }) => word).filter((word) => /\d/.test(word)),
    ['£30.2m', '£4 million', '2029/30', '12.5%'],
  );
});
