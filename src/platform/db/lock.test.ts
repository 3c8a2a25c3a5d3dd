// One process owns an embedded folder: tried with real processes, one of them killed.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { FolderInUse, lockFolder } from './lock.ts';

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-lock-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const PROGRAM = `
  import { lockFolder } from ${JSON.stringify(import.meta.resolve('./lock.ts'))};
  try {
    await lockFolder(process.argv[1]);
    process.stdout.write('held');
    setInterval(() => {}, 1000);
  } catch (error) {
    process.stdout.write(error.constructor.name);
  }`;

/** Another process that takes the folder and keeps it; what it said first: "held" or the name of the error. */
async function otherProcess(t: TestContext, folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    PROGRAM,
    folder,
  ]);
  t.after(() => child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said) };
}

test('a second program is refused while the first runs, and told which process that is', async (t) => {
  const folder = await newFolder(t);
  const { child, said } = await otherProcess(t, folder);
  assert.equal(said, 'held');
  await assert.rejects(lockFolder(folder), (error: Error) => {
    assert.ok(error instanceof FolderInUse);
    assert.match(error.message, new RegExp(`in use by process ${child.pid}\\. Stop that program first`));
    return true;
  });
});

test('the folder of a program that was killed is free at once', async (t) => {
  const folder = await newFolder(t);
  const { child } = await otherProcess(t, folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await lockFolder(folder);
  assert.equal((await otherProcess(t, folder)).said, 'FolderInUse');
  await lock.release();
});

test('a released folder can be taken again, by this process or another', async (t) => {
  const folder = await newFolder(t);
  await (await lockFolder(folder)).release();
  const again = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), FolderInUse);
  await again.release();
  await again.release();
  assert.equal((await otherProcess(t, folder)).said, 'held');
});

test('of programs that start at one moment after a crash, one alone gets the folder', async (t) => {
  const folder = await newFolder(t);
  await writeFile(join(folder, 'owner.pid'), '999999\n');
  const all = await Promise.all(Array.from({ length: 5 }, () => otherProcess(t, folder)));
  assert.deepEqual(all.map(({ said }) => said).sort(), [
    'FolderInUse',
    'FolderInUse',
    'FolderInUse',
    'FolderInUse',
    'held',
  ]);
});
