import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeLog } from '../platform/log/log.ts';
import { askRunningServer, openAdminSocket, socketPath } from './admin-socket.ts';
import type { Say } from './commands/command.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const log = makeLog('silent');

test('a request in hand is answered while the program stops', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-start-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  // As an administrator would have made it, for everybody who uses the machine to look into.
  await chmod(folder, 0o755);
  const arrived = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  const env = { DATA_DIR: folder, PORT: '0' };
  const running = await start(readConfig(env), {
    log,
    prepare: ({ app }) => {
      app.get('/slow', async () => {
        arrived.resolve();
        await mayAnswer.promise;
        return 'answered';
      });
    },
  });
  if (process.platform !== 'win32') {
    assert.equal((await stat(join(folder, 'database'))).mode & 0o077, 0, 'nobody else may look into the database');
  }
  const asked = fetch(`${running.origin}/slow`);
  await arrived.promise;
  const stopping = running.stop();
  mayAnswer.resolve();
  assert.equal(await (await asked).text(), 'answered');
  await stopping;
  await assert.rejects(fetch(`${running.origin}/healthz`));
});

function listening(): { say: Say; said: string[] } {
  const said: string[] = [];
  return {
    said,
    say: { out: (line) => void said.push(line), problem: (line) => void said.push(`problem: ${line}`) },
  };
}

test('the admin socket passes a task, its lines and its exit code', {
  skip: process.platform === 'win32',
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-socket-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { say, said } = listening();
  assert.equal(await askRunningServer(folder, 'greet', {}, say), null, 'nobody runs there');
  // What a crash leaves behind is replaced.
  await writeFile(socketPath(folder), '');
  const socket = await openAdminSocket(folder, async (task, input, answer) => {
    if (task === 'break') throw new Error('Canary');
    answer.out(`${task} ${JSON.stringify(input)}`);
    answer.problem('careful');
    return 7;
  });
  assert.equal(await askRunningServer(folder, 'greet', { name: 'line\nline' }, say), 7);
  assert.deepEqual(said.splice(0), ['greet {"name":"line\\nline"}', 'problem: careful']);
  assert.equal(await askRunningServer(folder, 'break', {}, say), 1);
  assert.doesNotMatch(said.join(), /Canary/);

  // Nonsense, and someone who hangs up, harm nobody.
  const rude = connect(socketPath(folder));
  rude.end('nonsense\n');
  await new Promise((resolve) => rude.once('close', resolve).resume());
  connect(socketPath(folder)).destroy();
  assert.equal(await askRunningServer(folder, 'greet', null, say), 7);
  await socket?.close();
  assert.equal(await askRunningServer(folder, 'greet', {}, say), null);
});
