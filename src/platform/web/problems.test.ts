import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { answerProblems } from './problems.ts';

test('a visitor who goes away in the middle of an upload is no fault in the log; a page that breaks is', async (t) => {
  const app = Fastify();
  const failures: unknown[] = [];
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  let went: (() => void) | undefined;
  const gone = new Promise<void>((resolve) => {
    went = resolve;
  });
  answerProblems(app, {
    demonstration: false,
    navigation: [],
    can: () => false,
    formToken: () => '',
    findSignedIn: async () => null,
    failed: (error) => failures.push(error),
  });
  app.post('/upload', async (request) => {
    try {
      for await (const _piece of request.raw);
    } finally {
      setImmediate(() => went?.());
    }
  });
  app.get('/broken', () => {
    throw new Error('a fault of ours');
  });
  t.after(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /upload HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-test\r\ncontent-length: 1000\r\n\r\nabc',
  );
  await once(app.server, 'request');
  socket.resetAndDestroy();
  await gone;
  assert.deepEqual(failures, []);
  const answer = await app.inject('/broken');
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /a fault of ours/);
  assert.equal(failures.length, 1);
});
