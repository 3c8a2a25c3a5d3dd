// A migrated database of its own on a PostgreSQL server, with the three logins that an operator would make.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openServer } from '../src/platform/db/handle.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { DatabaseAddress } from '../src/platform/db/open.ts';

export type ServerAddress = DatabaseAddress & { kind: 'server' };

/**
 * @param superuser the address of a superuser of a server that is used for nothing else: its logins are made here.
 * @param name the database's name, in small letters.
 */
export async function makeServerDatabase(superuser: string, name: string, poolSize = 10): Promise<ServerAddress> {
  const password = randomUUID();
  const as = (login: string) => {
    const url = new URL(superuser);
    url.username = `${name}_${login}`;
    url.password = password;
    url.pathname = `/${name}`;
    return url.href;
  };
  const address: ServerAddress = {
    kind: 'server',
    web: as('web'),
    system: as('system'),
    owner: as('owner'),
    poolSize,
  };
  await asSuperuser(superuser, async (client) => {
    await client.query(`create role ${name}_owner login createrole password '${password}'`);
    await client.query(`create role ${name}_web login noinherit password '${password}'`);
    await client.query(`create role ${name}_system login noinherit password '${password}'`);
    await client.query(`create database ${name} owner ${name}_owner template template0 encoding 'UTF8' locale 'C'`);
    const handle = openServer(address);
    try {
      await migrate(handle);
    } finally {
      await handle.close();
    }
    await client.query(`grant goldthread_council, goldthread_peer, goldthread_public to ${name}_web`);
    await client.query(`grant goldthread_system, goldthread_visitor to ${name}_system`);
  });
  return address;
}

async function asSuperuser(address: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
