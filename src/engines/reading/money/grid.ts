import type { Span } from '../blocks.ts';
import type { LaidOut } from '../layout.ts';
import { fillGaps } from './grid-gaps.ts';
import { type Column, type Header, headerFrom } from './grid-header.ts';
import { isValue, type Token, tokensOf } from './table-tokens.ts';

/** A row of numbers. One cell for each column; null where nothing is printed. */
export type GridRow = { readonly name: string; readonly cells: readonly (Token | null)[]; readonly span: Span };

/** A printed table of numbers, whether the reader knew it as a table or not. */
export type Grid = {
  readonly columns: readonly Column[];
  readonly rows: readonly GridRow[];
  /** What is printed over it and in the head of its first column. */
  readonly caption: string;
  /** From its head to its last number. */
  readonly span: Span;
};

/** A printed line of what may be a table: its cells where the reader found a table, else the one block. */
export type GridLine = {
  readonly cells: readonly { readonly column: number; readonly tokens: readonly Token[]; readonly span: Span }[];
  readonly table: number | null;
  /** Number of its first block in the report. */
  readonly at: number;
  readonly text: string;
};

/** Longest block that may be a line of a table, in letters: several lines may have run together. */
const longest = 3000;

/**
 * Every table of numbers under years or units of money: from table cells, from lines in which the cells stand one after
 * another, and from lines that ran together. Pure; linear in the length of the report.
 */
export function findGrids(report: LaidOut): Grid[] {
  const lines = linesOf(report);
  const out: Grid[] = [];
  for (let at = 0; at < lines.length; ) {
    const header = withLostYear(lines, at, headerFrom(lines, at));
    const body = header && readRows(report.text, lines, header.next, header.columns, header.rest);
    if (!header || !body || body.rows.length < (lines[at]!.table === null ? 2 : 1)) {
      at += 1;
      continue;
    }
    const first = lines[at]!.cells[0]!.span[0];
    out.push({
      columns: header.columns,
      rows: body.rows,
      caption: `${captionOf(report, lines, at)} ${header.name}`.trim(),
      span: [first, body.rows.at(-1)!.span[1]],
    });
    at = Math.max(at + 1, body.next);
  }
  return out;
}

/** A first year that ran on into the caption over it is given back where the rows have a number too many. */
function withLostYear(lines: readonly GridLine[], at: number, header: Header | null): Header | null {
  const body = header && lines[header.next];
  const last = lines[at - 1]?.cells.length === 1 ? lines[at - 1]!.cells[0]!.tokens.at(-1) : undefined;
  if (!header || !body || last?.kind !== 'period' || header.rest.length > 0) return header;
  const tokens = body.cells.flatMap((cell) => cell.tokens);
  const values = tokens.length - 1 - tokens.findLastIndex((token) => !isValue(token));
  if (values !== header.columns.length + 1) return header;
  return { ...header, columns: [{ at: null, period: last.text, label: '', unit: null }, ...header.columns] };
}

function linesOf({ text, blocks }: LaidOut): GridLine[] {
  const out: { cells: GridLine['cells'][number][]; table: number | null; row: number; at: number; text: string }[] = [];
  blocks.forEach((block, at) => {
    const [start, end] = block.span;
    const short = end - start <= longest && !block.contents;
    const cell = { column: block.cell?.column ?? 0, tokens: short ? tokensOf(text, start, end) : [], span: block.span };
    const last = out.at(-1);
    if (block.cell && last?.table === block.cell.table && last.row === block.cell.row) {
      last.cells.push(cell);
      last.text += `\t${text.slice(start, end)}`;
    } else
      out.push({
        cells: [cell],
        table: block.cell?.table ?? null,
        row: block.cell?.row ?? 0,
        at,
        text: short ? text.slice(start, end) : '',
      });
  });
  return out;
}

