// Files that a process which was stopped in the middle left in the server's own folders: uploads, and reports being read.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds after which no upload and no reading is still under way. */
const OLD = 60 * 60 * 1000;

/**
 * Takes away what was left behind. Where nobody else can be using the folders (`alone`: the embedded database has one
 * owner), that is everything; else what is older than an hour.
 * @returns how many files were taken away
 */
export async function clearLeftovers(dataDir: string, alone: boolean, now: Date): Promise<number> {
  let cleared = 0;
  for (const folder of [join(dataDir, 'uploads'), join(dataDir, 'reading')]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (!found?.isFile() || (!alone && now.getTime() - found.mtimeMs < OLD)) continue;
      await rm(path, { force: true });
      cleared += 1;
    }
  }
  return cleared;
}
