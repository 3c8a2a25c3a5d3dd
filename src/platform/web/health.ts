import type { FastifyInstance } from 'fastify';

/** What readiness looks at. Each answers true or throws, or takes too long, which both count as not ready. */
export interface HealthChecks {
  /** Whether the database answers. */
  database(): Promise<boolean>;
  /** Whether every migration of this program is applied. */
  migrations(): Promise<boolean>;
  /** Whether jobs can be added, and run here when this process does them. */
  jobs(): boolean;
}

/** Longer than a healthy answer takes, shorter than a monitor waits. */
const LIMIT_MS = 3000;

/**
 * Adds /healthz (the process answers) and /readyz (it can do its work: 200, or 503 naming what fails). Both say
 * nothing about data and need no sign-in; the example proxies keep them from the outside all the same.
 */
export function addHealth(app: FastifyInstance, checks: HealthChecks): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => {
    const [database, migrations] = await Promise.all([inTime(checks.database), inTime(checks.migrations)]);
    const parts = { database, migrations, jobs: checks.jobs() };
    const ready = Object.values(parts).every(Boolean);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', ...parts });
  });
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, false);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
