// The history of any record: rows as the database's triggers wrote them, and a vocabulary that says in people's words
// what the columns of a table are called and how its changes are told.
import { count, date, dateTime, pounds as inPounds, isoDay } from '../../platform/web/dates-and-money.ts';

/** A row of history, with the columns of its record as the database names them. */
export interface HistoryRow {
  readonly id: number;
  readonly tableName: string;
  readonly recordId: string;
  readonly at: Date;
  readonly personId: string | null;
  /** The person's name, where the reader's own council may know it. */
  readonly who: string | null;
  /** Of a shared record the council that acted; null of a council's own records. */
  readonly council: string | null;
  /** 'found': it was there when its history began. */
  readonly change: 'added' | 'changed' | 'removed' | 'found';
  readonly reason: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>> | null;
}

/** Names by identifier: of people, councils, files, whatever the rows point at. */
export type Names = ReadonlyMap<string, string>;

/** How the values of a column are said. Of an absent value `none` is said. */
export interface Field {
  readonly none: string;
  words(value: unknown, names: Names): string;
}

const plain = (words: Field['words'], none = 'nothing'): Field => ({ none, words });

export const text = plain(String);
export const number = plain(String);
export const day = plain((value) => date(String(value)), 'no date');
export const instant = plain((value) => dateTime(new Date(String(value))), 'not yet');
export const pounds = plain((value) => inPounds(Number(value)), 'no amount');
export const person = plain((value, names) => names.get(String(value)) ?? 'somebody who is no longer listed', 'nobody');
export const council = plain((value, names) => names.get(String(value)) ?? 'a council that is no longer here');
export const file = plain((value, names) => names.get(String(value)) ?? 'a file that is no longer kept');
export const months = plain((value) => count(Number(value), 'month'));

/** A column with a fixed list of values, each with its words. */
export const oneOf = (words: Readonly<Record<string, string>>, none = 'nothing') =>
  plain((value) => words[String(value)] ?? String(value), none);

/** A column with several values of a fixed list. */
export const someOf = (words: Readonly<Record<string, string>>, none: string) =>
  plain((value) => (value as readonly string[]).map((one) => words[one] ?? one).join(', ') || none, none);

/** The lettered sub-points of a recommendation. */
export const subPoints = plain(
  (value) => (value as readonly { label: string; text: string }[]).map((one) => `${one.label} ${one.text}`).join(' '),
  'no sub-points',
);

export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value in words; what is absent says so. */
export function valueWords(value: unknown, field: Field, names: Names): string {
  return isAbsent(value) ? field.none : field.words(value, names);
}

/** The columns that people know, in the order in which they are told. Others (versions, keys, instants) are silent. */
export type Columns = Readonly<Record<string, readonly [label: string, field: Field]>>;

export interface FieldChange {
  readonly label: string;
  readonly field: Field;
  readonly was: unknown;
  readonly now: unknown;
}

/** What is at hand while one row is told. */
export interface Telling {
  readonly rows: readonly HistoryRow[];
  readonly names: Names;
  readonly changes: readonly FieldChange[];
}

/** What happened, without who and when. */
export type Told =
  | string
  | {
      readonly what: string;
      /** It gives the new value of a single change already. */
      readonly saysNow?: boolean;
      /** It says these changes whole, by their labels. */
      readonly saysAll?: readonly string[];
    };

/** How the records of one table are told. */
export interface RecordWords {
  /** What one is called: "Action". */
  readonly name: string;
  readonly columns: Columns;
  /** Left out: "Action added", "Action: officer is now Lena Fox", "Action changed: officer, member". */
  readonly tell?: (row: HistoryRow, telling: Telling) => Told;
  /** Sentences that the record itself holds about why. Left out: the reason of the change alone. */
  readonly why?: (row: HistoryRow) => readonly string[];
  /** Above its facts as on a date; left out: its name. */
  readonly title?: (row: HistoryRow, names: Names) => string;
  /** What an empty column says of itself as on a date; others say nothing when they are empty. */
  readonly empty?: Readonly<Record<string, string>>;
  /** Whether it stands among the records of a day; left out: it does. What does not is told all the same. */
  readonly stands?: (row: HistoryRow) => boolean;
  /** Values that say nothing among the facts of a day: they stand in the title, or others say it. */
  readonly unlisted?: (column: string, value: unknown) => boolean;
}

/** How the history of one kind of record and all its parts is told. */
export interface Vocabulary {
  /** By table, in the order in which they stand as on a date. */
  readonly records: Readonly<Record<string, RecordWords>>;
  /** Leaves out rows that say nothing which others do not. */
  readonly told?: (rows: readonly HistoryRow[]) => readonly HistoryRow[];
  /** False: the reasons of these changes are the program's own words, and say nothing. */
  readonly reasons?: boolean;
  /** Who did what nobody signed for: "the program". */
  readonly unsigned: (row: HistoryRow) => string;
  /** What is said of a day on which there was nothing yet: "It was not in the register". */
  readonly notThere: string;
}

/** What changed in a row, column by column, of those that people know. */
export function changesIn(row: HistoryRow, vocabulary: Vocabulary): FieldChange[] {
  const known = vocabulary.records[row.tableName]?.columns ?? {};
  return Object.entries(known)
    .filter(([column]) => row.was !== null && column in row.was)
    .map(([column, [label, field]]) => ({ label, field, was: row.was?.[column], now: row.record[column] }));
}

/** The rows worth telling: changes of versions and keys alone are left out, and what the vocabulary tells otherwise. */
export function toldRows(rows: readonly HistoryRow[], vocabulary: Vocabulary): readonly HistoryRow[] {
  const known = rows.filter(
    (row) => row.tableName in vocabulary.records && (row.change !== 'changed' || changesIn(row, vocabulary).length > 0),
  );
  return vocabulary.told?.(known) ?? known;
}

/** Rows of one record. One without an identifier of its own is told apart by its council. */
const recordKey = (row: HistoryRow) => `${row.tableName} ${row.recordId} ${row.record.council_id ?? ''}`;

/** The records as they stood at the end of a day in London: the last row of each by then, without those removed. */
export function asOn(rows: readonly HistoryRow[], wanted: string): HistoryRow[] {
  const last = new Map<string, HistoryRow>();
  // A map keeps the place of what was set first, so records stand in the order in which they began.
  for (const row of rows) if (isoDay(row.at) <= wanted) last.set(recordKey(row), row);
  return [...last.values()].filter((row) => row.change !== 'removed');
}

export interface LastChange {
  readonly who: string;
  readonly personId: string | null;
  readonly at: Date;
}

/** Who changed a thing last, for the person who finds it changed: "You" for their own change in another window. */
export function whoChanged(
  last: (Pick<LastChange, 'personId'> & { who: string | null }) | null,
  reader: string | null,
): string {
  if (last !== null && last.personId !== null && last.personId === reader) return 'You';
  return last?.who ?? 'Somebody';
}
