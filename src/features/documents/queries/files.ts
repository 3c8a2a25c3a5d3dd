// Stored files, in pieces: reports, and the evidence of later features. Row security shows one council's files.
import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';

/** The largest piece of a stored file, in bytes. */
export const PIECE = 1024 * 1024;

const currentCouncil = sql<string>`current_council()`;
const currentPerson = sql<string | null>`current_person()`;

/** A file to keep, read and hashed before the transaction opens. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Stores a file in pieces, for the council and the person of the scope. @returns its identifier */
export async function insertFile(tx: CouncilTx, file: NewFile): Promise<string> {
  const { id } = await tx
    .insertInto('storedFile')
    .values({
      councilId: currentCouncil,
      name: file.name,
      mediaType: file.mediaType,
      size: file.bytes.length,
      sha256: file.sha256,
      addedBy: currentPerson,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let position = 0; position * PIECE < file.bytes.length; position++) {
    const bytes = Buffer.from(file.bytes.subarray(position * PIECE, (position + 1) * PIECE));
    await tx.insertInto('storedFilePiece').values({ councilId: currentCouncil, fileId: id, position, bytes }).execute();
  }
  return id;
}

/** One piece of a file, so that a large one is never whole in memory; null past its end. */
export async function readPiece(tx: CouncilTx, fileId: string, position: number): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('storedFilePiece')
    .select('bytes')
    .where('fileId', '=', fileId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** A whole file, for a download. */
export async function readFile(tx: CouncilTx, fileId: string): Promise<Uint8Array> {
  const rows = await tx
    .selectFrom('storedFilePiece')
    .select('bytes')
    .where('fileId', '=', fileId)
    .orderBy('position')
    .execute();
  return Buffer.concat(rows.map((row) => row.bytes));
}

export async function deletePieces(tx: CouncilTx, fileId: string): Promise<void> {
  await tx.deleteFrom('storedFilePiece').where('fileId', '=', fileId).execute();
}
