import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { FolderInUse } from '../src/platform/db/lock.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { findAll, makeLedger, report } from './durability/ledger.ts';
import { PowerCut } from './durability/power-cut.ts';
import { type Account, killInRounds } from './durability/rounds.ts';
import { makeServerDatabase } from './server-database.ts';
import { startServer } from './servers.ts';

function assertNothingLost(account: Account): void {
  assert.deepEqual(account.lost, [], 'a write was acknowledged and is gone');
  assert.deepEqual(account.found.broken, [], 'a write was kept in part');
  assert.ok(account.acknowledged.size >= account.rounds * 10, 'the writer wrote too little for this to mean anything');
}

test('the embedded database loses no acknowledged write when its process is killed, and refuses a second opener', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-killed-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const refused = async () => {
    await assert.rejects(openDatabase({ kind: 'embedded', folder }), FolderInUse);
  };
  // Each round but the first opens a folder whose lock names a process that was killed.
  const rounds = Array.from({ length: 6 }, () => ({ whileWriting: refused }));
  assertNothingLost(await killInRounds({ kind: 'embedded', folder }, rounds));
});

test('PostgreSQL loses no acknowledged write when our process is killed, or the server itself', async (t) => {
  const server = await startServer('18');
  t.after(() => server.stop());
  const address = await makeServerDatabase(server.url, 'killed');
  const killServer = async () => {
    await server.crash();
    await server.restart();
  };
  assertNothingLost(await killInRounds(address, [{ kill: killServer }, {}, { kill: killServer }]));
});

test('the embedded database keeps every acknowledged write through a power cut that takes all that was not synced', {
  skip: process.platform !== 'linux' && 'needs /proc to see which file is synced',
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-power-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const disk = new PowerCut();
  t.after(() => disk.stopWatching());
  const database = await openDatabase({ kind: 'embedded', folder: join(folder, 'before') });
  const ledger = await makeLedger(database);
  const acknowledged: string[] = [];
  for (let n = 0; n < 60; n++) {
    const id = randomUUID();
    await report(database, ledger, id, n);
    acknowledged.push(id);
    if (n === 40 && database.jobs.kind === 'embedded') await database.jobs.pglite.exec('checkpoint');
  }
  disk.stopWatching();
  disk.restoreTo(join(folder, 'before', 'database'), join(folder, 'after', 'database'));
  await database.close();

  const after = await openDatabase({ kind: 'embedded', folder: join(folder, 'after') }, { migrate: false });
  const found = await findAll(after, ledger);
  await after.close();
  assert.deepEqual(found.broken, []);
  assert.deepEqual(found.whole.sort(), acknowledged.sort());
});

test('a first start that was cut short begins again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-cut-short-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '18\n');
  writeFileSync(join(folder, 'database-being-made'), '');
  const database = await openDatabase({ kind: 'embedded', folder });
  const councils = await database.inPublic((tx) => tx.selectFrom('council').selectAll().execute());
  await database.close();
  assert.deepEqual(councils, []);
});
