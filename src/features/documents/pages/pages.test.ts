import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import type { Role } from '../../../platform/db/schema/index.ts';
import type { SignedIn } from '../../../platform/web/pages.ts';
import { makeServer, SESSION_COOKIE } from '../../../platform/web/server.ts';
import { can, type Permission } from '../../accounts/index.ts';
import { documentsFeature } from '../index.ts';
import { readDocument } from '../jobs.ts';
import { openReportRoom, readHere, SAMPLE } from '../testing.ts';

const room = await openReportRoom({ after });

function signedIn(code: 'northmere' | 'wendshire', role: Role): SignedIn {
  const council = room.world[code];
  const served = {
    id: council.id,
    code,
    name: council.name,
    letters: 'C',
    band: 'ink',
    kind: 'officer',
    roles: [role],
  } as const;
  return {
    sessionId: role,
    person: { id: council.people[role], name: role, email: `${role}@x.example` },
    councils: [served],
  };
}

/** Jobs are done from outside every scope, as the queue does; the queue has tests of its own. */
const ordered: { council: string; document: string }[] = [];
const waiting: typeof ordered = [];
const worker = setInterval(() => {
  const ids = waiting.pop();
  if (ids) void readDocument({ doors: room.db, clock: room.db.clock, readFile: readHere, folder: room.folder }, ids);
}, 20);
after(() => clearInterval(worker));
const feature = documentsFeature({
  orderReading: async (_tx, ids) => {
    ordered.push(ids);
    waiting.push(ids);
  },
});
const failures: unknown[] = [];
const app = await makeServer(
  {
    origin: 'http://x.example',
    secret: 'a secret for tests alone',
    demonstration: false,
    trustProxy: false,
    uploadFolder: room.folder,
  },
  {
    doors: room.db,
    clock: room.db.clock,
    sessions: {
      find: async (token) => {
        const [code, role] = token.split('-') as ['northmere' | 'wendshire', Role];
        return signedIn(code, role);
      },
    },
    can: (roles, permission) => can(roles, permission as Permission),
    navigation: feature.navigation,
    addPages: (pages) => feature.addPages(pages),
    failed: (error) => failures.push(error),
  },
);
after(() => app.close());

