// The whole program put together: database, jobs, features, pages. serve, start and the tests begin here.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { can, sessionsOver } from '../features/accounts/index.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/db/open.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/log.ts';
import { logRequests, requestLogOptions } from '../platform/log/requests.ts';
import { makeServer } from '../platform/web/server.ts';
import type { Config } from './config.ts';
import { assembleFeatures, navigationOf } from './features.ts';
import { loadSecret } from './secret.ts';

export interface Program {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly jobs: Jobs;
  /** Listens, and says at which address people find it. */
  listen(): Promise<string>;
  /** Stops taking requests, lets those and the jobs in hand finish, closes the database. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly log: Log;
  readonly clock?: Clock;
  /** An open database to use, for tests; otherwise the one of the configuration is opened and closed. */
  readonly database?: Database;
}

export async function makeProgram(
  config: Config,
  { log, clock = systemClock, database }: ProgramOptions,
): Promise<Program> {
  const secret = await loadSecret(config);
  const open =
    database ??
    (await openDatabase(config.database, { clock, log: (reason) => log.debug({ reason }, 'system scope') }));
  // With PORT=0 the address is known only once the program listens.
  const address = { origin: config.publicUrl ?? `http://${hostInAddress(config.host)}:${config.port}` };
  try {
    const { features, handlers, connect, close } = assembleFeatures({ config, secret, doors: open, clock, log });
    const jobs = await startJobs({ database: open, handlers, log, work: config.worker });
    connect(jobs);
    const app = await makeServer(
      {
        get origin() {
          return address.origin;
        },
        secret,
        demonstration: config.demo,
        trustProxy: config.trustProxy,
        uploadFolder: join(config.dataDir, 'uploads'),
        ...requestLogOptions(log),
      },
      {
        doors: open,
        clock,
        sessions: sessionsOver(open, clock),
        can: can as (roles: Parameters<typeof can>[0], permission: string) => boolean,
        navigation: navigationOf(features),
        prepare: logRequests,
        addPages: (pages) => {
          for (const feature of features) feature.addPages(pages);
        },
        failed: (err, reqId) => log.error({ err, reqId }, 'page failed'),
      },
    );
    return {
      app,
      database: open,
      jobs,
      async listen() {
        await app.listen({ port: config.port, host: config.host });
        const bound = app.server.address();
        if (config.publicUrl === null && typeof bound === 'object' && bound) {
          address.origin = `http://${hostInAddress(config.host)}:${bound.port}`;
        }
        return address.origin;
      },
      async stop() {
        await app.close();
        await jobs.stop();
        close();
        if (!database) await open.close();
      },
    };
  } catch (error) {
    if (!database) await open.close();
    throw error;
  }
}

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
