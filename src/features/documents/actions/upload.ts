import type { CouncilTx } from '../../../platform/db/scope.ts';
import {
  deletePieces,
  holdDocument,
  insertDocument,
  insertFile,
  type NewFile,
  updateDocument,
} from '../queries/documents.ts';
import { findReport } from '../queries/register.ts';
import { mayReadAgain, nameWithoutEnd } from '../rules/document.ts';
import type { Doer } from './work.ts';

/** The queue of readings. Its payload names the council and the document, nothing else. */
export const READING_QUEUE = 'documents.read';
export interface ReadingPayload {
  readonly council: string;
  readonly document: string;
}

/** Adds a job in the transaction that makes the change. */
export type Enqueue = (tx: CouncilTx, queue: string, payload: ReadingPayload & Record<string, string>) => Promise<unknown>;

/** Stores an upload and orders its reading, together or not at all. The bytes were read before the scope opened. */
export async function upload(tx: CouncilTx, doer: Doer, file: NewFile, enqueue: Enqueue | null): Promise<string> {
  const fileId = await insertFile(tx, doer.councilId, doer.personId, file);
  const document = await insertDocument(tx, {
    councilId: doer.councilId,
    title: nameWithoutEnd(file.name),
    fileId,
    uploadedBy: doer.personId,
  });
  await enqueue?.(tx, READING_QUEUE, { council: doer.councilId, document });
  return document;
}

/** Orders another reading where one may help. */
export async function readAgain(
  tx: CouncilTx,
  doer: Doer,
  documentId: string,
  enqueue: Enqueue,
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
  await enqueue(tx, READING_QUEUE, { council: doer.councilId, document: documentId });
  return 'ordered';
}

/** Drops an upload: its file and what was read in it are deleted. What is registered cannot be dropped. */
export async function drop(tx: CouncilTx, documentId: string): Promise<'dropped' | 'registered' | 'gone'> {
  const document = await holdDocument(tx, documentId);
  if (!document || document.state === 'dropped') return 'gone';
  if (await findReport(tx, documentId)) return 'registered';
  if (document.fileId !== null) await deletePieces(tx, document.fileId);
  await updateDocument(tx, documentId, { state: 'dropped', record: null });
  return 'dropped';
}
