// The doors, and what a statement smuggled through one can do: read and write as the scope it stands in, and no more.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { refused } from '../../../test/catalogue.ts';
import { onServer, openTestDatabase } from '../../../test/databases.ts';
import { makeWorld } from '../../../test/world.ts';
import { sealScope } from './seal.ts';

const database = await openTestDatabase({ after });
const world = await makeWorld(database);
const { northmere, wendshire } = world;
const us = wendshire.as('improvement_lead');

/** Runs a smuggled statement in Wendshire's scope, then a harmless one, as a query that was tampered with would. */
const smuggle = (statement: RawBuilder<unknown>) =>
  database.inCouncil(us, async (tx) => {
    await statement.execute(tx);
    return tx.selectFrom('action').select('councilId').execute();
  });

test('a role switch smuggled into a council scope is refused', {
  skip: onServer ? false : 'the embedded connection is a superuser: its roles guard against mistakes only',
}, async (t) => {
  for (const role of ['system', 'definer', 'keeper', 'visitor']) {
    await t.test(`set role goldthread_${role}`, () => refused(smuggle(sql`set role ${sql.id(`goldthread_${role}`)}`)));
    await t.test(`set_config of the role ${role}`, () =>
      refused(smuggle(sql`select set_config('role', ${`goldthread_${role}`}, false)`)),
    );
  }
  await t.test('reset role', () => refused(smuggle(sql`reset role`)));
  await t.test('set role none', () => refused(smuggle(sql`set role none`)));
  for (const login of ['postgres', 'goldthread_test_owner', 'goldthread_test_system', 'goldthread_definer']) {
    await t.test(`set session authorization ${login}`, () =>
      refused(smuggle(sql`set session authorization ${sql.id(login)}`)),
    );
  }
  await t.test('a grant of another role to itself', () =>
    refused(smuggle(sql`grant goldthread_keeper to goldthread_council`)),
  );
  await t.test('row security switched off', () => refused(smuggle(sql`set local row_security = off`)));
  await t.test('row security taken off the table', () =>
    refused(smuggle(sql`alter table action disable row level security`)),
  );
  await t.test('a policy of its own', () => refused(smuggle(sql`create policy mine on action using (true)`)));
  await t.test('the key of the seals', async () => {
    await refused(smuggle(sql`select key from scope_key`));
    await refused(smuggle(sql`select read_scope_key()`));
  });
  await t.test('people of every council', () => refused(smuggle(sql`select * from person`)));
});

test('a smuggled statement cannot make a temporary table, which would catch what the next council writes', () =>
  refused(smuggle(sql`create temporary table scope_key (key bytea)`)));

test('a smuggled statement cannot make a function, a table or a trigger', async () => {
  await refused(smuggle(sql`create function mine() returns int language sql as 'select 1'`));
  await refused(smuggle(sql`create table mine (id int)`));
  await refused(
    smuggle(sql`create trigger mine before insert on action for each row execute function refuse_change()`),
  );
});

async function key(): Promise<Uint8Array> {
  return database.asSystem('test of forged scopes', async (tx) => {
    const { rows } = await sql<{ key: Uint8Array }>`select read_scope_key() as key`.execute(tx);
    return rows[0]!.key;
  });
}

/** What a scope sees that a smuggled statement put in the place of Wendshire's own. */
const seenUnder = (scope: string) =>
  database.inCouncil(us, async (tx) => {
    await sql`select set_config('goldthread.scope', ${scope}, true)`.execute(tx);
    const { rows } = await sql<{ council: string | null; person: string | null; rows: number }>`
      select current_council() as council, current_person() as person,
        (select count(*) from action) + (select count(*) from membership) + (select count(*) from history)
        + (select count(*) from shared_post) + (select count(*) from arrangement) as rows`.execute(tx);
    return rows[0]!;
  });

const NOTHING = { council: null, person: null, rows: 0 };

test('a scope sealed with the right key is what its council sees; forged, altered and expired ones see nothing', async (t) => {
  const right = await key();
  const own = sealScope(right, us.councilId, us.personId, new Date());
  const parts = own.split('|');
  const put = (place: number, value: string) => parts.map((part, i) => (i === place ? value : part)).join('|');

  const seen = await seenUnder(own);
  assert.equal(seen.council, wendshire.id);
  assert.ok(seen.rows > 10);

  const forged: Readonly<Record<string, string>> = {
    'no scope': '',
    'another council under the own seal': put(0, northmere.id),
    'another person under the own seal': put(1, northmere.people.administrator),
    'nobody under the own seal': put(1, ''),
    'another instant under the own seal': put(2, '0'),
    'a later end under the own seal': put(3, String(Number(parts[3]) + 1)),
    'a seal of another key': sealScope(Buffer.alloc(32), northmere.id, null, new Date()),
    'an empty seal': put(4, ''),
    'a cut seal': put(4, parts[4]!.slice(0, 63)),
    'four parts': parts.slice(0, 4).join('|'),
    'six parts': `${own}|`,
    'a council in two parts': sealScope(right, `${northmere.id}|${us.personId}`, null, new Date()),
    words: "' or true --",
  };
  for (const [what, scope] of Object.entries(forged)) {
    await t.test(what, async () => assert.deepEqual(await seenUnder(scope), NOTHING));
  }
  await t.test('a scope that has run out', async (t2) => {
    t2.mock.timers.enable({ apis: ['Date'], now: Date.now() - 11 * 60 * 1000 });
    const old = sealScope(right, us.councilId, us.personId, new Date());
    t2.mock.timers.reset();
    assert.deepEqual(await seenUnder(old), NOTHING);
  });
});

