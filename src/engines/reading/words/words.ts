import type { Abbreviation, Definition, Quote } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { findAbbreviations } from './abbreviations.ts';
import { findDefinitions } from './definitions.ts';
import { findQuotes } from './quotes.ts';

/** What a report quotes and explains. Lists are in the order of the report. */
export type Words = {
  readonly quotes: readonly Quote[];
  /** Words that the report explains. */
  readonly definitions: readonly Definition[];
  readonly abbreviations: readonly Abbreviation[];
};

/** Reads the quotations and explanations of a report. Pure and total: any blocks give an answer. */
export function readWords(report: LaidOut): Words {
  return {
    quotes: findQuotes(report),
    definitions: findDefinitions(report),
    abbreviations: findAbbreviations(report),
  };
}

/** The words of a report that says nothing. */
export const noWords: Words = readWords({ text: '', blocks: [] });
