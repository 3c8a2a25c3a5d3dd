import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { recommendations } from '../recommendations/index.ts';
import { openRegisterWorld, openSite, saidOf } from '../recommendations/testing.ts';
import { addPartnership, sharing } from './index.ts';
import { findArrangements, findHistoryOfArrangement } from './queries.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations, sharing]);
after(() => site.close());
const start = world.db.clock.now();
const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const day = (name: string, on: string) => {
  const [year, month, date] = on.split('-') as [string, string, string];
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const decided = { ...day('agreed', '2026-11-12'), body: 'Cabinet', reference: '26/131' };

/** A site of one council's lead, at the addresses of one arrangement. */
const as = (council: 'northmere' | 'wendshire', below = '') => {
  site.signIn(council === 'northmere' ? world.priya : world.greta);
  return `/councils/${council}/share/arrangements/${id}${below}`;
};
const read = async (path: string) => text((await site.get(path)).body);
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
    ...day('from', '2026-11-12'),
  });
  assert.equal(proposed.status, 303);
  id = proposed.location.split('/').at(-1)!;
  const ours = await site.get(proposed.location);
  assert.match(text(ours.body), /Shared: Northmere City Council and Wendshire County Council\. You act for Northmere/);
  assert.match(text(ours.body), /Not in force: Northmere and Wendshire have not agreed/);
  assert.match(ours.body, /Agree for Northmere/);
  assert.doesNotMatch(ours.body, /Agree for Wendshire|Propose a post/);

  assert.match((await site.post(proposed.location, { ...decided, body: '' })).body, /Say where it was decided/);
  await site.post(proposed.location, decided);
  const half = await read(proposed.location);
  assert.match(half, /Not in force: Wendshire has not agreed\./);
  assert.match(
    half,
    /Northmere City Council .*12 November 2026 .*Cabinet 26\/131 .*Wendshire County Council .*Not decided/,
  );
  assert.doesNotMatch(half, /Agree for/);
  assert.equal((await site.get(as('northmere', '/posts/new'))).status, 404);

  assert.match(await read(as('wendshire')), /You act for Wendshire .*Agree for Wendshire/);
  await site.post(as('wendshire'), { ...decided, body: 'Executive' });
  assert.match(await read(as('wendshire')), /In force since 12 November 2026\./);
});

test('terms take effect when both have agreed, and what they would change stands beside them', async () => {
  const wrong = await site.post(as('northmere', '/terms/new'), { notice: 'long', 'review-day': '40' });
  assert.equal(wrong.status, 422);
  for (const said of ['Choose how deep the sharing goes', 'Enter whole months from 0 to 120', 'Enter a date, like']) {
    assert.match(wrong.body, new RegExp(said));
  }
  const given = {
    depth: 'shared_team',
    host: world.wendshire,
    basis: 'Section 113',
    notice: '12',
    why: 'The county employs most.',
  };
  const strange = await site.post(as('northmere', '/terms/new'), {
    ...given,
    host: '00000000-0000-4000-8000-000000000000',
  });
  assert.match(strange.body, /Choose one of the councils in it/);
  const made = await site.post(as('northmere', '/terms/new'), given);
  const terms = made.location.split('/').at(-1)!;
  assert.match(await read(made.location), /Not in force\. Waits for Northmere and Wendshire\..*Agree for Northmere/);
  await site.post(as('northmere', `/terms/${terms}`), decided);
  assert.match(await read(as('northmere')), /How deep Not known .*Proposed by Northmere .*Waits for Wendshire\./);
  const again = await site.post(as('northmere', `/terms/${terms}`), decided);
  assert.equal(again.status, 303);
  await site.post(as('wendshire', `/terms/${terms}`), decided);
  assert.match(
    await read(as('wendshire')),
    /How deep Shared team Host Wendshire Legal basis Section 113 Notice 12 months/,
  );
  const same = await site.post(as('wendshire', '/terms/new'), { ...given, why: 'To be sure.' });
  assert.equal(same.status, 422);
  assert.match(same.body, /Nothing is changed/);
  const change = await site.post(as('wendshire', '/terms/new'), { ...given, notice: '6' });
  assert.match(await read(change.location), /What Notice In force 12 months Proposed 6 months/);
  assert.match(
    await read('/councils/wendshire/share'),
    /Shared team Host Wendshire .*1 proposal waits Notice 12 months/,
  );
});

