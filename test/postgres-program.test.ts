// The whole program as an operator sets it up on PostgreSQL by docs/operators.md: logins by deploy/postgresql.sql, tables by
// `goldthread migrate`, the first administrator by the command line; then from a report to its public data, by forms.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { databaseKind } from './databases.ts';
import { Person } from './program/person.ts';
import { SERVER_VERSIONS, startServer } from './servers.ts';

const root = join(import.meta.dirname, '..');
const PASSWORD = 'otter kettle bramble';
const PASSWORDS = { owner_password: "o'wner", web_password: 'w?b', worker_password: 'w@rker' };

/** Runs deploy/postgresql.sql as psql would, with a password for each login. */
async function prepareAsSuperuser(superuser: string): Promise<void> {
  const script = readFileSync(join(root, 'deploy/postgresql.sql'), 'utf8').replace(/^--.*$/gm, '');
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    const filled = script.replace(/:'(\w+)'/g, (_, name: keyof typeof PASSWORDS) => pg.escapeLiteral(PASSWORDS[name]));
    // One by one: a database is not made inside a transaction.
    for (const statement of filled.split(/;\s*$/m)) if (statement.trim()) await client.query(statement);
  } finally {
    await client.end();
  }
}

function addressFor(superuser: string, login: string, password: string): string {
  const url = new URL(superuser);
  url.username = login;
  url.password = password;
  url.pathname = '/goldthread';
  return url.href;
}

function launch(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(root, 'bin/goldthread.mjs'), ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end and gives what it printed. It must succeed. */
async function run(args: string[], env: Record<string, string>): Promise<string> {
  const child = launch(args, env);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, `${args.join(' ')}: ${said}`);
  return said;
}

/** Starts `goldthread serve` and waits until it says where it is. */
async function serve(t: TestContext, env: Record<string, string>): Promise<{ origin: string; child: ChildProcess }> {
  const child = launch(['serve'], env);
  t.after(() => child.kill('SIGTERM'));
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        const ready = /ready: (http:\/\/\S+)/.exec(said)?.[1];
        if (ready) resolve(ready);
      });
    }
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
  return { origin, child };
}

/** Presses a button for as long as the page has it. */
async function pressEach(person: Person, button: RegExp): Promise<void> {
  for (let pressed = 0; person.sees(button); pressed++) {
    assert.ok(pressed < 200, `${button} never goes away`);
    await person.press(button);
  }
}

const version = SERVER_VERSIONS.find((one) => databaseKind === `PostgreSQL ${one}`);

test('on PostgreSQL, set up as the operators are told, a report becomes public data', {
  skip: !version && 'starts PostgreSQL servers of its own, one for each version under test',
}, async (t) => {
  const server = await startServer(version!);
  t.after(() => server.stop());
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-program-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await prepareAsSuperuser(server.url);
  const env = {
    DATABASE_URL: addressFor(server.url, 'goldthread_web', PASSWORDS.web_password),
    DATABASE_SYSTEM_URL: addressFor(server.url, 'goldthread_worker', PASSWORDS.worker_password),
    SECRET: 'thirty-two characters of no use elsewhere',
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const owner = { ...env, DATABASE_OWNER_URL: addressFor(server.url, 'goldthread_owner', PASSWORDS.owner_password) };

  const migrated = await run(['migrate'], owner);
  assert.match(migrated, /Applied 0001_/);
  assert.match(migrated, /Checked: without a council no record is seen/);
  assert.match(await run(['migrate'], owner), /The database was up to date/);

  const { origin, child } = await serve(t, env);
  const ready = await fetch(`${origin}/readyz`);
  assert.deepEqual(await ready.json(), { status: 'ready', database: true, migrations: true, jobs: true });
  await run(['council', 'add', 'northmere', '--name', 'Northmere City Council'], env);
  const ada = ['ada@northmere.example', '--council', 'northmere', '--name', 'Ada Quill'];
  const invited = await run(['user', 'add', ...ada, '--role', 'administrator', '--role', 'improvement_lead'], env);

  const person = new Person(origin);
  await person.open(/\/set-password\/\S+/.exec(invited)![0]);
  await person.press(/Save the password/, { password: PASSWORD });
  await person.open('/sign-in');
  await person.press(/^Sign in$/, { email: 'ada@northmere.example', password: PASSWORD });
  assert.equal(person.path, '/councils/northmere');

  const report = await readFile(join(root, 'samples/northmere-2026/report.docx'));
  await person.open('/councils/northmere/reports/new');
  await person.press(/Upload and read/, { file: new File([report], 'report.docx') });
  const readInTime = Date.now() + 60_000;
  while (!person.path.endsWith('/review')) {
    assert.ok(Date.now() < readInTime, `it was not read: ${person.heading}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await person.follow(/Check again/);
  }
  const review = person.url;
  await person.press(/^Accept the \d+ that read cleanly/);
  await person.open(review);
  await pressEach(person, /^Accept( |$)/);
  await person.open(review);
  await person.press(/^Add the \d+ accepted to the register/);
  await person.open('/councils/northmere/public-pages');
  await person.follow(/See and publish/);
  await person.press(/^Publish version 1/, { title: 'Our peer challenge', summary: 'What the peers asked.' });
  assert.ok(person.status < 400, person.heading);

  // Anybody, without an account.
  const anybody = new Person(origin);
  await anybody.open('/public/northmere');
  await anybody.follow(/Our peer challenge/);
  await anybody.follow(/JSON/);
  const data = JSON.parse(anybody.body);
  const expected = JSON.parse(await readFile(join(root, 'samples/northmere-2026/answer.gold.json'), 'utf8'));
  assert.equal(data.recommendations.length, expected.recommendations.length);
  assert.equal(data.summary, 'What the peers asked.');
  await anybody.open('/councils/northmere');
  assert.equal(anybody.heading, 'Sign in');

  const stopped = once(child, 'exit');
  child.kill('SIGTERM');
  assert.deepEqual(await stopped, [0, null]);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  assert.deepEqual(files, [], 'nothing is kept beside the database');
});
