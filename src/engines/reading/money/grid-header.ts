import type { Scale } from './exact.ts';
import type { GridLine } from './grid.ts';
import { isValue, type Token, unitIn } from './table-tokens.ts';

/** A column of numbers. `at` is its number in the reader's table, null where that is not known. */
export type Column = {
  readonly at: number | null;
  readonly period: string | null;
  /** Its heading without year and unit. */
  readonly label: string;
  readonly unit: Scale | null;
};

/** The head of a table. `rest` is what ran on after it in the same block; `next` the line after it. */
export type Header = {
  readonly columns: readonly Column[];
  readonly name: string;
  readonly rest: readonly Token[];
  readonly next: number;
};

/** Lines of a head at the most. */
const deepest = 6;

/** Reads the head of a table from a line on: years, units of money or both, over one line or several; null for none. */
export function headerFrom(lines: readonly GridLine[], at: number): Header | null {
  const first = lines[at]!;
  if (!isHead(first)) return null;
  if (first.cells.length > 1) return ofCells(lines, at);
  let columns: Column[] = [];
  let rest: readonly Token[] = [];
  let name = '';
  let next = at;
  while (next < lines.length && next < at + deepest && rest.length === 0) {
    const line = lines[next]!;
    if (line.table !== null || line.cells.length > 1 || !isHead(line)) break;
    const read = columnsIn(line.cells[0]!.tokens);
    const unitsOnly = read.columns.every((c) => c.period === null && c.label === '');
    if (columns.length > 0 && unitsOnly) {
      if (read.columns.length !== 1 && read.columns.length !== columns.length) return null;
      columns = columns.map((c, i) => ({ ...c, unit: c.unit ?? (read.columns[i] ?? read.columns[0])!.unit }));
    } else {
      columns = [...columns, ...read.columns];
      name ||= read.name;
    }
    rest = read.rest;
    next += 1;
  }
  if (columns.length === 0) return null;
  // Under one heading alone anything may stand: it must say that it is money.
  return columns.length > 1 || columns[0]!.unit !== null ? { columns, name, rest, next } : null;
}

/** Years or units, few words, and no sentence. Values may follow where lines ran together. */
function isHead(line: GridLine): boolean {
  const tokens = line.cells.flatMap((cell) => cell.tokens);
  const marks = tokens.findLastIndex((t) => t.kind === 'period' || t.kind === 'unit');
  if (marks < 0) return false;
  const head = tokens.slice(0, marks + 1);
  if (head.some((t) => t.kind === 'value') || head.filter((t) => t.kind === 'word').length > 10 + 4 * line.cells.length)
    return false;
  if (line.cells.length > 1) return !tokens.some((t) => t.kind === 'value' && /\d/u.test(t.text));
  const after = tokens.slice(marks + 1);
  if (after.some((t) => t.kind === 'value')) return head.length >= 2;
  return after.length <= 2 && !/[.;:?!]$/u.test(line.text) && head.filter((t) => t.kind === 'word').length <= 10;
}

/** The columns named by a run of tokens: each year begins one, each unit ends one. */
function columnsIn(tokens: readonly Token[]): { columns: Column[]; name: string; rest: readonly Token[] } {
  const marks = tokens.findLastIndex((t) => t.kind === 'period' || t.kind === 'unit');
  const columns: Column[] = [];
  let words: string[] = [];
  let name = '';
  const add = (column: Omit<Column, 'at'>) => columns.push({ at: null, ...column });
  const total = (word: string) => /^total$/iu.test(word);
  let end = marks + 1;
  // "2024/25 2025/26 Total": the last heading is a word.
  if (columnsAt(tokens, end)) end += 1;
  for (const token of tokens.slice(0, end)) {
    const last = columns.at(-1);
    if (token.kind === 'period') {
      if (columns.length === 0) name = words.join(' ');
      add({ period: token.text, label: '', unit: null });
      words = [];
    } else if (token.kind === 'unit') {
      const unit = unitIn(token.text);
      if (last && words.length === 0 && last.unit === null) columns[columns.length - 1] = { ...last, unit };
      else add({ period: null, label: words.join(' '), unit });
      words = [];
    } else if (last && total(token.text)) add({ period: null, label: token.text, unit: null });
    else words.push(token.text);
  }
  return {
    columns,
    name: name || (columns[0]?.period === null ? (columns[0]?.label ?? '') : ''),
    rest: tokens.slice(end),
  };
}

function columnsAt(tokens: readonly Token[], at: number): boolean {
  return /^total$/iu.test(tokens[at]?.text ?? '');
}

/** The head of a table that the reader knew: a column for each cell with a year or unit, over several rows. */
function ofCells(lines: readonly GridLine[], at: number): Header | null {
  const table = lines[at]!.table;
  const columns = new Map<number, Column>();
  let name = '';
  let next = at;
  for (; next < lines.length && next < at + deepest && lines[next]!.table === table; next++) {
    const line = lines[next]!;
    if (next > at && !isHead(line)) break;
    for (const cell of line.cells) {
      const period = cell.tokens.find((t) => t.kind === 'period')?.text ?? null;
      const printed = cell.tokens.map((t) => t.text).join(' ');
      const label = cell.tokens
        .filter((t) => t.kind === 'word')
        .map((t) => t.text)
        .join(' ');
      // A head whose first cell is empty may have lost it: then a year stands over the names.
      if (cell.column === 0 && (period === null || label !== '')) {
        name ||= printed;
        continue;
      }
      const before = columns.get(cell.column);
      columns.set(cell.column, {
        at: cell.column,
        period: before?.period ?? period,
        label: [before?.label, label].filter(Boolean).join(' '),
        unit: before?.unit ?? unitIn(printed),
      });
    }
  }
  const found = ofNumbers(
    [...columns.values()].sort((a, b) => a.at! - b.at!),
    lines[next],
  );
  // What heads a column of words says what the rows are.
  const labels = [...columns.values()].filter((c) => c.period === null && c.unit === null).map((c) => c.label);
  return found.length > 0 ? { columns: found, name: [name, ...labels].join(' '), rest: [], next } : null;
}

/**
 * The columns that hold numbers, by the first row under the head. A head that began over the names (its first cell ran
 * over two rows, or was lost) is moved to where the numbers are.
 */
function ofNumbers(columns: readonly Column[], body: GridLine | undefined): Column[] {
  if (!body || body.cells.length < 2) return columns.filter((c) => c.period !== null || c.unit !== null);
  const values = body.cells.filter((cell) => cell.column > 0 && cell.tokens.length === 1 && isValue(cell.tokens[0]!));
  const first = values[0]?.column ?? 1;
  const last = body.cells.at(-1)!.column;
  const shift = columns[0]?.at === 0 && columns.at(-1)!.at! + first <= last ? first : 0;
  return columns
    .filter((c) => c.period !== null || c.unit !== null || values.some((cell) => cell.column === c.at! + shift))
    .map((c) => ({ ...c, at: c.at! + shift }));
}
