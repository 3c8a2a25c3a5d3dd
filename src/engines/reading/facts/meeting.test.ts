import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './lines.ts';
import { meetingOf } from './meeting.ts';
import { laidOut, tableOf } from './testing.ts';

const read = (blocks: Parameters<typeof laidOut>[0]) => {
  const { committee, date, agendaItem } = meetingOf(linesOf(laidOut(blocks)));
  return [committee?.value ?? null, date?.value ?? null, agendaItem?.value ?? null];
};

test('committee, date and item are read from a table or from lines', () => {
  const head = tableOf([
    ['HARBOURS, PARKS AND ROADS SCRUTINY COMMITTEE', 'AGENDA ITEM No. 7'],
    ['9 MARCH 2020', 'PUBLIC REPORT'],
    ['Report of:', 'Director of Resources'],
  ]);
  assert.deepEqual(read([...head, 'The Harbours, Parks and Roads Scrutiny Committee asked for this report.']), [
    'Harbours, Parks and Roads Scrutiny Committee',
    '2020-03-09',
    '7',
  ]);
  assert.deepEqual(
    read([
      'Ashby Borough Council',
      'Report to: Audit Committee',
      'Date of meeting: Tuesday 3rd June 2021',
      'Agenda Item: 4a',
    ]),
    ['Audit Committee', '2021-06-03', '4a'],
  );
  assert.deepEqual(
    read(
      tableOf([
        ['Meeting', 'Cabinet'],
        ['Date', '3 June 2021'],
        ['Deadline date', '1 May 2021'],
        ['Item No.', '12'],
      ]),
    ),
    ['Cabinet', '2021-06-03', '12'],
  );
});

test('a front without them has none', () => {
  assert.deepEqual(
    read(['Ashby Borough Council', 'Cabinet Member: Cllr Ada Thornbeck', 'Published: 3 June 2021', 'Item of news']),
    [null, null, null],
  );
});

test('a committee whose name runs over several lines is read whole', () => {
  assert.deepEqual(read(['HARBOURS, PARKS AND', 'ROADS SCRUTINY', 'COMMITTEE', 'AGENDA ITEM No. 7', '9 MARCH 2020']), [
    'Harbours, Parks and Roads Scrutiny Committee',
    '2020-03-09',
    '7',
  ]);
});
