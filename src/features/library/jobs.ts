// The reading job of the library: the file to disk, the same child process that reads uploads, what it found to the
// database. Safe to repeat.
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { defineJob, handle, type JobHandler } from '../../platform/jobs/index.ts';
import { type ReadingParts, readFile } from '../documents/index.ts';
import { beginReading, endReading, GAVE_UP, type LibraryReadingIds } from './actions/additions.ts';
import { foundIn } from './rules/found.ts';

export const libraryReadingJob = defineJob<LibraryReadingIds>('library.read', {
  retries: 3,
  expireAfter: 180,
  atOnce: 1,
});

/** Ties the job to what is done for it, for the app to wire. */
export function libraryReadingHandler(parts: Omit<ReadingParts, 'clock'>): JobHandler {
  return handle(
    libraryReadingJob,
    (ids, signal) => readAddition(parts, ids, signal),
    ({ council, addition }) =>
      parts.doors.inCouncil(
        { councilId: council, personId: null },
        (tx) => endReading(tx, addition, { refusal: GAVE_UP }),
        REASON,
      ),
  );
}

const REASON = { reason: 'Reading a public report for the library' };

/** Reads one report. Each step is its own short scope; a restart at any point leaves a state from which this runs again. */
export async function readAddition(
  { doors, readFile: read, folder }: Omit<ReadingParts, 'clock'>,
  ids: LibraryReadingIds,
  signal?: AbortSignal,
): Promise<void> {
  const actor = { councilId: ids.council, personId: null };
  const file = await doors.inCouncil(actor, (tx) => beginReading(tx, ids.addition), REASON);
  if (!file) return;
  await mkdir(folder, { recursive: true });
  // The reader looks at the name's end to word a refusal; nothing else of the person's name reaches the disk.
  const path = join(folder, `${randomUUID()}${extname(file.fileName).replaceAll(/[^.\w]/g, '')}`);
  try {
    const bytes = await doors.inCouncil(actor, (tx) => readFile(tx, file.fileId), { readOnly: true });
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    signal?.throwIfAborted();
    const outcome = await read(path, { name: file.fileName });
    signal?.throwIfAborted();
    const end = outcome.ok ? { found: foundIn(outcome.record) } : { refusal: outcome.refusal.message };
    await doors.inCouncil(actor, (tx) => endReading(tx, ids.addition, end), REASON);
  } finally {
    await rm(path, { force: true });
  }
}
