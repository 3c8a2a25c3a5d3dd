// A reading's beginning and end, each in one short transaction; the reading itself happens outside any.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findDocument, findRecord, holdDocument, updateDocument } from '../queries/documents.ts';
import { insertDecisions, insertFindings, listFindings, moveFinding } from '../queries/findings.ts';
import { insertFinds, listFinds, moveFind, type NewFind, replaceFinds } from '../queries/finds.ts';
import { GAVE_UP, MOST_ATTEMPTS, suggestedTitle } from '../rules/document.ts';
import { isUntouched, overlaps, type ReportRecord, type Span } from '../rules/find.ts';
import type { Finding } from '../rules/finding.ts';
import { findingsOf, type NewFinding, sameFinding } from '../rules/findings-of.ts';
import { blocksOf } from '../rules/passages.ts';
import { relocator } from '../rules/relocate.ts';

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
    await refuse(tx, held, GAVE_UP);
    return null;
  }
  await updateDocument(tx, documentId, { state: 'reading', step: 'received', attempts: held.attempts + 1 });
  const document = await findDocument(tx, documentId);
  return document?.fileId ? { fileId: document.fileId, fileName: document.fileName } : null;
}

/**
 * What was read becomes finds to check, at once or not at all. A repeat replaces what nobody has touched, and nothing else:
 * what a person decided, corrected or added stays, moved to where its words now stand, and is not proposed a second time.
 */
export async function saveReading(
  tx: CouncilTx,
  councilId: string,
  documentId: string,
  record: ReportRecord,
  at: Date,
): Promise<'saved' | 'not-wanted'> {
  const held = await holdDocument(tx, documentId);
  if (held?.state !== 'reading') return 'not-wanted';
  const earlier = held.wasRead ? await findRecord(tx, documentId) : null;
  const move = relocator(earlier?.text ?? record.text, record.text);
  await saveFinds(tx, { councilId, documentId, record, move });
  await saveFindings(tx, { councilId, documentId, record, move, at });
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
  await refuse(tx, held, GAVE_UP);
}

export async function refuseReading(tx: CouncilTx, documentId: string, refusal: Refusal): Promise<void> {
  const held = await holdDocument(tx, documentId);
  if (held?.state !== 'reading') return;
  await refuse(tx, held, refusal);
}

/** What was read before stands when the next reading fails; the person is told why it did. */
async function refuse(
  tx: CouncilTx,
  held: { id: string; wasRead: unknown },
  { code, message }: Refusal,
): Promise<void> {
  const state = held.wasRead ? 'read' : 'refused';
  await updateDocument(tx, held.id, { state, refusalCode: code, refusal: message });
}

interface Repeat {
  readonly councilId: string;
  readonly documentId: string;
  readonly record: ReportRecord;
  readonly move: (span: Span) => Span | null;
}

async function saveFinds(tx: CouncilTx, { councilId, documentId, record, move }: Repeat): Promise<void> {
  const before = await listFinds(tx, documentId);
  const kept = before
    .filter((find) => !isUntouched(find))
    .map((find) => ({ find, span: find.span && move(find.span) }));
  for (const { find, span } of kept) {
    if (!sameSpan(span, find.span)) await moveFind(tx, find.id, placed(record, span, find.position));
  }
  const known = (one: NewFind) =>
    kept.some(
      ({ find, span }) => overlaps(span, one.span) || (find.asRead !== null && find.asRead.text === one.wording.text),
    );
  await insertFinds(
    tx,
    councilId,
    documentId,
    newFinds(record).filter((one) => !known(one)),
  );
  // What is read anew was not made from the finds of the reading before, as what a person split or joined is.
  await replaceFinds(
    tx,
    before.filter(isUntouched).map((find) => find.id),
    [],
  );
}

async function saveFindings(
  tx: CouncilTx,
  { councilId, documentId, record, move, at }: Repeat & { at: Date },
): Promise<void> {
  const before = await listFindings(tx, documentId);
  const untouched = (one: Finding) => one.decision === 'undecided' && !one.corrected && !one.byHand;
  const kept = before
    .filter((one) => !untouched(one))
    .map((finding) => ({ finding, span: finding.span && move(finding.span) }));
  for (const { finding, span } of kept) {
    if (!sameSpan(span, finding.span)) await moveFinding(tx, finding.id, placed(record, span, finding.position));
  }
  await insertDecisions(
    tx,
    { councilId, personId: null, at },
    before
      .filter(untouched)
      .map(({ id, version }) => ({ findingId: id, after: version, decision: 'replaced', correction: null })),
  );
  const known = (one: NewFinding) =>
    kept.some(
      ({ finding, span }) =>
        finding.kind === one.kind &&
        (overlaps(span, one.span) ||
          ((span === null || one.span === null) && sameFinding({ kind: one.kind, value: finding.proposed }, one))),
    );
  await insertFindings(
    tx,
    { councilId, documentId, addedBy: null },
    findingsOf(record).filter((one) => !known(one)),
  );
}

const sameSpan = (one: Span | null, other: Span | null) => one?.[0] === other?.[0] && one?.[1] === other?.[1];

/** A place in the text with its pages. What has lost its place keeps its order among the others. */
function placed(record: ReportRecord, span: Span | null, position: number) {
  const place = span && blocksOf(record, span);
  const blocks = place ? record.blocks.slice(place.first, place.last + 1) : [];
  return {
    span,
    page: blocks[0]?.page ?? null,
    pageEnd: blocks.at(-1)?.pageEnd ?? null,
    position: span?.[0] ?? position,
  };
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
