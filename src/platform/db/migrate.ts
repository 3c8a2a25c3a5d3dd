import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { getConstructionPlans } from 'pg-boss';
import type { Handle } from './handle.ts';

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** The job queue's own tables, then ours over them: who may add and see a job. */
const QUEUE_TABLES = '0007_jobs.sql';

/** The migrations that this program has, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Brings the database to the newest migration, each in its own transaction, in the order of the file names.
 * @returns the names of the migrations applied, none when it was up to date.
 */
export async function migrate(handle: Handle): Promise<string[]> {
  await handle.script(
    `create table if not exists migration (name text primary key, applied_at timestamptz not null default now());
     alter table migration enable row level security;
     do $$ begin
       if not exists (select from pg_policies where tablename = 'migration') then
         execute format('create policy migration_owner on migration to %I using (true) with check (true)', current_user);
       end if;
     end $$;
     alter table migration force row level security;`,
    async () => {},
  );
  const names = await migrationNames();
  const done = await handle.transaction('owner', async (tx) => {
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(tx);
    return new Set(rows.map((row) => row.name));
  });
  const applied: string[] = [];
  for (const name of names) {
    if (done.has(name)) continue;
    let text = await readFile(join(folder, name), 'utf8');
    if (name === QUEUE_TABLES) text = `${queueTables()}\n${text}`;
    try {
      await handle.script(
        `${text}\n;insert into migration (name) values ('${name.replaceAll("'", "''")}');`,
        async () => {},
      );
    } catch (error) {
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}

/** pg-boss's tables without its own transaction around them: the migration has one. */
function queueTables(): string {
  return getConstructionPlans('pgboss')
    .replace(/^\s*BEGIN;/, '')
    .replace(/COMMIT;\s*$/, '');
}
