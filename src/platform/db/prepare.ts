// Prepares a database for the program: its tables, and on a server what each login may become.
import { type RawBuilder, sql } from 'kysely';
import { type Handle, openEmbedded, openServer, type RawTransaction, type ServerAddresses } from './handle.ts';
import { migrate, migrationNames } from './migrate.ts';
import type { Doors } from './scope.ts';

export interface Prepared {
  /** The migrations applied now, none when it was up to date. */
  readonly applied: string[];
  /** What was granted, in words, and what an administrator must do because the owner may not. */
  readonly granted: string[];
  readonly toDo: string[];
}

/** Makes or updates the embedded database of a folder. @throws FolderInUse when a running program owns it. */
export async function prepareEmbedded(folder: string): Promise<Prepared> {
  const handle = await openEmbedded(folder);
  try {
    return { applied: await migrate(handle), granted: [], toDo: [] };
  } finally {
    await handle.close();
  }
}

/** Makes or updates the tables of a server's database as their owner, and lets the two logins become their roles alone. */
export async function prepareServer(addresses: ServerAddresses & { owner: string }): Promise<Prepared> {
  const handle = openServer(addresses);
  try {
    const applied = await migrate(handle);
    const web = await grantRoles(handle, addresses.web, ['goldthread_council', 'goldthread_peer', 'goldthread_public']);
    const system = await grantRoles(handle, addresses.system, ['goldthread_system', 'goldthread_visitor']);
    return { applied, granted: [...web.granted, ...system.granted], toDo: [...web.toDo, ...system.toDo] };
  } finally {
    await handle.close();
  }
}

/** The migrations that the program has and the database has not. */
export async function pendingMigrations(doors: Pick<Doors, 'inPublic'>): Promise<string[]> {
  const applied = await doors.inPublic(async (tx) => {
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(tx);
    return new Set(rows.map((row) => row.name));
  });
  return (await migrationNames()).filter((name) => !applied.has(name));
}

async function grantRoles(handle: Handle, address: string, roles: string[]) {
  const login = decodeURIComponent(new URL(address).username);
  const version = await handle.transaction('owner', async (tx) => {
    const { rows } = await sql<{
      version: number;
    }>`select current_setting('server_version_num')::int as version`.execute(tx);
    return rows[0]!.version;
  });
  const granted: string[] = [];
  const toDo: string[] = [];
  // Inheriting a role would give its rights outside any scope. Since 16 each grant says so; before, the login does.
  const statements: RawBuilder<unknown>[] = roles.map((role) =>
    version >= 160000
      ? sql`grant ${sql.id(role)} to ${sql.id(login)} with inherit false, set true`
      : sql`grant ${sql.id(role)} to ${sql.id(login)}`,
  );
  if (version < 160000) statements.unshift(sql`alter role ${sql.id(login)} noinherit`);
  for (const statement of statements) {
    const said = await handle.transaction('owner', async (tx) => {
      const text = statement.compile(tx).sql;
      return { text, refused: await refusedBy(tx, statement) };
    });
    (said.refused ? toDo : granted).push(said.text);
  }
  return { granted, toDo };
}

/** Runs a statement; false when it was done, true when the owner may not do it. The transaction goes on either way. */
async function refusedBy(tx: RawTransaction, statement: RawBuilder<unknown>): Promise<boolean> {
  await sql`savepoint granting`.execute(tx);
  try {
    await statement.execute(tx);
    return false;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await sql`rollback to savepoint granting`.execute(tx);
    return true;
  }
}
