import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown when another running program owns the folder. The message is for the operator. */
export class FolderInUse extends Error {}

export interface FolderLock {
  release(): Promise<void>;
}

const SQLITE_BUSY = 5;

/**
 * Takes a data folder for this process. Two programs on one embedded database lose writes that they acknowledged,
 * so a second opener is refused.
 *
 * The lock is the operating system's own, on the file owner.lock: it ends with the process that holds it however that
 * ends, holds between containers that share the folder, and leaves nothing to be judged stale. Node offers no way to
 * such a lock but through SQLite, which takes one for an exclusive transaction; nothing is ever written in the file,
 * and it is never removed, since a lock on a removed file keeps nobody out.
 * @throws FolderInUse when a running process, or this one, holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const note = join(folder, 'owner.pid');
  const file = new DatabaseSync(join(folder, 'owner.lock'));
  try {
    file.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    const owner = (await readFile(note, 'utf8').catch(() => '')).trim();
    throw new FolderInUse(
      `The data folder ${folder} is in use by ${owner ? `process ${owner}` : 'another program'}. Stop that program first, or work through it.`,
    );
  }
  // For the message above alone; the lock does not rest on it.
  await writeFile(note, `${process.pid}\n`);
  let held = true;
  return {
    async release() {
      if (!held) return;
      held = false;
      await rm(note, { force: true });
      file.close();
    },
  };
}
