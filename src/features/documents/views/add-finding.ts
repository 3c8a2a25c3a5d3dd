// Adding a suggestion, a peer, a figure or a date that the reader missed.
import type { TypedFinding } from '../forms/findings.ts';
import { FINDING_KINDS, type FindingKind } from '../rules/finding.ts';
import { type FindingField, findingFields } from './finding-row.ts';

export interface AddFindingView {
  readonly heading: string;
  readonly kind: FindingKind;
  readonly action: string;
  readonly back: string;
  readonly fields: readonly FindingField[];
}

export const ADD: Readonly<Record<FindingKind, string>> = {
  suggestion: 'a suggestion',
  peer: 'a peer',
  contact: 'a contact',
  effort: 'a count of what the team did',
  figure: 'a sum of money',
  percentage: 'a percentage',
  fieldwork: 'days on site',
  publish_within: 'the time to publish',
  review_due: 'the next review',
  deadline: 'a date',
};

/** @param here the address of the report */
export function addFindingView(
  here: string,
  kind: FindingKind,
  typed: TypedFinding,
  errors: Readonly<Record<string, string>>,
): AddFindingView {
  return {
    heading: `Add ${ADD[kind]} that was missed`,
    kind,
    action: `${here}/findings/new`,
    back: `${here}/${FINDING_KINDS[kind].tab}`,
    fields: findingFields(kind, typed, errors, ''),
  };
}
