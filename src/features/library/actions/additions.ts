// Adding a public report to the library: sent, read, checked by a person, put there, and taken out again.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { insertFile, type NewFile } from '../../documents/index.ts';
import { withoutEmail } from '../../publishing/index.ts';
import {
  deleteSource,
  findAddition,
  insertAddition,
  insertSource,
  type NewSource,
  updateAddition,
} from '../queries/additions.ts';
import type { FoundReport } from '../rules/found.ts';

/** What the job of a reading is told: identifiers, nothing else. */
export type LibraryReadingIds = { readonly council: string; readonly addition: string };
/** Orders the reading of a report, in the transaction that makes the change. */
export type OrderLibraryReading = (tx: CouncilTx, ids: LibraryReadingIds) => Promise<unknown>;

/** Reading is tried this often; then the person is told. */
const MOST_ATTEMPTS = 3;
export const GAVE_UP = 'We began to read this file three times and were stopped each time. Try another copy of it';

/** Keeps the file and orders its reading, together or not at all. @returns the addition */
export async function sendReport(
  tx: CouncilTx,
  given: { councilId: string; file: NewFile; address: string },
  order: OrderLibraryReading | null,
): Promise<string> {
  const fileId = await insertFile(tx, given.file);
  const addition = await insertAddition(tx, fileId, given.address);
  await order?.(tx, { council: given.councilId, addition });
  return addition;
}

/** Counts an attempt. @returns the file to read, or null when there is nothing to do */
export async function beginReading(tx: CouncilTx, id: string): Promise<{ fileId: string; fileName: string } | null> {
  const held = await findAddition(tx, id, true);
  if (!held || (held.state !== 'waiting' && held.state !== 'reading')) return null;
  if (held.attempts >= MOST_ATTEMPTS) {
    await updateAddition(tx, id, { state: 'refused', refusal: GAVE_UP });
    return null;
  }
  await updateAddition(tx, id, { state: 'reading', attempts: held.attempts + 1 });
  return { fileId: held.fileId, fileName: held.fileName };
}

/** Keeps what was read, or why it could not be. Nothing of it is public yet. */
export async function endReading(
  tx: CouncilTx,
  id: string,
  outcome: { found: FoundReport } | { refusal: string },
): Promise<void> {
  const held = await findAddition(tx, id, true);
  if (held?.state !== 'waiting' && held?.state !== 'reading') return;
  await updateAddition(
    tx,
    id,
    'found' in outcome
      ? { state: 'read', refusal: null, found: outcome.found }
      : { state: 'refused', refusal: outcome.refusal },
  );
}

export type PutIn = { readonly kind: 'put in'; readonly passages: number } | { readonly kind: 'already' | 'gone' };

/** Puts a report that was read into the library, as a person has checked it. E-mail addresses are left out. */
export async function putIn(tx: CouncilTx, id: string, source: Omit<NewSource, 'address'>): Promise<PutIn> {
  const held = await findAddition(tx, id, true);
  if (held?.state === 'added') return { kind: 'already' };
  if (!held?.found || (held.state !== 'read' && held.state !== 'withdrawn')) return { kind: 'gone' };
  const passages = held.found.passages.map((one) => ({
    ...one,
    heading: one.heading === null ? null : withoutEmail(one.heading),
    text: withoutEmail(one.text),
  }));
  await insertSource(tx, id, { ...source, address: held.address }, passages);
  await updateAddition(tx, id, { state: 'added' });
  return { kind: 'put in', passages: passages.length };
}

/** Takes a report out again: its words are deleted, the reason stays with the council that had added it. */
export async function takeOut(tx: CouncilTx, id: string, reason: string): Promise<'taken out' | 'gone'> {
  const held = await findAddition(tx, id, true);
  if (held?.state !== 'added') return 'gone';
  await deleteSource(tx, id);
  await updateAddition(tx, id, { state: 'withdrawn', withdrawalReason: reason });
  return 'taken out';
}
