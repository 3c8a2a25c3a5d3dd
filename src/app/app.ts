// The running program: database, jobs, pages and the admin socket, opened in order and closed in the other.
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/db/open.ts';
import { pendingMigrations } from '../platform/db/prepare.ts';
import { type JobHandler, type Jobs, startJobs } from '../platform/jobs/index.ts';
import { type Log, makeLog } from '../platform/log/log.ts';
import { logRequests } from '../platform/log/requests.ts';
import { addHealth } from '../platform/web/health.ts';
import { openAdminSocket } from './admin-socket.ts';
import { Failed, type Say } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { originOf, tasks } from './commands/tasks.ts';
import type { Config } from './config.ts';
import { loadSecret } from './secret.ts';

/** What pages and jobs are made of. */
export interface Ground {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secret: string;
  /** The address that people use, without a slash at the end. */
  readonly origin: string;
}

export interface Wiring {
  /** Every kind of job, with what is done for it. */
  handlers(ground: Ground): readonly JobHandler[];
  /** The pages. The caller adds health checks and listens. */
  buildServer(ground: Ground, jobs: Jobs): Promise<FastifyInstance>;
  /** Fills an empty database in demonstration mode. */
  loadDemonstration(ground: Ground, jobs: Jobs): Promise<void>;
}

export interface Running {
  readonly ground: Ground;
  readonly jobs: Jobs;
  /** Lets requests and jobs in hand finish, within limits, and closes the database. */
  stop(): Promise<void>;
}

/** Milliseconds that requests in hand get to finish when the program stops. */
const REQUEST_GRACE = 10_000;

/** Opens the program and listens. @throws Failed and others that `explain` puts into words. */
export async function startApp(config: Config, wiring: Wiring, clock: Clock = systemClock): Promise<Running> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close();
  };
  try {
    const log = makeLog(config.logLevel);
    const database = await openDatabase(config.database, {
      clock,
      log: (reason) => log.info({ reason }, 'system scope'),
    });
    closing.push(() => database.close());
    await refuseIfBehind(database);
    const empty = await checkDemonstration(database, config);
    const port = config.port === 0 ? await freePort(config.host) : config.port;
    const secret = await loadSecret(config);
    const ground: Ground = { config, database, clock, log, secret, origin: originOf(config, port) };
    const jobs = await startJobs({ database, handlers: wiring.handlers(ground), log, work: config.worker });
    closing.push(() => jobs.stop());
    if (config.demo && empty) await wiring.loadDemonstration(ground, jobs);
    const socket = config.database.kind === 'embedded' ? await openSocket(ground) : null;
    if (socket) closing.push(() => socket.close());
    const app = await wiring.buildServer(ground, jobs);
    logRequests(app);
    addHealth(app, {
      database: async () => (await pendingMigrations(database)).length >= 0,
      migrations: async () => (await pendingMigrations(database)).length === 0,
      jobs: () => jobs.isRunning(),
    });
    closing.push(() => closeServer(app));
    await app.listen({ port, host: config.host });
    log.info({ port, database: database.kind }, 'listening');
    return { ground, jobs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function refuseIfBehind(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length > 0) throw new Failed('The database is older than this version. Run: goldthread migrate');
}

/**
 * Invented councils, whose passwords everybody knows, and real ones never share an installation.
 * @returns whether there is no council yet.
 */
export async function checkDemonstration(
  database: Pick<Database, 'asSystem'>,
  config: Pick<Config, 'demo' | 'dataDir'>,
): Promise<boolean> {
  const councils = await database.asSystem('demonstration check', (tx) =>
    tx.selectFrom('council').select('demonstration').execute(),
  );
  const where = config.dataDir;
  if (config.demo && councils.some((council) => !council.demonstration)) {
    throw new Failed(
      `The data in ${where} belongs to real councils, so demonstration mode will not open it. Set DEMO=off, or DATA_DIR to another folder.`,
    );
  }
  if (!config.demo && councils.some((council) => council.demonstration)) {
    throw new Failed(
      `The data in ${where} is demonstration data, whose passwords everybody knows. Set DEMO=on, or DATA_DIR to a new folder for your own councils.`,
    );
  }
  return councils.length === 0;
}

async function openSocket(ground: Ground) {
  return openAdminSocket(ground.config.dataDir, async (name, input, say) => {
    const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (!load) {
      say.problem('The running server is of another version and does not know this. Restart it.');
      return 1;
    }
    ground.log.info({ event: name }, 'task from the command line');
    try {
      const task = await load();
      return await task(input, { database: ground.database, clock: ground.clock, origin: ground.origin, say });
    } catch (error) {
      return failed(ground.log, error, say);
    }
  });
}

function failed(log: Log, err: unknown, say: Say): number {
  log.error({ err }, 'task from the command line failed');
  say.problem(explain(err) ?? 'The running server could not do this. Its log says why.');
  return 1;
}

/** A port that nobody uses, so that the address is known before the pages are made. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Takes no new connection, lets requests in hand finish for a while, then cuts them off. */
async function closeServer(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), REQUEST_GRACE);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
