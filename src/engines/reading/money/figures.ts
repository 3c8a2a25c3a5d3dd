import type { Figure } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { sumsOfGrid, within } from './cell-sums.ts';
import { inContext } from './context.ts';
import type { Grid } from './grid.ts';
import { findSums } from './sums.ts';

/**
 * Every sum of money in the report, in its order: those of the prose, with what their sentence says about them, and those
 * of tables headed as money, with their row and year. Pure and total.
 */
export function findFigures(report: LaidOut, grids: readonly Grid[]): Figure[] {
  const ofTables = grids.flatMap((grid) => figuresOf(report, grid));
  const taken = ofTables.map((figure) => figure.span);
  const inProse = inContext(
    report,
    findSums(report.text).filter((sum) => !within(taken, sum.start)),
  ).map(
    ({ mark, qualifier, period, measures, confidence }): Figure => ({
      text: report.text.slice(mark.start, mark.end),
      pence: mark.pence,
      qualifier,
      period,
      measures,
      span: [mark.start, mark.end],
      confidence: Math.min(mark.confidence, confidence),
    }),
  );
  return [...inProse, ...ofTables].sort((a, b) => a.span[0] - b.span[0]);
}

function figuresOf(report: LaidOut, grid: Grid): Figure[] {
  return sumsOfGrid(grid).map(
    ({ pence, span, row, column }): Figure => ({
      text: report.text.slice(...span),
      pence,
      qualifier: null,
      period: grid.columns[column]!.period,
      measures: measuredBy(grid, row, column),
      span,
      confidence: 0.9,
    }),
  );
}

/** The row's name, and what heads the column where that is no year: "Adult care, Budget". */
function measuredBy(grid: Grid, row: number, column: number): string {
  const { period, label } = grid.columns[column]!;
  return period === null && label !== '' ? `${grid.rows[row]!.name}, ${label}` : grid.rows[row]!.name;
}