/** Short blocks over a table, and the last sentence of a paragraph there when it speaks of the table. */
function captionOf({ text, blocks }: LaidOut, lines: readonly GridLine[], at: number): string {
  const found: string[] = [];
  for (let i = lines[at]!.at - 1; i >= 0 && i >= lines[at]!.at - 3; i--) {
    const [start, end] = blocks[i]!.span;
    const words = text.slice(Math.max(start, end - 400), end);
    if (blocks[i]!.cell) break;
    if (words.split(/\s+/u).length <= 18 && !/[.;]$/u.test(words)) found.unshift(words);
    else {
      const last = words.split(/(?<=[.!?])\s/u).at(-1)!;
      if (/\b(?:table|below|overleaf|as follows)\b|:$/iu.test(last)) found.unshift(last);
      break;
    }
  }
  return found.join(' ');
}

type Body = { readonly rows: readonly GridRow[]; readonly next: number };

function readRows(
  text: string,
  lines: readonly GridLine[],
  from: number,
  columns: readonly Column[],
  rest: readonly Token[],
): Body {
  const rows: GridRow[] = [...(rest.length ? (rowsIn(text, rest, columns.length) ?? []) : [])];
  const table = lines.slice(from, from + 1)[0]?.table ?? null;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.table !== table || line.text === '') break;
    const found =
      line.cells.length > 1 ? rowOfCells(text, line, columns) : rowsIn(text, line.cells[0]!.tokens, columns.length);
    if (found) rows.push(...found);
    else if (table === null) {
      const down = rowDownwards(text, lines, at, columns.length, rows.length > 0);
      const short = down ? null : shortRow(text, line.cells[0]!.tokens, columns.length);
      if (down) {
        rows.push(down.row);
        at = down.last;
      } else if (short && (rows.length > 0 || startsBody(text, lines[at + 1], columns))) rows.push(short);
      else if (!isSubheading(lines, at, columns.length)) break;
    }
  }
  return { rows: fillGaps(rows, columns.length), next: at };
}

/** Rows in a run of tokens: a name, then as many values as there are columns; several where lines ran together. */
function rowsIn(text: string, tokens: readonly Token[], width: number): GridRow[] | null {
  const out: GridRow[] = [];
  let begin = 0;
  let run = 0;
  for (let i = 0; i < tokens.length; i++) {
    run = isValue(tokens[i]!) ? run + 1 : 0;
    const last = i === tokens.length - 1;
    if (run < width || (!last && isValue(tokens[i + 1]!))) continue;
    // A single number within a name ("Phase 2") is no value unless it is printed as money is.
    if (width === 1 && !last && !/[,.£]|\d{3}/u.test(tokens[i]!.text)) continue;
    const name = tokens.slice(begin, i + 1 - width);
    if (name.length === 0 || name.length > 16 || !name.some((t) => /\p{L}/u.test(t.text))) return null;
    out.push({
      name: nameOf(text, name),
      cells: tokens.slice(i + 1 - width, i + 1),
      span: [name[0]!.start, tokens[i]!.end],
    });
    begin = i + 1;
  }
  return out.length > 0 && begin === tokens.length ? out : null;
}

function nameOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]!.start, tokens.at(-1)!.end).replace(/\s+/gu, ' ');
}

/** A row of table cells. Values stand in their columns; one that ran into the cell before it is told by the count. */
function rowOfCells(text: string, line: GridLine, columns: readonly Column[]): GridRow[] | null {
  const tokens = line.cells.flatMap((cell) => cell.tokens);
  const span: Span = [line.cells[0]!.span[0], line.cells.at(-1)!.span[1]];
  const whole = rowsIn(text, tokens, columns.length);
  if (whole?.length === 1) {
    const before = line.cells.map((cell) => cell.tokens.filter((token) => !whole[0]!.cells.includes(token)));
    return [
      {
        name: nameFrom(
          text,
          before.filter((cell) => cell.length > 0),
        ),
        cells: whole[0]!.cells,
        span,
      },
    ];
  }
  const shift = columns.some((c) => c.at !== null) ? null : 1;
  const cells = columns.map((column, i): Token | null => {
    const cell = line.cells.find((c) => c.column > 0 && c.column === (shift === null ? column.at : i + shift));
    return cell?.tokens.length === 1 && isValue(cell.tokens[0]!) ? cell.tokens[0]! : null;
  });
  const values = new Set(cells);
  const names = line.cells.filter((c) => c.tokens.length > 0 && !c.tokens.every((t) => values.has(t) || isValue(t)));
  if (names.length === 0 || cells.every((cell) => cell === null)) return null;
  return [
    {
      name: nameFrom(
        text,
        names.map((c) => c.tokens),
      ),
      cells,
      span,
    },
  ];
}

