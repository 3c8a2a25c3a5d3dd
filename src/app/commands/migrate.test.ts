import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { asSuperuser, onServer, openTestDatabase, superuserUrl } from '../../../test/databases.ts';
import { runCommand } from '../cli.ts';

/** The statements of deploy/postgresql.sql, with names and passwords of this test. */
function statements(logins: string[], database: string): string[] {
  let text = readFileSync(new URL('../../../deploy/postgresql.sql', import.meta.url), 'utf8').replaceAll(
    /^--.*$/gm,
    '',
  );
  for (const [i, name] of ['owner', 'web', 'worker'].entries()) {
    text = text.replaceAll(`goldthread_${name}`, logins[i]!).replaceAll(`:'${name}_password'`, "'only-for-tests'");
  }
  text = text.replaceAll(/database goldthread\b/g, `database ${database}`);
  return text
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}

async function run(args: string[], env: Record<string, string>) {
  const lines: string[] = [];
  const say = { out: (line: string) => void lines.push(line), problem: (line: string) => void lines.push(line) };
  return { code: await runCommand(args, say, env), text: lines.join('\n') };
}

test('migrate prepares a new server as docs/operators.md says, and says what it did', {
  skip: !onServer && 'needs a PostgreSQL server',
}, async (t) => {
  // The roles are the server's: the tests' own owner makes them first, so that it stays their administrator.
  await openTestDatabase(t);
  const mark = randomUUID().slice(0, 8);
  const names = ['owner', 'web', 'worker'].map((name) => `gt_${mark}_${name}`);
  const [owner, web, system] = names as [string, string, string];
  const database = `gt_${mark}`;
  await asSuperuser(async (client) => {
    for (const statement of statements(names, database)) await client.query(statement);
  });
  t.after(() =>
    asSuperuser(async (client) => {
      await client.query(`drop database ${database} with (force)`);
      for (const name of names) {
        await client.query(`drop owned by ${name} cascade`);
        await client.query(`drop role ${name}`);
      }
    }),
  );
  const url = (login: string) => {
    const address = new URL(superuserUrl(database));
    address.username = login;
    address.password = 'only-for-tests';
    return address.href;
  };
  const env: Record<string, string> = {
    DATABASE_URL: url(web),
    DATABASE_SYSTEM_URL: url(system),
    SECRET: 'x'.repeat(32),
  };

  const early = await run(['user', 'list'], env);
  assert.equal(early.code, 1);
  assert.match(early.text, /Run:? goldthread migrate/);
  const ownerless = await run(['migrate'], env);
  assert.equal(ownerless.code, 1);
  assert.match(ownerless.text, /DATABASE_OWNER_URL/);

  let first = await run(['migrate'], { ...env, DATABASE_OWNER_URL: url(owner) });
  const advice = /^ {2}(grant goldthread_.*with admin option);$/m.exec(first.text)?.[1];
  // From 16 on, the right to make roles is no right over another's: an administrator shares them, as the message says.
  if (advice) {
    await asSuperuser((client) => client.query(advice), database);
    first = await run(['migrate'], { ...env, DATABASE_OWNER_URL: url(owner) });
  }
  assert.equal(first.code, 0, first.text);
  assert.match(first.text, /Applied 0001_foundation\.sql/);
  assert.match(first.text, /Granted: grant "goldthread_council"/);
  assert.match(first.text, /Checked:/);
  const second = await run(['migrate'], { ...env, DATABASE_OWNER_URL: url(owner) });
  assert.equal(second.code, 0, second.text);
  assert.match(second.text, /The database was up to date/);

  const may = await asSuperuser(async (client) => {
    const { rows } = await client.query(
      'select member::regrole::text as login, roleid::regrole::text as role from pg_auth_members where member in ($1::regrole, $2::regrole) order by 1, 2',
      [web, system],
    );
    return rows.map((row) => `${row.login === web ? 'web' : 'system'}: ${row.role}`).sort();
  });
  assert.deepEqual(may, [
    'system: goldthread_system',
    'system: goldthread_visitor',
    'web: goldthread_council',
    'web: goldthread_peer',
    'web: goldthread_public',
  ]);
  assert.equal((await run(['council', 'add', 'northmere', '--name', 'Northmere City Council'], env)).code, 0);
  const needs = await run(['backup', '/nowhere/x'], env);
  assert.match(needs.text, /DATABASE_OWNER_URL/);
});