const LEAD = 'northmere-improvement_lead';
const below = (address: string) => `/councils/northmere${address}`;
async function get(address: string, who = LEAD) {
  return app.inject({ url: address.split('#')[0]!, cookies: { [SESSION_COOKIE]: who } });
}
async function token(who: string): Promise<string> {
  const page = await get(below('/reports/new'), who);
  return /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
}
async function post(address: string, fields: Record<string, string>, who = LEAD) {
  const payload = new URLSearchParams({ _csrf: await token(who), ...fields }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.inject({ method: 'POST', url: address, headers, payload, cookies: { [SESSION_COOKIE]: who } });
}
async function send(name: string, bytes: Buffer, versionOf = '') {
  const form = new FormData();
  form.set('_csrf', await token(LEAD));
  form.set('versionOf', versionOf);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://x.example', { method: 'POST', body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { 'content-type': request.headers.get('content-type')! };
  return app.inject({
    method: 'POST',
    url: below('/reports/new'),
    headers,
    payload,
    cookies: { [SESSION_COOKIE]: LEAD },
  });
}

test('from upload to register by forms alone; a second copy says so; another council finds nothing there', async () => {
  const uploaded = await send('challenge.html', readFileSync(SAMPLE));
  assert.equal(uploaded.statusCode, 303);
  const here = uploaded.headers.location!;
  const reviewed = await get(here);
  assert.equal(reviewed.headers.location, `${here}/review`);
  const review = await get(`${here}/review`);
  assert.match(review.body, /<h1 class="gt-h1">Check what was read<\/h1>/);
  assert.match(review.body, /18 to check\. 0 accepted, 0 left out\./);
  const ids = [...review.body.matchAll(/finds\/([0-9a-f-]{36})\/decide/g)].map((match) => match[1]!);
  assert.equal(ids.length, 18);
  // Each recommendation has what bears it out folded below it, and each passage leads to its paragraph.
  assert.ok(review.body.split('What in the report bears this out (').length > 10);
  const borne = /<strong>A concern<\/strong> under [^<]+ shares the words [^<]+<\/p>\s*<blockquote.*?href="([^"]+)"/s;
  const [, paragraph] = borne.exec(review.body)!;
  assert.match(paragraph!, /\/source#b\d+$/);
  assert.match((await get(`${here}/source`)).body, new RegExp(`id="${paragraph!.split('#')[1]}"`));

  const accepted = await post(`${here}/finds/${ids[0]}/decide`, { version: '1', decision: 'accepted' });
  assert.equal(accepted.headers.location, `${here}/review#find-${ids[1]}`);
  const stale = await post(`${here}/finds/${ids[0]}/decide`, { version: '1', decision: 'left_out' });
  assert.equal(stale.statusCode, 422);
  assert.match(stale.body, /You changed this in another window at .*, after you opened it/);
  assert.match(stale.body, /<title>Error: Check what was read/);

  const wrong = await post(`${here}/finds/${ids[1]}/correct`, { version: '1', group: 'G', number: 'x', text: '' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, new RegExp(`href="#text-${ids[1]}"[^>]*>Enter the wording, or leave this out`));

  const none = await post(`${here}/register`, { title: '', kind: 'progress-review' });
  assert.match(none.body, /Enter a title for the report/);
  const done = await post(`${here}/register`, { title: 'Our challenge', kind: 'corporate-peer-challenge' });
  assert.equal(done.statusCode, 303);
  assert.match((await get(`${here}/review`)).body, /17 to check\. 0 accepted, 0 left out\. 1 in the register\./);
  assert.match((await get(`${here}/source`)).body, /Key recommendations, number 1/);
  assert.match((await get(`${here}/source?at=8000`)).headers.location!, /\/source#b\d+$/);
  assert.match((await get(`${here}/drop`)).body, /cannot be dropped/);

  room.db.clock.moveTo(new Date(room.db.clock.now().getTime() + 60_000));
  const copy = (await send('copy.html', readFileSync(SAMPLE))).headers.location!;
  assert.match((await get(`${copy}/review`)).body, /The same file was uploaded before/);
  const dropped = await post(`${copy}/drop`, {});
  assert.equal(dropped.headers.location, below('/reports'));
  assert.equal((await get(copy)).statusCode, 404);

  const file = await get(`${here}/file`);
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="challenge\.html"/);
  assert.ok(readFileSync(SAMPLE).equals(file.rawPayload));

  // Over several pages it is asked once, and nothing is accepted before.
  const figures = (await get(`${here}/figures`)).body;
  const many = { seen: /name="seen" value="([^"]+)"/.exec(figures)![1]! };
  const all = many.seen.split(',').length;
  const asked = await post(`${here}/findings/accept-clear`, many);
  assert.match(asked.body, new RegExp(`Accept ${all} at once\\?.*\\d+ on page 1`, 's'));
  assert.match((await get(`${here}/figures`)).body, new RegExp(`Accept the ${all} that read clearly`));
  const sure = await post(`${here}/findings/accept-clear`, { ...many, sure: 'yes' });
  assert.match(sure.headers.location!, /\/figures/);
  assert.doesNotMatch((await get(`${here}/figures`)).body, /that reads? clearly/);

  const elsewhere = here.replace('northmere', 'wendshire');
  for (const path of ['', '/review', '/source', '/file', '/drop', '/add', '/history', '/as-on']) {
    assert.equal((await get(`${elsewhere}${path}`, 'wendshire-improvement_lead')).statusCode, 404, path);
  }
  const auditor = 'northmere-auditor';
  assert.equal((await get(below('/reports/new'), auditor)).statusCode, 403);
  assert.doesNotMatch((await get(`${here}/review`, auditor)).body, /Leave out/);
  assert.deepEqual(failures, []);
});

