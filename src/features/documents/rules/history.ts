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
import { FINDING_KINDS, type FindingKind, type FindingValue } from './finding.ts';
import { allFacts, shortTitle } from './finding-words.ts';

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

/** What was read beside the recommendations, by its kind and its words. */
function findingName({ record }: HistoryRow): string {
  const kind = String(record.kind) as FindingKind;
  return `${FINDING_KINDS[kind].name} ‘${shortTitle({ kind, value: record.value as FindingValue })}’`;
}

const finding: RecordWords = {
  name: 'Finding',
  columns: {},
  stands: () => false,
  tell: (row) => `${findingName(row)}: put here by a person`,
};

const DECISIONS: Readonly<Record<string, string>> = {
  undecided: 'the decision was undone',
  accepted: 'accepted',
  left_out: 'left out',
};

const findingDecision: RecordWords = {
  name: 'Decision',
  columns: {},
  stands: () => false,
  tell({ record }, telling) {
    const of = telling.rows.find((row) => row.tableName === 'finding' && row.recordId === record.finding_id);
    const words = DECISIONS[String(record.decision)] ?? String(record.decision);
    if (!of) return `Something read was ${words}`;
    if (record.decision !== 'accepted' || record.correction === null) return `${findingName(of)}: ${words}`;
    const kind = String(of.record.kind) as FindingKind;
    return `${findingName(of)}: corrected to ‘${inALine({ kind, value: record.correction as FindingValue })}’`;
  },
};
const inALine = (one: { kind: FindingKind; value: FindingValue }) => allFacts(one).replaceAll('\n', '; ');

const version: RecordWords = {
  name: 'Version',
  columns: {},
  stands: () => false,
  tell: () => 'Said to be a new version of a report that was here',
};

/** What the reader found beside the recommendations, and what it put in another's place: told on the pages themselves. */
const isReadersOwn = (row: HistoryRow) =>
  (row.tableName === 'finding' && row.record.added_by === null) ||
  (row.tableName === 'finding_decision' && row.record.decision === 'replaced');

/** Steps of the reader between upload and outcome say nothing; what it found is told once. */
function outcomes(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const read = new Set<number>();
  return rows.filter((row) => {
    if (isReadersOwn(row)) return false;
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
  records: { document, document_version: version, report, proposal: find, finding, finding_decision: findingDecision },
  told: outcomes,
  unsigned: () => 'the program',
  // What the scope says of why ("Checked what was read") is the program's own word, not a person's.
  reasons: false,
  notThere: 'It was not there',
};
