// What crosses the wire: uploads, odd bodies, hostile words, headers and addresses.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { csvCell as publicCell } from '../src/features/publishing/public-pages/csv.ts';
import { csvCell as councilCell } from '../src/features/recommendations/views/csv.ts';
import { addressOf } from './attacks/addresses.ts';
import { multipart } from './attacks/raw.ts';
import { openSite, type Visitor } from './attacks/site.ts';

const site = await openSite({ after });
const { northmere } = site.world;
const lead = await site.signIn(northmere.people.improvement_lead);
const base = '/councils/northmere';
const evidenceForm = `${base}/actions/${northmere.own.actionId}/evidence/new`;

const uploads = () => readdir(join(site.folder, 'uploads')).catch(() => []);
/** The next turns of the event loop, until a condition holds; the runner's own limit ends a wait in vain. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
const send = (visitor: Visitor, url: string, request: { headers: Record<string, string>; payload: string }) =>
  site.app.inject({ method: 'POST', url, cookies: { ...visitor.cookies }, ...request });

test('a visitor whom nobody knows leaves no file on the disk', async () => {
  const seen = new Set<string>();
  for (const url of [evidenceForm, '/sign-in', '/forgotten-password']) {
    const request = multipart([
      { name: '_csrf', body: 'x' },
      { name: 'file', fileName: 'large.bin', body: 'x'.repeat(300_000) },
    ]);
    const answer = send(site.stranger, url, request);
    for (let turn = 0; turn < 50; turn++) {
      for (const name of await uploads()) seen.add(name);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok([401, 403].includes((await answer).statusCode), url);
  }
  assert.deepEqual([...seen], []);
});

test('an upload that breaks off leaves nothing on the disk', async (t) => {
  await site.app.listen({ port: 0, host: '127.0.0.1' });
  const address = site.app.server.address();
  assert.ok(typeof address === 'object' && address);
  const socket = connect(address.port, '127.0.0.1');
  t.after(() => socket.destroy());
  const cookie = Object.entries(lead.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  socket.write(
    `POST ${evidenceForm} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=limit\r\ncontent-length: 9000000\r\n\r\n` +
      `--limit\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${'x'.repeat(200_000)}`,
  );
  await until(async () => (await uploads()).length > 0);
  socket.destroy();
  await until(async () => (await uploads()).length === 0);
});

test('only forms are read: JSON, plain text and parts that lie are refused, and none is a fault of ours', async () => {
  const json = JSON.stringify({ _csrf: lead.token, title: { toString: 1 }, url: [{}], visibility: 7 });
  for (const type of ['application/json', 'text/plain', 'application/xml', '']) {
    const answer = await send(lead, evidenceForm, { headers: type ? { 'content-type': type } : {}, payload: json });
    assert.equal(answer.statusCode, 415, type);
  }
  const liar = multipart([
    { name: '_csrf', body: lead.token },
    { name: 'title', mediaType: 'application/json', body: '{"toString":1}' },
  ]);
  assert.equal((await send(lead, evidenceForm, liar)).statusCode, 400);
  const proto = multipart([{ name: '__proto__', body: 'x' }]);
  assert.equal((await send(lead, evidenceForm, proto)).statusCode, 400);
});

test('a form may hold 2 MB of text, however it is sent', async () => {
  const much = 'x'.repeat(900_000);
  const parts = ['a', 'b', 'c'].map((name) => ({ name, body: much }));
  assert.equal((await send(lead, evidenceForm, multipart(parts))).statusCode, 413);
  assert.equal((await lead.post(evidenceForm, { title: much + much + much })).statusCode, 413);
});

test('a sign that the database cannot hold is no fault of ours, in a form, a file name or an address', async () => {
  const named = `${base}/recommendations/${northmere.own.recommendationId}/evidence/new`;
  const answer = await lead.post(named, { title: 'A\0B', url: 'https://example.org/\0', visibility: 'council' });
  assert.equal(answer.statusCode, 303);
  const file = multipart([
    { name: '_csrf', body: lead.token },
    { name: 'file', fileName: '..\\..\\a\0b.pdf', body: '%PDF-1.7' },
  ]);
  assert.equal((await send(lead, named, file)).statusCode, 303);
  for (const url of [
    '/public/a%00b',
    '/public/northmere/%00',
    `${base}/actions?show=%00`,
    '/sign-in?next=%00',
    '/invitation/%00',
  ]) {
    assert.equal((await lead.get(url)).statusCode, 404, url);
  }
});

test('what was typed into a password field is never shown again, not even when the session has ended', async () => {
  const typed = {
    current: 'three random words',
    password: 'quite another three',
    sealed: 'sealed codes',
    note: 'kept text',
  };
  const ended = await site.stranger.post('/account/password', typed);
  const stale = await lead.post('/account/password', { ...typed, _csrf: 'stale' });
  for (const answer of [ended, stale]) {
    assert.ok([401, 403].includes(answer.statusCode));
    assert.doesNotMatch(answer.body, /three random words|quite another three|sealed codes/);
    assert.match(answer.body, /kept text/);
  }
});

test('nobody is sent to another site, whatever stands in "next"', async () => {
  const others = [
    ...[
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '\\\\evil.example',
      '/%0d%0aset-cookie:x',
    ],
    ...['javascript:alert(1)', '/..//evil.example', 'data:text/html,x', ' //evil.example', '/\n/evil.example'],
  ];
  for (const next of others) {
    const { headers } = await lead.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const to = new URL(String(headers.location), 'https://goldthread.example/');
    assert.equal(to.origin, 'https://goldthread.example', next);
    assert.equal(headers['set-cookie'], undefined);
  }
});

test('a forged host, scheme or address of a visitor changes nothing that a page or a link says', async () => {
  const forged = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
    'x-forwarded-for': '6.6.6.6',
  };
  for (const url of [
    `${base}/recommendations`,
    '/account',
    `/public/northmere/${northmere.published.slug}`,
    '/public/northmere/feed.atom',
  ]) {
    const answer = await site.app.inject({ url, cookies: { ...lead.cookies }, headers: forged });
    assert.equal(answer.statusCode, 200, url);
    assert.doesNotMatch(answer.body + JSON.stringify(answer.headers), /evil\.example|gopher|6\.6\.6\.6/, url);
  }
});

test('every private answer is kept by nobody, sniffed by nobody and framed by nobody; public ones set no cookie', async () => {
  for (const route of site.routes.filter(({ method }) => method === 'GET')) {
    const path = addressOf(
      { ...route, path: route.path.replace(/:(token|mail|slug|number|place)/g, 'x') },
      'northmere',
      northmere,
      site.world.shared,
    );
    const { headers } = await lead.get(path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    const policy = String(headers['content-security-policy']);
    assert.doesNotMatch(policy, /unsafe|\*(?!\s*(;|$))/, path);
    if (path.includes('/embed')) assert.match(policy, /frame-ancestors \*/);
    else assert.match(policy, /frame-ancestors 'none'/, path);
    if (route.kind === 'public') assert.equal(headers['set-cookie'], undefined, path);
    else assert.equal(headers['cache-control'], 'no-store', path);
  }
});

