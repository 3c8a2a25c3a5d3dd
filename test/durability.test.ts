import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { sql } from 'kysely';
import { openEmbedded } from '../src/platform/db/handle.ts';
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

// Made once, under watch, then cut, then copied for the kills: making a database takes longer than all the rest.
const base = mkdtempSync(join(tmpdir(), 'goldthread-durable-'));
test.after(() => rmSync(base, { recursive: true, force: true }));

test('the embedded database keeps every acknowledged write through a power cut that takes all that was not synced', async (t) => {
  // Where there is no /proc to see which file is synced, the database is made all the same, for the next test.
  const disk = process.platform === 'linux' ? new PowerCut() : null;
  t.after(() => disk?.stopWatching());
  const database = await openDatabase({ kind: 'embedded', folder: join(base, 'before') });
  const ledger = await makeLedger(database);
  const acknowledged: string[] = [];
  for (let n = 0; n < 60; n++) {
    const id = randomUUID();
    await report(database, ledger, id, n);
    acknowledged.push(id);
    if (n === 40 && database.jobs.kind === 'embedded') await database.jobs.pglite.exec('checkpoint');
  }
  disk?.stopWatching();
  disk?.restoreTo(join(base, 'before', 'database'), join(base, 'after', 'database'));
  await database.close();
  if (disk === null) return t.skip('needs /proc');

  const after = await openDatabase({ kind: 'embedded', folder: join(base, 'after') }, { migrate: false });
  const found = await findAll(after, ledger);
  await after.close();
  assert.deepEqual(found.broken, []);
  assert.deepEqual(found.whole.sort(), acknowledged.sort());
});

test('the embedded database loses no acknowledged write when its process is killed, and refuses a second opener', async () => {
  const folder = join(base, 'killed');
  cpSync(join(base, 'before'), folder, { recursive: true });
  const refused = async () => {
    await assert.rejects(openDatabase({ kind: 'embedded', folder }), FolderInUse);
  };
  // Each round but the first takes the folder over from a process that was killed.
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

test('a first start that was cut short begins again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-cut-short-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '18\n');
  writeFileSync(join(folder, 'database-being-made'), '');
  const handle = await openEmbedded(folder);
  const { rows } = await handle.transaction('owner', (tx) => sql<{ made: boolean }>`select true as made`.execute(tx));
  await handle.close();
  assert.deepEqual(rows, [{ made: true }]);
});
