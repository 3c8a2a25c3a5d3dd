import type { Found, Peer } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { ReportKind } from '../record.ts';
import { fieldworkOf } from './fieldwork.ts';
import { linesOf } from './lines.ts';
import { teamOf } from './team/team.ts';

/** The facts of a report: when the team came, who it was, what it looked at, what is to happen next. */
export type Facts = {
  /** ISO dates on which the team worked, in order. */
  readonly fieldwork: readonly string[];
  readonly team: readonly Peer[];
};

/** Where the facts that are one value stand: null where the report does not say. */
export type Places = {
  /** One for each date of `fieldwork`: where it, or the range it lies in, is printed. */
  readonly fieldwork: readonly Found[];
};

/** Finds the facts of a report of a known kind. Each pass stands alone: none knows what another found. */
export function readFacts(laidOut: LaidOut, kind: ReportKind): Facts & { readonly places: Places } {
  const lines = linesOf(laidOut);
  const fieldwork = fieldworkOf(lines, kind);
  return { fieldwork: fieldwork.days, team: teamOf(lines), places: { fieldwork: fieldwork.places } };
}

/** The facts of a report that says nothing. */
export const noFacts = readFacts({ text: '', blocks: [] }, 'unknown');
