import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recommendations, registerByHand } from '../../recommendations/index.ts';
import { openRegisterWorld, openSite } from '../../recommendations/testing.ts';
import { actions } from '../index.ts';

const world = await openRegisterWorld({ after });
const site = await openSite(world, [recommendations, actions]);
after(() => site.close());
const made = await world.inNorthmere((tx) =>
  registerByHand(tx, {
    report: { title: 'Peer challenge 2026', kind: 'corporate-peer-challenge', fieldworkFrom: null, fieldworkTo: null },
    groupName: 'Key recommendations',
    number: 4,
    heading: null,
    text: 'Publish the reserves the council would not go below.',
  }),
);
assert.equal(made.kind, 'registered');
const base = '/councils/northmere';
const record = `${base}/recommendations/${made.kind === 'registered' ? made.id : ''}`;
let action = '';

const day = (name: string, text: string) => {
  const [date, month, year] = text.split(' ');
  return { [`${name}-day`]: date!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};

test('an action needs what will be done and a cost; everything wrong is said at once', async () => {
  const wrong = await site.post(`${record}/actions/new`, {
    officer: 'Finance team',
    ...day('start', '2 2 2027'),
    ...day('done', '1 2 2027'),
  });
  assert.equal(wrong.status, 422);
  for (const text of [
    'Say what will be done',
    'Choose one officer, not a team',
    '‘Done by’ must be after the start',
    'Enter a cost, or choose ‘Not known yet’',
  ]) {
    assert.ok(wrong.body.includes(text), text);
  }
  assert.match(wrong.body, /value="Finance team"/);
});

test('gaps are allowed and said; another can be started at once', async () => {
  const form = {
    title: 'Brief every member on the floor',
    officer: 'Lena Fox',
    once: '18,000',
    ...day('done', '30 9 2026'),
  };
  const added = await site.post(`${record}/actions/new`, form);
  assert.equal(added.location, record);
  const shown = await site.get(record);
  assert.match(shown.body, /£18,000 one-off\./);
  assert.match(shown.body, /54 days past 30 September 2026/);
  assert.match(shown.body, /Action 1 has no accountable member/);
  action = /href="(\/councils\/northmere\/actions\/[0-9a-f-]{36})"/.exec(shown.body)![1]!;
  // Actions are numbered in the order in which they were added.
  world.db.clock.moveTo(new Date('2026-11-23T12:05:00Z'));
  const another = await site.post(`${record}/actions/new`, {
    title: 'Publish the level',
    unknown: 'cost',
    more: 'another',
  });
  assert.equal(another.location, `${record}/actions/new`);
  assert.match((await site.get(record)).body, /Action 2: not known/);
});

test('an officer reports on their own actions and on no other', async () => {
  site.signIn(world.tom);
  assert.equal((await site.get(`${action}/progress`)).status, 403);
  assert.equal((await site.post(`${action}/progress`, { progress: 'in_progress' })).status, 403);
  site.signIn(world.lena);
  assert.equal((await site.get(`${action}/progress`)).status, 200);
});

test('a report that says nothing and changes nothing is not one; a cost that was left empty is not £0', async () => {
  const before = await site.get(action);
  assert.match(before.body, /Cost, one-off[\s\S]*£18,000/);
  assert.doesNotMatch(before.body, /£0|Cost, each year|People-days/);
  const empty = await site.post(`${action}/progress`, { progress: 'not_started', visibility: 'council' });
  assert.equal(empty.status, 422);
  assert.match(empty.body, /Say what changed/);
  assert.match((await site.get(action)).body, /Nothing has been reported yet/);
});

test('a date moves only with its reason, and both dates stay in sight', async () => {
  const form = { progress: 'in_progress', sentence: 'Two of five sessions held.', ...day('new', '30 1 2027') };
  const wrong = await site.post(`${action}/progress`, form);
  assert.match(wrong.body, /Say why the date moves/);
  assert.equal((await site.post(`${action}/progress`, { ...form, why: 'The trainer was ill' })).status, 303);
  const shown = await site.get(action);
  assert.match(shown.body, /Due 30 January 2027, first promised 30 September 2026, moved once\./);
  assert.match(shown.body, /Why the date moved: The trainer was ill/);
});

test('‘Done’ needs evidence, which may come in the same form', async () => {
  const bare = await site.post(`${action}/progress`, { progress: 'reported_complete', sentence: 'All five held.' });
  assert.match(bare.body, /‘Done’ needs a file or web address/);
  const body = 'Signed by forty members.'.repeat(60_000);
  const done = await site.send(
    `${action}/progress`,
    { progress: 'reported_complete', sentence: 'All five held.', visibility: 'public', shows: 'Attendance list' },
    { field: 'file', name: 'attendance.txt', body },
  );
  assert.equal(done.status, 303);
  const shown = await site.get(action);
  const file = /href="([^"]+\/evidence\/[0-9a-f-]{36}\/file)"/.exec(shown.body)![1]!;
  const got = await site.get(file);
  assert.equal(got.body, body);
  assert.match(String(got.headers['content-disposition']), /^attachment; filename="attendance.txt"/);
  assert.equal(got.headers['x-content-type-options'], 'nosniff');
  site.signIn(world.greta);
  assert.equal((await site.get(file.replace('northmere', 'wendshire'))).status, 404);
  site.signIn(world.priya);
});

