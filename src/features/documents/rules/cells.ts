// Where a figure stands in a table: what its row and its column are called, and in what unit its number was read.
import type { RecordBlock, ReportRecord, Span } from './find.ts';
import type { Finding } from './finding.ts';

export interface TablePlace {
  readonly row: string | null;
  readonly column: string | null;
  /** "£ million"; null where the cell prints its own pound sign. */
  readonly unit: string | null;
}

const number = /^[-−–+(]?\s?£?\s?[\d,]*\.?\d+\s?(?:k|m|mn|bn|%)?\)?$/iu;
const year = /^(?:19|20)\d\d$/u;
const UNITS: Readonly<Record<number, string>> = { 1: '£', 1e3: '£ thousand', 1e6: '£ million', 1e9: '£ billion' };

/** Null where the figure stands in no cell of a table. Rows run from left to right and heads stand over their column. */
export function tablePlaceOf(record: ReportRecord, { kind, span, proposed }: Finding): TablePlace | null {
  if (span === null || (kind !== 'figure' && kind !== 'percentage')) return null;
  const own = record.blocks.find((block) => block.cell && block.span[0] <= span[0] && block.span[1] >= span[1])?.cell;
  if (!own) return null;
  const table = record.blocks.filter((block) => block.cell?.table === own.table);
  const words = (block: RecordBlock) => textOf(record, block.span);
  const isWords = (block: RecordBlock) =>
    words(block) !== '' && (!number.test(words(block)) || year.test(words(block)));
  const row = table.find((block) => block.cell!.row === own.row && block.cell!.column < own.column && isWords(block));
  const above = table.filter((block) => block.cell!.column === own.column && block.cell!.row < own.row);
  const body = above.findIndex((block) => !isWords(block));
  const heads = body < 0 ? above : above.slice(0, body);
  const column = heads.map(words).join(', ');
  return { row: row ? words(row) : null, column: column || null, unit: unitOf(proposed.text, proposed.pence) };
}

function unitOf(text: unknown, pence: unknown): string | null {
  const digits = /^[-−–(]?(?<digits>[\d,]*\.?\d+)\)?$/u.exec(String(text))?.groups?.digits;
  const printed = Number(digits?.replaceAll(',', ''));
  if (typeof pence !== 'number' || !(printed > 0)) return null;
  return UNITS[Math.round(Math.abs(pence) / 100 / printed)] ?? null;
}

const textOf = ({ text }: ReportRecord, [start, end]: Span) => text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