test('a post, and a change to it, wait for both councils; until then what was agreed stays', async () => {
  const wrong = await site.post(as('northmere', '/posts/new'), {
    ...{ [`share-${world.northmere}`]: '60', [`share-${world.wendshire}`]: '50' },
    ...{ ...day('from', '2027-01-01'), ...day('until', '2026-01-01') },
  });
  for (const said of [
    ...[
      'Say what the post is called',
      'Choose the council that employs the holder',
      'Shares add to 110%. Make them 100%',
    ],
    '‘Until’ must be after ‘From’',
  ]) {
    assert.ok(wrong.body.includes(said), said);
  }
  const post = {
    ...{ title: 'Director of public health', employer: world.wendshire },
    ...{ [`share-${world.northmere}`]: '40', [`share-${world.wendshire}`]: '60 %' },
  };
  const made = await site.post(as('northmere', '/posts/new'), post);
  const first = made.location.split('/').at(-1)!;
  await site.post(as('northmere', `/posts/${first}`), decided);
  assert.match(await read('/councils/northmere/share'), /1 service, 0 posts\./);
  await site.post(as('wendshire', `/posts/${first}`), decided);
  assert.match(
    await read(as('wendshire')),
    /Director of public health Employer Wendshire Whose time 60% Wendshire, 40% Northmere/,
  );

  const same = await site.post(as('wendshire', `/posts/${first}/change`), post);
  assert.match(same.body, /Nothing is changed/);
  const changed = { ...post, title: 'Director of health' };
  const change = await site.post(as('wendshire', `/posts/${first}/change`), changed);
  const rival = await site.post(as('northmere', `/posts/${first}/change`), { ...post, title: 'Director of wellbeing' });
  const [second, third] = [change, rival].map(({ location }) => location.split('/').at(-1)!);
  await site.post(as('northmere', `/posts/${third}`), decided);
  await site.post(as('northmere', `/posts/${second}`), decided);
  assert.match(await read(as('northmere')), /A change to Director of public health/);
  await site.post(as('wendshire', `/posts/${second}`), decided);
  // The other proposal for the same edition is overtaken: agreeing to it late binds nobody.
  const late = await site.post(as('wendshire', `/posts/${third}`), decided);
  assert.match(await read(late.location), /Director of health Employer/);
  assert.match(await read(as('wendshire', `/posts/${third}`)), /Not in force: something else was agreed in its place/);
  assert.equal((await site.get(as('wendshire', `/posts/${first}/change`))).status, 404);
});

