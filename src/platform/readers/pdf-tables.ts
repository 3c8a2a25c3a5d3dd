import type { Line } from './pdf-lines.ts';

/** A line that stands in no table, or one cell with all its lines. Rows and columns from 0. */
export type Placed =
  | { readonly line: Line }
  | {
      readonly cell: { readonly row: number; readonly column: number };
      readonly table: number;
      readonly lines: Line[];
    };

type Row = { readonly cells: Line[][]; readonly top: number; bottom: number };

/** Rows in a table at the least: two lines side by side may be anything, unless they are counted. */
const fewestRows = 3;
/** What counts the rows of a table. */
const rowCount = /^(?:\d{1,2}|R\s?\d{1,2}|[a-z]|[ivx]{2,4}|(?:key\s)?recommendation\s(?:\d{1,2}|[a-z]))[.):]?$/iu;
/** Lines of one row at the most. */
const longestRow = 120;
const near = 6;

/**
 * Finds tables by their alignment alone: three rows or more, one under another, each with two cells or more that begin on
 * one base line at the left edges of the same columns. Columns of running text make one long row and are left alone.
 */
export function findTables(lines: readonly Line[]): Placed[] {
  const out: Placed[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length; ) {
    const rows: Row[] = [];
    let next = at;
    let edges: readonly number[] = [];
    while (next < lines.length) {
      const read = readRow(lines, next, edges);
      const below = rows.at(-1);
      if (!read || (below && read.row.top < below.bottom - near)) break;
      if (rows.length === 0) edges = read.row.cells.map((c) => c[0]!.left);
      rows.push(read.row);
      next = read.end;
    }
    if (rows.length >= fewestRows || isCounted(rows)) {
      const table = ++tables;
      rows.forEach((row, number) => {
        for (const cell of row.cells) {
          const column = edges.findIndex((edge) => Math.abs(edge - cell[0]!.left) <= near);
          out.push({ cell: { row: number, column }, table, lines: cell });
        }
      });
      at = next;
    } else {
      out.push({ line: lines[at]! });
      at += 1;
    }
  }
  return out;
}

/** One row or two are a table where a label alone stands before a sentence in each, the head of the columns aside. */
function isCounted(rows: readonly Row[]): boolean {
  const textOf = (cell: readonly Line[]) => cell.map((line) => line.text.trim()).join(' ');
  const counted = rows.filter((row) => rowCount.test(textOf(row.cells[0]!)));
  return (
    counted.length > 0 &&
    counted.length >= rows.length - 1 &&
    counted.every((row) => row.cells.length === 2 && /^\p{Lu}.{25,}[.;:]$/u.test(textOf(row.cells[1]!)))
  );
}

/** Reads one row from a line on: cells that begin on its base line, each with the lines set under its first. */
function readRow(lines: readonly Line[], start: number, edges: readonly number[]): { row: Row; end: number } | null {
  const first = lines[start]!;
  const row: Row = { cells: [[first]], top: first.bottom, bottom: first.bottom };
  let end = start + 1;
  for (; end < lines.length && end - start < longestRow; end++) {
    const line = lines[end]!;
    // Files set a table cell by cell or line by line: a further line belongs to the cell it stands under.
    const under = row.cells.find((cell) => {
      const step = line.bottom - cell.at(-1)!.bottom;
      return Math.abs(line.left - cell[0]!.left) <= 2 && step > 0 && step < line.size * 1.6;
    });
    if (
      Math.abs(line.bottom - first.bottom) <= 2 &&
      line.left > row.cells.at(-1)![0]!.right - Math.max(near, line.size)
    )
      row.cells.push([line]);
    else if (under) under.push(line);
    else break;
    row.bottom = Math.max(row.bottom, line.bottom);
  }
  const known = (left: number) => edges.length === 0 || edges.some((edge) => Math.abs(edge - left) <= near);
  return row.cells.length >= 2 && row.cells.every((c) => known(c[0]!.left)) ? { row, end } : null;
}
