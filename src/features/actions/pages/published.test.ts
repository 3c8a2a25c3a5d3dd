// What a published page bears: it is redacted there before it can be made private or taken off here.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { publish, publishing, redact } from '../../publishing/index.ts';
import { makeReport } from '../../publishing/testing.ts';
import { recommendations } from '../../recommendations/index.ts';
import { openRegisterWorld, openSite } from '../../recommendations/testing.ts';
import { actions } from '../index.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations, actions, publishing]);
after(() => site.close());
const made = await makeReport(
  world.db,
  { councilId: world.northmere, personId: world.priya.id },
  { officer: world.tom.id, member: world.anne.id, secret: 'kept' },
);
const published = await world.inNorthmere((tx) =>
  publish(tx, {
    councilId: world.northmere,
    reportId: made.reportId,
    title: 'What Northmere was told',
    slug: 'peer-challenge',
    summary: '',
    expectedNumber: 1,
  }),
);
assert.ok(published.outcome === 'published');
const base = '/councils/northmere';
const SAYS = /It is on a published page\. Redact it there first/;
const LINK = /<a[^>]+href="\/councils\/northmere\/public-pages"[^>]*>Go to the public pages<\/a>/;

test('a published action cannot be made private, and the page says where to redact it', async () => {
  const here = `${base}/actions/${made.actions.floor}`;
  const form = { title: 'Publish the floor', once: '18000', 'done-day': '30', 'done-month': '10', 'done-year': '2026' };
  const refused = await site.post(`${here}/edit`, { ...form, visibility: 'council' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, SAYS);
  assert.match(refused.body, LINK);
  assert.doesNotMatch((await site.get(here)).body, /Council only/);
  assert.equal((await site.post(`${here}/edit`, { ...form, visibility: 'public' })).status, 303);
});

test('published evidence can be neither hidden nor taken off until it is redacted', async () => {
  const here = `${base}/evidence/${made.evidence.floor}`;
  for (const wish of ['council', 'take-off']) {
    const refused = await site.post(here, { do: wish });
    assert.equal(refused.status, 422);
    assert.match(refused.body, SAYS);
    assert.match(refused.body, LINK);
  }
  site.signIn(world.tom);
  const officer = await site.post(here, { do: 'take-off' });
  assert.match(officer.body, SAYS);
  assert.doesNotMatch(officer.body, LINK);
  site.signIn(world.priya);
  assert.equal((await site.get(`${here}/file`)).status, 200);
  await world.inNorthmere((tx) =>
    redact(tx, {
      publicationId: published.publicationId,
      kind: 'evidence',
      recordId: made.evidence.floor,
      reason: 'It names a resident',
      everywhere: true,
    }),
  );
  assert.equal((await site.post(here, { do: 'take-off', why: 'It names a resident' })).status, 303);
  assert.equal((await site.get(`${here}/file`)).status, 404);
});

test('an action that no published page bears is made private at once', async () => {
  const here = `${base}/actions/${made.privateAction}`;
  const form = { title: 'Look again', unknown: 'cost', 'done-day': '1', 'done-month': '12', 'done-year': '2026' };
  assert.equal((await site.post(`${here}/edit`, { ...form, visibility: 'public' })).status, 303);
  assert.equal((await site.post(`${here}/edit`, { ...form, visibility: 'council' })).status, 303);
});

test('the recommendation leads to its own place in the published plan', async () => {
  for (const [at, place] of [
    [1, 'key-recommendations-2'],
    [4, 'shared-services-1'],
  ] as const) {
    const shown = await site.get(`${base}/recommendations/${made.recommendations[at]}`);
    const href = /href="(\/public\/[^"]+)"[^>]*>As published on/.exec(shown.body)![1]!;
    assert.equal(href, `/public/northmere/peer-challenge/1/${place}`);
    assert.equal((await site.get(href)).status, 200);
  }
});

test('why an owner or a cost changes is kept in the history', async () => {
  const here = `${base}/actions/${made.actions.forum}`;
  const form = { title: 'Agree the terms', unknown: 'cost', visibility: 'public' };
  const due = { 'start-day': '1', 'start-month': '9', 'start-year': '2026', 'done-day': '28', 'done-month': '11' };
  const why = 'Tom Okafor leaves at Christmas';
  const saved = await site.post(`${here}/edit`, { ...form, ...due, 'done-year': '2026', officer: 'Lena Fox', why });
  assert.equal(saved.status, 303);
  site.signIn(world.farah);
  assert.match((await site.get(`${here}/cost`)).body, /Why does it change\?/);
  assert.equal((await site.post(`${here}/cost`, { once: '2500', why: 'Counsel gave a price' })).status, 303);
  const wrong = await site.post(`${here}/cost`, { once: 'a lot' });
  assert.match(wrong.body, /Enter an amount in pounds, like 18000/);
  site.signIn(world.priya);
  const history = (await site.get(`${here}/history`)).body;
  assert.match(history, /Why: Tom Okafor leaves at Christmas/);
  assert.match(history, /Why: Counsel gave a price/);
});
