// A reading's beginning and end, each in one short transaction; the reading itself happens outside any.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findDocument, holdDocument, updateDocument } from '../queries/documents.ts';
import { insertDecisions, insertFindings, listFindings } from '../queries/findings.ts';
import { insertFinds, listFinds, type NewFind, replaceFinds } from '../queries/finds.ts';
import { GAVE_UP, MOST_ATTEMPTS, suggestedTitle } from '../rules/document.ts';
import type { ReportRecord } from '../rules/find.ts';
import { findingsOf } from '../rules/findings-of.ts';

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/**
 * Counts an attempt and marks the document as being read.
 * @returns the file to read; null when there is nothing to do: it has been read, refused or dropped, or tried too often.
 */
export async function beginReading(
  tx: CouncilTx,
  documentId: string,
): Promise<{ fileId: string; fileName: string } | null> {
  const held = await holdDocument(tx, documentId);
  if (!held || (held.state !== 'waiting' && held.state !== 'reading')) return null;
  if (held.attempts >= MOST_ATTEMPTS) {
    await updateDocument(tx, documentId, { state: 'refused', refusalCode: GAVE_UP.code, refusal: GAVE_UP.message });
    return null;
  }
  await updateDocument(tx, documentId, { state: 'reading', step: 'received', attempts: held.attempts + 1 });
  const document = await findDocument(tx, documentId);
  return document?.fileId ? { fileId: document.fileId, fileName: document.fileName } : null;
}

/** What was read becomes finds to check, at once or not at all. A repeat replaces finds that nobody has touched, and no others. */
export async function saveReading(
  tx: CouncilTx,
  councilId: string,
  documentId: string,
  record: ReportRecord,
  at: Date,
): Promise<'saved' | 'not-wanted'> {
  const held = await holdDocument(tx, documentId);
  if (held?.state !== 'reading') return 'not-wanted';
  const before = await listFinds(tx, documentId);
  const untouched = before.every((find) => find.decision === 'undecided' && find.asRead !== null && find.version === 1);
  if (untouched) {
    const ids = await insertFinds(tx, councilId, documentId, newFinds(record));
    await replaceFinds(
      tx,
      before.map((find) => find.id),
      ids,
    );
  }
  const earlier = await listFindings(tx, documentId);
  if (earlier.every((finding) => finding.version === 0 && !finding.byHand)) {
    await insertDecisions(
      tx,
      { councilId, personId: null, at },
      earlier.map(({ id, version }) => ({ findingId: id, after: version, decision: 'replaced', correction: null })),
    );
    await insertFindings(tx, { councilId, documentId, addedBy: null }, findingsOf(record));
  }
  await updateDocument(tx, documentId, {
    state: 'read',
    step: 'recommendations',
    pages: record.pages,
    title: suggestedTitle(record, held.title),
    record,
    readAt: at,
    refusal: null,
    refusalCode: null,
  });
  return 'saved';
}

/** After the last try failed without a word: the person is told, and may try again. */
export async function giveUpReading(tx: CouncilTx, documentId: string): Promise<void> {
  const held = await holdDocument(tx, documentId);
  if (held?.state !== 'waiting' && held?.state !== 'reading') return;
  await updateDocument(tx, documentId, { state: 'refused', refusalCode: GAVE_UP.code, refusal: GAVE_UP.message });
}

export async function refuseReading(tx: CouncilTx, documentId: string, refusal: Refusal): Promise<void> {
  const held = await holdDocument(tx, documentId);
  if (held?.state !== 'reading') return;
  await updateDocument(tx, documentId, { state: 'refused', refusalCode: refusal.code, refusal: refusal.message });
}

/** The engine's proposals as finds, in their place in the text. */
export function newFinds(record: ReportRecord): NewFind[] {
  return record.recommendations.map((one) => {
    const parts = (one.parts ?? []).map(({ label, text }) => ({ label, text }));
    const wording = { group: one.group, number: one.number, heading: one.heading ?? null, text: one.text, parts };
    return {
      position: one.span[0],
      wording,
      asRead: wording,
      span: one.span,
      page: one.page,
      pageEnd: one.pageEnd,
      confidence: one.confidence,
      doubts: one.doubts,
    };
  });
}
