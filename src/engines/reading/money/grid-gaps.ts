import { toPence } from './exact.ts';
import type { GridRow } from './grid.ts';
import type { Token } from './table-tokens.ts';

/** Ways of setting the rows out that are tried at the most. */
const most = 500;

/**
 * Rows with fewer values than columns, given their empty cells back: printed as a line, a row does not say where it is
 * empty, but the row of totals does. Where it does not help either, the values stand to the left.
 * @param rows short ones have fewer cells than `width`
 */
export function fillGaps(rows: readonly GridRow[], width: number): GridRow[] {
  const short = rows.filter((row) => row.cells.length < width);
  if (short.length === 0) return [...rows];
  const total = rows.findLast((row) => /^(?:grand |overall )?totals?\b/iu.test(row.name) && row.cells.length === width);
  const full = rows.filter((row) => row !== total && row.cells.length === width && !/^sub-?\s?total/iu.test(row.name));
  const left = total
    ? total.cells.map((cell, c) => pence(cell) - full.reduce((sum, row) => sum + pence(row.cells[c]!), 0))
    : null;
  const placed = left ? solve(short, width, left) : null;
  return rows.map((row) => {
    if (row.cells.length === width) return row;
    return { ...row, cells: placed?.get(row) ?? Array.from({ length: width }, (_, c) => row.cells[c] ?? null) };
  });
}

/** The first way to place the values of the rows that leaves nothing over in any column. */
function solve(
  rows: readonly GridRow[],
  width: number,
  left: readonly number[],
): Map<GridRow, (Token | null)[]> | null {
  let tried = 0;
  const next = (at: number, rest: readonly number[]): Map<GridRow, (Token | null)[]> | null => {
    const row = rows[at];
    if (!row) return rest.every((sum) => sum === 0) ? new Map() : null;
    for (const cells of waysToPlace(row.cells, width)) {
      tried += 1;
      if (tried > most) return null;
      const found = next(
        at + 1,
        rest.map((sum, c) => sum - pence(cells[c] ?? null)),
      );
      if (found) return found.set(row, cells);
    }
    return null;
  };
  return next(0, left);
}

function* waysToPlace(values: readonly (Token | null)[], width: number): Generator<(Token | null)[]> {
  if (values.length === 0) {
    yield Array.from({ length: width }, () => null);
    return;
  }
  for (let first = 0; first + values.length <= width; first++)
    for (const rest of waysToPlace(values.slice(1), width - first - 1))
      yield [...Array.from({ length: first }, () => null), values[0]!, ...rest];
}

/** A value as printed, in the unit of its column, to two places. */
function pence(cell: Token | null): number {
  const digits = cell?.text.match(/[\d,]*\.?\d+/u)?.[0];
  const value = digits ? (toPence(digits, 0) ?? 0) : 0;
  return /^[-−–(]/u.test(cell?.text ?? '') ? -value : value;
}
