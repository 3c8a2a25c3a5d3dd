import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './blocks.ts';
import { readReport } from './read-report.ts';

const lines = (text: string): Block[] => {
  let gapBefore = true;
  return text.split('\n').flatMap((line): Block[] => {
    const block: Block = { kind: 'line', text: line, gapBefore };
    gapBefore = line.trim() === '';
    return gapBefore ? [] : [block];
  });
};
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const title = (text: string, level = 2): Block => ({ kind: 'heading', text, level });
const short = (blocks: readonly Block[]) => readReport(blocks).recommendations.map((r) => [r.group, r.number, r.text]);

test('a running header in the middle of a sentence is taken out, and the sentence is whole again', () => {
  const record = readReport([
    title('Key recommendations'),
    { kind: 'list-item', label: '1.', text: 'Settle the plan for the market hall before the traders' },
    paragraph('Wexmoor Council: corporate peer challenge'),
    paragraph('have to renew their leases.'),
    { kind: 'list-item', label: '2.', text: 'Publish the costs of the ferry every' },
    paragraph('14'),
    paragraph('quarter, with a note on what changed.'),
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text]),
    [
      [1, 'Settle the plan for the market hall before the traders have to renew their leases.'],
      [2, 'Publish the costs of the ferry every quarter, with a note on what changed.'],
    ],
  );
  assert.deepEqual(
    record.dropped.map((d) => d.text),
    ['Wexmoor Council: corporate peer challenge', '14'],
  );
});

test('a short line that ends a sentence or starts one is left where it stands', () => {
  const record = readReport([
    paragraph('The quay is owned by the council and let to three firms.'),
    paragraph('Wexmoor Harbour Board'),
    paragraph('It meets four times a year.'),
  ]);
  assert.match(record.text, /Wexmoor Harbour Board/);
});

test('words cut at the end of a line are joined, and those with a hyphen of their own keep it', () => {
  const { text } = readReport([
    paragraph('The clerk found some-'),
    paragraph('thing worth keeping.'),
    ...lines(`The council needs a plan for recru-
itment, and it should be evidence-
based from the first day onwards.`),
  ]);
  assert.match(text, /something worth keeping/);
  assert.match(text, /recruitment/);
  assert.match(text, /evidence-based/);
});

test('numbers that run on under subject headings stay recommendations, though the next section has the same number', () => {
  const got = short([
    title('2. Recommendations'),
    title('Harbour', 3),
    { kind: 'list-item', label: '1.', text: 'Dredge the north basin before the winter', bold: [[0, 40]] },
    paragraph('Larger boats have begun to go elsewhere.'),
    { kind: 'list-item', label: '2.', text: 'Agree a new scale of fees with the fishers', bold: [[0, 42]] },
    paragraph('The scale is eleven years old.'),
    title('Libraries', 3),
    { kind: 'list-item', label: '3.', text: 'Keep the branch at the quay open on market days', bold: [[0, 47]] },
    paragraph('It is the only warm room in the quarter.'),
    title('3. Next steps'),
    paragraph('The council will reply in spring.'),
  ]);
  assert.deepEqual(
    got.map(([group, number]) => [group, number]),
    [
      ['Harbour', 1],
      ['Harbour', 2],
      ['Libraries', 3],
    ],
  );
});

test('headlines that are numbered headings start again under each subject', () => {
  const got = short([
    title('Key recommendations', 1),
    title('Harbour', 2),
    title('1. Say plainly what the harbour is for', 3),
    paragraph('Nobody could tell us.'),
    title('2. Agree a scale of fees with the fishers', 3),
    paragraph('The scale is old.'),
    title('Libraries', 2),
    title('1. Keep the branch at the quay open', 3),
    paragraph('It is the only warm room.'),
    title('Next steps', 1),
  ]);
  assert.deepEqual(got, [
    ['Harbour', 1, 'Nobody could tell us.'],
    ['Harbour', 2, 'The scale is old.'],
    ['Libraries', 1, 'It is the only warm room.'],
  ]);
});

