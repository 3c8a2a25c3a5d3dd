// The reading job: the file to disk, a child process to read it, what it found to the database. Safe to repeat.
import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import type { Doors } from '../../platform/db/scope.ts';
import { defineJob, handle, type JobHandler } from '../../platform/jobs/index.ts';
import { beginReading, giveUpReading, type Refusal, refuseReading, saveReading } from './actions/reading.ts';
import type { ReadingIds } from './actions/upload.ts';
import { recordStep } from './queries/documents.ts';
import { readPiece } from './queries/files.ts';
import type { ReportRecord } from './rules/find.ts';

/** Reads a file in a process of its own; never rejects on account of the file. */
export type ReadFile = (
  path: string,
  options: {
    name?: string;
    onProgress?: (step: string, detail: { readonly pages?: number }) => void;
  },
) => Promise<{ readonly ok: true; readonly record: ReportRecord } | { readonly ok: false; readonly refusal: Refusal }>;

export interface ReadingParts {
  readonly doors: Doors;
  readonly clock: Clock;
  readonly readFile: ReadFile;
  /** A folder of the server's own, where a file stands while it is read. */
  readonly folder: string;
}

/** The job of a reading. Its tries are counted on the document, which says so when they run out. */
export const readingJob = defineJob<ReadingIds>('documents.read', { retries: 3, expireAfter: 180, atOnce: 1 });

/** Ties the reading job to what is done for it, for the app to wire. */
export function readingHandler(parts: ReadingParts): JobHandler {
  return handle(
    readingJob,
    (ids, signal) => readDocument(parts, ids, signal),
    ({ council, document }) =>
      parts.doors.inCouncil({ councilId: council, personId: null }, (tx) => giveUpReading(tx, document), REASON),
  );
}

const REASON = { reason: 'Reading an upload' };

/** Reads one document. Every step is its own short scope; a restart at any point leaves a state from which this runs again. */
export async function readDocument(parts: ReadingParts, ids: ReadingIds, signal?: AbortSignal): Promise<void> {
  const { doors, clock, readFile, folder } = parts;
  const actor = { councilId: ids.council, personId: null };
  const file = await doors.inCouncil(actor, (tx) => beginReading(tx, ids.document), REASON);
  if (!file) return;
  await mkdir(folder, { recursive: true });
  // The reader looks at the name's end to word a refusal; nothing else of the person's name reaches the disk.
  const path = join(folder, `${randomUUID()}${extname(file.fileName).replaceAll(/[^.\w]/g, '')}`);
  try {
    await writePieces(parts, actor, file.fileId, path);
    signal?.throwIfAborted();
    // Steps are noted one after another, and all before the end.
    let noted: Promise<unknown> = Promise.resolve();
    const outcome = await readFile(path, {
      name: file.fileName,
      onProgress: (step, { pages }) => {
        noted = noted
          .then(() => doors.inCouncil(actor, (tx) => recordStep(tx, ids.document, step, pages ?? null)))
          .catch(() => {});
      },
    });
    await noted;
    signal?.throwIfAborted();
    await doors.inCouncil(
      actor,
      async (tx) => {
        if (outcome.ok) await saveReading(tx, ids.council, ids.document, outcome.record, clock.now());
        else await refuseReading(tx, ids.document, outcome.refusal);
      },
      REASON,
    );
  } finally {
    await rm(path, { force: true });
  }
}

async function writePieces(
  { doors }: ReadingParts,
  actor: { councilId: string; personId: null },
  fileId: string,
  path: string,
): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for (let position = 0; ; position++) {
      const bytes = await doors.inCouncil(actor, (tx) => readPiece(tx, fileId, position), { readOnly: true });
      if (!bytes) break;
      await handle.appendFile(bytes);
    }
  } finally {
    await handle.close();
  }
}
