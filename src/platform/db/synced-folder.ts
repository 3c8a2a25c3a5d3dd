// An embedded database's folder that is written through to the disk. PGlite's own folder leaves what it writes with the
// operating system, and starts PostgreSQL with synchronisation off: a program killed loses nothing by that, a power cut
// may lose acknowledged writes, or mix old pages with new. See docs/decisions/0011.
import fs from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What Emscripten's file system hands to our synchronisation: `nfd` is the host's descriptor; folders have none. */
interface Stream {
  readonly nfd?: number;
  readonly node: unknown;
}
interface HostFiles {
  stream_ops: { fsync?: (stream: Stream) => number };
  realPath(node: unknown): string;
}

/**
 * A quarter of PostgreSQL's usual shared memory. With 400 councils' data pages take as long as with all of it (the
 * operating system keeps the files in memory anyway), and opening is quicker by a fifth and smaller by 60 to 150 MB.
 */
export const embeddedParams: readonly string[] = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

class SyncedFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args);
    made.emscriptenOpts.preRun = [
      ...(made.emscriptenOpts.preRun ?? []),
      (module: object) => {
        const files = (module as { NODEFS?: HostFiles }).NODEFS;
        if (!files)
          throw new Error('This version of PGlite does not show its file system, so nothing could be synced.');
        files.stream_ops.fsync = (stream) => {
          if (stream.nfd === undefined) syncFolder(files.realPath(stream.node));
          else fs.fsyncSync(stream.nfd);
          return 0;
        };
      },
    ];
    return made;
  }
}

/** A folder's own list of names. Windows cannot sync one, and keeps the order itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * The options with which PGlite keeps a folder as PostgreSQL would: a commit is on the disk when it is acknowledged,
 * and a checkpoint syncs data before it lets go of the log. `fdatasync` would do nothing in PGlite, so WAL uses `fsync`.
 */
export function syncedFolder(path: string): Pick<PGliteOptions, 'fs' | 'startParams'> {
  return {
    fs: new SyncedFolder(path),
    startParams: [
      ...embeddedParams.filter((given) => given !== '-F'),
      ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
    ],
  };
}

/**
 * Before the database in a data folder is opened. A folder whose making was cut short, by a kill in the first seconds of
 * the first start, is emptied and made again: nothing was handed out from it. Call `done` once the database is open.
 * @returns null when the database is there already.
 */
export function beginFolder(folder: string): { done(): void } | null {
  const database = join(folder, 'database');
  const making = beingMade(folder);
  if (fs.existsSync(making)) fs.rmSync(database, { recursive: true, force: true });
  else if (fs.existsSync(join(database, 'PG_VERSION'))) return null;
  const { done } = makingOf(folder);
  return {
    done() {
      syncEverything(database);
      done();
    },
  };
}

const beingMade = (folder: string) => join(folder, 'database-being-made');

/**
 * Until `done` is called, a program that opens the folder finds a database whose making was cut short, and makes it
 * again. For the owner of the folder's lock alone, while nothing was handed out from it.
 */
export function makingOf(folder: string): { done(): void } {
  fs.writeFileSync(
    beingMade(folder),
    'Goldthread is making the database beside this file. It is gone once that is done.\n',
  );
  return {
    done() {
      fs.rmSync(beingMade(folder));
      syncFolder(folder);
    },
  };
}

/** Whether a folder has a database that was made to the end. */
export function isMade(folder: string): boolean {
  return fs.existsSync(join(folder, 'database', 'PG_VERSION')) && !fs.existsSync(beingMade(folder));
}

/**
 * Makes the database's own folder one that nobody but its owner may enter. PGlite writes its files so that everybody may
 * read and change them, and a data folder that an administrator made beforehand is often open to all who use the machine.
 */
export function keepToOwner(folder: string): void {
  const database = join(folder, 'database');
  fs.mkdirSync(database, { recursive: true, mode: 0o700 });
  try {
    fs.chmodSync(database, 0o700);
  } catch (error) {
    // Somebody else owns the folder, as on a mounted volume; who may enter it is then theirs to say.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** What was just made was written without syncing: initdb runs in memory, and its result is copied into the folder. */
function syncEverything(folder: string): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) syncFolder(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}

function syncFile(path: string): void {
  const descriptor = fs.openSync(path, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
