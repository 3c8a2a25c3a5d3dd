// Jobs: work that a request leaves for later, kept in the database by pg-boss, so that it survives a crash.
import type { PGlite } from '@electric-sql/pglite';
import { fromKysely, fromPglite, PgBoss, type Queue } from 'pg-boss';
import type { Database } from '../db/open.ts';
import type { CouncilTx } from '../db/scope.ts';
import type { Log } from '../log/log.ts';
import { scrub } from '../log/scrub.ts';
import { checkIds, type Job, type JobHandler, type JobIds } from './define.ts';

/** Seconds without a sign of life after which a job of a vanished process is given to another. */
const HEARTBEAT = 30;
const SCHEMA = 'pgboss';

export interface Jobs {
  /**
   * Adds a job in the transaction that makes the change: when that rolls back, there is no job. The council's own policy
   * decides; a job for another council is refused by the database.
   */
  enqueue<Ids extends JobIds>(tx: CouncilTx, job: Job<Ids>, ids: Ids): Promise<void>;
  /** Whether jobs can be added, and are done here when this process works. */
  isRunning(): boolean;
  /** Lets the jobs in hand finish for some seconds, then stops them; they are done again after the next start. */
  stop(): Promise<void>;
}

export interface StartJobs {
  readonly database: Pick<Database, 'jobs'>;
  /** Every kind of job the program knows, also where this process only adds them. */
  readonly handlers: readonly JobHandler[];
  readonly log: Log;
  /** Whether this process does jobs, or only adds them for a worker. */
  readonly work: boolean;
  /** Seconds that jobs in hand get to finish when the program stops, before their signal aborts; 5 when left out. */
  readonly grace?: number;
}

/**
 * Starts the job queue over tables that the migrations made.
 * On the embedded database jobs that were in hand when the program died are put back first: nobody else can have them.
 * @throws when the tables are not those of this version of the queue program.
 */
export async function startJobs({ database, handlers, log, work, grace = 5 }: StartJobs): Promise<Jobs> {
  const boss = makeBoss(database.jobs, work);
  boss.on('error', (err) => log.error({ err }, 'job queue error'));
  boss.on('warning', (warning) => log.warn({ reason: scrub(warning.message) }, 'job queue warning'));
  await boss.start();
  const stopping = new AbortController();
  let running = true;
  try {
    for (const handler of handlers) await prepare(boss, handler);
    if (work && database.jobs.kind === 'embedded') await putBack(boss, database.jobs.pglite);
    // On a server, jobs whose process fell silent are looked for at once, and then every few seconds.
    if (work && database.jobs.kind === 'server') await boss.supervise();
    if (work) for (const handler of handlers) await attend(boss, handler, log, stopping.signal);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const names = new Set(handlers.map((handler) => handler.job.name));

  return {
    async enqueue(tx, job, ids) {
      if (!names.has(job.name)) throw new Error(`Nobody handles the job ${job.name}.`);
      checkIds(job as Job<JobIds>, ids);
      await boss.send(job.name, ids, { db: fromKysely(tx) });
    },
    isRunning: () => running,
    async stop() {
      running = false;
      const timer = setTimeout(() => stopping.abort(), grace * 1000);
      await boss.stop({ graceful: true, timeout: (grace + 5) * 1000 });
      clearTimeout(timer);
      stopping.abort();
    },
  };
}

function makeBoss(place: Database['jobs'], work: boolean): PgBoss {
  return new PgBoss({
    // The embedded instance is a superuser's; on a server the login becomes the system, which owns nothing.
    ...(place.kind === 'embedded'
      ? { db: fromPglite(place.pglite), backend: 'pglite' as const }
      : { connectionString: place.connectionString, options: '-c role=goldthread_system', max: 4 }),
    schema: SCHEMA,
    // The migrations make the tables, as their owner.
    migrate: false,
    createSchema: false,
    // Rebuilding indexes needs the owner; autovacuum and the operator do it.
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    registerInstance: false,
    supervise: work,
    superviseIntervalSeconds: HEARTBEAT / 2,
    monitorIntervalSeconds: HEARTBEAT / 2,
    useListenNotify: work,
    openTelemetry: { enabled: false },
  });
}

const givenUpQueue = (handler: JobHandler) => `${handler.job.name}.given-up`;

/**
 * Makes the handler's queues, or brings them to its options. Reading them here also fills the queue program's memory:
 * on the embedded database, a look-up inside an open transaction would wait for itself for ever.
 */
async function prepare(boss: PgBoss, handler: JobHandler): Promise<void> {
  const { name, options } = handler.job;
  const common = { expireInSeconds: options.expireAfter, heartbeatSeconds: HEARTBEAT, notify: true };
  const retrying = {
    retryLimit: options.retries,
    retryDelay: options.retryAfter,
    retryBackoff: true,
    retryDelayMax: 600,
  };
  const deadLetter = handler.givenUp ? givenUpQueue(handler) : null;
  if (deadLetter) await ensureQueue(boss, { name: deadLetter, ...common, ...retrying });
  await ensureQueue(boss, { name, ...common, ...retrying, ...(deadLetter ? { deadLetter } : {}) });
}

/** Embedded only: puts back what was in hand when the program died. It counts as a try, so that a job that kills the
 * program every time is given up at last. */
async function putBack(boss: PgBoss, pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ id: string; name: string }>(
    `select id, name from ${SCHEMA}.job where state = 'active'`,
  );
  for (const [queue, jobs] of Map.groupBy(rows, (row) => row.name)) {
    await boss.fail(
      queue,
      jobs.map((job) => job.id),
      { message: 'The program stopped before the job was done.' },
    );
  }
}

async function ensureQueue(boss: PgBoss, queue: Queue): Promise<void> {
  await boss.createQueue(queue.name, queue);
  const { name, ...options } = queue;
  await boss.updateQueue(name, options);
  await boss.getQueue(name);
}

/** Sets workers to the handler's queues. A notification wakes them at once; they look now and then all the same. */
async function attend(boss: PgBoss, handler: JobHandler, log: Log, stopping: AbortSignal): Promise<void> {
  const listen = async (queue: string, work: JobHandler['work']) => {
    const options = {
      localConcurrency: handler.job.options.atOnce,
      pollingIntervalSeconds: 1,
      // What nobody notifies of: a job whose time to be tried again has come, or that was given up.
      notifyPollingIntervalSeconds: 3,
    };
    await boss.work<JobIds>(queue, options, async ([job]) => {
      if (!job) return;
      const line = { job: queue, jobId: job.id, council: job.data.council, attempt: job.retryCount + 1 };
      const started = performance.now();
      try {
        await work(job.data, AbortSignal.any([job.signal, stopping]));
        log.info({ ...line, ms: Math.round(performance.now() - started) }, 'job done');
      } catch (err) {
        log.error({ ...line, err }, 'job failed');
        // The queue keeps the error beside the job: only what the log would tell may stand there.
        throw Object.assign(new Error(scrub(String((err as Error)?.message ?? 'failed'))), { stack: '' });
      }
    });
  };
  await listen(handler.job.name, handler.work);
  if (handler.givenUp) await listen(givenUpQueue(handler), handler.givenUp);
}
