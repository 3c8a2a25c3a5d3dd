// What happened to a report from its upload to the register, and to each find in it, in people's words.
import { count } from '../../../platform/web/dates-and-money.ts';
import {
  changed,
  day,
  type HistoryRow,
  number,
  oneOf,
  type RecordWords,
  subPoints,
  text,
  type Vocabulary,
} from '../../history/index.ts';
import { KINDS } from './document.ts';

const states = oneOf({
  waiting: 'Waiting to be read',
  reading: 'Being read',
  read: 'Read',
  refused: 'Not read',
  dropped: 'Dropped',
});
const decision = oneOf({
  undecided: 'Not decided',
  accepted: 'Accepted',
  left_out: 'Left out',
  replaced: 'Joined with another, or split',
});
const kind = oneOf(Object.fromEntries(KINDS.map(({ value, text: words }) => [value, words])));

const document: RecordWords = {
  name: 'Upload',
  columns: {
    title: ['Title', text],
    state: ['State', states],
    pages: ['Pages', number],
    refusal: ['Why it was not read', text],
  },
  tell(row, telling) {
    const { state, pages, title, refusal } = row.record;
    if (row.change === 'added') return `Uploaded as ‘${title}’`;
    if (row.was && 'state' in row.was) {
      const saysAll = ['State', 'Pages', 'Why it was not read'];
      if (state === 'read') return { what: `Read${pages ? `, ${count(Number(pages), 'page')}` : ''}`, saysAll };
      if (state === 'refused') return { what: `Not read: ${refusal ?? 'this file could not be read'}`, saysAll };
      if (row.personId !== null) return { what: 'Sent to be read again', saysAll };
    }
    return changed('Upload', telling);
  },
};

const report: RecordWords = {
  name: 'In the register',
  columns: {
    title: ['Title', text],
    kind: ['Kind', kind],
    fieldwork_from: ['First day on site', day],
    fieldwork_to: ['Last day on site', day],
    received_on: ['Received on', day],
  },
  tell: (row, telling) =>
    row.change === 'added' ? `Added to the register as ‘${row.record.title}’` : changed('Report', telling),
};

const placeOf = ({ record }: HistoryRow) => `${record.group_name}, number ${record.number}`;
/** A find that the reader itself proposed: it proposes all of them in one instant. */
const isRead = (row: HistoryRow) => row.tableName === 'proposal' && row.change === 'added' && row.personId === null;

const find: RecordWords = {
  name: 'Find',
  columns: {
    group_name: ['List', text],
    number: ['Number', number],
    heading: ['Heading', text],
    text: ['Wording', text],
    parts: ['Sub-points', subPoints],
    decision: ['Decision', decision],
  },
  title: placeOf,
  unlisted: (column) => column === 'group_name' || column === 'number',
  stands: ({ record }) => record.decision !== 'replaced',
  tell(row, telling) {
    if (row.change === 'added') {
      if (!isRead(row)) return `${placeOf(row)}: put here by a person`;
      const together = telling.rows.filter((other) => isRead(other) && other.at.getTime() === row.at.getTime());
      return `${count(together.length, 'recommendation')} found`;
    }
    return changed(placeOf(row), telling);
  },
};

/** Steps of the reader between upload and outcome say nothing; what it found is told once. */
function outcomes(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const read = new Set<number>();
  return rows.filter((row) => {
    if (row.tableName === 'document' && row.change === 'changed' && row.personId === null) {
      return row.record.state !== 'waiting' && row.record.state !== 'reading';
    }
    if (!isRead(row)) return true;
    const told = read.has(row.at.getTime());
    read.add(row.at.getTime());
    return !told;
  });
}

export const reportVocabulary: Vocabulary = {
  records: { document, report, proposal: find },
  told: outcomes,
  unsigned: () => 'the program',
  // What the scope says of why ("Checked what was read") is the program's own word, not a person's.
  reasons: false,
  notThere: 'It was not there',
};
