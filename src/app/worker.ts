// A process that does jobs and serves no pages, beside servers with WORKER=off. PostgreSQL only: one process owns an
// embedded database.
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db/open.ts';
import { pendingMigrations } from '../platform/db/prepare.ts';
import { startJobs } from '../platform/jobs/index.ts';
import { makeLog } from '../platform/log/log.ts';
import type { Running, Wiring } from './app.ts';
import { Failed } from './commands/command.ts';
import { originOf } from './commands/tasks.ts';
import type { Config } from './config.ts';
import { loadSecret } from './secret.ts';

/** Starts the worker. @throws Failed on the embedded database or one that is not up to date. */
export async function startWorker(config: Config, wiring: Pick<Wiring, 'handlers'>): Promise<Running> {
  if (config.database.kind === 'embedded') {
    throw new Failed(
      'A worker of its own needs PostgreSQL: set DATABASE_URL. On the embedded database the server works.',
    );
  }
  const log = makeLog(config.logLevel);
  const clock = systemClock;
  const database = await openDatabase(config.database, {
    clock,
    log: (reason) => log.info({ reason }, 'system scope'),
  });
  try {
    if ((await pendingMigrations(database)).length > 0) {
      throw new Failed('The database is older than this version. Run: goldthread migrate');
    }
    const ground = { config, database, clock, log, secret: await loadSecret(config), origin: originOf(config) };
    const jobs = await startJobs({ database, handlers: wiring.handlers(ground), log, work: true });
    log.info({ database: database.kind }, 'working');
    return {
      ground,
      jobs,
      async stop() {
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
