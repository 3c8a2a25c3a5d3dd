import type { Figure, Percentage } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { findFigures } from './figures.ts';
import { findPercentages } from './percentages.ts';

/** What a report says in numbers. Lists are in the order of the report. */
export type Money = {
  readonly figures: readonly Figure[];
  readonly percentages: readonly Percentage[];
};

/** Reads the numbers of a report. Pure and total: any blocks give an answer, in time linear in their length. */
export function readMoney(report: LaidOut): Money {
  return { figures: findFigures(report), percentages: findPercentages(report) };
}

/** The numbers of a report that says nothing. */
export const noMoney: Money = readMoney({ text: '', blocks: [] });
