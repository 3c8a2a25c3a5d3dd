import { createHash, type Hash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { RawTransaction } from '../db/handle.ts';
import type { Database } from '../db/open.ts';
import { type BackupReport, FORMAT } from './format.ts';
import { appliedMigrations, settleTextForm, type Table, tablesInOrder } from './tables.ts';

/** Characters that a batch of rows should come to. Batches grow and shrink towards it, so memory stays flat. */
const BATCH = 1_000_000;

/**
 * Writes every row of every council, files and accounts included, as at one moment, into one file that only its owner may
 * read. The job queue is left out. The file stands under a passing name until it is whole; an older one of the name is
 * replaced then. On the embedded database everybody else waits meanwhile.
 */
export async function backup(database: Pick<Database, 'asKeeper'>, path: string, now: Date): Promise<BackupReport> {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  const writer = makeWriter(draft);
  try {
    const counts = await database.asKeeper(
      async (tx) => {
        await settleTextForm(tx);
        const tables = await tablesInOrder(tx);
        const migrations = await appliedMigrations(tx);
        await writer.line({ goldthread: 'backup', format: FORMAT, made: now.toISOString(), migrations });
        const rows: Record<string, number> = {};
        for (const table of tables) rows[table.name] = await writeTable(tx, table, writer);
        return rows;
      },
      { snapshot: true },
    );
    await writer.end(counts);
    await rename(draft, path);
    await syncFolder(dirname(path));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { tables: Object.keys(counts).length, rows: total, counts };
  } catch (error) {
    await writer.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeTable(tx: RawTransaction, table: Table, writer: Writer): Promise<number> {
  await writer.line({ table: table.name, columns: table.columns.map((column) => column.name) });
  const values = sql.join(table.columns.map((column) => sql`${sql.id(column.name)}::text`));
  await sql`declare backup_rows no scroll cursor for
    select json_build_array(${values})::text as line from ${sql.table(table.name)}`.execute(tx);
  let count = 0;
  let size = 8;
  while (true) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(size))} from backup_rows`.execute(tx);
    let length = 0;
    for (const { line } of rows) {
      length += line.length;
      await writer.text(`${line}\n`);
    }
    count += rows.length;
    if (rows.length < size) break;
    if (length < BATCH / 2) size = Math.min(2000, size * 2);
    else if (length > BATCH) size = Math.max(1, Math.floor(size / 2));
  }
  await sql`close backup_rows`.execute(tx);
  return count;
}

interface Writer {
  line(value: unknown): Promise<void>;
  text(text: string): Promise<void>;
  end(rows: Record<string, number>): Promise<void>;
  /** Gives the file up; done when nothing of it is open any more, so that it can be removed. */
  destroy(): Promise<void>;
}

function makeWriter(path: string): Writer {
  const hash: Hash = createHash('sha256');
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const gzip = createGzip();
  gzip.pipe(file);
  const written = finished(file);
  // The promise is awaited in `end`; a failure before that is met by the next write.
  written.catch(() => gzip.destroy());
  const text = async (piece: string) => {
    if (gzip.destroyed) await written;
    hash.update(piece);
    // Waiting here keeps the pieces that are not written yet few.
    if (!gzip.write(piece)) await Promise.race([once(gzip, 'drain'), written]);
  };
  return {
    text,
    line: (value) => text(`${JSON.stringify(value)}\n`),
    async end(rows) {
      gzip.end(`${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`);
      await written;
    },
    async destroy() {
      gzip.destroy();
      file.destroy();
      // A file that is still being opened would appear after its removal.
      if (!file.closed) await new Promise<void>((resolve) => file.once('close', () => resolve()));
    },
  };
}

/** Makes a new name in a folder survive a loss of power. Not every system allows it, and none needs it to read the file. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync();
    await handle.close();
  } catch {}
}
