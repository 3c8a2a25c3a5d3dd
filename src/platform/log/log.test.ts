import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { type Log, makeLog } from './log.ts';
import { logRequests, requestLogOptions } from './requests.ts';
import { scrub } from './scrub.ts';

function captured(): { log: Log; lines: () => Record<string, unknown>[]; text: () => string } {
  const chunks: string[] = [];
  const log = makeLog('debug', { write: (chunk: string) => void chunks.push(chunk) });
  return { log, text: () => chunks.join(''), lines: () => chunks.map((chunk) => JSON.parse(chunk)) };
}

test('a run of requests leaves a line for each and no canary in any', async () => {
  const { log, lines, text } = captured();
  const app = Fastify({ ...requestLogOptions(log), trustProxy: true });
  logRequests(app);
  app.setErrorHandler(async (err, request, reply) => {
    request.log.error({ err, requestId: request.id }, 'unexpected error');
    return reply.code(500).send('Sorry');
  });
  app.get('/invitations/:token', async () => 'hello');
  app.post('/people', async (request) => {
    request.log.info({ person: { name: 'Canary Name' }, body: request.body, email: 'canary@example.org' }, 'added');
    throw Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
      code: '23505',
      constraint: 'person_email_key',
      detail: 'Key (email)=(canary@example.org) already exists.',
    });
  });
  app.get('/broken', async () => {
    throw new Error('No person "Canary Name" <canary@example.org> at 203.0.113.77\nCanary Second Line', {
      cause: new Error("bad value 'Canary Value' (name)=(Canary Name)"),
    });
  });
  const headers = {
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'CanaryAgent',
    'x-request-id': 'canary-request',
    cookie: 'session=canary-session',
    referer: 'http://x/?q=canary-referer',
  };
  await app.inject({ url: '/invitations/canary-token?name=canary-query', headers });
  await app.inject({ method: 'POST', url: '/people', payload: { name: 'Canary Name' }, headers });
  await app.inject({ url: '/broken', headers });
  await app.inject({ url: '/no/such/canary-page', headers });
  await app.close();

  assert.doesNotMatch(text(), /canary/i);
  assert.doesNotMatch(text(), /203\.0\.113/);
  const answered = lines().filter((line) => 'route' in line);
  assert.deepEqual(
    answered.map((line) => [line.method, line.route, line.status]),
    [
      ['GET', '/invitations/:token', 200],
      ['POST', '/people', 500],
      ['GET', '/broken', 500],
      ['GET', 'no such page', 404],
    ],
  );
  assert.equal(new Set(answered.map((line) => line.reqId)).size, 4, 'each request has an identity of its own');
  assert.match(text(), /23505/, 'the code of a database error is kept, so that it can be found');
});

test('a child of the log drops unknown fields too', () => {
  const { log, text } = captured();
  log.child({ job: 'documents.read', visitor: 'Canary' }).info({ jobId: '7', canary: true }, 'job done');
  assert.match(text(), /documents\.read/);
  assert.doesNotMatch(text(), /canary/i);
});

test('what is scrubbed from a message, and what stays', () => {
  assert.equal(scrub('invalid input syntax for type uuid: "Ada"'), 'invalid input syntax for type uuid: […]');
  assert.equal(scrub('connect ECONNREFUSED 10.2.3.4:5432'), 'connect ECONNREFUSED [address]');
  assert.equal(scrub('connect ECONNREFUSED ::1:5432'), 'connect ECONNREFUSED [address]');
  assert.equal(scrub('mail to a.b@example.org failed'), 'mail to [e-mail] failed');
  assert.equal(scrub('GET https://x.example/a?b=c failed'), 'GET [address] failed');
  assert.equal(scrub('Cannot read properties of undefined'), 'Cannot read properties of undefined');
  assert.equal(scrub('took 12:30:45 to finish'), 'took 12:30:45 to finish');
});
