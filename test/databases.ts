// Gives each test file a fresh database of the kind under test, from a template that is migrated once a run.
//
// GOLDTHREAD_TEST_DATABASE is "pglite" (the default) or any other word for a PostgreSQL server, whose superuser's
// address then stands in GOLDTHREAD_TEST_POSTGRES. test/run.ts sets both.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MovingClock } from '../src/platform/clock.ts';
import { openServer } from '../src/platform/db/handle.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { type Database, type DatabaseAddress, openDatabase } from '../src/platform/db/open.ts';

/** The kind of database under test: "pglite", or the name of a server. */
export const databaseKind = process.env.GOLDTHREAD_TEST_DATABASE ?? 'pglite';
export const onServer = databaseKind !== 'pglite';

/** When the tests' clock begins: a Monday at noon, in London and in UTC. */
export const TEST_START = new Date('2026-11-23T12:00:00Z');

export interface TestDatabase extends Database {
  /** The clock of every scope; it stands still until a test moves it. */
  readonly clock: MovingClock;
  /** How to open the same database again, as another process would. On PGlite in memory there is no again. */
  readonly address: DatabaseAddress;
}

/** Whatever ends with a hook: a test's context, or the `node:test` module itself for a database of the whole file. */
type Ends = Pick<TestContext, 'after'> | { after(work: () => Promise<void>): void };

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a template depends on; another hash is another template. */
function templateHash(): string {
  const hash = createHash('sha256');
  const migrations = join(root, 'migrations');
  for (const name of readdirSync(migrations).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(migrations, name)));
  }
  hash.update(readFileSync(join(root, 'src/platform/db/migrate.ts')));
  for (const name of ['@electric-sql/pglite', 'pg-boss']) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex').slice(0, 16);
}

let template: Promise<Blob> | undefined;

/** Removes templates made more than a day ago, which are those of migrations that have changed since. */
function forgetOldTemplates(): void {
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(tmpdir())) {
    if (!/^goldthread-test-[0-9a-f]{16}\.tar/.test(name)) continue;
    const path = join(tmpdir(), name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < dayAgo) rmSync(path, { force: true });
  }
}

/** The migrated embedded database as a file that others are opened from, made on first use and kept between runs. */
function embeddedTemplate(): Promise<Blob> {
  template ??= (async () => {
    const path = join(tmpdir(), `goldthread-test-${templateHash()}.tar`);
    try {
      return new Blob([readFileSync(path)]);
    } catch {}
    const database = await openDatabase({ kind: 'embedded', folder: null });
    const dump = await database.dump();
    await database.close();
    // Two test files may make it at once: each writes its own and the last rename wins, whole.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
    renameSync(draft, path);
    forgetOldTemplates();
    return dump;
  })();
  return template;
}

/** A superuser's address, for the tests of servers alone. */
export function superuserUrl(database = 'postgres'): string {
  const given = process.env.GOLDTHREAD_TEST_POSTGRES;
  if (!given) {
    throw new Error(
      'Set GOLDTHREAD_TEST_POSTGRES to the address of a superuser, or run "npm test -- --only postgres".',
    );
  }
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement as the superuser, in a database of the server. */
export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const LOGINS = ['goldthread_test_web', 'goldthread_test_system', 'goldthread_test_owner'] as const;
// The logins are of the tests' own making, and the server is a test server: the word protects nothing.
const PASSWORD = 'only-for-tests';

function addresses(database: string): DatabaseAddress & { kind: 'server' } {
  const as = (login: string) => {
    const url = new URL(superuserUrl(database));
    url.username = login;
    url.password = PASSWORD;
    return url.href;
  };
  return { kind: 'server', web: as(LOGINS[0]), system: as(LOGINS[1]), owner: as(LOGINS[2]), poolSize: 4 };
}

/**
 * The migrated template on the server, made once for these migrations. It is made as an operator would: an owner that
 * is no superuser migrates a database of its own, and the two logins get their roles afterwards.
 */
async function serverTemplate(): Promise<string> {
  const name = `goldthread_template_${templateHash()}`;
  await asSuperuser(async (client) => {
    // Test files start in several processes; one makes the template and the others wait here.
    await client.query('select pg_advisory_lock(7420250)');
    const there = await client.query('select from pg_database where datname = $1', [name]);
    if (there.rowCount) return;
    for (const login of LOGINS) {
      const exists = await client.query('select from pg_roles where rolname = $1', [login]);
      // The web and system logins inherit nothing: without a door they hold no right at all.
      const powers = login === 'goldthread_test_owner' ? 'inherit createrole' : 'noinherit nocreaterole';
      await client.query(
        `${exists.rowCount ? 'alter' : 'create'} role ${login} login nosuperuser nobypassrls ${powers} password '${PASSWORD}'`,
      );
    }
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(
      `create database ${draft} owner goldthread_test_owner template template0 encoding 'UTF8' locale 'C'`,
    );
    const handle = openServer(addresses(draft));
    try {
      await migrate(handle);
    } finally {
      await handle.close();
    }
    await client.query('grant goldthread_council, goldthread_peer, goldthread_public to goldthread_test_web');
    await client.query('grant goldthread_system, goldthread_visitor to goldthread_test_system');
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function newServerDatabase(): Promise<{ address: DatabaseAddress; drop(): Promise<void> }> {
  const from = await serverTemplate();
  const name = `goldthread_test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(async (client) => {
    await client.query(`create database ${name} template ${from} owner goldthread_test_owner`);
    // A template lends everything but the rights on the database itself, which the migration took from everyone.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  return {
    address: addresses(name),
    drop: async () => {
      await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/**
 * A fresh, migrated, empty database, closed and dropped when the test (or, given `{ after }` of node:test, the file) ends.
 * @param options.clock the scopes' clock; by default one that stands at TEST_START until it is moved.
 */
export async function openTestDatabase(ends: Ends, options: { clock?: MovingClock } = {}): Promise<TestDatabase> {
  const clock = options.clock ?? new MovingClock(TEST_START);
  const made = onServer ? await newServerDatabase() : null;
  const address: DatabaseAddress = made?.address ?? {
    kind: 'embedded',
    folder: null,
    template: await embeddedTemplate(),
  };
  try {
    const database = await openDatabase(address, { clock, migrate: false });
    ends.after(async () => {
      await database.close();
      await made?.drop();
    });
    return { ...database, clock, address };
  } catch (error) {
    await made?.drop();
    throw error;
  }
}
