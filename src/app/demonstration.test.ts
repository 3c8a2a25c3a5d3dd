import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../../test/databases.ts';
import { checkDemonstration } from './start.ts';

test('invented councils and real ones never share an installation', async (t) => {
  const database = await openTestDatabase(t);
  const check = (demo: boolean) => checkDemonstration(database, { demo, dataDir: '/data' });
  assert.equal(await check(true), true, 'an empty database may become either');
  assert.equal(await check(false), true);
  const put = (demonstration: boolean) =>
    database.asSystem('test', async (tx) => {
      await tx.deleteFrom('council').execute();
      await tx
        .insertInto('council')
        .values({ code: 'northmere', name: 'Northmere', letters: 'N', demonstration })
        .execute();
    });
  await put(true);
  assert.equal(await check(true), false);
  await assert.rejects(check(false), /is demonstration data/);
  await put(false);
  assert.equal(await check(false), false);
  await assert.rejects(check(true), /belongs to real councils/);
});
