// The program refuses to start on a database that does not protect what it should.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { asSuperuser, onServer, openTestDatabase, type TestDatabase } from '../../../test/databases.ts';
import { makeWorld } from '../../../test/world.ts';
import { type DatabaseAddress, openDatabase, Unsafe } from './open.ts';

/** Changes the database as its owner, who could. */
const asOwner = (database: TestDatabase, ...statements: RawBuilder<unknown>[]) =>
  database.asKeeper(async (tx) => {
    await sql`reset role`.execute(tx);
    for (const statement of statements) await statement.execute(tx);
  });

/** The same database, opened as a program that starts would; an embedded one as a copy. */
async function startAgain(database: TestDatabase): Promise<void> {
  const address: DatabaseAddress = onServer
    ? database.address
    : { kind: 'embedded', folder: null, template: await database.dump() };
  await (await openDatabase(address, { migrate: false })).close();
}

const refusal = (words: RegExp) => (error: Error) => {
  assert.ok(error instanceof Unsafe, String(error));
  assert.match(error.message, words);
  return true;
};

test('a database as the migrations leave it is opened, empty or full', async (t) => {
  const database = await openTestDatabase(t);
  await startAgain(database);
  await makeWorld(database);
  await startAgain(database);
});

const weakenings: Readonly<Record<string, { statements: RawBuilder<unknown>[]; words: RegExp }>> = {
  'row security taken off a table': {
    statements: [sql`alter table action disable row level security`],
    words: /Row security is switched off on action\./,
  },
  'row security not forced on the owner': {
    statements: [sql`alter table evidence no force row level security`],
    words: /Row security is switched off on evidence\./,
  },
  'a policy that shows every row': {
    statements: [sql`create policy open on history for select to goldthread_council using (true)`],
    words: /shows councils' records without a council/,
  },
  'a seal that is not checked': {
    statements: [
      sql`set local role goldthread_definer`,
      sql`create or replace function sealed_scope() returns text[] language sql stable security definer
        set search_path = pg_catalog, public, pg_temp as $$ select string_to_array(current_setting('goldthread.scope', true), '|') $$`,
    ],
    words: /shows councils' records with a forged seal/,
  },
};
for (const [what, { statements, words }] of Object.entries(weakenings)) {
  test(`not opened: ${what}`, async (t) => {
    const database = await openTestDatabase(t);
    await makeWorld(database);
    await asOwner(database, ...statements);
    await assert.rejects(startAgain(database), refusal(words));
  });
}

test('not opened: a web login that may do more than serve one council or the public', {
  skip: onServer ? false : 'the embedded database has no logins',
}, async (t) => {
  const database = await openTestDatabase(t);
  const name = new URL((database.address as { web: string }).web).pathname.slice(1);
  const login = `goldthread_test_lax_${name.slice(-8)}`;
  await asSuperuser((client) =>
    client.query(
      `create role ${login} login noinherit password 'only-for-tests' in role goldthread_council, goldthread_peer, goldthread_public`,
    ),
  );
  // The database goes before the login, and with it all that was granted there.
  t.after(() => asSuperuser((client) => client.query(`drop role ${login}`)));
  const web = new URL((database.address as { web: string }).web);
  web.username = login;
  const open = async () => {
    const opened = await openDatabase(
      { ...(database.address as DatabaseAddress & { kind: 'server' }), web: web.href },
      { migrate: false },
    );
    await opened.close();
  };
  const superuser = (statement: string) => asSuperuser((client) => client.query(statement), name);
  await open();
  const powers: readonly [string, string, RegExp][] = [
    [`alter role ${login} superuser`, `alter role ${login} nosuperuser`, /is a superuser/],
    [`alter role ${login} bypassrls`, `alter role ${login} nobypassrls`, /passes row security by/],
    [`alter role ${login} createrole`, `alter role ${login} nocreaterole`, /may create roles/],
    ...['system', 'visitor', 'definer', 'keeper'].map((role): [string, string, RegExp] => [
      `grant goldthread_${role} to ${login}`,
      `revoke goldthread_${role} from ${login}`,
      new RegExp(`may become (the |a )?${role}`),
    ]),
    [
      `grant temporary on database ${name} to ${login}`,
      `revoke temporary on database ${name} from ${login}`,
      /temporary tables/,
    ],
    [
      `grant temporary on database ${name} to public`,
      `revoke temporary on database ${name} from public`,
      /temporary tables/,
    ],
    [
      `create table lax (id int); alter table lax owner to ${login}; alter table lax enable row level security; alter table lax force row level security`,
      'drop table lax',
      /owns tables/,
    ],
  ];
  for (const [give, take, words] of powers) {
    await t.test(give, async () => {
      await superuser(give);
      await assert.rejects(open(), refusal(words));
      await superuser(take);
    });
  }
  await open();
});