test('each council reads what was proposed, agreed and recorded, by which council; persons are named to their own alone', async () => {
  const ours = as('northmere');
  assert.match((await site.get(ours)).body, /Full history \(\d+\)/);
  const told = text((await site.get(`${ours}/history`)).body);
  assert.match(told, /Shared: Northmere City Council and Wendshire County Council\. You act for Northmere/);
  assert.match(told, /Proposed: ‘Public health’, between Northmere and Wendshire .*, Priya Shah, Northmere/);
  assert.match(told, /Proposed: to share posts from 12 November 2026 .*Terms: Title, employer, share/);
  assert.match(told, /Northmere City Council agreed on 12 November 2026, Cabinet 26\/131 .*, Priya Shah, Northmere/);
  assert.match(
    told,
    /Wendshire County Council agreed to share posts, on 12 November 2026, Executive [^,]*, Wendshire County/,
  );
  assert.match(told, /Post proposed: ‘Director of public health’/);
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
  assert.match(today, /Post: Director of health, edition 2 Employer Wendshire County Council/);
  assert.match(told, /Wendshire County Council agreed to the post ‘Director of health’, on 12 November 2026/);
  assert.match(told, /Northmere City Council agreed to the terms, on 12 November 2026, Cabinet 26\/131/);
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

test('a council ends its part alone, from a day: then each sees its own and can propose to share again', async () => {
  const arrangement = (await world.inNorthmere((tx) => findArrangements(tx, id)))[0]!;
  const end = `/protocols/${arrangement.protocols[0]!.id}/end`;
  const page = await site.get(as('northmere', end));
  assert.match(text(page.body), /It asks no agreement of Wendshire, who will read the day and the reason/);
  const wrong = await site.post(as('northmere', end), day('ends', '2026-11-01'));
  for (const said of ['The day must be today or later', 'Give the reason', 'Say where it was decided']) {
    assert.match(wrong.body, new RegExp(said));
  }
  const ended = await site.post(as('northmere', end), {
    ...{ ...day('ends', '2026-12-01'), reason: 'The team has its own director.', body: 'Cabinet' },
  });
  assert.match(saidOf(ended), /^Northmere’s part in sharing posts ends on 1 December 2026\./);
  const again = await site.get(as('northmere', end));
  assert.equal(again.location, as('northmere'));
  assert.equal(saidOf(again), 'Northmere had ended its part already. Nothing was changed.');
  const unknown = await site.get('/councils/northmere/nowhere');
  assert.equal(unknown.status, 404);
  assert.match(text(unknown.body), /Northmere City Council .*Priya Shah .*Sign out .*There is nothing here/);
  const foreign = await site.get('/councils/wendshire/share');
  assert.match(text(foreign.body), /Priya Shah .*Sign out .*There is nothing here/);
  assert.doesNotMatch(text((await site.get('/public/nowhere')).body), /Priya Shah/);
  assert.match(
    await read(as('wendshire')),
    /Northmere ends its part on 1 December 2026: The team has its own director\. Cabinet, notice given 23 November 2026\./,
  );
  assert.match(await read(as('wendshire')), /Director of health/);

  world.db.clock.moveTo(new Date('2026-12-01T10:00:00Z'));
  assert.match(await read(as('wendshire')), /Director of health Employer Wendshire.*Northmere ended its part/);
  const ours = await read(as('northmere'));
  assert.doesNotMatch(ours, /Director of health/);
  assert.match(ours, /No post here is Northmere’s own\. Proposed while posts were shared Director of public health/);
  assert.match(ours, /Propose to share posts/);
  assert.match(await read('/councils/northmere/share'), /1 service, 0 posts/);
  await site.post(as('northmere', '/protocols/new'), day('from', '2026-12-01'));
  assert.match(await read(as('northmere')), /Not agreed by Northmere and Wendshire yet/);
  for (const council of ['northmere', 'wendshire'] as const) {
    await site.post(as(council), { ...decided, ...day('agreed', '2026-11-30') });
  }
  assert.match(await read(as('northmere')), /Director of health Employer Wendshire/);
});

test('a council leaves after the agreed notice and keeps reading its own part; the other is told when and why', async () => {
  const notice = { reason: 'The review of November.', body: 'Cabinet', reference: '26/140' };
  const early = await site.post(as('northmere', '/leave'), { ...notice, ...day('ends', '2027-11-30') });
  assert.match(early.body, /The notice that all agreed to runs until 1 December 2027\. Enter that day or a later one/);
  const given = await site.post(as('northmere', '/leave'), { ...notice, ...day('ends', '2027-12-01') });
  assert.equal(given.status, 303);
  assert.match(await read(as('wendshire')), /Northmere leaves on 1 December 2027: The review of November/);
  assert.match(await read(as('northmere')), /Propose a post/);

  world.db.clock.moveTo(new Date('2027-12-01T10:00:00Z'));
  const ours = await read(as('northmere'));
  assert.match(ours, /Northmere left on 1 December 2027\..*what is Northmere’s own.*Cabinet 26\/131/);
  assert.match(
    await read(as('northmere', '/history')),
    /Northmere City Council gives notice to leave on 1 December 2027/,
  );
  assert.doesNotMatch(await read(as('northmere', '/history')), /Greta Holm|Director of health/);
  assert.doesNotMatch(ours, /Director of health|Executive|Propose (a|terms|to)|Agree for|Wendshire/);
  assert.match(await read('/councils/northmere/share'), /0 services, 0 posts\..*You left on 1 December 2027/);
  for (const below of ['/terms/new', '/posts/new', '/protocols/new', '/leave']) {
    assert.equal((await site.get(as('northmere', below))).status, 404, below);
  }
  const theirs = await read(as('wendshire'));
  assert.match(theirs, /Ended on 1 December 2027\..*Northmere left on 1 December 2027.*Director of health/);
  world.db.clock.moveTo(start);
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
