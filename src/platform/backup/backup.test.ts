import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { onServer, openTestDatabase } from '../../../test/databases.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { BackupRefused, backup, restore } from './index.ts';
import { settleTextForm, tablesInOrder } from './tables.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
/** Words that a careless form would break: quotes, line ends, other scripts, what looks like JSON or an array. */
const AWKWARD = 'O\'Brien "said"\n\t\\ {null,[1]} — ŵ 漢字 😀 \u2028';

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-backup-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Two councils, a person who serves both, a report's file of several pieces, a document and a change with history. */
async function fill(database: Database): Promise<{ council: string; file: string; bytes: Buffer }> {
  const [council, other] = await database.asSystem('test', async (tx) => {
    const rows = await tx
      .insertInto('council')
      .values([
        { code: 'northmere', name: AWKWARD, letters: 'N' },
        { code: 'wendshire', name: 'Wendshire', letters: 'W' },
      ])
      .returning('id')
      .execute();
    return rows.map((row) => row.id);
  });
  const person = randomUUID();
  const file = randomUUID();
  const bytes = randomBytes(2_500_000);
  await database.asKeeper(async (tx) => {
    await sql`insert into person (id, email, name) values (${person}, 'ada@northmere.example', ${AWKWARD})`.execute(tx);
    await sql`insert into credential (person_id, password_hash) values (${person}, 'argon2 hash')`.execute(tx);
    for (const id of [council, other]) {
      await sql`insert into membership (council_id, person_id, name, email, kind, roles)
        values (${id}, ${person}, ${AWKWARD}, 'ada@northmere.example', 'officer', '{administrator,auditor}')`.execute(
        tx,
      );
    }
  });
  await database.inCouncil({ councilId: council!, personId: person }, async (tx) => {
    await sql`insert into stored_file (council_id, id, name, media_type, size, sha256)
      values (${council}, ${file}, ${AWKWARD}, 'application/pdf', ${bytes.length}, ${createHash('sha256').update(bytes).digest('hex')})`.execute(
      tx,
    );
    for (let position = 0; position * 1_000_000 < bytes.length; position++) {
      const piece = bytes.subarray(position * 1_000_000, (position + 1) * 1_000_000);
      await sql`insert into stored_file_piece (council_id, file_id, position, bytes)
        values (${council}, ${file}, ${position}, ${piece})`.execute(tx);
    }
    await sql`insert into document (council_id, title, file_id) values (${council}, ${AWKWARD}, ${file})`.execute(tx);
    await sql`update document set title = 'Renamed'`.execute(tx);
  });
  return { council: council!, file, bytes };
}

/** Every row of every table that a backup holds, as text. */
async function everything(database: Database): Promise<Record<string, string[]>> {
  return database.asKeeper(async (tx) => {
    await settleTextForm(tx);
    const found: Record<string, string[]> = {};
    for (const table of await tablesInOrder(tx)) {
      const columns = sql.join(table.columns.map(({ name }) => sql`${sql.id(name)}::text`));
      const { rows } = await sql<{ line: string }>`
        select json_build_array(${columns})::text as line from ${sql.table(table.name)} order by 1`.execute(tx);
      found[table.name] = rows.map((row) => row.line);
    }
    return found;
  });
}

async function filledBackup(t: TestContext): Promise<{ database: Database; path: string }> {
  const database = await openTestDatabase(t);
  await fill(database);
  const path = join(await folderFor(t), 'goldthread.backup');
  await backup(database, path, NOW);
  return { database, path };
}

test('every table, file and change of history comes back as it was, and none twice', async (t) => {
  const database = await openTestDatabase(t);
  const { council, file, bytes } = await fill(database);
  const folder = await folderFor(t);
  const path = join(folder, 'goldthread.backup');
  const made = await backup(database, path, NOW);
  assert.ok(made.counts.history! > 0 && made.counts.stored_file_piece === 3 && made.counts.credential === 1);
  assert.equal(made.counts.scope_key, undefined);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['goldthread.backup'], 'no part of a file stays behind');

  const empty = await openTestDatabase(t);
  const restored = await restore(empty, path);
  assert.deepEqual(restored.counts, made.counts);
  assert.deepEqual(await everything(empty), await everything(database));

  const actor = { councilId: council, personId: null };
  const read = await empty.inCouncil(actor, (tx) =>
    sql<{ bytes: Uint8Array }>`select bytes from stored_file_piece where file_id = ${file} order by position`.execute(
      tx,
    ),
  );
  assert.ok(Buffer.concat(read.rows.map((row) => row.bytes)).equals(bytes), 'the file is whole');
  // The counter of identities is past the restored rows: the next change finds one of its own.
  await empty.inCouncil(actor, (tx) => sql`update document set title = 'Renamed again'`.execute(tx));
  assert.equal((await everything(empty)).history!.length, made.counts.history! + 1);
});

