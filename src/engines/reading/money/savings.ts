import type { SavingsTable } from '../findings.ts';
import { isNil, sumsOfGrid } from './cell-sums.ts';
import type { Grid } from './grid.ts';

const saves =
  /\b(?:savings?|efficienc(?:y|ies)|(?:budget|cost|spending) reductions?|reductions? (?:in|to) (?:the )?(?:budgets?|costs?|spending))\b/iu;
/** Tables in which savings are only one line of several. */
const other =
  /\b(?:gap|(?:financial|medium term|budget) position|before savings|after savings|reserves|funding|pressures|forecast|monitoring|outturn)\b/iu;
const total = /^(?:(?:grand|overall|cumulative|sub-?)\s?)?totals?\b/iu;

/**
 * The report's table of savings: names and whole pounds by year; the surest where there are several, null where there is
 * none. Its confidence rests on its own totals: high where every total is the sum of its rows, low where one is not.
 */
export function findSavings(grids: readonly Grid[]): SavingsTable | null {
  const tables = grids.flatMap((grid) => tableOf(grid) ?? []);
  return tables.reduce<SavingsTable | null>(
    (best, next) => (best && best.confidence >= next.confidence ? best : next),
    null,
  );
}

function tableOf(grid: Grid): SavingsTable | null {
  const headed = [grid.caption, ...grid.columns.map((c) => c.label)].join(' ');
  if (
    !saves.test(headed) ||
    (other.test(headed) && !/\bsavings? (?:table|plan|programme|proposals?|targets?)\b/iu.test(headed))
  )
    return null;
  const years = grid.columns.flatMap((column, at) => (column.period === null ? [] : [{ name: column.period, at }]));
  if (years.length === 0) return null;
  const sums = new Map(sumsOfGrid(grid).map((sum) => [`${sum.row}/${sum.column}`, sum.pence]));
  if (sums.size === 0) return null;
  const rows = grid.rows.map((row, r): SavingsTable['rows'][number] => [
    row.name,
    ...years.map(({ at }) => {
      const pence = sums.get(`${r}/${at}`);
      if (pence !== undefined) return Math.round(pence / 100);
      return row.cells[at] && isNil(row.cells[at].text) ? 0 : null;
    }),
  ]);
  const across = totalsAcross(
    grid,
    sums,
    years.map((y) => y.at),
  );
  const down = totalsDown(rows);
  const confidence = across === false || down === false ? 0.45 : down === true ? 0.97 : across === true ? 0.92 : 0.75;
  return { years: years.map((y) => y.name), rows, span: grid.span, confidence };
}

/** Does every total row hold the sums of the rows over it? Null where there is no total. */
function totalsDown(rows: SavingsTable['rows']): boolean | null {
  let since: number[] = [];
  let all: number[] = [];
  let seen: boolean | null = null;
  for (const [name, ...values] of rows) {
    const pounds = values.map((value) => value ?? 0);
    if (!total.test(name.trim())) {
      since = pounds.map((value, i) => value + (since[i] ?? 0));
      all = pounds.map((value, i) => value + (all[i] ?? 0));
      continue;
    }
    // Printed in thousands or millions, a total may differ by what was rounded off.
    const agrees = (sums: readonly number[]) =>
      pounds.every((value, i) => Math.abs(value - (sums[i] ?? 0)) <= Math.abs(value) / 500);
    if (!agrees(since) && !agrees(all)) return false;
    seen = true;
    since = [];
  }
  return seen;
}

/** Does a column headed "Total" hold the sums of its rows? Null where there is none. */
function totalsAcross(grid: Grid, sums: ReadonlyMap<string, number>, years: readonly number[]): boolean | null {
  const at = grid.columns.findIndex((column) => column.period === null && total.test(column.label));
  if (at < 0) return null;
  const rows = grid.rows.keys().filter((r) => sums.has(`${r}/${at}`));
  return rows.every((r) => {
    const whole = sums.get(`${r}/${at}`)!;
    const sum = years.reduce((n, y) => n + (sums.get(`${r}/${y}`) ?? 0), 0);
    return Math.abs(whole - sum) <= Math.abs(whole) / 500;
  });
}
