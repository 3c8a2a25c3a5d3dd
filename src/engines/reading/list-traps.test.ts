import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './blocks.ts';
import { readReport } from './read-report.ts';
import type { ProposedRecommendation } from './record.ts';

/** Plain text, a line a block. */
function found(text: string): readonly ProposedRecommendation[] {
  let gapBefore = true;
  const blocks = text.split('\n').flatMap((line): Block[] => {
    const block: Block = { kind: 'line', text: line, gapBefore };
    gapBefore = line.trim() === '';
    return gapBefore ? [] : [block];
  });
  return readReport(blocks).recommendations;
}

test('a headline on a line of its own is the heading; its reasons are the text, up to the next section', () => {
  const items = found(`Key recommendations

1. Develop a clear picture of the place

The council has many plans and no single picture of where it wants to be, and partners said so.

2. Invest in the workforce

Turnover is high in three services.

Summary of peer challenge approach

The peer team

Councillors and officers of other councils make up a team.`);
  assert.deepEqual(
    items.map((r) => [r.number, r.heading, r.text]),
    [
      [
        1,
        'Develop a clear picture of the place',
        'The council has many plans and no single picture of where it wants to be, and partners said so.',
      ],
      [2, 'Invest in the workforce', 'Turnover is high in three services.'],
    ],
  );
});

test('bullets of another shape are points under the bullet before them', () => {
  const items = found(`Key recommendations

• Bring the medium term plan forward.
  o Test each saving
  o Publish the reserves
• Fill the posts.

Next steps

We will return.`);
  assert.deepEqual(
    items.map((r) => [r.number, r.text, (r.parts ?? []).map((p) => p.text)]),
    [
      [1, 'Bring the medium term plan forward.', ['Test each saving', 'Publish the reserves']],
      [2, 'Fill the posts.', []],
    ],
  );
});

test('lists under the same title in several chapters are told apart by chapter', () => {
  const items = found(`Leadership of place

Partners like the council.

Recommendations

• Tell the story.

Financial planning and viability

Money is tight.

Recommendations

• Build reserves.
• Cut late fees.

Next steps

We will return.`);
  assert.deepEqual(
    items.map((r) => `${r.group} ${r.number}`),
    [
      'Recommendations 1',
      'Recommendations, Financial planning and viability 1',
      'Recommendations, Financial planning and viability 2',
    ],
  );
});

test('a second list without a heading is a list of its own, with a doubt that says so', () => {
  const items = found(`Key recommendations

The team recommends for the city council:

1. Publish the plan.
2. Name the owners.

And for both councils together:

1. Share the register.

Next steps

The council should reflect.`);
  assert.deepEqual(
    items.map((r) => `${r.group} ${r.number}: ${r.text}`),
    [
      'Key recommendations 1: Publish the plan.',
      'Key recommendations 2: Name the owners.',
      'Key recommendations, list 2 1: Share the register.',
    ],
  );
  assert.match(items[2]!.doubts.join(' '), /second list starts at 1/u);
});

test('a definition behind an asterisk belongs to no recommendation', () => {
  const items = found(`2. Key recommendations

1. Set up a *joint commission to settle the future of the shared team.

2. Keep the scrutiny committee informed.

*A joint commission is a group of members of both councils that meets for a year.

3. Summary of the approach

Words here.`);
  assert.deepEqual(
    items.map((r) => r.text),
    ['Set up a *joint commission to settle the future of the shared team.', 'Keep the scrutiny committee informed.'],
  );
});

for (const [form, labels] of Object.entries({
  brackets: ['(1) ', '(2) ', '(3) '],
  dashes: ['1 – ', '2 – ', '3 – '],
  'capital letters': ['A. ', 'B. ', 'C. '],
  'section numbers': ['2.1 ', '2.2 ', '2.3 '],
  'a line of their own': ['1.\n', '2.\n', '3.\n'],
  words: ['Recommendation 1: ', 'Recommendation 2: ', 'Recommendation 3: '],
})) {
  test(`numbers are known in ${form}`, () => {
    const [a, b, c] = labels;
    const items = found(`2. Key recommendations

${a}Publish the plan of the council.

${b}Name the owners of each action.

${c}Close the gap before it grows.

Next steps

We will return.`);
    assert.deepEqual(
      items.map((r) => [r.number, r.text]),
      [
        [1, 'Publish the plan of the council.'],
        [2, 'Name the owners of each action.'],
        [3, 'Close the gap before it grows.'],
      ],
    );
  });
}

test('a report without recommendations has none: advice in its prose is not taken for one', () => {
  assert.deepEqual(found('The council is liked.\n\nIt has many plans. The council should publish them.'), []);
});

test('a doubled word and an asterisk that may point to a note are read as printed, and said', () => {
  const items = readReport([
    { kind: 'heading', level: 2, text: 'Key recommendations' },
    ...['Publish the the plan.', 'Name a single *owner.', 'Share the register* by spring.', 'Say that that is so.'].map(
      (text, at): Block => ({ kind: 'list-item', label: `${at + 1}.`, text, depth: 0 }),
    ),
  ]).recommendations;
  assert.deepEqual(
    items.map((r) => [r.text, r.confidence >= 0.9]),
    [
      ['Publish the the plan.', false],
      ['Name a single *owner.', false],
      ['Share the register* by spring.', false],
      ['Say that that is so.', true],
    ],
  );
  assert.match(items[0]!.doubts.join(' '), /‘the’ stands twice/u);
  assert.match(items[1]!.doubts.join(' '), /asterisk/u);
});
