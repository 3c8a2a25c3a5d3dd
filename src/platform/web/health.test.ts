import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { addHealth, type HealthChecks } from './health.ts';

const well: HealthChecks = { database: async () => true, migrations: async () => true, jobs: () => true };

async function ask(checks: HealthChecks, url: string) {
  const app = Fastify();
  addHealth(app, checks);
  const answer = await app.inject(url);
  await app.close();
  return { code: answer.statusCode, body: answer.json() };
}

test('a process that can do its work is ready', async () => {
  assert.deepEqual(await ask(well, '/readyz'), {
    code: 200,
    body: { status: 'ready', database: true, migrations: true, jobs: true },
  });
});

test('each fault makes it not ready, is named, and leaves it up', async () => {
  const faults: [keyof HealthChecks, Partial<HealthChecks>][] = [
    ['database', { database: () => Promise.reject(new Error('connect ECONNREFUSED canary')) }],
    ['migrations', { migrations: async () => false }],
    ['jobs', { jobs: () => false }],
  ];
  for (const [part, fault] of faults) {
    const { code, body } = await ask({ ...well, ...fault }, '/readyz');
    assert.equal(code, 503);
    assert.equal(body[part], false);
    assert.doesNotMatch(JSON.stringify(body), /canary/);
    assert.equal((await ask({ ...well, ...fault }, '/healthz')).code, 200);
  }
});

test('a database that never answers does not hold the answer up', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const asked = ask({ ...well, database: () => new Promise(() => {}) }, '/readyz');
  // The timer of the check starts some turns of the loop after the request.
  const ticking = setInterval(() => t.mock.timers.tick(1000), 5);
  const { code, body } = await asked;
  clearInterval(ticking);
  assert.equal(code, 503);
  assert.equal(body.database, false);
});
