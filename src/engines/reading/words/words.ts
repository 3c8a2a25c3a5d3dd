import type { Quote } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { findQuotes } from './quotes.ts';

/** What a report says in other people's words. Lists are in the order of the report. */
export type Words = {
  readonly quotes: readonly Quote[];
};

/** Reads the quotations of a report. Pure and total: any blocks give an answer. */
export function readWords(report: LaidOut): Words {
  return { quotes: findQuotes(report) };
}

/** The words of a report that says nothing. */
export const noWords: Words = readWords({ text: '', blocks: [] });