test('the second of two editors of an action sees both versions', async () => {
  const page = await site.get(`${action}/edit`);
  const version = /name="version" value="(\d+)"/.exec(page.body)![1]!;
  const form = {
    version,
    title: 'Brief all members',
    officer: 'Lena Fox',
    once: '18000',
    visibility: 'council',
    ...day('done', '30 1 2027'),
  };
  assert.equal((await site.post(`${action}/edit`, { ...form, member: 'Marsh' })).status, 303);
  const late = await site.post(`${action}/edit`, { ...form, title: 'Brief new members' });
  assert.equal(late.status, 409);
  assert.match(late.body, /Brief new members/);
  assert.match(late.body, /Member: Cllr Anne Marsh/);
  assert.equal((await site.post(`${action}/edit`, { ...form, use: 'theirs' })).status, 303);
  assert.match((await site.get(action)).body, /Brief all members/);
});

test('history tells who changed what and why, and a record can be seen as on a date', async () => {
  const history = await site.get(`${action}/history`);
  assert.match(history.body, /date moved, 30 September 2026 to 30 January 2027/);
  assert.match(history.body, /Member: Cllr Anne Marsh\. Before: nobody\./);
  const before = await site.get(`${record}/as-on?on-day=22&on-month=11&on-year=2026`);
  assert.match(before.body, /It was not in the register on 22 November 2026/);
  const today = await site.get(`${record}/as-on?on-day=23&on-month=11&on-year=2026`);
  assert.match(today.body, /Brief all members/);
  assert.match(
    (await site.get(`${record}/as-on?on-day=24&on-month=11&on-year=2026`)).body,
    /Choose today or an earlier date/,
  );
  assert.match(
    (await site.get(`${record}/as-on?on-day=&on-month=&on-year=`)).body,
    /Enter a date, like 31 January 2027/,
  );
  assert.doesNotMatch((await site.get(`${record}/as-on`)).body, /Enter a date, like/);
});

test('evidence is taken off, and the history keeps that it was there', async () => {
  await site.post(`${record}/evidence/new`, { title: 'The level, published', url: 'www.example.org/level' });
  const shown = await site.get(record);
  const change = /href="([^"]+\/evidence\/[0-9a-f-]{36})"[^>]*>Change<span[^>]*> The level/.exec(shown.body)![1]!;
  assert.equal((await site.post(change, { do: 'public' })).status, 303);
  assert.equal((await site.post(change, { do: 'take-off', why: 'The wrong paper' })).status, 303);
  assert.doesNotMatch((await site.get(record)).body, /The level, published/);
  const history = await site.get(`${record}/history`);
  assert.match(history.body, /Evidence taken off: ‘The level, published’/);
  assert.match(history.body, /Why: The wrong paper/);
});

test('the list of actions filters and downloads', async () => {
  assert.match((await site.get(`${base}/actions`)).body, /1 open, 1 finished\. None late\./);
  assert.match((await site.get(`${base}/actions?show=unowned`)).body, /Publish the level/);
  assert.doesNotMatch((await site.get(`${base}/actions?show=unowned`)).body, /Brief all members<\/a>/);
  const csv = await site.get(`${base}/actions.csv`);
  assert.match(csv.body, /Brief all members,Key recommendations 4,Lena Fox,Cllr Anne Marsh/);
  assert.match((await site.get(`${base}/recommendations.csv`)).body, /Not known/);
});
