import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './blocks.ts';
import { readReport } from './read-report.ts';
import type { ReportRecord } from './record.ts';

/** Text as a reader of plain text gives it: a line a block, pages parted by a form feed. */
function lines(text: string): Block[] {
  return text.split('\f').flatMap((page, number) => {
    let gapBefore = true;
    return page.split('\n').flatMap((line): Block[] => {
      const blank = line.trim() === '';
      const block: Block = { kind: 'line', text: line, gapBefore, page: number + 1 };
      gapBefore = blank;
      return blank ? [] : [block];
    });
  });
}

const para = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string, level = 2): Block => ({ kind: 'heading', text, level });
const item = (label: string, text: string, depth = 0): Block => ({ kind: 'list-item', label, text, depth });
const short = (record: ReportRecord) => record.recommendations.map((r) => `${r.group} ${r.number}: ${r.text}`);

test('two lists: the second starts at 1 again and is told apart by its heading', () => {
  const record = readReport(
    lines(`2. Key recommendations

The peer team recommends that the council should:

1. Publish the reserves.

2. Name one owner for each saving.

Shared service recommendations

1. Agree one register of what is shared.

2. Report the benefits twice a year.

3. Our approach

The team worked on site for four days.`),
  );
  assert.deepEqual(short(record), [
    'Key recommendations 1: Publish the reserves.',
    'Key recommendations 2: Name one owner for each saving.',
    'Shared service recommendations 1: Agree one register of what is shared.',
    'Shared service recommendations 2: Report the benefits twice a year.',
  ]);
});

test('sub-points stay under their number, and the number after them goes on', () => {
  const record = readReport(
    lines(`Key recommendations

1. Hold a workshop to explore:

a) what to share,

b) what to keep apart.

2. Fill the vacant posts.`),
  );
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text, (r.parts ?? []).map((x) => [x.label, x.text])]),
    [
      [
        1,
        'Hold a workshop to explore:',
        [
          ['a', 'what to share,'],
          ['b', 'what to keep apart.'],
        ],
      ],
      [2, 'Fill the vacant posts.', []],
    ],
  );
});

test('bullets under subject headings: one group each, numbered by place', () => {
  const record = readReport([
    heading('Recommendations'),
    heading('Money', 3),
    item('•', 'Publish the plan for the reserves.'),
    item('•', 'Test each saving before it is counted.'),
    heading('People', 3),
    item('•', 'Fill the posts that stand empty.'),
    heading('The peer team'),
    item('•', 'Nobody in particular, Leader'),
  ]);
  assert.deepEqual(short(record), [
    'Money 1: Publish the plan for the reserves.',
    'Money 2: Test each saving before it is counted.',
    'People 1: Fill the posts that stand empty.',
  ]);
});

test('a contents list with tabs and page numbers is no list of recommendations', () => {
  const record = readReport([
    heading('Contents'),
    para('1. Summary\t3'),
    para('2. Key recommendations\t5'),
    para('3. Our approach\t7'),
    heading('2. Key recommendations'),
    item('1.', 'Say what the money is for.'),
    heading('3. Our approach'),
    para('We read, asked and listened.'),
  ]);
  assert.deepEqual(short(record), ['Key recommendations 1: Say what the money is for.']);
});

test('section numbers without a stop do not shift the list inside them', () => {
  const record = readReport(
    lines(`1 Introduction

The council asked for a challenge of how it spends what it has.

2 Key recommendations

1. Spend less on what nobody asked for.

2. Ask what people need.

3 The team and its approach

The team came in June.`),
  );
  assert.deepEqual(short(record), [
    'Key recommendations 1: Spend less on what nobody asked for.',
    'Key recommendations 2: Ask what people need.',
  ]);
});

test('an item is joined over a blank line and over the turn of a page, and says where it turned', () => {
  const record = readReport(
    lines(`Key recommendations

1. Bring the two teams together so that nobody in the council needs to ask the same

question of the same people again.

2. Publish what the council would not go below, with the reasons for the floor and for the

2
\ftime it takes to build it up again.

3. Name an owner.

3
\fNext steps

We will return.

4
`),
  );
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text, r.page, r.pageEnd]),
    [
      [
        1,
        'Bring the two teams together so that nobody in the council needs to ask the same question of the same people again.',
        1,
        1,
      ],
      [
        2,
        'Publish what the council would not go below, with the reasons for the floor and for the time it takes to build it up again.',
        1,
        2,
      ],
      [3, 'Name an owner.', 2, 2],
    ],
  );
  assert.deepEqual(record.recommendations[1]!.doubts, ['The sentence runs over a page break.']);
});

test('what a conversion broke is put right: bullet before number, loose asterisks, stray marks, printed tags', () => {
  const record = readReport([
    heading('Key recommendations'),
    para('++'),
    para('• 1. Publish the plan.**'),
    para('.'),
    para('• 2. Keep to it.<br>'),
  ]);
  assert.deepEqual(short(record), ['Key recommendations 1: Publish the plan.', 'Key recommendations 2: Keep to it.']);
  assert.deepEqual(
    record.dropped.map((d) => d.text),
    ['++', '.'],
  );
});

