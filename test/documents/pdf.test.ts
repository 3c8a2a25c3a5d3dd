import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from '../../src/engines/reading/index.ts';
import { readPdf } from '../../src/platform/readers/pdf.ts';
import { column, makePdf, type SetLine } from './make-pdf.ts';

const head: SetLine = { text: 'Ashcombe Borough Council: peer challenge', bottom: 40, size: 9 };
const foot = (page: number): SetLine => ({ text: `Page ${page} of 4`, left: 270, bottom: 810, size: 9 });
const filler = (page: number): SetLine[] =>
  column(
    [
      `The team met people who work in the ${page} offices of the council, and heard how they see the`,
      'years ahead. What they said is set out below, with what the team made of it.',
    ],
    500,
  );
const report = async (pages: readonly (readonly SetLine[])[]) => readReport(await readPdf(makePdf(pages)));

test('a sentence cut by the turn of the page is joined, its header and footer taken out', async () => {
  const record = await report([
    [head, ...filler(1), foot(1)],
    [
      head,
      ...column([{ text: '2. Key recommendations', bold: true, size: 14 }], 600),
      ...column(
        [
          '1. Publish the reserves the council would not go below, and say each quarter what has been',
          '    drawn from them and for what, so that members can see before they decide what is',
        ],
        640,
      ),
      foot(2),
    ],
    [
      head,
      ...column(['    left to spend.', '2. Name one officer for each action.']),
      ...column([{ text: '3. Summary of the approach', bold: true, size: 14 }], 200),
      ...filler(3),
      foot(3),
    ],
    [head, ...filler(4), foot(4)],
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text, r.page, r.pageEnd]),
    [
      [
        1,
        'Publish the reserves the council would not go below, and say each quarter what has been drawn from them and for what, so that members can see before they decide what is left to spend.',
        2,
        3,
      ],
      [2, 'Name one officer for each action.', 3, 3],
    ],
  );
  assert.match(record.recommendations[0]!.doubts.join(' '), /page break/u);
  assert.ok(record.dropped.some((d) => d.text === 'Page 3 of 4'));
  assert.ok(!record.text.includes('Ashcombe Borough Council: peer challenge'));
});

test('two columns are read one after the other, and a heading set last is put where it stands', async () => {
  const left = ['Left one goes on to the', 'second line of it here,', 'and ends in the third.'];
  const right = ['Right one begins at the', 'top of the other column', 'and ends beside it.'];
  const record = await report([
    [
      ...column(left, 200, 60),
      ...column(right, 200, 320),
      { text: 'Findings of the team', bottom: 150, size: 18, bold: true },
    ],
  ]);
  assert.deepEqual(
    record.blocks.map((b) => record.text.slice(...b.span)),
    ['Findings of the team', left.join(' '), right.join(' ')],
  );
});

test('bold type is known without tags, and a headline in it becomes the heading of its recommendation', async () => {
  const record = await report([
    [
      { text: 'Key recommendations', bottom: 100, size: 16, bold: true },
      { text: '1.', bottom: 130 },
      { text: 'Hold fewer reviews.', left: 90, bottom: 130, bold: true },
      { text: 'Five are running at once, and none has ended.', left: 206, bottom: 130 },
      { text: '2.', bottom: 160 },
      { text: 'Fill the vacant posts.', left: 90, bottom: 160, bold: true },
      { text: 'One in eight stands empty today.', left: 210, bottom: 160 },
    ],
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.heading, r.text]),
    [
      [1, 'Hold fewer reviews', 'Hold fewer reviews. Five are running at once, and none has ended.'],
      [2, 'Fill the vacant posts', 'Fill the vacant posts. One in eight stands empty today.'],
    ],
  );
});

test('a table is known by its columns, though nothing marks it, and each row is one recommendation', async () => {
  const row = (top: number, number: string, first: string, second: string, theme: string): SetLine[] => [
    { text: number, left: 72, bottom: top },
    { text: first, left: 120, bottom: top },
    { text: theme, left: 440, bottom: top },
    { text: second, left: 120, bottom: top + 14 },
  ];
  const record = await report([
    [
      { text: 'Key recommendations', bottom: 100, size: 16, bold: true },
      ...row(130, 'No.', 'Recommendation', '', 'Theme'),
      ...row(150, '1', 'Publish the plan for the reserves so that all', 'can see where the floor is.', 'Money'),
      ...row(190, '2', 'Fill the posts that stand empty in planning,', 'and keep those who are there.', 'People'),
      { text: 'Next steps', bottom: 300, size: 16, bold: true },
      ...column(['The team will come back to see what the council has made of all this.'], 330),
    ],
  ]);
  assert.deepEqual(
    record.recommendations.map((r) => [r.number, r.text]),
    [
      [1, 'Publish the plan for the reserves so that all can see where the floor is.'],
      [2, 'Fill the posts that stand empty in planning, and keep those who are there.'],
    ],
  );
});

test('a PDF without letters is refused: blank or a scan', async () => {
  const refusal = (code: string) => (error: unknown) =>
    (error as { refusal?: { code: string } }).refusal?.code === code;
  await assert.rejects(readPdf(makePdf([[], []])), refusal('no-text'));
  await assert.rejects(readPdf(Buffer.from('%PDF-1.4\nnothing that follows is one')), refusal('damaged-pdf'));
});
