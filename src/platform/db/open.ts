import { sql } from 'kysely';
import { type Clock, systemClock } from '../clock.ts';
import { type Handle, openEmbedded, openServer, type ServerAddresses } from './handle.ts';
import { migrate } from './migrate.ts';
import { type Doors, type LogReason, makeDoors } from './scope.ts';
import { sealScope } from './seal.ts';

export type { Doors } from './scope.ts';

/** Where the database is: an embedded folder (null: in memory, for tests) or a PostgreSQL server. */
export type DatabaseAddress =
  | { kind: 'embedded'; folder: string | null; template?: Blob }
  | ({ kind: 'server'; poolSize?: number } & ServerAddresses);

export interface OpenOptions {
  clock?: Clock;
  log?: LogReason;
  /** Applies migrations first. On a server this needs the owner. */
  migrate?: boolean;
}

export interface Database extends Doors {
  readonly kind: Handle['kind'];
  readonly jobs: Handle['jobs'];
  /**
   * For backup, restore and the tests of policies: a transaction as the keeper, who reads and writes every row. With
   * `snapshot` all of it sees one moment.
   */
  asKeeper<T>(
    work: (tx: import('./handle.ts').RawTransaction) => Promise<T>,
    options?: { snapshot?: boolean },
  ): Promise<T>;
  /** A copy of an embedded database, to open others from in the same state. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

/** Thrown when the database does not protect what it should; the program must not start. */
export class Unsafe extends Error {}

/**
 * Opens the database, brings it up to date when asked, and proves that its protection works before handing out a door.
 * @throws FolderInUse, Unsafe, or the server's own error when it cannot be reached.
 */
export async function openDatabase(address: DatabaseAddress, options: OpenOptions = {}): Promise<Database> {
  const handle =
    address.kind === 'embedded'
      ? await openEmbedded(address.folder, address.template)
      : openServer(address, address.poolSize);
  try {
    if (options.migrate ?? address.kind === 'embedded') await migrate(handle);
    const key = await readKey(handle);
    await selfCheck(handle, key);
    const doors = makeDoors(handle, key, options.clock ?? systemClock, options.log);
    return {
      ...doors,
      kind: handle.kind,
      jobs: handle.jobs,
      asKeeper: (work, snapshot) =>
        handle.transaction(
          'owner',
          async (tx) => {
            await sql`select set_config('role', 'goldthread_keeper', true)`.execute(tx);
            return work(tx);
          },
          snapshot,
        ),
      dump: async () => {
        if (handle.jobs.kind !== 'embedded') throw new Error('Only an embedded database can be copied whole.');
        return handle.jobs.pglite.dumpDataDir('none');
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readKey(handle: Handle): Promise<Uint8Array> {
  return handle.transaction('system', async (tx) => {
    await sql`select set_config('role', 'goldthread_system', true)`.execute(tx);
    const { rows } = await sql<{ key: Uint8Array }>`select read_scope_key() as key`.execute(tx);
    return rows[0]!.key;
  });
}

/** Proves that without a council, or with a forged seal, a council's scope sees no row of anybody's. */
async function selfCheck(handle: Handle, key: Uint8Array): Promise<void> {
  const councils = await handle.transaction('system', async (tx) => {
    await sql`select set_config('role', 'goldthread_system', true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`select id from council order by code limit 1`.execute(tx);
    return rows.map((row) => row.id);
  });
  const council = councils[0] ?? '00000000-0000-4000-8000-000000000000';
  const forged = sealScope(Buffer.concat([key, Buffer.from('x')]), council, null, new Date());
  for (const [what, scope] of [
    ['without a council', ''],
    ['with a forged seal', forged],
  ] as const) {
    const seen = await handle.transaction('web', async (tx) => {
      await sql`select set_config('role', 'goldthread_council', true), set_config('goldthread.scope', ${scope}, true)`.execute(
        tx,
      );
      const { rows } = await sql<{ council: string | null; seen: boolean }>`
        select current_council() as council,
          exists (select from membership) or exists (select from recommendation) or exists (select from history)
          or exists (select from stored_file) or exists (select from arrangement) as seen`.execute(tx);
      return rows[0]!;
    });
    if (seen.council !== null || seen.seen) {
      throw new Unsafe(`The database shows councils' records ${what}. Goldthread will not start on it.`);
    }
  }
  const bare = await handle.transaction('web', async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`.execute(tx);
    return rows.map((row) => row.name);
  });
  if (bare.length) {
    throw new Unsafe(`Row security is switched off on ${bare.join(', ')}. Goldthread will not start on it.`);
  }
  if (handle.kind === 'server') await checkLogins(handle);
}

/** The web login must be able to become council, peer or public, and no other role; and must not pass row security by. */
async function checkLogins(handle: Handle): Promise<void> {
  const { rows } = await handle.transaction('web', (tx) =>
    sql<{ unsafe: string | null }>`
      select case
        when rolsuper or rolbypassrls then 'is a superuser or passes row security by'
        when rolcreaterole then 'may create roles, and so take on any'
        when pg_has_role(current_user, 'goldthread_system', 'member') then 'may become the system'
        when pg_has_role(current_user, 'goldthread_visitor', 'member') then 'may become a visitor'
        when pg_has_role(current_user, 'goldthread_definer', 'member') then 'may become the definer'
        when pg_has_role(current_user, 'goldthread_keeper', 'member') then 'may become the keeper'
        when has_database_privilege(current_database(), 'temporary')
          then 'may make temporary tables, through which one council could catch what another writes'
        when exists (select from pg_class where relowner = pg_roles.oid) then 'owns tables, and so may lift their protection'
      end as unsafe
      from pg_roles where rolname in (current_user, 'goldthread_council', 'goldthread_peer', 'goldthread_public') order by 1 nulls last`.execute(
      tx,
    ),
  );
  const unsafe = rows[0]?.unsafe;
  if (unsafe) {
    throw new Unsafe(
      `The login of DATABASE_URL ${unsafe}. Give it the roles council, peer and public only, and nobody the right to temporary tables: see docs/operators.md.`,
    );
  }
}