test('a scope ends with its transaction, whatever a smuggled statement leaves behind on the connection', async () => {
  const own = sealScope(await key(), northmere.id, null, new Date());
  // More than the pool has connections, so that the next transaction meets one of them.
  for (let i = 0; i < 8; i++) {
    await database.inCouncil(northmere.as('officer'), (tx) =>
      sql`select set_config('goldthread.scope', ${own}, false), set_config('search_path', 'nowhere', false)`.execute(
        tx,
      ),
    );
  }
  const read = await database.inPublic((tx) => tx.selectFrom('council').select('code').execute());
  assert.equal(read.length, 3);
  await database.inPublic(async (tx) => {
    const { rows } = await sql`select current_council() as council`.execute(tx);
    assert.deepEqual(rows, [{ council: null }]);
  });
  const actions = await database.inCouncil(us, (tx) =>
    tx.selectFrom('action').select('councilId').distinct().execute(),
  );
  assert.deepEqual(actions, [{ councilId: wendshire.id }]);
});

test('the public door sees published copies and public facts, and nothing else', async (t) => {
  const seen = await database.inPublic((tx) => tx.selectFrom('publication').select('councilId').execute());
  assert.equal(seen.length, 3);
  for (const table of ['action', 'history', 'membership', 'stored_file', 'scope_key', 'person', 'pgboss.job']) {
    await t.test(`not ${table}`, () =>
      refused(database.inPublic((tx) => sql`select from ${sql.table(table)}`.execute(tx))),
    );
  }
  await t.test('and writes nothing', () =>
    refused(
      database.inPublic((tx) => sql`delete from publication`.execute(tx)),
      ['25006', '42501'],
    ),
  );
});

test("a public page that takes on the council role still sees nobody's records, and cannot write", async () => {
  const become = <T>(statement: RawBuilder<T>) =>
    database.inPublic(async (tx) => {
      await sql`select set_config('role', 'goldthread_council', true)`.execute(tx);
      return (await statement.execute(tx)).rows;
    });
  assert.deepEqual(await become(sql`select id from action`), []);
  assert.deepEqual(await become(sql`select council_id from membership`), []);
  await refused(become(sql`delete from publication`), ['25006']);
});

test('the visitor door has named functions and no table but public facts', async () => {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p', 'v')
        and has_any_column_privilege('goldthread_visitor', oid, 'select, insert, update')`.execute(tx),
  );
  assert.deepEqual(rows.map((row) => row.name).sort(), ['council', 'library_term']);
  assert.equal(await database.asVisitor((tx) => tx.call<boolean>('any_account')), true);
  await refused(database.asVisitor((tx) => tx.call('read_scope_key')));
  await refused(database.asVisitor((tx) => tx.call('list_accounts')));
});

test('a read-only scope refuses every write, and cannot be made to write again', async () => {
  const readOnly = (statement: RawBuilder<unknown>) =>
    database.inCouncil(
      us,
      async (tx) => {
        await tx.selectFrom('action').select('id').execute();
        await statement.execute(tx);
      },
      { readOnly: true },
    );
  await refused(readOnly(sql`update action set title = 'x'`), ['25006']);
  await refused(readOnly(sql`set transaction read write`), ['25001']);
  await refused(readOnly(sql`select set_config('transaction_read_only', 'off', true)`), ['25001']);
});

test('a door inside another is refused, and the outer one goes on', async () => {
  const outer = await database.inCouncil(us, async (tx) => {
    await assert.rejects(
      database.inPublic(async () => 1),
      /inside another/,
    );
    await assert.rejects(
      database.inCouncil(northmere.as('officer'), async () => 1),
      /inside another/,
    );
    return (await tx.selectFrom('report').select('id').execute()).length;
  });
  assert.equal(outer, 2);
});

test('what fails inside a door leaves no row behind', async () => {
  const titled = (title: string) =>
    database.inCouncil(us, (tx) => tx.selectFrom('report').select('id').where('title', '=', title).execute());
  await assert.rejects(
    database.inCouncil(us, async (tx) => {
      await tx.insertInto('report').values({ councilId: us.councilId, title: 'half done' }).execute();
      throw new Error('the program failed');
    }),
    /the program failed/,
  );
  assert.deepEqual(await titled('half done'), []);
});

test("the instants that rows bear are those of the scope's clock", async () => {
  const at = new Date('2027-05-04T08:15:30.123Z');
  const before = database.clock.now();
  database.clock.moveTo(at);
  const made = await database.inCouncil(us, (tx) =>
    tx
      .insertInto('report')
      .values({ councilId: us.councilId, title: 'dated' })
      .returning('registeredAt')
      .executeTakeFirstOrThrow(),
  );
  database.clock.moveTo(before);
  assert.deepEqual(made.registeredAt, at);
});
