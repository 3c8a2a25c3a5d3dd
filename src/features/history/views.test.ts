import assert from 'node:assert/strict';
import test from 'node:test';
import { type HistoryRow, text, type Vocabulary } from './rules.ts';
import { historyView } from './views.ts';

test('a reason that only repeats what happened is not told twice; any other is', () => {
  const vocabulary: Vocabulary = {
    records: { thing: { name: 'Thing', columns: { title: ['Title', text] } } },
    unsigned: () => 'the program',
    notThere: 'It was not there',
  };
  const row = (reason: string): HistoryRow => ({
    ...{ id: 1, tableName: 'thing', recordId: '1', at: new Date('2026-11-22T10:00:00Z'), personId: null, who: null },
    ...{ council: null, change: 'added', reason, record: {}, was: null },
  });
  const why = (reason: string) =>
    historyView([row(reason)], vocabulary, new Map(), { about: '', aboutHref: null, asOnHref: '' }).changes[0]!.why;
  assert.equal(why('Thing added'), null);
  assert.equal(why('Council asked for it'), 'Why: Council asked for it');
});
