// A suggestion in the prose taken into the register: it becomes a find in a group of its own, and goes the way of all finds.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { insertDecisions } from '../queries/findings.ts';
import { findOfSuggestion, insertFinds, listFinds, updateFind } from '../queries/finds.ts';
import { nextNumber } from '../rules/find.ts';
import type { FindingMeanwhile } from '../rules/finding.ts';
import { titleOfFinding } from '../rules/finding-words.ts';
import { loadFinding, meanwhile } from './findings.ts';
import type { Doer, Gone } from './work.ts';

/** The group that tells suggestions from the key recommendations, in the register and everywhere after it. */
export const SUGGESTIONS_GROUP = 'Suggestions in the report';

export type Taken = { readonly kind: 'taken'; readonly findId: string } | FindingMeanwhile | Gone;

/** Accepts a suggestion and puts it among the finds that wait to be added to the register. Taken twice, it stands there once. */
export async function takeSuggestion(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; findingId: string; version: number },
): Promise<Taken> {
  const finding = await loadFinding(tx, given.documentId, given.findingId);
  if (finding?.kind !== 'suggestion') return { kind: 'gone' };
  if (finding.takenAs) return { kind: 'taken', findId: finding.takenAs.id };
  if (finding.version !== given.version) return meanwhile(tx, finding, doer);
  if (finding.decision !== 'accepted') {
    const correction = finding.corrected ? finding.value : null;
    await insertDecisions(tx, doer, [
      { findingId: finding.id, after: finding.version, decision: 'accepted', correction },
    ]);
  }
  const before = await findOfSuggestion(tx, finding.id);
  if (before) {
    // It was taken once and left out again.
    await updateFind(tx, before.id, before.version, { decision: 'accepted', decidedBy: doer.personId, at: doer.at });
    return { kind: 'taken', findId: before.id };
  }
  const finds = await listFinds(tx, given.documentId);
  const wording = {
    group: SUGGESTIONS_GROUP,
    number: nextNumber(finds, SUGGESTIONS_GROUP),
    heading: null,
    text: titleOfFinding(finding),
    parts: [],
  };
  const [findId] = await insertFinds(tx, doer.councilId, given.documentId, [
    {
      position: finding.position,
      wording,
      asRead: finding.byHand ? null : { ...wording, text: titleOfFinding({ ...finding, value: finding.proposed }) },
      span: finding.span,
      page: finding.page,
      pageEnd: finding.pageEnd,
      confidence: finding.confidence,
      doubts: [],
      decision: 'accepted',
      decidedBy: doer.personId,
      decidedAt: doer.at,
      findingId: finding.id,
    },
  ]);
  return { kind: 'taken', findId: findId! };
}
