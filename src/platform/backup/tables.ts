// What a backup holds, read from the catalogue, so that a table added later is in it without anybody remembering.
import { sql } from 'kysely';
import type { RawTransaction } from '../db/handle.ts';

/**
 * Left out: the key that seals scopes (each database has its own), the list of migrations (it stands in the header), what
 * peers noted, which is their team's alone and destroyed on the day it was promised to be, and the words of the field,
 * which migrations bring.
 */
const LEFT_OUT = ['scope_key', 'migration', 'peer_note', 'library_term'];

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes the type, such as "timestamp with time zone". */
  readonly type: string;
  readonly identity: boolean;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

interface Found {
  table: string;
  columns: Column[];
  needs: string[] | null;
}

/** The tables of the schema "public", each after those that its foreign keys point at. Generated columns are left out. */
export async function tablesInOrder(tx: RawTransaction): Promise<Table[]> {
  const { rows } = await sql<Found>`
    select c.relname as table,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'identity', a.attidentity <> '')
         order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(distinct f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
       where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in (${sql.join(LEFT_OUT)})
    order by c.relname`.execute(tx);
  const ordered: Table[] = [];
  const placed = new Set<string>();
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter((row) => (row.needs ?? []).every((needed) => placed.has(needed)));
    if (ready.length === 0) {
      throw new Error(`These tables point at one another in a ring: ${waiting.map((row) => row.table).join(', ')}.`);
    }
    for (const row of ready) {
      placed.add(row.table);
      ordered.push({ name: row.table, columns: row.columns });
    }
    waiting = waiting.filter((row) => !placed.has(row.table));
  }
  return ordered;
}

/** The migrations applied to a database. */
export async function appliedMigrations(tx: RawTransaction): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(tx);
  return rows.map((row) => row.name);
}

/** Values as text mean the same on every server, whatever its own settings are. */
export async function settleTextForm(tx: RawTransaction): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'iso_8601', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true)`.execute(tx);
}