test('tables under subject headings give each subject its own recommendations', () => {
  const row = (table: number, at: number, label: string, text: string): Block[] => [
    { kind: 'table-cell', text: label, cell: { table, row: at, column: 0 } },
    { kind: 'table-cell', text, cell: { table, row: at, column: 1 } },
  ];
  const got = short([
    title('Recommendations'),
    title('Harbour', 3),
    ...row(1, 0, 'Recommendation 1', 'Dredge the north basin before the winter storms begin.'),
    ...row(1, 1, 'Recommendation 2', 'Agree a new scale of fees with those who fish from it.'),
    title('Libraries', 3),
    ...row(2, 0, 'Recommendation 3', 'Keep the branch at the quay open on every market day.'),
    title('Next steps'),
    paragraph('The council will reply.'),
  ]);
  assert.deepEqual(
    got.map(([group, number]) => [group, number]),
    [
      ['Harbour', 1],
      ['Harbour', 2],
      ['Libraries', 3],
    ],
  );
});

test('letters under a Roman count that ends in a colon are its points, and the count goes on after them', () => {
  const { recommendations } = readReport(
    lines(`Key recommendations

i) Mend the sea wall before the spring tides.

ii) Hold a day for members and officers to agree:

a) what the harbour is for;

b) who pays for it.

iii) Let the quay to one firm.`),
  );
  assert.deepEqual(
    recommendations.map((r) => [r.number, r.parts?.length ?? 0]),
    [
      [1, 0],
      [2, 2],
      [3, 0],
    ],
  );
});

test('bare numbers count a list, and a lone "o" is a bullet', () => {
  assert.deepEqual(
    short(
      lines(`Recommendations

Ref Recommendation

1 Mend the sea wall before the spring tides.

2 Let the quay to one firm.`),
    ).map(([, number, text]) => [number, text]),
    [
      [1, 'Mend the sea wall before the spring tides.'],
      [2, 'Let the quay to one firm.'],
    ],
  );
  assert.deepEqual(
    short([
      title('Recommendations'),
      { kind: 'list-item', label: 'o', text: 'Mend the sea wall.' },
      { kind: 'list-item', label: 'o', text: 'Let the quay.' },
    ]).map(([, number]) => number),
    [1, 2],
  );
  assert.deepEqual(
    short([title('Recommendations'), paragraph('Ø Mend the sea wall.'), paragraph('Ø Let the quay.')]).map(
      ([, number, text]) => [number, text],
    ),
    [
      [1, 'Mend the sea wall.'],
      [2, 'Let the quay.'],
    ],
  );
});

test('a headline over two lines, with the verb of advice first, is the heading of what stands under it', () => {
  const [first] = readReport(
    lines(`Key recommendations

1. Look again at how the council decides which of its piers to mend first, and
say why in words that residents can follow

Two piers were mended for reasons that nobody wrote down. The harbour office
keeps a list of its own and the finance team keeps another, so that members who
ask are given two answers, and the people who live beside the piers are given
none that they can check against what was done.

2. Let the quay to one firm

Three firms share it now.`),
  ).recommendations;
  assert.match(first!.text, /^Two piers were mended .* what was done\.$/);
  assert.match(first!.heading!, /^Look again .* residents can follow$/);
});

test('a label before a printed tag belongs to the text inside it', () => {
  const got = short([
    title('Recommendations'),
    paragraph('1. Mend the sea wall.'),
    paragraph('2. <p>Let the quay to one firm.</p>'),
    paragraph('3. Open the library on market days.'),
  ]);
  assert.deepEqual(
    got.map(([, number, text]) => [number, text]),
    [
      [1, 'Mend the sea wall.'],
      [2, 'Let the quay to one firm.'],
      [3, 'Open the library on market days.'],
    ],
  );
});

test('a line at the foot of every page of a text is left out, its page number going up', () => {
  const blocks = [1, 2, 3, 4].flatMap((page): Block[] => [
    {
      kind: 'line',
      text: `Page ${page} begins with a sentence about pier ${'abcd'[page - 1]}.`,
      page,
      gapBefore: true,
    },
    { kind: 'line', text: `It stands in part ${'wxyz'[page - 1]} of the bay.`, page, gapBefore: true },
    { kind: 'line', text: `Wexmoor review - ${page}`, page, gapBefore: true },
  ]);
  const { text } = readReport(blocks);
  assert.doesNotMatch(text, /Wexmoor review/);
  assert.match(text, /part z of the bay/);
});

test('items of a list between unfinished lines are no running header', () => {
  const text = [
    'The funds are:',
    '',
    'a) Harbour Fund - £39.0m',
    '',
    'b) Orchard Town Fund - £42.5 million',
    '',
    'c) High Streets Fund - £59 million',
    '',
    'd) Old Mill Fund - £34.86 million',
    '',
    'That is all.',
  ];
  const record = readReport(lines(text.join('\n')));
  assert.deepEqual(record.dropped, []);
  assert.match(record.text, /Orchard Town Fund/);
});
