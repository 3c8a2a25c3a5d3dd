// The two raw databases behind one small interface. Nothing outside this folder imports it: the doors of scope.ts are
// the only way in.
import { join } from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { lockFolder } from './lock.ts';
import { beginFolder, embeddedParams, keepToOwner, syncedFolder } from './synced-folder.ts';
import { keepTidy } from './tidy.ts';

/** Bigints are pence, sizes and identities: exact as numbers up to 2^53, and refused beyond it rather than rounded. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`An integer too large to hold exactly: ${text}`);
  return value;
}

// A date is a day, kept as "2026-11-22": a Date object would drag a time zone in.
const DATE = 1082;
const BIGINT = 20;
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(BIGINT, safeInteger);

// biome-ignore lint/suspicious/noExplicitAny: each door narrows this to its own tables.
export type RawTransaction = Transaction<any>;

/** Which login a transaction uses on PostgreSQL. PGlite has one connection for all. */
export type Login = 'web' | 'system' | 'owner';

export interface Handle {
  readonly kind: 'embedded' | 'server';
  /** With `snapshot` every statement of it sees the database as at one moment. */
  transaction<T>(login: Login, work: (tx: RawTransaction) => Promise<T>, options?: { snapshot?: boolean }): Promise<T>;
  /** Statements of a migration, several in one text, in one transaction that also runs `after`. */
  script(sql: string, after: (tx: RawTransaction) => Promise<void>): Promise<void>;
  /** The embedded instance or the system login's address, for the job queue alone. */
  readonly jobs: { kind: 'embedded'; pglite: PGlite } | { kind: 'server'; connectionString: string };
  close(): Promise<void>;
}

const plugins = () => [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

/** Opens an embedded database in a folder, or in memory when the folder is null. One process owns a folder. */
export async function openEmbedded(folder: string | null, template?: Blob): Promise<Handle> {
  const lock = folder === null ? null : await lockFolder(folder);
  let pglite: PGlite;
  try {
    const making = folder === null ? null : beginFolder(folder);
    if (folder !== null) keepToOwner(folder);
    pglite = await PGlite.create({
      ...(folder === null ? { startParams: [...embeddedParams] } : syncedFolder(join(folder, 'database'))),
      ...(template ? { loadDataDir: template } : {}),
      parsers: { [pgliteTypes.DATE]: (text: string) => text, [pgliteTypes.INT8]: safeInteger },
    });
    making?.done();
  } catch (error) {
    await lock?.release();
    throw error;
  }
  // biome-ignore lint/suspicious/noExplicitAny: see RawTransaction.
  const kysely = new Kysely<any>({ dialect: new PGliteDialect({ pglite }), plugins: plugins() });
  // The dialect has one connection and no queue before it, so transactions take turns here.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  const stopTidying = folder === null ? () => {} : keepTidy(() => inTurn(() => pglite.exec('vacuum analyze')));
  return {
    kind: 'embedded',
    transaction: (_login, work) => inTurn(() => kysely.transaction().execute(work)),
    script: (sql, after) =>
      inTurn(async () => {
        await pglite.exec('begin');
        try {
          await pglite.exec(sql);
          await pglite.exec('commit');
        } catch (error) {
          await pglite.exec('rollback');
          throw error;
        }
        await kysely.transaction().execute(after);
      }),
    jobs: { kind: 'embedded', pglite },
    async close() {
      stopTidying();
      await last;
      await pglite.close();
      await lock?.release();
    },
  };
}

export interface ServerAddresses {
  /** The web login: may become council or public and nothing else. */
  web: string;
  /** The worker's and sign-in's login: may become system or visitor. */
  system: string;
  /** The owner of the tables, for migrations and backups. */
  owner: string | null;
}

/** Opens a PostgreSQL server by up to three logins. */
export function openServer(addresses: ServerAddresses, poolSize = 10): Handle {
  const pools = {
    web: new pg.Pool({ connectionString: addresses.web, max: poolSize }),
    system: new pg.Pool({ connectionString: addresses.system, max: Math.max(4, Math.floor(poolSize / 2)) }),
    owner: addresses.owner === null ? null : new pg.Pool({ connectionString: addresses.owner, max: 2 }),
  };
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  for (const pool of [pools.web, pools.system, pools.owner]) pool?.on('error', () => {});
  // biome-ignore lint/suspicious/noExplicitAny: see RawTransaction.
  const made = new Map<Login, Kysely<any>>();
  const kyselyFor = (login: Login) => {
    const pool = pools[login];
    if (!pool) throw new Error('This needs the owner of the database: set DATABASE_OWNER_URL.');
    let kysely = made.get(login);
    if (!kysely) {
      // biome-ignore lint/suspicious/noExplicitAny: see RawTransaction.
      kysely = new Kysely<any>({ dialect: new PostgresDialect({ pool }), plugins: plugins() });
      made.set(login, kysely);
    }
    return kysely;
  };
  return {
    kind: 'server',
    transaction: (login, work, { snapshot = false } = {}) => {
      const transaction = kyselyFor(login).transaction();
      return (snapshot ? transaction.setIsolationLevel('repeatable read') : transaction).execute(work);
    },
    async script(sql, after) {
      await kyselyFor('owner')
        .transaction()
        .execute(async (tx) => {
          await tx.executeQuery({
            sql,
            parameters: [],
            query: { kind: 'RawNode' } as never,
            queryId: { queryId: 'script' },
          });
          await after(tx);
        });
    },
    jobs: { kind: 'server', connectionString: addresses.system },
    async close() {
      await Promise.all([pools.web.end(), pools.system.end(), pools.owner?.end()]);
    },
  };
}
