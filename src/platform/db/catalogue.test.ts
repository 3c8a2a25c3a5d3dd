// What must hold of every table and function there is, and of every one that is still to come.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { allTables } from '../../../test/catalogue.ts';
import { openTestDatabase } from '../../../test/databases.ts';

const database = await openTestDatabase({ after });
const tables = await allTables(database);

/** The policy shapes of the architecture, by the policies each lays beside the keeper's. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  owned: ['owned: all to council'],
  'owned, filled by named functions': ['definer: all to definer', 'owned: all to council'],
  history: ['owned: select to council', 'trigger: insert to definer'],
  'history of what is shared': [
    'arrangement: select to council',
    'partnership: select to council',
    'post: select to council',
    'trigger: insert to definer',
  ],
  reference: ['read: select to council, definer, public, visitor', 'system: all to system'],
  published: [
    'change: update to council',
    'publish: insert to council',
    'read: select to council, public',
    'remove: delete to council',
  ],
  system: ['definer: all to definer'],
  shared: ['record: insert to council', 'shared: select to council'],
  arrangement: ['definer: all to definer', 'members: select to council'],
  'arrangement, agreed to': ['agree: update to council', 'definer: all to definer', 'members: select to council'],
  'arrangement, proposed in': ['definer: all to definer', 'members: select to council', 'propose: insert to council'],
  'arrangement, agreed in': ['agree: insert to council', 'definer: all to definer', 'members: select to council'],
  review: ['definer: all to definer', 'reviewed: select to council', 'team: select to peer'],
  'review, of the team': ['definer: all to definer', 'team: select to peer'],
  'arrangement, ended by one': ['definer: all to definer', 'end: insert to council', 'members: select to council'],
  partnership: ['definer: all to definer', 'members: select to council', 'system: all to system'],
};
const KEEPER = 'keeper: all to keeper';
/** What no backup holds, beside the list of migrations and the queue's own tables. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  scope_key: ['definer: select to definer'],
  // The challenge shape: the peer team alone, not even the keeper.
  peer_note: ['change: update to peer', 'remove: delete to peer', 'team: select to peer', 'write: insert to peer'],
};
const QUEUE = ['queue_system: all to system'];
const QUEUE_OF_COUNCILS: Readonly<Record<string, readonly string[]>> = {
  'pgboss.job': ['queue_council: all to council', ...QUEUE],
  'pgboss.job_common': ['queue_council: all to council', ...QUEUE],
  'pgboss.queue': ['queue_council: select to council', ...QUEUE],
};

test('every table has row security, enabled and forced on its owner too', () => {
  assert.ok(tables.length > 30);
  assert.deepEqual(
    tables.filter((t) => !t.rowSecurity || !t.forced).map((t) => t.name),
    [],
  );
});

test('every table has exactly one of the known shapes', () => {
  const known = Object.values(SHAPES).map((shape) => JSON.stringify([...shape, KEEPER].sort()));
  const strange = tables.filter((table) => {
    if (table.name === 'migration') {
      const [owner, ...rest] = table.policies;
      return !owner!.startsWith('owner: all to ') || rest.join() !== 'read: select to keeper, public';
    }
    if (table.name.startsWith('pgboss.')) {
      return JSON.stringify(table.policies) !== JSON.stringify(QUEUE_OF_COUNCILS[table.name] ?? QUEUE);
    }
    const other = OTHERS[table.name];
    const policies = JSON.stringify([...table.policies].sort());
    return other ? policies !== JSON.stringify(other) : !known.includes(policies);
  });
  assert.deepEqual(
    strange.map(({ name, policies }) => ({ name, policies })),
    [],
  );
});

test('every record that councils share keeps its history, for those who may read the record', () => {
  const shared = tables.filter(({ policies }) => policies.some((p) => /^(members|shared):/.test(p)));
  assert.ok(shared.length >= 7);
  assert.deepEqual(
    shared.filter(({ triggers }) => !triggers.some((name) => name.endsWith('_history'))).map(({ name }) => name),
    [],
  );
});

test('no right on a table or function is given to everyone', async () => {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ name: string }>`
      select oid::regclass::text as name from pg_class, aclexplode(relacl) as given
      where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and given.grantee = 0
      union all
      select oid::regprocedure::text from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) as given
      where pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and given.grantee = 0`.execute(tx),
  );
  assert.deepEqual(rows, []);
});

test('every definer function belongs to the definer and looks for names where nobody can put any', async () => {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ name: string; owner: string; settings: string[] | null }>`
      select p.oid::regprocedure::text as name, rolname as owner, proconfig as settings
      from pg_proc p join pg_roles r on r.oid = proowner
      where pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and prosecdef`.execute(tx),
  );
  assert.ok(rows.length > 10);
  // A path that does not name pg_temp has it first, and a temporary table would stand before the real one.
  const path = 'search_path=pg_catalog, public, pg_temp';
  const open = rows.filter((f) => f.owner !== 'goldthread_definer' || !f.settings?.includes(path));
  assert.deepEqual(open, []);
});

test('nobody may make a temporary table, nor anything in the schemas', async () => {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ role: string }>`
      select rolname as role from pg_roles
      where rolname in ('goldthread_council', 'goldthread_peer', 'goldthread_public', 'goldthread_visitor', 'goldthread_system', 'goldthread_keeper')
        and (has_database_privilege(rolname, current_database(), 'temporary')
          or has_database_privilege(rolname, current_database(), 'create')
          or has_schema_privilege(rolname, 'public', 'create') or has_schema_privilege(rolname, 'pgboss', 'create'))`.execute(
      tx,
    ),
  );
  assert.deepEqual(rows, []);
});

test('a reference between two tables of councils includes the council, because reference checks pass row security by', async () => {
  const { rows } = await database.asKeeper((tx) =>
    sql<{ name: string }>`
      select conrelid::regclass || ' ' || conname as name from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace
        and exists (select from pg_attribute where attrelid = conrelid and attname = 'council_id')
        and exists (select from pg_attribute where attrelid = confrelid and attname = 'council_id')
        and not exists (
          select from unnest(conkey, confkey) as pair (here, there)
          join pg_attribute h on h.attrelid = conrelid and h.attnum = here
          join pg_attribute t on t.attrelid = confrelid and t.attnum = there
          where h.attname = 'council_id' and t.attname = 'council_id')`.execute(tx),
  );
  assert.deepEqual(rows, []);
});

test("the council leads every unique key of its tables, so that no key tells of another council's rows", async () => {
  const owned = tables.filter((t) => t.policies.some((p) => /^(owned|publish):/.test(p))).map((t) => t.name);
  const { rows } = await database.asKeeper((tx) =>
    sql<{ name: string }>`
      select indexrelid::regclass::text as name from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where indisunique and indrelid::regclass::text = any(${owned}) and attname <> 'council_id'`.execute(tx),
  );
  assert.ok(owned.length > 15);
  assert.deepEqual(rows, []);
});
