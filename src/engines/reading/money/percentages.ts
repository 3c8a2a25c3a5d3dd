import type { Percentage } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { inContext } from './context.ts';
import { findShares } from './shares.ts';

/** Every percentage in the report, in its order, with what its sentence says about it. Pure and total. */
export function findPercentages(report: LaidOut): Percentage[] {
  return inContext(report, findShares(report.text)).map(
    ({ mark, qualifier, period, measures, confidence }): Percentage => ({
      text: report.text.slice(mark.start, mark.end),
      percent: mark.percent,
      qualifier,
      period,
      measures,
      span: [mark.start, mark.end],
      confidence: Math.min(mark.confidence, confidence),
    }),
  );
}
