// What the tests of protection ask the catalogue: the tables, and what a role may do to each.
import { sql } from 'kysely';
import type { Database } from '../src/platform/db/open.ts';

export interface TableFacts {
  /** Qualified unless it stands in the schema public. */
  readonly name: string;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly hasCouncil: boolean;
  /** The policies as "suffix: command to roles", in the order of the alphabet; the suffix follows the table's name. */
  readonly policies: readonly string[];
  readonly triggers: readonly string[];
}

/** Every table of the product and of its job queue. */
export async function allTables(database: Database): Promise<TableFacts[]> {
  return database.asKeeper(async (tx) => {
    const { rows } = await sql<TableFacts>`
      select c.oid::regclass::text as name, relrowsecurity as row_security, relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and attname = 'council_id') as has_council,
        array(
          select case relnamespace when 'public'::regnamespace then regexp_replace(polname, '^' || relname || '_', '') else polname end || ': ' ||
            case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end ||
            ' to ' || (
              select string_agg(coalesce(replace(r.rolname, 'goldthread_', ''), 'everyone'), ', ' order by r.rolname)
              from unnest(polroles) as role (id) left join pg_roles r on r.oid = role.id)
          from pg_policy where polrelid = c.oid order by polname) as policies,
        array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal order by tgname) as triggers
      from pg_class c
      where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f')
      order by 1`.execute(tx);
    return rows;
  });
}

/** Whether a role of ours has a right on a table. */
export async function mayRole(database: Database, role: string, right: string, table: string): Promise<boolean> {
  return database.asKeeper(async (tx) => {
    const { rows } = await sql<{
      may: boolean;
    }>`select has_table_privilege(${role}, ${table}, ${right}) as may`.execute(tx);
    return rows[0]!.may;
  });
}

/** Fails unless the work is refused with one of these codes of PostgreSQL (42501: not allowed, 23503: no such row here). */
export async function refused(work: Promise<unknown>, codes: readonly string[] = ['42501']): Promise<void> {
  let error: { code?: string } | undefined;
  try {
    await work;
  } catch (thrown) {
    error = thrown as { code?: string };
  }
  if (!error) throw new Error(`This was allowed, and should have been refused with ${codes.join(' or ')}.`);
  if (!codes.includes(error.code ?? '')) throw error;
}
