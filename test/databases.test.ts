import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { databaseKind, openTestDatabase, TEST_START } from './databases.ts';

test(`a test gets a migrated, empty database of its own (${databaseKind})`, async (t) => {
  const one = await openTestDatabase(t);
  const other = await openTestDatabase(t);
  await one.asSystem('test', (tx) =>
    tx
      .insertInto('council')
      .values({ code: 'northmere', name: 'Northmere City Council', letters: 'NM' } as never)
      .execute(),
  );
  const seen = (database: typeof one) => database.inPublic((tx) => tx.selectFrom('council').select('code').execute());
  assert.deepEqual(await seen(one), [{ code: 'northmere' }]);
  assert.deepEqual(await seen(other), []);
});

test('the clock of the scopes stands still until a test moves it', async (t) => {
  const database = await openTestDatabase(t);
  const council = { councilId: '00000000-0000-4000-8000-000000000001', personId: null };
  const now = () =>
    database.inCouncil(
      council,
      async (tx) => (await sql<{ at: Date }>`select scope_now() as at`.execute(tx)).rows[0]!.at,
    );
  assert.deepEqual(await now(), TEST_START);
  const later = new Date('2027-02-01T09:30:00Z');
  database.clock.moveTo(later);
  assert.deepEqual(await now(), later);
});
