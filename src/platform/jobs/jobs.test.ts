import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { onServer, openTestDatabase, type TestDatabase } from '../../../test/databases.ts';
import { type DatabaseAddress, openDatabase } from '../db/open.ts';
import { makeLog } from '../log/log.ts';
import { defineJob, handle, type JobHandler, type Jobs, startJobs } from './index.ts';

type ReadIds = { council: string; document: string };
const read = defineJob<ReadIds>('documents.read', { retries: 2, retryAfter: 1 });
const log = makeLog('silent');

/** A promise that a handler settles. */
function settled<T>() {
  return Promise.withResolvers<T>();
}

async function councils(database: TestDatabase): Promise<[string, string]> {
  return database.asSystem('test', async (tx) => {
    const rows = await tx
      .insertInto('council')
      .values([
        { code: 'northmere', name: 'Northmere', letters: 'N' },
        { code: 'wendshire', name: 'Wendshire', letters: 'W' },
      ])
      .returning('id')
      .execute();
    return [rows[0]!.id, rows[1]!.id];
  });
}

async function start(t: TestContext, database: TestDatabase, handlers: JobHandler[], work = true): Promise<Jobs> {
  const jobs = await startJobs({ database, handlers, log, work, grace: 0 });
  t.after(() => jobs.stop());
  return jobs;
}

const as = (councilId: string) => ({ councilId, personId: null });

test('a job runs after its transaction, with its identifiers, and may open its own scope', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const ran = settled<ReadIds & { scope: string | null }>();
  const jobs = await start(t, database, [
    handle(read, async (ids) => {
      const scope = await database.inCouncil(as(ids.council), async (tx) => {
        const { rows } = await sql<{ council: string }>`select current_council() as council`.execute(tx);
        return rows[0]!.council;
      });
      ran.resolve({ ...ids, scope });
    }),
  ]);
  const document = randomUUID();
  await database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: north, document }));
  assert.deepEqual(await ran.promise, { council: north, document, scope: north });
});

test('a job added in a transaction that rolls back never runs', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const seen: string[] = [];
  const last = settled<void>();
  const [lost, kept] = [randomUUID(), randomUUID()];
  const jobs = await start(t, database, [
    handle(read, async ({ document }) => {
      seen.push(document);
      if (document === kept) last.resolve();
    }),
  ]);
  await assert.rejects(
    database.inCouncil(as(north), async (tx) => {
      await jobs.enqueue(tx, read, { council: north, document: lost });
      throw new Error('the change failed');
    }),
    /the change failed/,
  );
  await database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: north, document: kept }));
  await last.promise;
  assert.deepEqual(seen, [kept]);
});

