// History in plain sentences: who, when, what changed with before and after, and why; and a record as it stood on a day.
import { shortName } from '../../engines/fields/councils.ts';
import type { TypedDay } from '../../engines/fields/fields.ts';
import {
  asOn,
  changesIn,
  type FieldChange,
  type HistoryRow,
  isAbsent,
  type Names,
  type RecordWords,
  type Telling,
  type Told,
  toldRows,
  type Vocabulary,
  valueWords,
} from './rules.ts';

export interface ChangeView {
  readonly what: string;
  readonly who: string;
  readonly when: Date;
  readonly why: string | null;
  /** What changed, with before and after. */
  readonly lines: readonly string[];
}

export interface HistoryView {
  /** What the record is called, and its page; no page where it is no longer there. */
  readonly about: string;
  readonly aboutHref: string | null;
  readonly asOnHref: string;
  readonly changes: readonly ChangeView[];
}

export interface AsOnView {
  readonly about: string;
  readonly aboutHref: string | null;
  readonly historyHref: string;
  readonly action: string;
  readonly day: {
    readonly id: null;
    readonly name: string;
    readonly label: string;
    readonly hint: string | null;
    readonly value: TypedDay;
    readonly error: string | null;
  };
  /** Null until a day was asked for. */
  readonly stood: Stood | null;
}

export interface Stood {
  readonly on: string;
  readonly notThere: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly key: string; readonly value: string; readonly action: null }[];
  }[];
}

/** A value longer than this is said below the sentence, not in it. */
const LONGEST_IN_A_SENTENCE = 120;

/**
 * A change of known columns as a sentence about `subject` ("‘Brief every member’: officer is now Lena Fox"); with several
 * columns or long words it names the columns alone.
 */
export function changed(subject: string, { changes, names }: Pick<Telling, 'changes' | 'names'>): Told {
  const [only] = changes;
  if (changes.length === 1 && only) {
    const now = valueWords(only.now, only.field, names);
    if (now.length <= LONGEST_IN_A_SENTENCE) {
      return { what: `${subject}: ${only.label.toLowerCase()} is now ${now}`, saysNow: true };
    }
  }
  return `${subject} changed: ${listed(changes)}`;
}

/** "officer, member": the changed columns by their labels. */
export const listed = (changes: readonly FieldChange[]) => changes.map(({ label }) => label.toLowerCase()).join(', ');

function byDefault(row: HistoryRow, { name, title }: RecordWords, telling: Telling): Told {
  const { names } = telling;
  switch (row.change) {
    case 'added':
      return `${name} added`;
    case 'removed':
      return `${name} removed`;
    case 'found':
      return `${title?.(row, names) ?? name}: there when its history began`;
    case 'changed':
      return changed(name, telling);
  }
}

const sentence = (words: string) => (/[.:?!…]$/.test(words) ? words : `${words}.`);

/** One row told: the sentence, and each change with before and after. */
function tell(row: HistoryRow, vocabulary: Vocabulary, rows: readonly HistoryRow[], names: Names) {
  const words = vocabulary.records[row.tableName]!;
  const changes = row.change === 'changed' ? changesIn(row, vocabulary) : [];
  const telling = { rows, names, changes };
  const told = row.change === 'found' || !words.tell ? byDefault(row, words, telling) : words.tell(row, telling);
  const { what, saysNow = false, saysAll = [] } = typeof told === 'string' ? { what: told } : told;
  return {
    what,
    lines: changes
      .filter(({ label }) => !saysAll.includes(label))
      .flatMap(({ label, field, was, now }) => {
        const before = sentence(`Before: ${valueWords(was, field, names)}`);
        if (saysNow) return [before];
        const after = sentence(`${label}: ${valueWords(now, field, names)}`);
        return after.length + before.length > LONGEST_IN_A_SENTENCE ? [after, before] : [`${after} ${before}`];
      }),
  };
}

function whoOf(row: HistoryRow, { unsigned }: Vocabulary): string {
  if (row.council === null) return row.who ?? unsigned(row);
  return row.who === null ? row.council : `${row.who}, ${shortName(row.council)}`;
}

/** Why, unless the reason only says again what happened. */
function whyOf(row: HistoryRow, { records, reasons = true }: Vocabulary, what: string): string | null {
  const said = records[row.tableName]?.why?.(row) ?? [];
  const reason =
    reasons && row.reason !== null && row.reason !== what && !said.some((one) => one.includes(row.reason!))
      ? [`Why: ${row.reason}`]
      : [];
  return [...said, ...reason].join(' ') || null;
}

/** The full history, newest first. */
export function historyView(
  rows: readonly HistoryRow[],
  vocabulary: Vocabulary,
  names: Names,
  page: { about: string; aboutHref: string | null; asOnHref: string },
): HistoryView {
  return {
    ...page,
    changes: [...toldRows(rows, vocabulary)].reverse().map((row) => {
      const told = tell(row, vocabulary, rows, names);
      return { ...told, who: whoOf(row, vocabulary), when: row.at, why: whyOf(row, vocabulary, told.what) };
    }),
  };
}

/** The columns of a row that said something then, in words. */
function factsThen({ record }: HistoryRow, { columns, empty = {}, unlisted }: RecordWords, names: Names) {
  return Object.entries(columns).flatMap(([column, [label, field]]) => {
    const value = record[column];
    if (unlisted?.(column, value)) return [];
    if (isAbsent(value)) return column in empty ? [{ key: label, value: empty[column]!, action: null }] : [];
    return [{ key: label, value: valueWords(value, field, names), action: null }];
  });
}

/** The record and its parts as they stood at the end of a day in London; no section when nothing was there yet. */
export function stoodOn(rows: readonly HistoryRow[], vocabulary: Vocabulary, wanted: string, names: Names): Stood {
  const then = asOn(rows, wanted);
  const sections = Object.entries(vocabulary.records).flatMap(([table, words]) =>
    then
      .filter((row) => row.tableName === table && words.stands?.(row) !== false)
      .map((row) => ({ title: words.title?.(row, names) ?? words.name, rows: factsThen(row, words, names) })),
  );
  return { on: wanted, notThere: vocabulary.notThere, sections };
}

/** How many changes the full history tells. */
export const countTold = (rows: readonly HistoryRow[], vocabulary: Vocabulary) => toldRows(rows, vocabulary).length;

/** The two links of a record's page: "Full history (9)" and "As on a date". */
export function historyLinks(here: string, told: number): { readonly text: string; readonly href: string }[] {
  return [
    { text: `Full history (${told})`, href: `${here}/history` },
    { text: 'As on a date', href: `${here}/as-on` },
  ];
}
