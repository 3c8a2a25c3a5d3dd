import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig, variables } from './config.ts';
import { configurationPage } from './config-page.ts';
import { loadSecret } from './secret.ts';

const SERVER = {
  DATABASE_URL: 'postgresql://web:one@db.example/goldthread',
  DATABASE_SYSTEM_URL: 'postgresql://worker:two@db.example/goldthread',
  SECRET: 'x'.repeat(32),
};

function faultsOf(env: Record<string, string>, demo = false): readonly string[] {
  try {
    readConfig(env, demo);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
  return [];
}

test('an empty environment gives an embedded database on this machine alone', () => {
  const config = readConfig({ PORT: '', OIDC_ISSUER: '  ' });
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.database.kind, 'embedded');
  assert.equal(config.demo, false);
  assert.equal(config.oidc, null);
  assert.deepEqual(config.mail, { kind: 'none' });
  assert.equal(config.logLevel, 'info');
  assert.equal(readConfig({}, true).logLevel, 'warn', 'a demonstration keeps the terminal readable');
});

test('a PostgreSQL server is used when its two logins and a secret are given', () => {
  const config = readConfig({ ...SERVER, TRUST_PROXY: '10.0.0.0/8, 10.1.0.1' }, true);
  assert.deepEqual(config.database, {
    kind: 'server',
    web: SERVER.DATABASE_URL,
    system: SERVER.DATABASE_SYSTEM_URL,
    owner: null,
  });
  assert.deepEqual(config.trustProxy, ['10.0.0.0/8', '10.1.0.1']);
  assert.equal(config.demo, false, 'demonstration is the default on the embedded database only');
});

test('every fault is named at once, and no value is repeated', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    LOG_LEVEL: 'loud',
    SECRET: 'hunter2',
    SMTP_URL: 'mail.example',
    DATABASE_SYSTEM_URL: 'postgresql://worker:canary@db.example/goldthread',
    OIDC_ISSUER: 'https://login.example',
  });
  for (const name of [
    'PORT',
    'LOG_LEVEL',
    'SECRET',
    'SMTP_URL',
    'MAIL_FROM',
    'DATABASE_SYSTEM_URL',
    'OIDC_CLIENT_ID',
  ]) {
    assert.ok(
      faults.some((fault) => fault.includes(name)),
      `no fault names ${name}`,
    );
  }
  assert.doesNotMatch(faults.join(), /hunter2|canary|eighty/);
});

test('demonstration mode is refused on a server and on an address that others can reach', () => {
  assert.match(faultsOf({ ...SERVER, DEMO: 'on' }).join(), /DEMO and DATABASE_URL cannot be set together/);
  assert.match(faultsOf({ HOST: '0.0.0.0', DEMO: 'on' }).join(), /HOST must be an address of this machine alone/);
  assert.match(faultsOf({ HOST: '192.168.1.4' }, true).join(), /HOST must be an address of this machine alone/);
  for (const HOST of ['localhost', '127.0.0.9', '::1']) assert.deepEqual(faultsOf({ HOST, DEMO: 'on' }), []);
});

test('what would be unsafe or never work is refused', () => {
  assert.match(faultsOf({ HOST: '0.0.0.0' }).join(), /PUBLIC_URL must be set/);
  assert.match(faultsOf({ PUBLIC_URL: 'http://improve.example' }).join(), /https/);
  assert.match(faultsOf({ PUBLIC_URL: 'https://improve.example/goldthread' }).join(), /path/);
  assert.match(faultsOf({ TRUST_PROXY: 'on' }).join(), /TRUST_PROXY/);
  assert.match(faultsOf({ WORKER: 'off' }).join(), /WORKER cannot be off/);
  assert.match(faultsOf({ ...SERVER, DATABASE_SYSTEM_URL: SERVER.DATABASE_URL }).join(), /another login/);
  assert.deepEqual(faultsOf({ HOST: '0.0.0.0', PUBLIC_URL: 'https://improve.example/' }), []);
});

test('the page of settings is as the program reads them', async () => {
  const page = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  assert.equal(page, configurationPage(), 'run: node scripts/configuration.ts');
  for (const name of Object.keys(variables)) assert.match(page, new RegExp(`^### ${name}$`, 'm'));
});

test('the embedded secret is made once, for its owner alone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'goldthread-secret-'));
  try {
    const first = await loadSecret({ secret: null, dataDir });
    assert.equal(await loadSecret({ secret: null, dataDir }), first);
    assert.equal((await stat(join(dataDir, 'secret'))).mode & 0o777, 0o600);
    assert.equal(await loadSecret({ secret: 'y'.repeat(40), dataDir }), 'y'.repeat(40));
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
