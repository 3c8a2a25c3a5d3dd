// The process that jobs.test.ts kills while a job is in hand.
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../db/open.ts';
import { makeLog } from '../log/log.ts';
import { defineJob, handle, startJobs } from './index.ts';

const database = await openDatabase(JSON.parse(process.argv[2]!));
const council = await database.asSystem('test', (tx) =>
  tx
    .insertInto('council')
    .values({ code: 'killed', name: 'Killed', letters: 'K' })
    .returning('id')
    .executeTakeFirstOrThrow(),
);
const read = defineJob<{ council: string; document: string }>('documents.read', { retries: 2, retryAfter: 1 });
const jobs = await startJobs({
  database,
  log: makeLog('silent'),
  work: true,
  handlers: [
    handle(read, async (ids) => {
      process.send!(ids);
      await new Promise(() => {});
    }),
  ],
});
const ids = { council: council.id, document: randomUUID() };
await database.inCouncil({ councilId: council.id, personId: null }, (tx) => jobs.enqueue(tx, read, ids));
