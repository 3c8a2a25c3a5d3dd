import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Thrown when another running program owns the folder. The message is for the operator. */
export class FolderInUse extends Error {}

export interface FolderLock {
  release(): Promise<void>;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, from Linux's /proc, so that a reused process number is not mistaken for the old owner. */
async function startedAt(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/**
 * Takes a data folder for this process. Two programs on one embedded database lose writes that they acknowledged,
 * so a second opener is refused. A lock left by a crash names a process that is gone, and is taken over.
 * @throws FolderInUse when a running process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${await startedAt(process.pid)}`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      // Exclusive creation is the one step that decides between two programs starting at the same moment.
      const file = await open(path, 'wx');
      await file.writeFile(mine);
      await file.sync();
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = (await readFile(path, 'utf8').catch(() => '')).trim();
    const [pid, start] = held.split(' ');
    const owner = Number(pid);
    if (owner > 0 && isRunning(owner) && (!start || start === (await startedAt(owner)))) {
      if (owner !== process.pid || start === (await startedAt(process.pid))) {
        throw new FolderInUse(
          `The data folder ${folder} is in use by process ${owner}. Stop that program first, or work through it.`,
        );
      }
    }
    // An empty lock belongs to a program between creating and writing it: give it a moment before taking over.
    if (held === '') await new Promise((resolve) => setTimeout(resolve, 50));
    await rm(path, { force: true });
  }
  throw new FolderInUse(`The data folder ${folder} could not be locked.`);
}
