import type { CouncilTx } from '../../../platform/db/scope.ts';
import { holdDocument, insertDocument, updateDocument } from '../queries/documents.ts';
import { deletePieces, insertFile, type NewFile } from '../queries/files.ts';
import { isRegistered } from '../queries/register.ts';
import { insertVersion } from '../queries/versions.ts';
import { mayReadAgain, nameWithoutEnd } from '../rules/document.ts';
import type { Doer } from './work.ts';

/** What the job of a reading is told: identifiers, nothing else. */
export type ReadingIds = { readonly council: string; readonly document: string };

/** Orders the reading of a document, in the transaction that makes the change. */
export type OrderReading = (tx: CouncilTx, ids: ReadingIds) => Promise<unknown>;

/** Stores an upload and orders its reading, together or not at all. The bytes were read before the scope opened. */
export async function upload(
  tx: CouncilTx,
  doer: Doer,
  file: NewFile,
  order: OrderReading | null,
  /** The document of which this is a new version; one that is not kept by this council is passed over. */
  earlierId: string | null = null,
): Promise<string> {
  const fileId = await insertFile(tx, file);
  const document = await insertDocument(tx, {
    councilId: doer.councilId,
    title: nameWithoutEnd(file.name),
    fileId,
    uploadedBy: doer.personId,
  });
  const earlier = earlierId === null ? null : await holdDocument(tx, earlierId);
  if (earlier && earlier.state !== 'dropped') {
    await insertVersion(tx, {
      councilId: doer.councilId,
      documentId: document,
      earlierId: earlier.id,
      madeBy: doer.personId,
    });
  }
  await order?.(tx, { council: doer.councilId, document });
  return document;
}

/** Orders another reading where one may help. */
export async function readAgain(
  tx: CouncilTx,
  doer: Doer,
  documentId: string,
  order: OrderReading,
): Promise<'ordered' | 'not-now' | 'gone'> {
  const document = await holdDocument(tx, documentId);
  if (!document || document.state === 'dropped') return 'gone';
  if (!mayReadAgain(document, doer.at)) return 'not-now';
  await updateDocument(tx, documentId, {
    state: 'waiting',
    step: 'received',
    attempts: 0,
    refusal: null,
    refusalCode: null,
  });
  await order(tx, { council: doer.councilId, document: documentId });
  return 'ordered';
}

/** Drops an upload: its file and what was read in it are deleted. What is registered cannot be dropped. */
export async function drop(tx: CouncilTx, documentId: string): Promise<'dropped' | 'registered' | 'gone'> {
  const document = await holdDocument(tx, documentId);
  if (!document || document.state === 'dropped') return 'gone';
  if (await isRegistered(tx, documentId)) return 'registered';
  if (document.fileId !== null) await deletePieces(tx, document.fileId);
  await updateDocument(tx, documentId, { state: 'dropped', record: null });
  return 'dropped';
}
