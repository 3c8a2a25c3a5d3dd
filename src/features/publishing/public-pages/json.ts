// A version as JSON: stable names, ISO days, money as whole pence.
import { isoDay } from '../../../platform/web/dates-and-money.ts';
import { actionFacts, type DataInput, evidenceFacts, placeFacts, placesFor, removals, versionFacts } from './data.ts';

export function planJson(input: DataInput): string {
  const publishedOn = isoDay(input.publication.publishedAt);
  const { publication } = input;
  return JSON.stringify(
    {
      ...versionFacts(input),
      summary: publication.summary === '' ? null : publication.summary,
      report_kind: publication.reportKind,
      fieldwork_from: publication.fieldworkFrom,
      fieldwork_to: publication.fieldworkTo,
      not_registered: publication.notRegistered,
      recommendations: placesFor(input).map((place) => ({
        ...placeFacts(input, place),
        actions: place.actions.map(({ action, evidence }) => ({
          ...actionFacts(action, publishedOn),
          evidence: evidenceFacts(input, evidence),
        })),
        evidence: evidenceFacts(input, place.evidence),
        actions_taken_out: removals(place.removedActions),
        evidence_taken_out: removals(place.removedEvidence),
      })),
    },
    null,
    2,
  );
}