test("a council can neither add nor see another council's jobs", async (t) => {
  const database = await openTestDatabase(t);
  const [north, wend] = await councils(database);
  const jobs = await start(t, database, [handle(read, async () => {})], false);
  await assert.rejects(
    database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: wend, document: randomUUID() })),
    /row-level security/,
  );
  await database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: north, document: randomUUID() }));
  const count = (councilId: string) =>
    database.inCouncil(as(councilId), async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pgboss.job`.execute(tx);
      return rows[0]!.n;
    });
  assert.equal(await count(north), 1);
  assert.equal(await count(wend), 0);
  for (const smuggled of [
    `update pgboss.job set data = data`,
    `delete from pgboss.job`,
    `select * from pgboss.schedule`,
    `select pgboss.create_queue('stolen', '{}'::jsonb)`,
  ]) {
    await assert.rejects(
      database.inCouncil(as(north), (tx) => sql.raw(smuggled).execute(tx)),
      /permission denied|does not exist|row-level security/,
      smuggled,
    );
  }
});

test('a payload bears identifiers alone', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const jobs = await start(t, database, [handle(read, async () => {})], false);
  await assert.rejects(
    database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: north, document: 'Ada Canary' })),
    (error: Error) => /not an identifier/.test(error.message) && !/Canary/.test(error.message),
  );
});

test('a job that fails is tried again', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  let tries = 0;
  const done = settled<void>();
  const jobs = await start(t, database, [
    handle(read, async () => {
      if (++tries < 2) throw new Error('not yet, for "Ada Canary"');
      done.resolve();
    }),
  ]);
  await database.inCouncil(as(north), (tx) => jobs.enqueue(tx, read, { council: north, document: randomUUID() }));
  await done.promise;
  assert.equal(tries, 2);
  const kept = await database.inCouncil(as(north), (tx) =>
    sql<{ output: string }>`select coalesce(output::text, '') as output from pgboss.job`.execute(tx),
  );
  assert.doesNotMatch(kept.rows.map((row) => row.output).join(), /Canary/);
});

test('a job given up is told to its handler once its tries are used', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const once = defineJob<ReadIds>('documents.read-once', { retries: 0 });
  const told = settled<ReadIds>();
  const jobs = await start(t, database, [
    handle(
      once,
      async () => {
        throw new Error('never');
      },
      async (ids) => told.resolve(ids),
    ),
  ]);
  const ids = { council: north, document: randomUUID() };
  await database.inCouncil(as(north), (tx) => jobs.enqueue(tx, once, ids));
  assert.deepEqual(await told.promise, ids);
});

test('a job in hand when the program stops is done again after the next start', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const begun = settled<void>();
  const first = await startJobs({
    database,
    log,
    work: true,
    grace: 0,
    handlers: [
      handle(read, async (_ids, signal) => {
        begun.resolve();
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      }),
    ],
  });
  const document = randomUUID();
  await database.inCouncil(as(north), (tx) => first.enqueue(tx, read, { council: north, document }));
  await begun.promise;
  await first.stop();
  assert.equal(first.isRunning(), false);
  const again = settled<string>();
  await start(t, database, [handle(read, async (ids) => again.resolve(ids.document))]);
  assert.equal(await again.promise, document);
});

test('a process that only adds jobs leaves them to a worker', async (t) => {
  const database = await openTestDatabase(t);
  const [north] = await councils(database);
  const ran = settled<string>();
  const pages = await start(t, database, [handle(read, async () => ran.resolve('pages'))], false);
  await database.inCouncil(as(north), (tx) => pages.enqueue(tx, read, { council: north, document: randomUUID() }));
  await start(t, database, [handle(read, async () => ran.resolve('worker'))]);
  assert.equal(await ran.promise, 'worker');
});

test('a job in hand when the program is killed is done by the next', async (t) => {
  const database = onServer ? await openTestDatabase(t) : null;
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-jobs-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const address: DatabaseAddress = database?.address ?? { kind: 'embedded', folder };
  const child = fork(new URL('./jobs.test-victim.ts', import.meta.url), [JSON.stringify(address)]);
  const [message] = (await once(child, 'message')) as [{ council: string; document: string }];
  child.kill('SIGKILL');
  await once(child, 'exit');

  const reopened = database ?? (await openDatabase(address));
  if (!database) t.after(() => reopened.close());
  if (reopened.jobs.kind === 'server') {
    // Instead of waiting out the half minute of silence after which a process counts as gone.
    const client = new pg.Client({
      connectionString: reopened.jobs.connectionString,
      options: '-c role=goldthread_system',
    });
    await client.connect();
    await client.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour'");
    await client.query('update pgboss.queue set monitor_on = null');
    await client.end();
  }
  const again = settled<string>();
  const jobs = await startJobs({
    database: reopened,
    handlers: [handle(read, async (ids) => again.resolve(ids.document))],
    log,
    work: true,
    grace: 0,
  });
  assert.equal(await again.promise, message.document);
  await jobs.stop();
});

test('the login of jobs owns nothing', { skip: !onServer && 'the embedded database has one login' }, async (t) => {
  const database = await openTestDatabase(t);
  const problems: unknown[] = [];
  const noisy = makeLog('warn', { write: (line: string) => void problems.push(line) });
  const jobs = await startJobs({ database, handlers: [handle(read, async () => {})], log: noisy, work: true });
  await jobs.stop();
  assert.deepEqual(problems, []);
});
