import { stat } from 'node:fs/promises';
import { sql } from 'kysely';
import type { RawTransaction } from '../db/handle.ts';
import type { Database } from '../db/open.ts';
import { BackupRefused, type BackupReport, FORMAT, header, rowLine, tableLine } from './format.ts';
import { checkWhole, damaged, parseLine, readLines } from './lines.ts';
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
  const expected = await checkWhole(path);
  return database.asKeeper(async (tx) => {
    await settleTextForm(tx);
    const tables = await tablesInOrder(tx);
    await refuseIfNotEmpty(tx, tables);
    const counts = await readAll(tx, tables, readLines(path));
    for (const name of new Set([...Object.keys(counts), ...Object.keys(expected)])) {
      if (counts[name] !== expected[name]) throw damaged(`it does not have as many rows of ${name} as it says`);
    }
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

interface Target {
  readonly table: Table;
  readonly columns: readonly Column[];
  count: number;
}

async function readAll(
  tx: RawTransaction,
  tables: readonly Table[],
  lines: AsyncGenerator<{ text: string }>,
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
  for await (const { text } of lines) {
    if (text.startsWith('[')) {
      if (!target) throw damaged('a row stands before any table');
      if (parseLine(rowLine, text).length !== target.columns.length)
        throw damaged('a row has the wrong number of values');
      batch.push(text);
      target.count++;
      length += text.length;
      if (length > BATCH) await flush();
    } else if (text.startsWith('{"table"')) {
      await flush();
      target = findTarget(tables, parseLine(tableLine, text));
      if (seen.has(target.table.name)) throw damaged(`the table ${target.table.name} stands there twice`);
      seen.set(target.table.name, target);
    }
  }
  await flush();
  return Object.fromEntries([...seen].map(([name, { count }]) => [name, count]));
}

async function checkHeader(tx: RawTransaction, text: string): Promise<void> {
  const { format, migrations } = parseLine(header, text);
  const known = new Set(await appliedMigrations(tx));
  const unknown = migrations.filter((name) => !known.has(name));
  if (format > FORMAT || unknown.length > 0) {
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