test('a backup of one kind of database is restored on the other, and back', {
  skip: !onServer && 'needs a PostgreSQL server',
}, async (t) => {
  const server = await openTestDatabase(t);
  await fill(server);
  const folder = await folderFor(t);
  await backup(server, join(folder, 'one'), NOW);
  const embedded = await openDatabase({ kind: 'embedded', folder: null });
  t.after(() => embedded.close());
  await restore(embedded, join(folder, 'one'));
  const original = await everything(server);
  assert.deepEqual(await everything(embedded), original);
  await backup(embedded, join(folder, 'two'), NOW);
  const again = await openTestDatabase(t);
  await restore(again, join(folder, 'two'));
  assert.deepEqual(await everything(again), original);
});

test('a damaged, foreign or newer file is refused in plain words, and nothing stays', async (t) => {
  const { path } = await filledBackup(t);
  const whole = await readFile(path);
  const lines = gunzipSync(whole).toString('utf8').split('\n');
  const repack = (change: (lines: string[]) => void) => {
    const changed = [...lines];
    change(changed);
    return gzipSync(changed.join('\n'));
  };
  /** Changed by somebody who also puts the checksum right. */
  const forge = (change: (lines: string[]) => void) => {
    const changed = [...lines];
    change(changed);
    const { end } = JSON.parse(changed.at(-2)!);
    const before = `${changed.slice(0, -2).join('\n')}\n`;
    const sha256 = createHash('sha256').update(before).digest('hex');
    return gzipSync(`${before}${JSON.stringify({ end: { ...end, sha256 } })}\n`);
  };
  const header = JSON.parse(lines[0]!);
  const personAt = lines.findIndex((line) => line.startsWith('{"table":"person"')) + 1;
  const cases: [string, Buffer, RegExp][] = [
    ['cut short', whole.subarray(0, whole.length - 3000), /damaged/],
    [
      'a byte changed',
      Buffer.concat([whole.subarray(0, 2000), Buffer.from([whole[2000]! ^ 255]), whole.subarray(2001)]),
      /damaged/,
    ],
    ['a row taken out', repack((rows) => rows.splice(personAt, 1)), /checksum/],
    [
      'a row taken out, checksum put right',
      forge((rows) => rows.splice(personAt, 1)),
      /as many rows of person|foreign key/,
    ],
    [
      'a word changed',
      repack((rows) => (rows[personAt] = rows[personAt]!.replace('northmere', 'southmere'))),
      /checksum/,
    ],
    ['a row cut', forge((rows) => (rows[personAt] = '["x"]')), /damaged: a row has the wrong number of values/],
    ['no end', repack((rows) => rows.splice(-2)), /damaged/],
    [
      'a newer version',
      forge((rows) => (rows[0] = JSON.stringify({ ...header, migrations: [...header.migrations, '9999_later.sql'] }))),
      /newer version/,
    ],
    ['a newer form', forge((rows) => (rows[0] = JSON.stringify({ ...header, format: 2 }))), /newer version/],
    ['another table', forge((rows) => (rows[1] = '{"table":"pg_authid","columns":["rolname"]}')), /does not have/],
    ['another file', Buffer.from('PDF or anything else'), /not a backup/],
    ['another packed file', gzipSync('{"hello":1}\n'), /not a backup/],
    ['an empty file', Buffer.alloc(0), /damaged|not a backup/],
  ];
  const empty = await openTestDatabase(t);
  const folder = await folderFor(t);
  for (const [name, bytes, words] of cases) {
    const bad = join(folder, 'bad');
    await writeFile(bad, bytes);
    await assert.rejects(restore(empty, bad), (error: Error) => words.test(error.message), name);
    const rows = Object.values(await everything(empty)).flat();
    assert.deepEqual(rows, [], `${name}: rows were left`);
  }
  await assert.rejects(restore(empty, join(folder, 'nothing')), /There is no file/);
  await restore(empty, path);
});

test('a database that is not empty is refused', async (t) => {
  const { database, path } = await filledBackup(t);
  const before = await everything(database);
  await assert.rejects(restore(database, path), (error: Error) => {
    assert.ok(error instanceof BackupRefused);
    return /not empty/.test(error.message);
  });
  assert.deepEqual(await everything(database), before);
});

test('a backup that cannot be written leaves the older one in place', async (t) => {
  const { database, path } = await filledBackup(t);
  const before = await readFile(path);
  const lost = new Error('connection lost');
  // Some fail in the midst, some before the new file is even open; repeated, since the latter is a race.
  const broken = [
    { asKeeper: () => database.asKeeper(async () => Promise.reject(lost)) },
    ...Array.from({ length: 20 }, () => ({ asKeeper: async () => Promise.reject(lost) })),
  ];
  for (const from of broken) {
    await assert.rejects(backup(from as never, path, NOW), /connection lost/);
    assert.ok((await readFile(path)).equals(before));
    assert.deepEqual(await readdir(join(path, '..')), ['goldthread.backup']);
  }
  await assert.rejects(backup(database, join(path, '..', 'no', 'such', 'folder'), NOW), /ENOENT/);
});
