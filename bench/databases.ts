// The databases under measurement, each with the world in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, type DatabaseAddress, openDatabase } from '../src/platform/db/open.ts';
import { makeServerDatabase } from '../test/server-database.ts';
import { type ServerVersion, startServer } from '../test/servers.ts';

export interface Filled<World> {
  readonly name: string;
  readonly version: string;
  readonly address: DatabaseAddress;
  /** A data folder of the program's own. */
  readonly folder: string;
  readonly world: World;
  end(): Promise<void>;
}

/** What fills a database, and what it tells of that. */
export type Filler<World> = (database: Database) => Promise<World>;

export async function filledEmbedded<World>(fill: Filler<World>): Promise<Filled<World>> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'));
  const address = { kind: 'embedded', folder } as const;
  const database = await openDatabase(address);
  const world = await fill(database);
  const { jobs } = database;
  if (jobs.kind !== 'embedded') throw new Error('not embedded');
  const { rows } = await jobs.pglite.query<{ version: string }>(`select split_part(version(), ' ', 2) as version`);
  await jobs.pglite.exec('vacuum analyze');
  await database.close();
  return {
    name: 'PGlite',
    version: rows[0]!.version,
    address,
    folder,
    world,
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL with the settings it ships with. */
export async function filledServer<World>(version: ServerVersion, fill: Filler<World>): Promise<Filled<World>> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'));
  const server = await startServer(version);
  const address = await makeServerDatabase(server.url, 'bench');
  const database = await openDatabase(address);
  const world = await fill(database);
  await database.close();
  const url = new URL(server.url);
  url.pathname = '/bench';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  // What autovacuum does within minutes of a real filling.
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ version: string }>(`select split_part(version(), ' ', 2) as version`);
  await client.end();
  return {
    name: `PostgreSQL ${version}`,
    version: rows[0]!.version,
    address,
    folder,
    world,
    async end() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
