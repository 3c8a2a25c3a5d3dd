import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { sql } from 'kysely';
import { openEmbedded } from './handle.ts';

test('an embedded folder is tidied while it is open, so that its plans know what its tables hold', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-tidy-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const handle = await openEmbedded(folder);
  t.after(() => handle.close());
  await handle.script('create table things as select generate_series(1, 500) as n', async () => {});
  const counted = () =>
    handle.transaction('owner', async (tx) => {
      const { rows } = await sql<{ rows: number }>`
        select reltuples::integer as rows from pg_class where relname = 'things'`.execute(tx);
      return rows[0]!.rows;
    });
  assert.equal(await counted(), -1, 'PostgreSQL does not know yet');
  t.mock.timers.tick(10 * 60 * 1000);
  assert.equal(await counted(), 500);
  await handle.transaction('owner', (tx) => sql`delete from things where n > 200`.execute(tx));
  t.mock.timers.tick(24 * 60 * 60 * 1000);
  assert.equal(await counted(), 200);
});
