import type { Figure } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { inContext } from './context.ts';
import { findSums } from './sums.ts';

/** Every sum of money in the report, in its order, with what its sentence says about it. Pure and total. */
export function findFigures(report: LaidOut): Figure[] {
  return inContext(report, findSums(report.text)).map(
    ({ mark, qualifier, period, measures }): Figure => ({
      text: report.text.slice(mark.start, mark.end),
      pence: mark.pence,
      qualifier,
      period,
      measures,
      span: [mark.start, mark.end],
      confidence: mark.confidence,
    }),
  );
}