const HOSTILE = `"><img src=x onerror=alert(1)>'</textarea></script><script>alert(2)</script>{{7*7}}`;

test('hostile words in every record are words on every page, and no formula in any file', async () => {
  await site.database.asKeeper(async (tx) => {
    const { rows } = await sql<{ table: string; column: string }>`
      select c.table_name as "table", c.column_name as "column" from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'text' and exists (
        select from information_schema.columns k where k.table_name = c.table_name and k.column_name = 'council_id')
      and c.column_name in ('title', 'name', 'heading', 'text', 'group_name', 'sentence', 'success_measure', 'reason',
        'pause_reason', 'move_reason', 'decided_by_body', 'decision_reference', 'reviewer', 'source', 'job_title', 'summary',
        'officer', 'member', 'latest', 'answer_reason', 'file_name', 'refusal', 'withdrawal_reason')
      and c.table_name not in ('history', 'shared_history_person')`.execute(tx);
    assert.ok(rows.length > 20, String(rows.length));
    for (const { table, column } of rows) {
      await sql`update ${sql.id(table)} set ${sql.id(column)} = ${`=HYPERLINK("x")${HOSTILE}`}
        where council_id = ${northmere.id} and ${sql.id(column)} <> ''`.execute(tx);
    }
    // What a partner wrote is as little to be trusted.
    for (const statement of [
      sql`update arrangement set name = ${HOSTILE}, purpose = ${HOSTILE}`,
      sql`update arrangement_terms set legal_basis = ${HOSTILE}, why = ${HOSTILE}`,
      sql`update protocol set terms = ${HOSTILE}`,
      sql`update shared_post set title = ${HOSTILE}, why = ${HOSTILE},
        time_shares = jsonb_build_object(${northmere.id}::text, ${HOSTILE}::text, 'x', -1)`,
    ]) {
      await statement.execute(tx);
    }
  });
  const mighty = await site.signIn(await site.addMighty('northmere'));
  const seen = { pages: 0, words: 0 };
  for (const route of site.routes.filter(({ method, kind }) => method === 'GET' && kind !== 'open')) {
    const { slug } = northmere.published;
    const path = addressOf(
      {
        ...route,
        path: route.path
          .replace(':slug', slug)
          .replace(':number', '1')
          .replace(/:(token|mail|place)/g, 'x'),
      },
      'northmere',
      northmere,
      site.world.shared,
    );
    const answer = await mighty.get(path);
    if (answer.statusCode === 303) continue;
    const type = String(answer.headers['content-type']);
    if (type.startsWith('text/html')) {
      seen.pages += 1;
      if (answer.body.includes('&lt;img src=x')) seen.words += 1;
      assert.doesNotMatch(answer.body, /<img src=x|<script>alert|<\/textarea><\/script>/, path);
      assert.doesNotMatch(answer.body, /49'|&gt;49/, path);
    } else if (type.startsWith('application/atom')) assert.doesNotMatch(answer.body, /<img|<script/);
    else assert.match(String(answer.headers['content-disposition']), /^attachment; filename="[\w. -]+"/, path);
    if (type.startsWith('text/csv')) {
      assert.match(answer.body, /HYPERLINK/, path);
      assert.doesNotMatch(answer.body, /(^|[,\n])"?=HYPERLINK/, path);
    }
  }
  assert.ok(seen.pages > 30 && seen.words > 20, JSON.stringify(seen));
});

/** The forms of a page that change something of the council's: where each goes, and its fields as shown. */
function formsOf(html: string): { action: string; fields: Record<string, string> }[] {
  const plain = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].flatMap(
    ([, action = '', inside = '']) => {
      if (!action.startsWith(base) || !inside.includes('_csrf')) return [];
      const fields: Record<string, string> = {};
      for (const [tag] of inside.matchAll(/<(input|textarea|select|button)[^>]*>/g)) {
        const name = /name="([^"]+)"/.exec(tag)?.[1];
        if (name === undefined || name === '_csrf') continue;
        if (/type="(radio|checkbox)"/.test(tag) && !/checked/.test(tag) && name in fields) continue;
        fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '') || 'x';
      }
      return [{ action: plain(action), fields }];
    },
  );
}

