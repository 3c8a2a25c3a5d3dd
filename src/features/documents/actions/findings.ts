// Decisions about what was read beside the recommendations: accepted, left out, corrected, added by hand.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { whoChanged } from '../../history/index.ts';
import { findRecord, holdDocument } from '../queries/documents.ts';
import { insertDecisions, insertFindings, lastDecision, listFindings } from '../queries/findings.ts';
import type { Decision } from '../rules/find.ts';
import {
  type Finding,
  type FindingKind,
  type FindingMeanwhile,
  type FindingValue,
  readsClearly,
} from '../rules/finding.ts';
import { titleOfFinding } from '../rules/finding-words.ts';
import { sameFinding } from '../rules/findings-of.ts';
import { locate } from '../rules/wording.ts';
import type { Doer, Gone } from './work.ts';

export type FindingDecided = { readonly kind: 'decided' } | FindingMeanwhile | Gone;

interface Given {
  readonly documentId: string;
  readonly findingId: string;
  /** How many decisions the person's page knew of. */
  readonly version: number;
}

/** Holds the document and loads one of its findings; null when it is not in play. */
export async function loadFinding(tx: CouncilTx, documentId: string, findingId: string): Promise<Finding | null> {
  const document = await holdDocument(tx, documentId);
  if (document?.state !== 'read') return null;
  return (await listFindings(tx, documentId)).find((one) => one.id === findingId) ?? null;
}

/** Accepts a finding, leaves it out, or takes the decision back. A correction made before stays. */
export async function decideFinding(
  tx: CouncilTx,
  doer: Doer,
  given: Given & { decision: Decision },
): Promise<FindingDecided> {
  const finding = await loadFinding(tx, given.documentId, given.findingId);
  if (!finding) return { kind: 'gone' };
  if (finding.version !== given.version) {
    // Both did the same: there is nothing to settle.
    if (finding.decision === given.decision && finding.version === given.version + 1) return { kind: 'decided' };
    return meanwhile(tx, finding, doer);
  }
  await write(tx, doer, finding, given.decision, finding.corrected ? finding.value : null);
  return { kind: 'decided' };
}

/** Saves a person's version beside what was proposed, and accepts it: whoever corrects a thing says that it is now right. */
export async function correctFinding(
  tx: CouncilTx,
  doer: Doer,
  given: Given & { value: FindingValue },
): Promise<FindingDecided> {
  const finding = await loadFinding(tx, given.documentId, given.findingId);
  if (!finding) return { kind: 'gone' };
  if (finding.version !== given.version) return meanwhile(tx, finding, doer);
  const asProposed = sameFinding(
    { kind: finding.kind, value: given.value },
    { kind: finding.kind, value: finding.proposed },
  );
  await write(tx, doer, finding, 'accepted', asProposed ? null : given.value);
  return { kind: 'decided' };
}

/** Accepts the findings that read clearly, each only if it is still as the person saw it. @returns how many, and how many wait */
export async function acceptClearFindings(
  tx: CouncilTx,
  doer: Doer,
  documentId: string,
  seen: ReadonlyMap<string, number>,
): Promise<{ readonly kind: 'accepted'; readonly accepted: number; readonly waiting: number } | Gone> {
  const document = await holdDocument(tx, documentId);
  if (document?.state !== 'read') return { kind: 'gone' };
  const findings = (await listFindings(tx, documentId)).filter(
    (one) => readsClearly(one) && seen.get(one.id) === one.version,
  );
  await insertDecisions(
    tx,
    doer,
    findings.map((one) => ({
      findingId: one.id,
      after: one.version,
      decision: 'accepted',
      correction: one.corrected ? one.value : null,
    })),
  );
  return { kind: 'accepted', accepted: findings.length, waiting: seen.size - findings.length };
}

/** Adds one that was missed, accepted. Its place is where its words stand in the report, when they stand there once. */
export async function addFinding(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; kind: FindingKind; value: FindingValue },
): Promise<{ readonly kind: 'added'; readonly findingId: string } | Gone> {
  const document = await holdDocument(tx, given.documentId);
  const record = document?.state === 'read' ? await findRecord(tx, given.documentId) : null;
  if (!record) return { kind: 'gone' };
  const words = titleOfFinding(given);
  const span = words.length < 3 ? null : locate(record.text, [0, record.text.length], words);
  const block = span && record.blocks.find((one) => one.span[0] < span[1] && one.span[1] > span[0]);
  const [findingId] = await insertFindings(
    tx,
    { councilId: doer.councilId, documentId: given.documentId, addedBy: doer.personId },
    [
      {
        kind: given.kind,
        // What has no place in the text stands after all that has.
        position: span?.[0] ?? record.text.length,
        value: given.value,
        span,
        page: block?.page ?? null,
        pageEnd: block?.pageEnd ?? null,
        confidence: 1,
      },
    ],
  );
  await insertDecisions(tx, doer, [{ findingId: findingId!, after: 0, decision: 'accepted', correction: null }]);
  return { kind: 'added', findingId: findingId! };
}

async function write(
  tx: CouncilTx,
  doer: Doer,
  finding: Finding,
  decision: Decision,
  correction: FindingValue | null,
): Promise<void> {
  await insertDecisions(tx, doer, [{ findingId: finding.id, after: finding.version, decision, correction }]);
}

export async function meanwhile(tx: CouncilTx, finding: Finding, doer: Doer): Promise<FindingMeanwhile> {
  const last = await lastDecision(tx, finding.id);
  return { kind: 'changed-meanwhile', finding, who: whoChanged(last, doer.personId), at: last?.at ?? doer.at };
}
