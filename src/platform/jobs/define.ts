// What a job is, apart from any queue program: its name, its identifiers, how often it is tried again.

/**
 * The whole payload of a job: identifiers, the council's own among them. The database lets a council add and see the jobs
 * that bear its identifier alone.
 */
export type JobIds = { readonly council: string } & { readonly [name: string]: string };

export interface JobOptions {
  /** How often a failed job is tried again before it is given up. */
  readonly retries?: number;
  /** Seconds before the first repeat; each further one waits about twice as long, at most ten minutes. */
  readonly retryAfter?: number;
  /** Seconds after which a job counts as failed, even when its handler still runs. */
  readonly expireAfter?: number;
  /** How many of them one process does at the same moment. */
  readonly atOnce?: number;
}

export interface Job<Ids extends JobIds> {
  readonly name: string;
  readonly options: Required<JobOptions>;
  /** Bears the type of the identifiers; never set. */
  readonly ids?: Ids;
}

/** Names a kind of job and its identifiers. The name is kept in the database: feature, dot, verb ("documents.read"). */
export function defineJob<Ids extends JobIds>(name: string, options: JobOptions = {}): Job<Ids> {
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(name)) throw new Error(`A job is named feature.verb, not ${name}.`);
  return { name, options: { retries: 4, retryAfter: 2, expireAfter: 300, atOnce: 1, ...options } };
}

/**
 * What is done for a job. It may run more than once for one job (a crash between doing and noting it): it must be safe
 * to repeat. It opens its own council scope, and stops soon after the signal aborts (expiry, or the program stops).
 */
export type JobWork<Ids extends JobIds> = (ids: Ids, signal: AbortSignal) => Promise<void>;

export interface JobHandler {
  readonly job: Job<JobIds>;
  readonly work: JobWork<JobIds>;
  /** Called when the last try has failed, by error, expiry or crash, so that the record can say so. Also repeatable. */
  readonly givenUp: JobWork<JobIds> | null;
}

/** Ties a job to what is done for it. */
export function handle<Ids extends JobIds>(job: Job<Ids>, work: JobWork<Ids>, givenUp?: JobWork<Ids>): JobHandler {
  return {
    job: job as Job<JobIds>,
    work: work as JobWork<JobIds>,
    givenUp: (givenUp as JobWork<JobIds> | undefined) ?? null,
  };
}

const IDENTIFIER = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,18})$/;

/** Refuses a payload that bears anything but identifiers (UUIDs or whole numbers): words do not belong in a queue. */
export function checkIds(job: Job<JobIds>, ids: JobIds): void {
  for (const [name, value] of Object.entries(ids)) {
    if (typeof value !== 'string' || !IDENTIFIER.test(value)) {
      throw new TypeError(`The job ${job.name} was given ${name} that is not an identifier.`);
    }
  }
  if (!ids.council) throw new TypeError(`The job ${job.name} names no council.`);
}