test('no value in any field of any form, nor in an address, is a fault of ours', async () => {
  const mighty = await site.signIn(await site.addMighty('northmere'));
  const tried = { gets: 0, posts: 0 };
  for (const route of site.routes.filter(({ kind, method }) => kind === 'council' && method === 'GET')) {
    const path = addressOf(route, 'northmere', northmere, site.world.shared);
    const shown = await mighty.get(path);
    assert.ok(shown.statusCode < 500, path);
    for (const query of [
      'page=1e999&show=__proto__&all=x',
      'page=-7&sort[]=1&on-day=99&on-month=__proto__&on-year=1e3',
    ]) {
      assert.ok((await mighty.get(`${path}?${query}`)).statusCode < 500, `${path}?${query}`);
      tried.gets += 1;
    }
    for (const { action, fields } of formsOf(shown.body)) {
      for (const name of Object.keys(fields)) {
        for (const value of ['99999999999999999999', '\ud800\u0001=']) {
          const answer = await mighty.post(action, { ...fields, [name]: value });
          assert.ok(answer.statusCode < 500, `${action}: ${name} was ${value}`);
          tried.posts += 1;
        }
      }
    }
  }
  assert.ok(tried.gets > 60 && tried.posts > 200, JSON.stringify(tried));
});

test('evidence and decisions take web addresses alone', async () => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil',
    ' java\tscript:alert(1)',
  ]) {
    const answer = await lead.post(evidenceForm, { title: 'x', url, visibility: 'public' });
    assert.equal(answer.statusCode, 422, url);
    assert.doesNotMatch(answer.body, /href="\s*(javascript|data|vbscript|file):/i);
  }
});

test('text becomes neither a formula in a spreadsheet nor a line of its own in a calendar', async () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    for (const cell of [publicCell, councilCell]) assert.match(cell(`${start}1`), /^"?'/, JSON.stringify(start));
  }
  const { id, published } = site.world.thornwick;
  const title = 'Meet\rATTACH:https://one.example\nATTACH:https://two.example\r\nATTACH:https://three.example';
  await site.database.asKeeper((tx) =>
    sql`update published_action set title = ${title}, target_on = '2027-01-31' where council_id = ${id}`.execute(tx),
  );
  const { body } = await site.stranger.get(`/public/thornwick/${published.slug}/1/dates.ics`);
  assert.match(body, /SUMMARY:Due: Meet\\nATTACH/);
  assert.deepEqual(
    body.split(/\r\n|\r|\n/).filter((line) => line.startsWith('ATTACH')),
    [],
  );
});
