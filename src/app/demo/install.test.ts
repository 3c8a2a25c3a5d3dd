import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openDatabase } from '../../platform/db/open.ts';
import { makeLog } from '../../platform/log/log.ts';
import { installDemonstration } from './install.ts';

const log = makeLog('silent');
const clock = { now: () => new Date('2026-11-22T12:00:00Z') };

test('a folder gets the demonstration once, also where its making was cut short or it had no council', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-demonstration-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const database = { kind: 'embedded', folder } as const;
  const updates = async () => {
    const open = await openDatabase(database);
    try {
      const rows = await open.asKeeper((tx) => tx.selectFrom('actionUpdate').select('id').orderBy('id').execute());
      return rows.map(({ id }) => id as string);
    } finally {
      await open.close();
    }
  };
  // An installation that was opened before and has nobody in it.
  await (await openDatabase(database)).close();
  await installDemonstration({ database }, log, clock);
  const first = await updates();
  assert.ok(first.length > 20);

  await installDemonstration({ database }, log, clock);
  await rm(join(folder, 'demonstration-installed'));
  await installDemonstration({ database }, log, clock);
  assert.deepEqual(await updates(), first, 'it was left as it is');

  // The mark of a database that was being made when the power went.
  writeFileSync(join(folder, 'database-being-made'), '');
  await installDemonstration({ database }, log, clock);
  assert.equal((await updates()).length, first.length);
  assert.ok(!existsSync(join(folder, 'database-being-made')));
});
