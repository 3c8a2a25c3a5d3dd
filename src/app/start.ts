// Starts the program on its database, and stops it in order: what serve and start do.
import { type Clock, systemClock } from '../platform/clock.ts';
import { type Database, openDatabase } from '../platform/db/open.ts';
import { pendingMigrations } from '../platform/db/prepare.ts';
import { type Log, makeLog } from '../platform/log/log.ts';
import { addHealth } from '../platform/web/health.ts';
import { type AdminSocket, openAdminSocket } from './admin-socket.ts';
import { Failed, type Say } from './commands/command.ts';
import { explain } from './commands/explain.ts';
import { tasks } from './commands/tasks.ts';
import type { Config } from './config.ts';
import { installDemonstration } from './demo/install.ts';
import { clearLeftovers } from './leftovers.ts';
import { makeDataFolder } from './secret.ts';
import type { Program } from './server.ts';

export interface StartOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  /** Called when the program is put together and does not listen yet. */
  readonly prepare?: (program: Program) => void;
}

export interface Running {
  /** Where people find it, without a slash at the end. */
  readonly origin: string;
  /** Whether nobody has an account yet. */
  readonly nobodyYet: boolean;
  /** Takes no new request, lets requests and jobs in hand finish within limits, and closes the database. */
  stop(): Promise<void>;
}

/** Milliseconds that requests in hand get to finish when the program stops. */
const REQUEST_GRACE = 10_000;

/** Opens the program and listens. @throws Failed, and others that `explain` puts into words. */
export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const { clock = systemClock, log = makeLog(config.logLevel) } = options;
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let close = closing.pop(); close; close = closing.pop()) await close();
  };
  try {
    await makeDataFolder(config.dataDir);
    if (config.demo) await installDemonstration(config, log, clock);
    const opening = openDatabase(config.database, {
      clock,
      log: (reason) => log.debug({ reason }, 'system scope'),
    });
    closing.push(async () => (await opening).close());
    // The pages are loaded while the database opens: half a second of a start.
    const [database, { makeProgram }] = await Promise.all([opening, import('./server.ts')]);
    await refuseIfBehind(database);
    const cleared = await clearLeftovers(config.dataDir, config.database.kind === 'embedded', clock.now());
    if (cleared > 0) log.info({ files: cleared }, 'files left by a stopped process were taken away');
    await checkDemonstration(database, config);
    const program = await makeProgram(config, { clock, log, database });
    closing.push(() => stopProgram(program));
    watchHealth(program);
    options.prepare?.(program);
    const origin = await program.listen();
    if (config.database.kind === 'embedded') {
      const socket = await openSocket(config, { database, clock, origin, log });
      if (socket) closing.push(() => socket.close());
    }
    log.info({ database: database.kind }, 'ready');
    const anybody = await database.asVisitor((visitor) => visitor.call<boolean>('any_account'));
    return { origin, nobodyYet: !anybody, stop };
  } catch (error) {
    // What fails to open has nothing to close.
    await stop().catch(() => {});
    throw error;
  }
}

/** The embedded database brings itself up to date on opening; a server's waits for the owner. */
export async function refuseIfBehind(database: Database): Promise<void> {
  const pending = await pendingMigrations(database);
  if (pending.length > 0) throw new Failed('The database is older than this version. Run: goldthread migrate');
}

/** Invented councils, as whom everybody may sign in, and real ones never share an installation. */
export async function checkDemonstration(
  database: Pick<Database, 'asSystem'>,
  config: Pick<Config, 'demo' | 'dataDir'>,
): Promise<void> {
  const councils = await database.asSystem('demonstration check', (tx) =>
    tx.selectFrom('council').select('demonstration').execute(),
  );
  if (config.demo && councils.some((council) => !council.demonstration)) {
    throw new Failed(
      `The data in ${config.dataDir} belongs to real councils, so demonstration mode will not open it. Set DEMO=off, or DATA_DIR to another folder.`,
    );
  }
  if (!config.demo && councils.some((council) => council.demonstration)) {
    throw new Failed(
      `The data in ${config.dataDir} is demonstration data, whose passwords everybody knows. Set DEMO=on, or DATA_DIR to a new folder for your own councils.`,
    );
  }
}

function watchHealth({ app, database, jobs }: Program): void {
  addHealth(app, {
    database: async () => {
      await pendingMigrations(database);
      return true;
    },
    migrations: async () => (await pendingMigrations(database)).length === 0,
    jobs: () => jobs.isRunning(),
  });
}

async function stopProgram(program: Program): Promise<void> {
  const timer = setTimeout(() => program.app.server.closeAllConnections(), REQUEST_GRACE);
  try {
    await program.stop();
  } finally {
    clearTimeout(timer);
  }
}

interface TaskGround {
  readonly database: Database;
  readonly clock: Clock;
  readonly origin: string;
  readonly log: Log;
}

function openSocket(config: Config, { log, ...ground }: TaskGround): Promise<AdminSocket | null> {
  return openAdminSocket(config.dataDir, async (name, input, say) => {
    const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (!load) {
      say.problem('The running server is of another version and does not know this. Restart it.');
      return 1;
    }
    log.info({ event: name }, 'task from the command line');
    try {
      const task = await load();
      return await task(input, { ...ground, say });
    } catch (error) {
      return taskFailed(log, error, say);
    }
  });
}

function taskFailed(log: Log, err: unknown, say: Say): number {
  log.error({ err }, 'task from the command line failed');
  say.problem(explain(err) ?? 'The running server could not do this. Its log says why.');
  return 1;
}