test('the history of a report tells who uploaded it, what was found, and each decision; on a day it stands as it stood', async () => {
  const here = (await send('told.html', readFileSync(SAMPLE))).headers.location!;
  const review = (await get(`${here}/review`)).body;
  const [first, second] = [...review.matchAll(/finds\/([0-9a-f-]{36})\/decide/g)].map((match) => match[1]!);
  await post(`${here}/finds/${first}/decide`, { version: '1', decision: 'left_out' });
  await post(`${here}/finds/${second}/correct`, {
    ...{ version: '1', group: 'Key recommendations', number: '2', heading: '', text: 'Say what each saving costs.' },
    meant: 'as-typed',
  });
  const folded = (await get(`${here}/review`)).body;
  assert.match(folded, /Key recommendations: 1 left out</);
  assert.match(folded, /<span class="govuk-visually-hidden">, left out<\/span>/);
  const words = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const told = words((await get(`${here}/history`)).body);
  assert.match(told, /Uploaded as ‘told’ .*, Imran Leigh/);
  assert.match(told, /18 recommendations found .*, the program/);
  assert.match(told, /Key recommendations, number 1: decision is now Left out .*, Imran Leigh Before: Not decided\./);
  assert.match(
    told,
    /Wording: Say what each saving costs\. Before: .*\bRead .*, the program Title: Corporate peer challenge, September 2026\. Before: told\./,
  );
  assert.doesNotMatch(told, /Why:|Being read|State/);
  assert.match(review, new RegExp(`href="${here}/history">Full history \\(3\\)</a>`));

  const [year, month, day] = room.db.clock.now().toISOString().slice(0, 10).split('-');
  const today = words((await get(`${here}/as-on?on-day=${day}&on-month=${month}&on-year=${year}`)).body);
  assert.match(today, /Key recommendations, number 1 .*Decision Left out/);
  const before = words((await get(`${here}/as-on?on-day=1&on-month=1&on-year=2020`)).body);
  assert.match(before, /It was not there on 1 January 2020\./);
  assert.match((await get(`${here}/drop`)).body, /What was decided about 1 recommendation will be lost\./);
  await post(`${here}/drop`, {});
  for (const path of ['/history', '/as-on']) assert.equal((await get(`${here}${path}`)).statusCode, 404, path);
  assert.deepEqual(failures, []);
});

test('a report that names another council is said to, and registered only when a person says that it is theirs', async () => {
  const page = readFileSync(SAMPLE, 'utf8').replaceAll('Northmere City', 'Eastlow Borough');
  const here = (await send('other.html', Buffer.from(page))).headers.location!;
  const review = (await get(`${here}/review`)).body;
  assert.match(review, /This report seems to be about Eastlow Borough Council/);
  const first = /finds\/([0-9a-f-]{36})\/decide/.exec(review)![1]!;
  await post(`${here}/finds/${first}/decide`, { version: '1', decision: 'accepted' });
  const details = { title: 'A challenge', kind: 'corporate-peer-challenge' };
  const refused = await post(`${here}/register`, details);
  assert.equal(refused.statusCode, 422);
  assert.match(refused.body, /href="#about"[^>]*>Say that this is a report for /);
  assert.match((await get(`${here}/review`)).body, /1 accepted, 0 left out\.</);
  assert.equal((await post(`${here}/register`, { ...details, about: 'yes' })).statusCode, 303);
  const own = (await send('own.html', readFileSync(SAMPLE))).headers.location!;
  assert.doesNotMatch((await get(`${own}/review`)).body, /seems to be about|name="about"/);
  assert.deepEqual(failures, []);
});