test('slips of the report survive as printed', () => {
  const record = readReport([
    heading('Recommendations'),
    item('1.', 'There are number of plans; let the the council chose one .'),
  ]);
  assert.deepEqual(short(record), ['Recommendations 1: There are number of plans; let the the council chose one .']);
});

test('a headline in bold stands in the text and as the heading', () => {
  const record = readReport([
    heading('Recommendations'),
    { ...item('1.', 'Fix the roof. It leaks on the papers.'), bold: [[0, 13]] },
    { ...item('2.', 'Mend the clock. Nobody knows the time.'), bold: [[0, 15]] },
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.heading, r.text]),
    [
      ['Fix the roof', 'Fix the roof. It leaks on the papers.'],
      ['Mend the clock', 'Mend the clock. Nobody knows the time.'],
    ],
  );
});

test('recommendations that are labelled in words, as headings or in the line', () => {
  const asHeadings = readReport([
    heading('Recommendations'),
    heading('Recommendation 1', 3),
    para('Publish the plan in plain words.'),
    heading('Recommendation 2: Name the owners', 3),
    para('Each saving needs one officer and one member.'),
  ]);
  assert.deepEqual(
    asHeadings.recommendations.map((r) => [r.number, r.label]),
    [
      [1, 'Recommendation 1'],
      [2, 'Recommendation 2:'],
    ],
  );
  const inLine = readReport([heading('Key recommendations'), para('R1. Publish it.'), para('R2. Own it.')]);
  assert.deepEqual(short(inLine), ['Key recommendations 1: Publish it.', 'Key recommendations 2: Own it.']);
});

test('a table gives one recommendation a row, from the column that holds them', () => {
  const cell = (row: number, column: number, text: string): Block => ({
    kind: 'table-cell',
    text,
    cell: { table: 1, row, column },
  });
  const record = readReport([
    heading('Key recommendations'),
    ...[cell(0, 0, 'No.'), cell(0, 1, 'Recommendation'), cell(0, 2, 'Theme')],
    ...[cell(1, 0, '1'), cell(1, 1, 'Publish the plan for the reserves.'), cell(1, 2, 'Money')],
    ...[cell(2, 0, '2'), cell(2, 1, 'Fill the posts that stand empty.'), cell(2, 2, 'People')],
  ]);
  assert.deepEqual(short(record), [
    'Key recommendations 1: Publish the plan for the reserves.',
    'Key recommendations 2: Fill the posts that stand empty.',
  ]);
});

test('a list that a conversion broke at a cut sentence counts on, and says so', () => {
  const record = readReport([
    heading('Key recommendations'),
    item('1.', 'Publish the plan.'),
    item('2.', 'Think about how the council must change, and'),
    para('make each change with the people it touches.'),
    item('1.', 'Name the owners.'),
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.group, r.number]),
    [
      ['Key recommendations', 1],
      ['Key recommendations', 2],
      ['Key recommendations', 3],
    ],
  );
  assert.match(record.recommendations[2]!.doubts.join(' '), /counted on to 3/u);
});

test('where a conversion lost the numbers, each paragraph is one and the letters stay under theirs', () => {
  const record = readReport([
    heading('Key recommendations'),
    para('The peer team recommend that the council should:'),
    para('Publish the plan.'),
    para('Write one strategy with two parts:'),
    item('a.', 'what to do now'),
    item('b.', 'what to do later.'),
    para('Name the owners.'),
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text, r.parts?.length ?? 0]),
    [
      [1, 'Publish the plan.', 0],
      [2, 'Write one strategy with two parts:', 2],
      [3, 'Name the owners.', 0],
    ],
  );
  for (const r of record.recommendations) assert.match(r.doubts.join(' '), /stands in no list/u);
});

test('the same list printed again at the end is proposed once, in its first place', () => {
  const list = [item('1.', 'Publish the plan.'), item('2.', 'Name the owners.')];
  const record = readReport([
    heading('Key recommendations'),
    ...list,
    heading('Feedback'),
    para('The council has a plan and nobody has seen it.'),
    heading('Appendix: list of key recommendations'),
    ...list,
  ]);
  assert.equal(record.recommendations.length, 2);
});

test('the council is the one the front names, never a person or an office', () => {
  const of = (...texts: string[]) => readReport(texts.map(para)).council;
  assert.deepEqual(of('Corporate Peer Challenge', 'City of York Council', 'Feedback report'), {
    name: 'City of York Council',
    gss: 'E06000014',
  });
  assert.deepEqual(of('Corporate Peer Challenge', 'LONDON BOROUGH OF BRENT').gss, 'E09000005');
  assert.deepEqual(of('Ashcombe Borough Council', 'Cllr Ann Marsh, Leader of the Council'), {
    name: 'Ashcombe Borough Council',
    gss: null,
  });
  assert.deepEqual(of('Report of Cllr Ann Marsh, Leader of the Council', 'Minutes'), { name: null, gss: null });
});

test('a committee report about recommendations is not taken for a challenge report', () => {
  const record = readReport(
    lines(`SCRUTINY COMMITTEE AGENDA ITEM 7

Report of: Director of Resources

Contact officer: Jo Reed

RECOMMENDATIONS

It is recommended that the committee:

1. Note the progress made since the peer challenge.`),
  );
  assert.equal(record.kind, 'committee-report');
});
