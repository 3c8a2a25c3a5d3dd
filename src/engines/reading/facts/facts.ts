import type { Activity, Found, LocalFocus, Peer, Theme } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { ReportKind } from '../record.ts';
import { activityOf } from './activity.ts';
import { fieldworkOf } from './fieldwork.ts';
import { linesOf } from './lines.ts';
import { localFocusOf } from './local-focus.ts';
import { teamOf } from './team/team.ts';
import { themesOf } from './themes.ts';

/** The facts of a report: when the team came, who it was, what it looked at, what is to happen next. */
export type Facts = {
  /** ISO dates on which the team worked, in order. */
  readonly fieldwork: readonly string[];
  readonly team: readonly Peer[];
  readonly themes: readonly Theme[];
  readonly localFocus: readonly LocalFocus[];
  readonly activity: Activity;
};

/** Where the facts that are one value stand: null where the report does not say. */
export type Places = {
  /** One for each date of `fieldwork`: where it, or the range it lies in, is printed. */
  readonly fieldwork: readonly Found[];
};

/** Finds the facts of a report of a known kind. */
export function readFacts(laidOut: LaidOut, kind: ReportKind): Facts & { readonly places: Places } {
  const lines = linesOf(laidOut);
  const fieldwork = fieldworkOf(lines, kind);
  const { themes, end } = themesOf(lines);
  return {
    fieldwork: fieldwork.days,
    team: teamOf(lines),
    themes,
    localFocus: localFocusOf(lines, end),
    activity: activityOf(lines),
    places: { fieldwork: fieldwork.places },
  };
}

/** The facts of a report that says nothing. */
export const noFacts = readFacts({ text: '', blocks: [] }, 'unknown');