/** The name of a row: its cells of words, without a reference before them ("A1", "12"). */
function nameFrom(text: string, cells: readonly (readonly Token[])[]): string {
  const names = cells.map((tokens) => nameOf(text, tokens));
  const said = names.filter((name) => !/^\p{Lu}{0,4}[-./]?\d+\p{Ll}?$/u.test(name));
  return (said.length > 0 ? said : names).join(' ');
}

/** A line with too few values for its columns: one of its cells is empty, and the line does not say which. */
function shortRow(text: string, tokens: readonly Token[], width: number): GridRow | null {
  const last = tokens.findLastIndex((token) => !isValue(token));
  const [name, values] = [tokens.slice(0, last + 1), tokens.slice(last + 1)];
  const isName = name.length > 0 && name.length <= 12 && name[0]!.kind === 'word' && name.at(-1)!.kind === 'word';
  if (!isName || values.length === 0 || values.length >= width || !values.some((v) => /[,.£]|\d{2}/u.test(v.text)))
    return null;
  return { name: nameOf(text, name), cells: values, span: [name[0]!.start, values.at(-1)!.end] };
}

/** Right under the years, and before a whole row, nobody doubts that a short line is a row too. */
function startsBody(text: string, next: GridLine | undefined, columns: readonly Column[]): boolean {
  const years = columns.length > 1 && columns.every((column) => column.period !== null);
  return years && next?.table === null && rowsIn(text, next.cells[0]!.tokens, columns.length) !== null;
}

/**
 * A row whose cells stand under one another, or go on below where a narrow column broke it: a name, then lines of nothing
 * but values. Where `mayLack`, one with fewer values than columns has an empty cell. `last` is the last of its lines.
 */
function rowDownwards(
  text: string,
  lines: readonly GridLine[],
  at: number,
  width: number,
  mayLack: boolean,
): { readonly row: GridRow; readonly last: number } | null {
  const { tokens } = lines[at]!.cells[0]!;
  const nameEnd = tokens.findLastIndex((token) => !isValue(token)) + 1;
  const name = tokens.slice(0, nameEnd);
  if (name.length === 0 || name.length > 12 || name[0]!.kind !== 'word' || name.at(-1)!.kind !== 'word') return null;
  const values = tokens.slice(nameEnd);
  let last = at;
  while (values.length < width) {
    const next = lines[last + 1];
    const below = next?.table === null && next.cells.length === 1 ? next.cells[0]!.tokens : [];
    if (below.length === 0 || !below.every(isValue)) break;
    values.push(...below);
    last += 1;
  }
  const isSum = values.some((value) => /[,.£]|\d{2}/u.test(value.text));
  if (last === at || values.length > width || (values.length < width && !(mayLack && isSum))) return null;
  return { row: { name: nameOf(text, name), cells: values, span: [name[0]!.start, values.at(-1)!.end] }, last };
}

/** A line of a few words between rows. */
function isSubheading(lines: readonly GridLine[], at: number, width: number): boolean {
  const { tokens } = lines[at]!.cells[0]!;
  const next = lines[at + 1];
  if (tokens.length > 8 || tokens.some((t) => t.kind !== 'word') || /[.:;]$/u.test(lines[at]!.text)) return false;
  return next !== undefined && next.table === null && next.cells[0]!.tokens.filter(isValue).length === width;
}
