import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/databases.ts';
import { expectNoCanary, makeWorld } from '../../../test/world.ts';
import { makeServer } from '../../platform/web/server.ts';
import { publishing } from './index.ts';
import { makeReport } from './testing.ts';

const database = await openTestDatabase({ after });
const { northmere } = await makeWorld(database);
const { improvement_lead: person, officer, member } = northmere.people;
const given = await makeReport(database, northmere.as('improvement_lead'), {
  officer,
  member,
  secret: 'canary-secret',
});
const council = {
  ...{ id: northmere.id, code: 'northmere', name: northmere.name, letters: 'NC', band: 'ink' as const },
  ...{ kind: 'officer' as const, roles: ['improvement_lead' as const] },
};
const app = await makeServer(
  {
    ...{ origin: 'https://goldthread.example', secret: 'for tests alone, not a secret at all' },
    ...{ demonstration: false, trustProxy: false, uploadFolder: tmpdir() },
  },
  {
    doors: database,
    clock: database.clock,
    sessions: {
      find: async (token) => ({
        sessionId: token,
        person: { id: person, name: 'Imran Leigh', email: 'lead' },
        councils: [council],
      }),
    },
    can: (_, permission) => permission === 'publish',
    navigation: publishing.navigation,
    addPages: (pages) => publishing.addPages(pages),
    failed: (error) => {
      throw error;
    },
  },
);
after(() => app.close());

const cookies = { goldthread_session: 'a-token-of-a-session-that-is-long-enough' };
const ROOM = '/councils/northmere/public-pages';
const get = (url: string) => app.inject({ url, cookies });
async function post(url: string, form: Record<string, string>) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await get(url)).body)?.[1] ?? '';
  return app.inject({
    ...{ method: 'POST' as const, url, cookies, payload: new URLSearchParams({ ...form, _csrf: token }).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

test('a lead sees what will be public, publishes it, takes something out and withdraws it', async () => {
  const preview = `${ROOM}/${given.reportId}`;
  const { body } = await get(preview);
  expectNoCanary(body);
  assert.match(body, /1 action is marked “Council only”/);
  assert.match(body, /1 piece of public evidence is on an action marked “Council only”/);
  assert.match(body, /What Northmere was told in June 2026, and what it has done/);
  assert.match(body, /Brief every member on the medium term plan/);

  const wrong = await post(preview, { title: '', slug: 'A b', summary: '', number: '1' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /<title>Error: Publish/);
  assert.match(wrong.body, /href="#slug"/);

  const form = { title: 'Our plan', slug: 'our-plan', summary: 'Six things.', number: '1' };
  assert.equal((await post(preview, form)).headers.location, ROOM);
  assert.equal((await post(preview, form)).statusCode, 303);
  assert.equal((await app.inject('/public/northmere/our-plan/1')).statusCode, 200);
  assert.equal((await app.inject('/public/northmere/our-plan/2')).statusCode, 404);

  const versions = (await get(`${preview}/versions`)).body;
  const takeOut = /href="([^"]+take-out)"/.exec(versions)?.[1] ?? '';
  const withdraw = /href="([^"]+withdraw)"/.exec(versions)?.[1] ?? '';
  const confirm = `${takeOut}/action/${given.actions.floor}`;
  assert.ok((await get(takeOut)).body.includes(confirm));
  assert.match((await get(confirm)).body, /Its place stays/);
  assert.equal((await post(confirm, { where: 'all', reason: ' ' })).statusCode, 422);
  assert.equal((await post(confirm, { where: 'all', reason: 'It named a person.' })).statusCode, 303);
  assert.match((await app.inject('/public/northmere/our-plan/1/key-recommendations-1')).body, /It named a person/);

  assert.match((await get(withdraw)).body, /What will happen/);
  assert.equal((await post(withdraw, { reason: 'A wrong figure.' })).statusCode, 303);
  assert.match((await app.inject('/public/northmere/our-plan')).body, /A wrong figure/);
  assert.match((await get(preview)).body, /An action in Key recommendations, number 1/);
});

test('history tells what was published, taken out and withdrawn, with the reasons, and none of the words again', async () => {
  const here = `${ROOM}/${given.reportId}`;
  const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  assert.match((await get(`${here}/versions`)).body, /Full history \(3\)/);
  const history = words((await get(`${here}/history`)).body);
  assert.match(history, /Version 1 withdrawn .*, Imran Leigh The reason in its place: A wrong figure\./);
  assert.match(history, /Taken out: an action in Key recommendations, number 1, version 1 .*It named a person\./);
  assert.match(history, /Version 1 published: ‘Our plan’/);
  const [year, month, day] = database.clock.now().toISOString().slice(0, 10).split('-');
  const asOn = words((await get(`${here}/as-on?on-day=${day}&on-month=${month}&on-year=${year}`)).body);
  assert.match(asOn, /Version 1 .*Why it was withdrawn A wrong figure\./);
  assert.match(asOn, /Taken out: an action in Key recommendations, number 1 .*It named a person\./);
  const before = await get(`${here}/as-on?on-day=1&on-month=1&on-year=2026`);
  assert.match(words(before.body), /Nothing of this report was published on 1 January 2026\./);
  // The action's title, and the summary that the withdrawal emptied, are in the database's history and on no page of it.
  const { rows } = await database.asKeeper((tx) =>
    sql<{ title: string }>`select title from action where id = ${given.actions.floor}`.execute(tx),
  );
  for (const page of [history, asOn]) {
    assert.ok(!page.includes(rows[0]!.title));
    assert.ok(!page.includes('Six things.'));
    expectNoCanary(page);
  }
});

test('reports of others and versions that are not there are nothing', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const below of ['', '/versions', '/history', '/as-on']) {
    assert.equal((await get(`${ROOM}/${nobody}${below}`)).statusCode, 404, below);
  }
  for (const url of [`${ROOM}/versions/${nobody}/withdraw`]) {
    assert.equal((await get(url)).statusCode, 404, url);
  }
});
