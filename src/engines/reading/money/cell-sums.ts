import type { Span } from '../blocks.ts';
import { type Scale, scaleOf, toPence } from './exact.ts';
import type { Grid } from './grid.ts';
import { unitIn } from './table-tokens.ts';

/** A sum in a cell of a table of money. */
export type CellSum = {
  readonly pence: number;
  readonly span: Span;
  readonly row: number;
  readonly column: number;
};

/** Columns that count something else. */
const noMoney =
  /%|\b(?:per ?cent|FTEs?|posts?|number|no\.?|staff|headcount|days|weeks|hours|ratio|rank|RAG|change)\b/iu;
const noMoneyRow = /%|\b(?:per ?cent|FTEs?|number of|headcount|ratio)\b/iu;

/** Every sum in a table: numbers in columns that are headed as money, and cells that print a pound sign themselves. */
export function sumsOfGrid(grid: Grid): CellSum[] {
  const ofCaption = unitIn(grid.caption);
  const perRow = grid.columns.filter((c) => c.unit !== null);
  return grid.rows.flatMap((row, r) =>
    row.cells.flatMap((cell, c): CellSum[] => {
      const column = grid.columns[c]!;
      if (!cell || noMoney.test(column.label)) return [];
      const sum = readCell(cell.text);
      if (!sum) return [];
      // One unit at the last year stands for all of them: "2024/25 2025/26 £000".
      const unit =
        column.unit ?? (perRow.length === 1 && perRow[0] === grid.columns.at(-1) ? perRow[0]!.unit : null) ?? ofCaption;
      if (!sum.pound && (unit === null || noMoneyRow.test(row.name))) return [];
      const scale: Scale = sum.scale ?? unit ?? 0;
      const pence = toPence(sum.digits, scale);
      if (pence === null) return [];
      return [{ pence: sum.negative && pence !== 0 ? -pence : pence, span: [cell.start, cell.end], row: r, column: c }];
    }),
  );
}

type Printed = {
  readonly digits: string;
  readonly scale: Scale | null;
  readonly negative: boolean;
  readonly pound: boolean;
};

/** What a cell prints; null for a dash or a word. */
function readCell(text: string): Printed | null {
  const match = text.match(/^(?<minus>[-−–])?\(?(?<pound>£)? ?(?<digits>[\d,]*\.?\d+)(?<scale>k|m|mn|bn)?\)?$/iu);
  if (!match) return null;
  const { minus, pound, digits = '', scale } = match.groups!;
  return {
    digits,
    scale: scale ? scaleOf(scale) : null,
    negative: minus !== undefined || text.includes('('),
    pound: pound !== undefined,
  };
}

/** Is this cell printed as nothing at all ("-", "nil")? */
export function isNil(text: string): boolean {
  return /^(?:[-–—]|nil|0)$/iu.test(text);
}

/** Do the words of a report's cell stand where a sum does? For leaving out what a table has already given. */
export function within(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![1] <= at) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]![0] <= at;
}
