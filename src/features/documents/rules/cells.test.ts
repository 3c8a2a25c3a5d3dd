import assert from 'node:assert/strict';
import test from 'node:test';
import { readReport } from '../../../engines/reading/index.ts';
import { tablePlaceOf } from './cells.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings-of.ts';

const rows = [
  ['£ million', '2027/28', '2028/29'],
  ['Gap', '18.4', '24.9'],
  ['Savings', '9.1', '18.4'],
];
const record = readReport([
  { kind: 'paragraph', text: 'The plan holds £3m for repairs.' },
  ...rows.flatMap((cells, row) =>
    cells.map((text, column) => ({ kind: 'table-cell' as const, text, cell: { table: 1, row, column } })),
  ),
]);

test('a figure from a table says its row, its column and its unit, so that two of the same number are told apart', () => {
  const figures = findingsOf(record).filter((one) => one.kind === 'figure');
  assert.deepEqual(
    figures.map((one) => [one.value.text, tablePlaceOf(record, { ...one, proposed: one.value } as unknown as Finding)]),
    [
      ['£3m', null],
      ['18.4', { row: 'Gap', column: '2027/28', unit: '£ million' }],
      ['24.9', { row: 'Gap', column: '2028/29', unit: '£ million' }],
      ['9.1', { row: 'Savings', column: '2027/28', unit: '£ million' }],
      ['18.4', { row: 'Savings', column: '2028/29', unit: '£ million' }],
    ],
  );
});
