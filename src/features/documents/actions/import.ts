import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { NewFile } from '../queries/files.ts';
import type { ReportRecord } from '../rules/find.ts';
import { beginReading, saveReading } from './reading.ts';
import { upload } from './upload.ts';
import type { Doer } from './work.ts';

/** Keeps a file that has been read already, and what was found in it. @returns the document */
export async function saveImported(tx: CouncilTx, doer: Doer, file: NewFile, record: ReportRecord): Promise<string> {
  const documentId = await upload(tx, doer, file, null);
  await beginReading(tx, documentId);
  await saveReading(tx, doer.councilId, documentId, record, doer.at);
  return documentId;
}
