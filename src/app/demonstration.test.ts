import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../../test/databases.ts';
import { checkDemonstration } from './start.ts';

test('invented councils and real ones never share an installation', async (t) => {
  const database = await openTestDatabase(t);
  const check = (demo: boolean) => checkDemonstration(database, { demo, dataDir: '/data' });
  await assert.doesNotReject(check(true), 'an empty database may become either');
  await assert.doesNotReject(check(false));
  const put = (demonstration: boolean) =>
    database.asSystem('test', async (tx) => {
      await tx.deleteFrom('council').execute();
      await tx
        .insertInto('council')
        .values({ code: 'northmere', name: 'Northmere', letters: 'N', demonstration })
        .execute();
    });
  await put(true);
  await assert.doesNotReject(check(true));
  await assert.rejects(check(false), /is demonstration data/);
  await put(false);
  await assert.doesNotReject(check(false));
  await assert.rejects(check(true), /belongs to real councils/);
});
