import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCommand } from './cli.ts';
import { nearest } from './commands/nearest.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/northmere-2026/report.txt', import.meta.url));
const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-cli-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command in this process; what it said and its exit code. */
async function run(args: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const problems: string[] = [];
  const say = { out: (line: string) => void out.push(line), problem: (line: string) => void problems.push(line) };
  const code = await runCommand(args, say, env);
  return { code, out: out.join('\n'), problems: problems.join('\n') };
}

/** Starts a command that stays, and waits for the line that says it is ready. */
async function launch(t: TestContext, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const said: string[] = [];
  const ready = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const address = /ready: (http\S+)/.exec(line)?.[1];
      if (address) resolve(address);
      else if (/does jobs here/.test(line)) resolve('');
    });
    createInterface({ input: child.stderr }).on('line', (line) => void said.push(line));
    child.once('exit', () => reject(new Error(`It ended at once: ${said.join('\n')}`)));
  });
  return { child, ended, said, address: await ready };
}

async function stopped({ child, ended }: { child: ChildProcess; ended: Promise<unknown[]> }, signal: NodeJS.Signals) {
  child.kill(signal);
  return (await ended)[0];
}

test('help and wrong use say what to type, with their exit codes', async () => {
  const help = await run(['--help']);
  assert.equal(help.code, 0);
  for (const name of ['serve', 'migrate', 'read', 'import', 'backup', 'restore', 'user', 'council', 'worker']) {
    assert.match(help.out, new RegExp(`^  ${name} `, 'm'));
    const each = await run([name, '--help']);
    assert.equal(each.code, 0);
    assert.match(each.out, new RegExp(`^Usage: goldthread ${name}`));
  }
  const wrong = await run(['bakcup', 'file']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.problems, /There is no command "bakcup". Did you mean backup\?/);
  for (const args of [
    ['backup'],
    ['restore'],
    ['user'],
    ['user', 'add'],
    ['council', 'add', 'x'],
    ['serve', 'now'],
    ['migrate', '--hard'],
  ]) {
    const said = await run(args);
    assert.equal(said.code, 2, args.join(' '));
    assert.match(said.problems, /--help tells more/);
  }
});

test('a mistyped word finds the command that was meant, and nonsense finds none', () => {
  const known = ['serve', 'migrate', 'backup', 'restore', 'user', 'council'];
  assert.equal(nearest('migarte', known), 'migrate');
  assert.equal(nearest('usr', known), 'user');
  assert.equal(nearest('mig', known), 'migrate');
  assert.equal(nearest('frobnicate', known), null);
});

test('what cannot work is said in words, without a stack', async (t) => {
  const folder = await folderFor(t);
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['backup', 'x'], { DATA_DIR: join(folder, 'none') }, /There is no database in/],
    [['user', 'list'], { PORT: 'x', HOST: '0.0.0.0' }, /PORT must be a number[\s\S]*PUBLIC_URL must be set/],
    [['worker'], { DATA_DIR: folder }, /needs PostgreSQL/],
    [
      ['user', 'list'],
      {
        DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x',
        DATABASE_SYSTEM_URL: 'postgresql://c:d@127.0.0.1:1/x',
        SECRET: 'x'.repeat(32),
      },
      /does not answer/,
    ],
  ];
  for (const [args, env, words] of cases) {
    const said = await run(args, env);
    assert.equal(said.code, 1, args.join(' '));
    assert.match(said.problems, words);
    assert.doesNotMatch(said.problems, /\n\s+at /);
  }
});

test('commands work through the running server, which stops in order; the backup opens elsewhere', async (t) => {
  const folder = await folderFor(t);
  const env = { DATA_DIR: join(folder, 'data'), PORT: '0' };
  const server = await launch(t, ['serve'], env);
  assert.equal((await stat(env.DATA_DIR)).mode & 0o777, 0o700);
  assert.equal((await stat(join(env.DATA_DIR, 'admin.sock'))).mode & 0o777, 0o600);
  const ready = await fetch(`${server.address}/readyz`);
  assert.deepEqual(await ready.json(), { status: 'ready', database: true, migrations: true, jobs: true });

  const council = await run(['council', 'add', 'northmere', '--name', 'Northmere City Council'], env);
  assert.equal(council.code, 0, council.problems);
  const again = await run(['council', 'add', 'northmere', '--name', 'Northmere City Council'], env);
  assert.equal(again.code, 1);
  assert.match(again.problems, /already/);
  const user = await run(
    [
      'user',
      'add',
      'ada@northmere.example',
      '--council',
      'northmere',
      '--name',
      'Ada Quill',
      '--role',
      'administrator',
    ],
    env,
  );
  assert.equal(user.code, 0, user.problems);
  assert.ok(user.out.includes(`${server.address}/set-password/`), 'the address is the one the server has');
  const imported = await run(['import', SAMPLE, '--council', 'northmere'], env);
  assert.equal(imported.code, 0, imported.problems);
  const page = new RegExp(`${server.address}/councils/northmere/reports/[0-9a-f-]+$`);
  assert.match(imported.out, page);
  const elsewhere = await run(['import', SAMPLE, '--council', 'nowhere'], env);
  assert.equal(elsewhere.code, 1);
  assert.match(elsewhere.problems, /There is no council with the code nowhere/);
  const backup = await run(['backup', join(folder, 'copy')], env);
  assert.equal(backup.code, 0, backup.problems);
  const restore = await run(['restore', join(folder, 'copy')], env);
  assert.equal(restore.code, 1);
  assert.match(restore.problems, /A server is running on/);
  const listed = await run(['user', 'list'], env);

  assert.equal(await stopped(server, 'SIGTERM'), 0);
  assert.match(server.said.join('\n'), /Nobody has an account yet/);
  await assert.rejects(stat(join(env.DATA_DIR, 'admin.sock')));

  const other = { DATA_DIR: join(folder, 'other') };
  assert.equal((await run(['restore', join(folder, 'copy')], other)).code, 0);
  assert.equal((await run(['user', 'list'], other)).out, listed.out);
  assert.match(listed.out, /northmere\tada@northmere\.example\tAda Quill\tadministrator/);
});

test('demo makes the demonstration once, and never in a PostgreSQL server', async (t) => {
  const folder = await folderFor(t);
  const first = await run(['demo'], { DATA_DIR: folder });
  assert.match(first.out, /The demonstration is ready/);
  assert.equal(first.code, 0);
  const again = await run(['demo'], { DATA_DIR: folder });
  assert.match(again.out, /There is data in .+ already, so nothing was changed/);
  const server = await run(['demo'], {
    DATABASE_URL: 'postgresql://web@127.0.0.1:1/x',
    DATABASE_SYSTEM_URL: 'postgresql://system@127.0.0.1:1/x',
    SECRET: 'x'.repeat(40),
  });
  assert.equal(server.code, 1);
  assert.match(server.problems, /demonstration data never goes into a PostgreSQL server/);
});
