import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { compareFinds, likeness, wordDiff } from './compare.ts';
import type { Find } from './find.ts';

function find(id: string, number: number, text: string): Find {
  return {
    id,
    position: number,
    wording: { group: 'Key recommendations', number, heading: null, text, parts: [] },
    asRead: { group: 'Key recommendations', number, heading: null, text, parts: [] },
    span: null,
    page: null,
    pageEnd: null,
    doubts: [],
    decision: 'undecided',
    decidedBy: null,
    version: 1,
    recommendationId: null,
    madeFrom: [],
  };
}
const ids = (finds: readonly Find[]) => finds.map((one) => one.id);

test('a final report against its draft: same, changed, new and gone', () => {
  const draft = [
    find('d1', 1, 'Publish the floor for reserves in every budget.'),
    find('d2', 2, 'Set out one vision for the place with partners by March.'),
    find('d3', 3, 'Move the depot.'),
  ];
  const final = [
    find('f1', 1, 'Set out one shared vision for the place with partners by June.'),
    find('f2', 2, 'Publish the floor for reserves in every budget.'),
    find('f3', 3, 'Name an owner for every saving.'),
  ];
  const { same, changed, added, gone } = compareFinds(draft, final, new Map());
  assert.deepEqual(
    same.map((pair) => [pair.earlier.id, pair.later.id]),
    [['d1', 'f2']],
  );
  assert.deepEqual(
    changed.map((pair) => [pair.earlier.id, pair.later.id]),
    [['d2', 'f1']],
  );
  assert.deepEqual([ids(added), ids(gone)], [['f3'], ['d3']]);
  // What a person has matched is a pair whatever its words.
  const by = compareFinds(draft, final, new Map([['f3', 'd3']]));
  assert.deepEqual([ids(by.added), ids(by.gone)], [[], []]);
});

test('what the council corrected, added or took from the suggestions is no change of the report', () => {
  const read = find('d1', 1, 'Publish the floor for reserves in every budget.');
  const corrected = { ...read, wording: { ...read.wording, text: 'Print a lowest level.' } };
  const added = { ...find('d2', 2, 'Name an owner for every saving.'), asRead: null };
  const taken = { ...find('d3', 3, 'Consider walking the estate.'), fromSuggestion: true };
  const final = [find('f1', 1, 'Publish the floor for reserves in every budget.')];
  const compared = compareFinds([corrected, added, taken], final, new Map());
  assert.deepEqual([compared.same.length, compared.changed.length, compared.gone.length], [1, 0, 0]);
  assert.deepEqual([ids(compared.own.earlier), ids(compared.own.later)], [['d2', 'd3'], []]);
  // Added by hand to the later version, it is not new in the report either.
  assert.deepEqual(ids(compareFinds([read], [...final, added], new Map()).added), []);
  // Where the report prints now what was added by hand, the two are one.
  assert.equal(compareFinds([added], [find('f2', 2, added.wording.text)], new Map()).same.length, 1);
});

test('the words that changed are shown in their order', () => {
  assert.deepEqual(wordDiff('Set out one vision by March', 'Set out one shared vision by June'), [
    { kind: 'same', text: 'Set out one' },
    { kind: 'in', text: 'shared' },
    { kind: 'same', text: 'vision by' },
    { kind: 'out', text: 'March' },
    { kind: 'in', text: 'June' },
  ]);
});

const words = fc.array(fc.constantFrom('the', 'council', 'should', 'publish', 'its', 'floor', 'now'), {
  maxLength: 30,
});
const joined = (pieces: readonly { kind: string; text: string }[], without: string) =>
  pieces
    .filter((one) => one.kind !== without)
    .map((one) => one.text)
    .join(' ');

test('from the pieces both texts can be put together again, and nothing is more alike than itself', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [one.join(' '), other.join(' ')];
      const pieces = wordDiff(a, b);
      assert.equal(joined(pieces, 'in'), a);
      assert.equal(joined(pieces, 'out'), b);
      const alike = likeness(a, b);
      assert.ok(alike >= 0 && alike <= 1);
      assert.equal(alike, likeness(b, a));
      if (one.length > 0) assert.equal(likeness(a, a), 1);
    }),
  );
});