test('a report that was typed into the register stands in the list, and leads to what the register holds of it', async () => {
  const { id } = await room.db.inCouncil(room.world.northmere.as('improvement_lead'), async (tx) => {
    const councilId = room.world.northmere.id;
    const report = await tx
      .insertInto('report')
      .values({ councilId, title: 'Finance review typed in' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = {
      councilId,
      reportId: report.id,
      position: 1,
      groupName: 'Recommendations',
      number: 1,
      text: 'Do it.',
    };
    await tx.insertInto('recommendation').values(row).execute();
    return report;
  });
  const { body } = await get(below('/reports'));
  assert.match(body, /Entered by hand \(\d+\)/);
  assert.match(body, new RegExp(`/recommendations\\?report=${id}">Finance review typed in<.*1 in the register`, 's'));
  assert.doesNotMatch((await get('/councils/wendshire/reports', 'wendshire-improvement_lead')).body, /typed in/);
});

test('nothing chosen, an empty file: said at once, and nothing is kept', async () => {
  const before = ordered.length;
  const empty = await send('empty.pdf', Buffer.alloc(0));
  assert.equal(empty.statusCode, 422);
  assert.match(empty.body, /href="#file"[^>]*>This file is empty/);
  assert.match((await post(below('/reports/new'), {})).body, /Choose a file/);
  assert.equal(ordered.length, before);
});

test('a reading that goes on shows its steps, and updates by itself only when asked', async () => {
  const document = await room.upload(SAMPLE);
  const page = await get(below(`/reports/${document}`));
  assert.match(page.body, /Reading report\.html/);
  assert.equal(page.headers.refresh, undefined);
  const itself = await get(below(`/reports/${document}?by-itself=yes`));
  assert.equal(itself.headers.refresh, '3');
  assert.match(itself.body, /Stop updating/);
});

test('a tab beside the recommendations: corrected in place, undone, read round, added, and lost by nobody', async () => {
  const document = await room.upload(SAMPLE);
  await room.read(document);
  const here = below(`/reports/${document}`);
  const team = await get(`${here}/team`);
  assert.match(team.body, /aria-current="true">Team \(\d+\)/);
  const [id] = [...team.body.matchAll(/findings\/([0-9a-f-]{36})\/decide/g)].map((match) => match[1]!);
  const wrong = await post(`${here}/findings/${id}/correct`, { version: '0', name: '', role: 'Kept as typed' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, new RegExp(`href="#name-${id}"[^>]*>Enter the name, or leave this out`));
  assert.match(wrong.body, /value="Kept as typed"/);
  const fields = { version: '0', name: 'Sam Example', role: 'Finance peer', organisation: '', party: '', group: '' };
  const corrected = await post(`${here}/findings/${id}/correct`, { ...fields, show: 'check' });
  assert.match(corrected.headers.location!, /\/team\?show=check#finding-/);
  const checked = await get(`${here}/team`);
  assert.match(checked.body, /Sam Example/);
  assert.match(checked.body, /Corrected by Imran Leigh\./);
  assert.doesNotMatch((await get(`${here}/team?show=check`)).body, /Sam Example/);
  const history = await get(`${here}/history`);
  assert.match(history.body, /Peer ‘[^’]+’: corrected to ‘Name: Sam Example; Role: Finance peer’/);
  const stale = await post(`${here}/findings/${id}/decide`, { version: '0', decision: 'left_out' });
  assert.equal(stale.statusCode, 422);
  assert.match(stale.body, /You changed this in another window at .*, after you opened it/);

  // The top of the review tells what the team was asked, and its numbers as they stand corrected.
  const looked = async () =>
    (await get(`${here}/review`)).body.split('What this challenge looked at')[1]?.split('</details>')[0] ?? '';
  assert.match(
    await looked(),
    /Financial planning and management<\/span><br>Does the council know its true position\?/,
  );
  assert.match(await looked(), /<span class="gt-strong">a<\/span> Whether the medium term plan is credible/);
  assert.match(await looked(), /People spoken to: more than 180/);
  const people = /findings\/([0-9a-f-]{36})\/decide(?:(?!\/decide).)*name="value" [^>]*value="180"/s.exec(
    team.body,
  )![1]!;
  await post(`${here}/findings/${people}/correct`, { version: '0', what: 'people', value: '181', qualifier: '' });
  assert.match(await looked(), /People spoken to: 181/);
  await post(`${here}/findings/${people}/decide`, { version: '1', decision: 'left_out' });
  assert.doesNotMatch(await looked(), /People spoken to/);

  // Each mark in the whole text opens its item, and the item opens the text at the mark.
  const source = await get(`${here}/source`);
  const mark = /id="mark-([0-9a-f-]{36})" href="[^"]*\/suggestions#finding-\1"/.exec(source.body);
  assert.ok(mark);
  assert.match((await get(`${here}/suggestions`)).body, new RegExp(`source#mark-${mark[1]}`));
  const taken = await post(`${here}/findings/${mark[1]}/take`, { version: '0' });
  assert.equal(taken.statusCode, 303);
  assert.match((await get(`${here}/review`)).body, /Suggestions in the report/);

  const none = await post(`${here}/findings/new`, { kind: 'figure', text: '£2 million' });
  assert.match(none.body, /Enter an amount in pounds, like 1200000/);
  assert.match(none.body, /value="£2 million"/);
  const added = await post(`${here}/findings/new`, { kind: 'figure', text: '£2 million', pence: '2000000' });
  assert.match(added.headers.location!, /\/figures(\?page=\d+)?#finding-/);
  assert.equal((await post(`${here}/findings/new`, { kind: 'nonsense' })).statusCode, 404);
  const seen = [...team.body.matchAll(/name="seen" value="([^"]+)"/g)][0]![1]!;
  assert.equal((await post(`${here}/findings/accept-clear`, { seen })).statusCode, 303);

  const elsewhere = here.replace('northmere', 'wendshire');
  for (const tab of ['suggestions', 'team', 'figures', 'dates', 'findings/new?kind=peer']) {
    assert.equal((await get(`${elsewhere}/${tab}`, 'wendshire-improvement_lead')).statusCode, 404, tab);
  }
  const auditor = await get(`${here}/figures`, 'northmere-auditor');
  assert.doesNotMatch(auditor.body, /Leave out/);
  assert.deepEqual(failures, []);
});

test('a final report after its draft: uploaded as its new version, compared, confirmed', async () => {
  const draft = (await send('draft.html', readFileSync(SAMPLE))).headers.location!;
  const id = draft.split('/').at(-1)!;
  assert.match((await get(below('/reports/new'))).body, new RegExp(`<option value="${id}"`));
  const words = readFileSync(SAMPLE, 'utf8').replaceAll('Publish the reserves', 'Publish in plain words the reserves');
  const final = (await send('final.html', Buffer.from(words), id)).headers.location!;
  assert.match((await get(`${final}/review`)).body, /This is a new version of draft\.html/);
  assert.match((await get(`${draft}/review`)).body, /A newer version of this report has come: final\.html/);
  // What the council corrected and added is no change of the report, and a correction is carried over.
  const own = { group: 'Key recommendations', heading: '', meant: 'as-typed' };
  const [corrected] = [...(await get(`${draft}/review`)).body.matchAll(/finds\/([0-9a-f-]{36})\/decide/g)][1]!.slice(1);
  await post(`${draft}/finds/${corrected}/correct`, { ...own, version: '1', number: '2', text: 'In our own words.' });
  await post(`${draft}/add`, { ...own, number: '30', text: 'Open a library on every moon.' });
  const compared = await get(`${final}/compare`);
  assert.match(compared.body, /17 the same, 1 changed, 0 new, 0 gone/);
  assert.match(compared.body, /Its words were corrected in the earlier version\./);
  assert.match(
    compared.body,
    /Open a library on every moon\. <span class="gt-note">Added by hand to the earlier version/,
  );
  assert.match(compared.body, /<ins><span class="govuk-visually-hidden">put in: <\/span>in plain words<\/ins>/);
  const find = /compare\/([0-9a-f-]{36})\/confirm/.exec(compared.body)![1]!;
  const earlier = /name="earlier" value="([^"]+)"/.exec(compared.body)![1]!;
  const confirmed = await post(`${final}/compare/${find}/confirm`, { earlier, words: 'old' });
  assert.equal(confirmed.headers.location, `${final}/compare#pair-${find}`);
  assert.equal((await post(`${final}/compare`, {})).statusCode, 303);
  assert.match((await get(`${final}/compare`)).body, /Confirmed as the same one\./);
  assert.match((await get(`${final}/review`)).body, /In our own words\./);
  assert.equal((await get(`${draft}/compare`)).statusCode, 404);
  const elsewhere = final.replace('northmere', 'wendshire');
  assert.equal((await get(`${elsewhere}/compare`, 'wendshire-improvement_lead')).statusCode, 404);
  assert.deepEqual(failures, []);
});
