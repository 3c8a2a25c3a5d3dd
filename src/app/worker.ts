// A process that does jobs and serves no pages, beside servers with WORKER=off. PostgreSQL only: one process owns an
// embedded database.
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db/open.ts';
import { startJobs } from '../platform/jobs/index.ts';
import { makeLog } from '../platform/log/log.ts';
import { Failed } from './commands/command.ts';
import type { Config } from './config.ts';
import { assembleFeatures } from './features.ts';
import { clearLeftovers } from './leftovers.ts';
import { loadSecret } from './secret.ts';
import { refuseIfBehind } from './start.ts';

/** Starts the worker. @returns how to stop it. @throws Failed on the embedded database or one that is not up to date. */
export async function startWorker(config: Config): Promise<{ stop(): Promise<void> }> {
  if (config.database.kind === 'embedded') {
    throw new Failed(
      'A worker of its own needs PostgreSQL: set DATABASE_URL. On the embedded database the server works.',
    );
  }
  const log = makeLog(config.logLevel);
  const database = await openDatabase(config.database, {
    log: (reason) => log.debug({ reason }, 'system scope'),
  });
  try {
    await refuseIfBehind(database);
    await clearLeftovers(config.dataDir, false, systemClock.now());
    const { handlers, connect, close } = assembleFeatures({
      config,
      secret: await loadSecret(config),
      doors: database,
      clock: systemClock,
      log,
    });
    const jobs = await startJobs({ database, handlers, log, work: true });
    connect(jobs);
    log.info({ database: database.kind }, 'working');
    return {
      async stop() {
        await jobs.stop();
        close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
