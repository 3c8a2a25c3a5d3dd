import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recommendations } from '../recommendations/index.ts';
import { openRegisterWorld, openSite } from '../recommendations/testing.ts';
import { recordPost } from './actions.ts';
import { sharing } from './index.ts';
import { findArrangements } from './queries.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations, sharing]);
after(() => site.close());
const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const decided = { 'agreed-day': '12', 'agreed-month': '11', 'agreed-year': '2026' };
let id = '';

test('nothing shared: the next step is offered to those who may take it, and every error comes at once', async () => {
  assert.match((await site.get('/councils/northmere/share')).body, /Nothing is shared\..*Record an arrangement/s);
  site.signIn(world.lena);
  assert.doesNotMatch((await site.get('/councils/northmere/share')).body, /Record an arrangement/);
  assert.equal((await site.get('/councils/northmere/share/new')).status, 403);
  site.signIn(world.priya);
  const wrong = await site.post('/councils/northmere/share/new', {});
  assert.equal(wrong.status, 422);
  for (const said of ['Say what is shared', 'Choose at least two councils', 'Enter a date, like 31 January 2027']) {
    assert.match(wrong.body, new RegExp(said));
  }
});

test('a proposal binds nobody until each council has agreed, each for itself', async () => {
  const proposed = await site.post('/councils/northmere/share/new', {
    ...{ name: 'Public health', purpose: 'One team for both.', with: world.wendshire },
    ...{ 'from-day': '12', 'from-month': '11', 'from-year': '2026' },
  });
  assert.equal(proposed.status, 303);
  id = proposed.location.split('/').at(-1)!;
  const ours = await site.get(proposed.location);
  assert.match(text(ours.body), /Shared: Northmere City Council and Wendshire County Council\. You act for Northmere/);
  assert.match(text(ours.body), /Not in force: Northmere and Wendshire have not agreed/);
  assert.match(ours.body, /Agree for Northmere/);
  assert.doesNotMatch(ours.body, /Agree for Wendshire/);

  assert.match((await site.post(proposed.location, decided)).body, /Say where it was decided/);
  await site.post(proposed.location, { ...decided, body: 'Cabinet', reference: '26/131' });
  const half = text((await site.get(proposed.location)).body);
  assert.match(half, /Not in force: Wendshire has not agreed\./);
  assert.match(
    half,
    /Northmere City Council .*12 November 2026 .*Cabinet 26\/131 .*Wendshire County Council .*Not decided/,
  );
  assert.doesNotMatch(half, /Agree for/);
  const post = { arrangementId: id, title: 'Director', employerCouncilId: world.northmere, fromOn: null };
  const early = await world.inNorthmere((tx) => recordPost(tx, { ...post, today: '2026-11-23' }));
  assert.deepEqual(early, { kind: 'no-protocol' });

  site.signIn(world.greta);
  const theirs = `/councils/wendshire/share/arrangements/${id}`;
  assert.match(text((await site.get(theirs)).body), /You act for Wendshire .*Agree for Wendshire/);
  await site.post(theirs, { ...decided, body: 'Executive' });
  assert.match(text((await site.get(theirs)).body), /In force since 12 November 2026\./);
  site.signIn(world.priya);
  const now = await world.inNorthmere((tx) => recordPost(tx, { ...post, today: '2026-11-23' }));
  assert.equal(now.kind, 'recorded');
  assert.match(
    text((await site.get('/councils/northmere/share')).body),
    /1 service, 1 post\. All are agreed\..*Director/,
  );
});

test('a council outside an arrangement sees nothing of it', async () => {
  const stranger = await world.db.asSystem('test', (tx) =>
    tx
      .insertInto('council')
      .values({ code: 'thornwick', name: 'Thornwick District Council', letters: 'TD' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const seen = await world.db.inCouncil({ councilId: stranger.id, personId: null }, (tx) => findArrangements(tx));
  assert.deepEqual(seen, []);
  assert.equal((await world.inWendshire((tx) => findArrangements(tx, id))).length, 1);
});
