import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recommendations } from '../index.ts';
import { openRegisterWorld, openSite, saidOf } from '../testing.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations]);
after(() => site.close());

const base = '/councils/northmere/recommendations';
let record = '';

test('an empty register says what belongs there and offers the next step to those who may take it', async () => {
  const lead = await site.get(base);
  assert.equal(lead.status, 200);
  assert.match(lead.body, /They come from reports\..*Upload a report<\/a> or .*add one by hand/s);
  site.signIn(world.ivor);
  const auditor = await site.get(base);
  assert.doesNotMatch(auditor.body, /Upload a report/);
  site.signIn(world.priya);
});

test('a recommendation is added by hand to a new report, and all errors come at once', async () => {
  const wrong = await site.post(`${base}/new`, { report: 'new', number: 'four' });
  assert.equal(wrong.status, 422);
  for (const text of ['Enter the name of the report', 'Enter a whole number, like 4', 'Enter the wording']) {
    assert.match(wrong.body, new RegExp(text));
  }
  const added = await site.post(`${base}/new`, {
    report: 'new',
    title: 'Peer challenge report 2026',
    kind: 'corporate-peer-challenge',
    group: 'Key recommendations',
    number: '4',
    text: 'Publish the reserves the council would not go below.\na) say who decides\nb) say when',
  });
  assert.equal(added.status, 303);
  record = added.location;
  const shown = await site.get(record);
  assert.match(shown.body, /<h1[^>]*>Publish the reserves the council would not go below\.<\/h1>/);
  assert.match(shown.body, /Key recommendations, number 4/);
  assert.match(shown.body, /a\) say who decides/);
  // The thread says no more and no less: response and action in their knots, the owners under the title.
  assert.match(shown.body, /Four things are missing\..*has not answered.*No accountable officer.*member.*No action/s);
  assert.equal(shown.body.match(/gt-thread__item--missing/g)?.length, 2);
});

test('a response other than accepted needs its reason; a change keeps both', async () => {
  const form = { 'decided-day': '14', 'decided-month': '10', 'decided-year': '2026', body: 'Cabinet', version: '0' };
  const wrong = await site.post(`${record}/response`, { ...form, answer: 'not_accepted' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Give the reason for not accepting it: it will be published/);
  const saved = await site.post(`${record}/response`, { ...form, answer: 'accepted', reference: '26/118' });
  assert.equal(saved.location, record);
  const shown = await site.get(record);
  assert.match(shown.body, /14 October 2026, Cabinet/);
  assert.match(shown.body, /26\/118/);
});

test('the second of two editors sees both versions, and nothing is lost', async () => {
  const form = {
    'decided-day': '20',
    'decided-month': '10',
    'decided-year': '2026',
    body: 'Council',
    reason: 'Only the first half.',
  };
  const late = await site.post(`${record}/response`, { ...form, version: '0', answer: 'accepted_in_part' });
  assert.equal(late.status, 409);
  assert.match(late.body, /You changed this response in another window at midday, after you opened it/);
  assert.match(late.body, /Use this one/);
  assert.match(late.body, /value="Council"/);
  const version = /name="version" value="(\d+)"/.exec(late.body)![1]!;
  const mine = await site.post(`${record}/response`, { ...form, version, answer: 'accepted_in_part', use: 'mine' });
  assert.equal(mine.status, 303);
  assert.match((await site.get(record)).body, /Accepted in part/);
});

test('owners are settled by the server, a team is refused', async () => {
  const wrong = await site.post(`${record}/owners`, { officer: 'Finance team', member: 'Tom Okafor' });
  assert.match(wrong.body, /Choose one officer, not a team/);
  assert.match(wrong.body, /Name a councillor: Tom Okafor is an officer/);
  const unknown = await site.post(`${record}/owners`, { officer: 'Foks' });
  assert.match(
    unknown.body,
    /No one called Foks works in Northmere\. Choose someone, or ask an administrator to invite/,
  );
  const nothing = await site.post(`${record}/owners`, {});
  assert.equal(saidOf(nothing), 'Nothing was changed. Still missing: officer, member.');
  const half = await site.post(`${record}/owners`, { officer: 'Okafor' });
  assert.equal(half.status, 303);
  const shown = await site.get(record);
  assert.match(shown.body, /Officer: Tom Okafor\./);
  assert.match(shown.body, /No accountable member/);
});

test('where two have the name, one is chosen from both, and the history keeps why', async () => {
  await world.db.asKeeper(async (tx) => {
    const email = 'martin@northmere.example';
    const { id } = await tx
      .insertInto('person')
      .values({ email, name: 'Martin Fox' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const person = { councilId: world.northmere, personId: id, name: 'Martin Fox', email, roles: ['officer' as const] };
    await tx
      .insertInto('membership')
      .values({ ...person, kind: 'officer' })
      .execute();
  });
  const asked = await site.post(`${record}/owners`, { officer: 'Fox' });
  assert.match(asked.body, /Two people are called Fox\. Choose one/);
  const choice = asked.body.indexOf('type="radio" value="Martin Fox"');
  assert.ok(choice > 0 && choice < asked.body.indexOf('type="hidden" name="officer" value="Fox"'));
  const chosen = await site.post(`${record}/owners`, { officer: 'Martin Fox', why: 'Tom Okafor left' });
  assert.equal(chosen.status, 303);
  assert.match((await site.get(record)).body, /Officer: Martin Fox\./);
  assert.match((await site.get(`${record}/history`)).body, /Why: Tom Okafor left/);
});

test('the register shows the three facts in order, filters, sorts and downloads', async () => {
  const shown = await site.get(base);
  const places = ['Council answered', 'Council reports', 'Reviewers found'].map((name) => shown.body.indexOf(name));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.match(shown.body, /1 open, 0 reported complete\. All have a response\. None late\./);
  assert.match((await site.get(`${base}?response=none`)).body, /None of 1 match\./);
  assert.match((await site.get(`${base}?missing=member`)).body, /All 1/);
  const csv = await site.get(`${base}.csv`);
  assert.match(
    String(csv.headers['content-disposition']),
    /attachment; filename="northmere-action-plan-2026-11-23\.csv"/,
  );
  assert.match(csv.body, /^\uFEFFReference,Report,/);
  assert.match(csv.body, /Publish the reserves/);
});

test('another council finds nothing at the same addresses', async () => {
  site.signIn(world.greta);
  assert.equal((await site.get(base)).status, 404);
  const id = record.split('/').at(-1);
  assert.equal((await site.get(`/councils/wendshire/recommendations/${id}`)).status, 404);
  assert.equal((await site.post(`/councils/wendshire/recommendations/${id}/owners`, {})).status, 404);
  assert.match((await site.get('/councils/wendshire/recommendations')).body, /They come from reports/);
  site.signIn(world.priya);
});

test('those who may not answer are refused', async () => {
  site.signIn(world.tom);
  assert.equal((await site.get(`${record}/response`)).status, 403);
  assert.doesNotMatch((await site.get(record)).body, /Change the response/);
  site.signIn(world.priya);
});
