import type { Figure, Percentage, SavingsTable } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { findFigures } from './figures.ts';
import { findGrids } from './grid.ts';
import { findPercentages } from './percentages.ts';
import { findSavings } from './savings.ts';

/** What a report says in numbers. Lists are in the order of the report. */
export type Money = {
  readonly figures: readonly Figure[];
  readonly percentages: readonly Percentage[];
  /** Its table of savings, or null. */
  readonly savings: SavingsTable | null;
};

/** Reads the numbers of a report. Pure and total: any blocks give an answer, in time linear in their length. */
export function readMoney(report: LaidOut): Money {
  const grids = findGrids(report);
  return {
    figures: findFigures(report, grids),
    percentages: findPercentages(report),
    savings: findSavings(grids),
  };
}

/** The numbers of a report that says nothing. */
export const noMoney: Money = readMoney({ text: '', blocks: [] });
