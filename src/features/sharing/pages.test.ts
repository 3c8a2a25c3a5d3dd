import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { recommendations } from '../recommendations/index.ts';
import { openRegisterWorld, openSite } from '../recommendations/testing.ts';
import { recordPost } from './actions.ts';
import { addPartnership, sharing } from './index.ts';
import { findArrangements, findHistoryOfArrangement } from './queries.ts';

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

test('each council reads what was proposed, agreed and recorded, by which council; persons are named to their own alone', async () => {
  const ours = `/councils/northmere/share/arrangements/${id}`;
  assert.match((await site.get(ours)).body, /Full history \(7\)/);
  const told = text((await site.get(`${ours}/history`)).body);
  assert.match(told, /Shared: Northmere City Council and Wendshire County Council\. You act for Northmere/);
  assert.match(told, /Proposed: ‘Public health’, between Northmere and Wendshire .*, Priya Shah, Northmere/);
  assert.match(told, /Proposed: to share posts from 12 November 2026 .*Terms: Title, employer and start/);
  assert.match(told, /Northmere City Council agreed on 12 November 2026, Cabinet 26\/131 .*, Priya Shah, Northmere/);
  assert.match(
    told,
    /Wendshire County Council agreed to share posts, on 12 November 2026, Executive [^,]*, Wendshire County/,
  );
  assert.match(told, /Post recorded: ‘Director’/);
  assert.doesNotMatch(told, /Greta Holm/);

  site.signIn(world.greta);
  const theirs = text((await site.get(`/councils/wendshire/share/arrangements/${id}/history`)).body);
  assert.match(theirs, /Executive [^,]*, Greta Holm, Wendshire/);
  assert.match(theirs, /between Northmere and Wendshire [^,]*, Northmere City Council/);
  assert.doesNotMatch(theirs, /Priya Shah/);

  const [year, month, day] = world.db.clock.now().toISOString().slice(0, 10).split('-');
  const asOn = `/councils/wendshire/share/arrangements/${id}/as-on`;
  const today = text((await site.get(`${asOn}?on-day=${day}&on-month=${month}&on-year=${year}`)).body);
  assert.match(today, /Northmere City Council Agreed on 12 November 2026 Decided by Cabinet Reference 26\/131/);
  assert.match(today, /Wendshire County Council, to share posts Agreed on 12 November 2026/);
  assert.match(today, /Post: Director Employer Northmere City Council Since Not known/);
  const before = text((await site.get(`${asOn}?on-day=1&on-month=1&on-year=2026`)).body);
  assert.match(before, /It had not been proposed on 1 January 2026\./);
  site.signIn(world.priya);
});

test('a partnership tells when it was set up and by whom, and to its councils alone', async () => {
  const partnership = await addPartnership(world.db, {
    name: 'North together',
    councilCodes: ['northmere', 'wendshire'],
    joinedOn: '2024-04-01',
  });
  const map = text((await site.get('/councils/northmere/share')).body);
  assert.match(map, /North together Northmere City Council and Wendshire County Council Full history \(1\)/);
  const here = `/councils/northmere/share/partnerships/${partnership}`;
  const told = text((await site.get(`${here}/history`)).body);
  assert.match(told, /Set up: ‘North together’, by Northmere and Wendshire .*, the operator/);
  const [year, month, day] = world.db.clock.now().toISOString().slice(0, 10).split('-');
  const asOn = text((await site.get(`${here}/as-on?on-day=${day}&on-month=${month}&on-year=${year}`)).body);
  assert.match(asOn, /Wendshire County Council Joined on 1 April 2024/);
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
  const history = await world.db.inCouncil({ councilId: stranger.id, personId: null }, (tx) =>
    findHistoryOfArrangement(tx, id),
  );
  assert.deepEqual(history, []);
  // A council in none of it finds at these addresses what it finds where nothing is.
  const missing = await site.get('/councils/northmere/share/arrangements/00000000-0000-4000-8000-000000000000/history');
  const { rows } = await world.db.inCouncil({ councilId: stranger.id, personId: null }, (tx) =>
    sql<{ id: string }>`select propose_arrangement('Alone', '', '{}') as id`.execute(tx),
  );
  const foreign = await site.get(`/councils/northmere/share/arrangements/${rows[0]!.id}/history`);
  assert.equal(foreign.status, 404);
  assert.equal(foreign.body, missing.body);
  assert.equal((await world.inWendshire((tx) => findArrangements(tx, id))).length, 1);
});
