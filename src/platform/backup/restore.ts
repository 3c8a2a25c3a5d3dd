import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { RawTransaction } from '../db/handle.ts';
import type { Database } from '../db/open.ts';
import { BackupRefused, type BackupReport, endLine, FORMAT, header, rowLine, tableLine } from './format.ts';
import { appliedMigrations, type Column, settleTextForm, type Table, tablesInOrder } from './tables.ts';

/** Characters of rows sent in one statement. */
const BATCH = 1_000_000;

/**
 * Puts a backup into an empty database, migrated by this program: all of it or nothing. History comes as it was; the
 * restoring itself leaves none.
 * @throws BackupRefused when the file is damaged, made by a newer version or not a backup, or the database is not empty.
 */
export async function restore(database: Pick<Database, 'asKeeper'>, path: string): Promise<BackupReport> {
  await stat(path).catch(() => {
    throw new BackupRefused(`There is no file ${path}.`);
  });
  return database.asKeeper(async (tx) => {
    await settleTextForm(tx);
    const tables = await tablesInOrder(tx);
    await refuseIfNotEmpty(tx, tables);
    const reader = readLines(path);
    const counts = await readAll(tx, tables, reader);
    for (const table of tables) await advanceIdentities(tx, table);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { tables: Object.keys(counts).length, rows: total, counts };
  });
}

async function refuseIfNotEmpty(tx: RawTransaction, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(tx);
    if (rows.length > 0) {
      throw new BackupRefused(
        `The database is not empty: there are rows in ${table.name}. A backup is restored into an empty database alone.`,
      );
    }
  }
}

const damaged = (what: string) => new BackupRefused(`The backup is damaged: ${what}. Nothing was restored.`);

interface Target {
  readonly table: Table;
  readonly columns: readonly Column[];
  count: number;
}

async function readAll(
  tx: RawTransaction,
  tables: readonly Table[],
  lines: AsyncGenerator<{ text: string; hashBefore: () => string }>,
): Promise<Record<string, number>> {
  const first = await lines.next();
  if (first.done) throw damaged('it is empty');
  await checkHeader(tx, first.value.text);
  const seen = new Map<string, Target>();
  let target: Target | null = null;
  let batch: string[] = [];
  let length = 0;
  const flush = async () => {
    if (target && batch.length > 0) await insert(tx, target, batch);
    batch = [];
    length = 0;
  };
  for await (const { text, hashBefore } of lines) {
    if (text.startsWith('[')) {
      if (!target) throw damaged('a row stands before any table');
      if (parse(rowLine, text).length !== target.columns.length) throw damaged('a row has the wrong number of values');
      batch.push(text);
      target.count++;
      length += text.length;
      if (length > BATCH) await flush();
    } else if (text.startsWith('{"table"')) {
      await flush();
      target = findTarget(tables, parse(tableLine, text));
      if (seen.has(target.table.name)) throw damaged(`the table ${target.table.name} stands there twice`);
      seen.set(target.table.name, target);
    } else {
      await flush();
      const { end } = parse(endLine, text);
      if (end.sha256 !== hashBefore()) throw damaged('its checksum is wrong');
      const counts = Object.fromEntries([...seen].map(([name, { count }]) => [name, count]));
      for (const name of new Set([...Object.keys(counts), ...Object.keys(end.rows)])) {
        if (counts[name] !== end.rows[name]) throw damaged(`rows of ${name} are missing`);
      }
      if (!(await lines.next()).done) throw damaged('something stands after its end');
      return counts;
    }
  }
  throw damaged('its end is missing');
}

async function checkHeader(tx: RawTransaction, text: string): Promise<void> {
  let read: ReturnType<typeof header.safeParse>;
  try {
    read = header.safeParse(JSON.parse(text));
  } catch {
    throw new BackupRefused('This is not a backup made by Goldthread.');
  }
  if (!read.success) throw new BackupRefused('This is not a backup made by Goldthread.');
  const known = new Set(await appliedMigrations(tx));
  const unknown = read.data.migrations.filter((name) => !known.has(name));
  if (read.data.format > FORMAT || unknown.length > 0) {
    throw new BackupRefused(
      'The backup was made by a newer version of Goldthread. Install that version or a later one, run migrate, and restore then.',
    );
  }
}

/** A backup of an older version may lack tables and columns that came since; it has none that are gone. */
function findTarget(tables: readonly Table[], found: { table: string; columns: string[] }): Target {
  const table = tables.find((candidate) => candidate.name === found.table);
  if (!table) throw new BackupRefused(`The backup has a table ${found.table} that this version does not have.`);
  const columns = found.columns.map((name) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (!column)
      throw new BackupRefused(`The backup has a column ${found.table}.${name} that this version does not have.`);
    return column;
  });
  return { table, columns, count: 0 };
}

async function insert(tx: RawTransaction, { table, columns }: Target, rows: readonly string[]): Promise<void> {
  const names = sql.join(columns.map((column) => sql.id(column.name)));
  const values = sql.join(columns.map((column, i) => sql`(line ->> ${sql.raw(String(i))})::${sql.raw(column.type)}`));
  // The text of the rows goes as it stands in the file; the server takes it apart, value by value, with its own readers.
  await sql`insert into ${sql.table(table.name)} (${names}) overriding system value
    select ${values} from json_array_elements(${`[${rows.join(',')}]`}::text::json) as line`.execute(tx);
}

/** The next row added by the program must not take an identity that a restored row has. */
async function advanceIdentities(tx: RawTransaction, table: Table): Promise<void> {
  for (const column of table.columns.filter((candidate) => candidate.identity)) {
    await sql`select setval(pg_get_serial_sequence(${table.name}, ${column.name}),
      (select coalesce(max(${sql.id(column.name)}), 0) + 1 from ${sql.table(table.name)}), false)`.execute(tx);
  }
}

function parse<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('a line cannot be read');
  }
  const read = schema.safeParse(value);
  if (!read.success) throw damaged('a line cannot be read');
  return read.data as T;
}

/** The lines of a packed file, one in memory at a time. `hashBefore` is the checksum of everything before the line. */
async function* readLines(path: string): AsyncGenerator<{ text: string; hashBefore: () => string }> {
  const hash = createHash('sha256');
  const file = createReadStream(path);
  const gunzip = file.pipe(createGunzip());
  file.on('error', (error) => gunzip.destroy(error));
  let rest: Buffer[] = [];
  const line = (bytes: Buffer) => ({ text: bytes.toString('utf8'), hashBefore: () => hash.copy().digest('hex') });
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, at));
        const bytes = Buffer.concat(rest);
        rest = [];
        from = at + 1;
        yield line(bytes);
        hash.update(bytes).update('\n');
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') {
      throw hash.copy().digest('hex') === createHash('sha256').digest('hex')
        ? new BackupRefused('This is not a backup made by Goldthread.')
        : damaged('it breaks off or cannot be unpacked');
    }
    throw error;
  } finally {
    file.destroy();
  }
  if (rest.length > 0) throw damaged('it breaks off in a line');
}
