import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { TOTP } from 'otpauth';
import type { Mail } from '../../platform/mail/compose.ts';
import { resetPassword } from './commands.ts';
import { ORIGIN, serveAccounts, Visitor } from './testing/visitor.ts';
import { openAccountWorld, PASSWORD } from './testing/world.ts';

const world = await openAccountWorld();
const { app, mails, failures } = await serveAccounts(world);
after(async () => {
  await app.close();
  assert.deepEqual(failures, []);
});

const linkIn = (mail: Mail | undefined) => {
  const part = mail?.parts.find((one) => typeof one !== 'string');
  return (part as { href: string }).href.replace(ORIGIN, '');
};

async function signedIn(email: string, password = PASSWORD): Promise<Visitor> {
  const visitor = new Visitor(app);
  await visitor.open('/sign-in');
  await visitor.send('/sign-in', { email, password });
  return visitor;
}

test('before anyone has an account the sign-in page says how the first is made', async () => {
  const visitor = new Visitor(app);
  await visitor.open('/sign-in');
  assert.equal(visitor.heading, 'Sign in');
  assert.match(visitor.html, /goldthread user add YOUR@ADDRESS --council CODE/);
  await world.add('northmere', 'first@example.test', 'First Person', 'administrator');
  await visitor.open('/sign-in');
  assert.doesNotMatch(visitor.html, /goldthread user add/);
});

test('signing in says every error at its field, keeps the e-mail address, and never the password', async () => {
  const visitor = new Visitor(app);
  await visitor.open('/sign-in?next=/account');
  await visitor.send('/sign-in', { email: '', password: '' });
  assert.equal(visitor.status, 422);
  assert.match(visitor.html, /<title>Error: Sign in/);
  assert.deepEqual(visitor.errors, ['#email Enter your e-mail address', '#password Enter your password']);
  await visitor.send('/sign-in', { email: 'first@example.test', password: 'wrong canary words' });
  assert.match(visitor.errors[0] ?? '', /#email The e-mail address or the password is not right/);
  assert.match(visitor.html, /value="first@example.test"/);
  assert.doesNotMatch(visitor.html, /canary/);
  await visitor.send('/sign-in', { email: 'first@example.test', password: PASSWORD });
  assert.equal(visitor.path, '/account');
  assert.equal(visitor.heading, 'Your account');
  await visitor.send('/sign-out', {});
  assert.equal(visitor.success, 'You are signed out.');
  await visitor.open('/account');
  assert.equal(visitor.path, '/sign-in?next=%2Faccount');
});

test('too many tries are told when to try again', async () => {
  await world.add('northmere', 'busy@example.test', 'Busy Person', 'officer');
  const visitor = new Visitor(app);
  await visitor.open('/sign-in');
  for (let index = 0; index < 6; index++) await visitor.send('/sign-in', { email: 'busy@example.test', password: 'x' });
  assert.deepEqual(visitor.errors, ['#email Too many tries. Try again in 30 seconds']);
});

test('nobody is sent to another site after signing in', async () => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const visitor = new Visitor(app);
    await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`);
    await visitor.send('/sign-in', { email: 'first@example.test', password: PASSWORD, next });
    assert.equal(visitor.path, '/councils/northmere', next);
  }
});

test('a person who serves two councils chooses, and sees their roles in each', async () => {
  await world.add('northmere', 'two@example.test', 'Two Councils', 'improvement_lead');
  await world.add('wendshire', 'two@example.test', 'Two Councils', 'auditor');
  const visitor = await signedIn('two@example.test');
  assert.equal(visitor.path, '/councils');
  assert.match(
    visitor.html,
    /Northmere City Council[\s\S]*Improvement lead[\s\S]*Wendshire County Council[\s\S]*Auditor/,
  );
  await visitor.send('/councils', {});
  assert.deepEqual(visitor.errors, ['#council Choose a council']);
  await visitor.send('/councils', { council: 'wendshire' });
  assert.equal(visitor.path, '/councils/wendshire');
});

test('a forgotten password is set anew by a mail, once, and signs everybody out', async () => {
  await world.add('northmere', 'forgot@example.test', 'For Got', 'officer');
  const old = await signedIn('forgot@example.test');
  const visitor = new Visitor(app);
  await visitor.open('/forgotten-password');
  await visitor.send('/forgotten-password', { email: 'nobody' });
  assert.match(visitor.errors[0] ?? '', /#email Enter an e-mail address/);
  mails.length = 0;
  await visitor.send('/forgotten-password', { email: 'stranger@example.test' });
  const said = visitor.html.replaceAll('stranger@example.test', 'X');
  assert.equal(mails.length, 0);
  await visitor.open('/forgotten-password');
  await visitor.send('/forgotten-password', { email: 'Forgot@example.test' });
  const strip = (html: string) => html.replaceAll(/_csrf" value="[^"]*"/g, '');
  assert.equal(
    strip(visitor.html.replaceAll('forgot@example.test', 'X')),
    strip(said),
    'nothing tells who has an account',
  );
  assert.equal(visitor.heading, 'Check your e-mail');
  const link = linkIn(mails[0]);
  await visitor.open(link);
  await visitor.send(link, { password: 'short' });
  assert.match(visitor.errors[0] ?? '', /#password Use at least 12 characters/);
  await visitor.send(link, { password: 'walnut ferry candle' });
  assert.equal(visitor.success, 'Your password is saved. Sign in with it.');
  assert.match(mails[1]?.subject ?? '', /was changed/);
  await old.open('/account');
  assert.match(old.path, /^\/sign-in/);
  await visitor.open(link);
  assert.equal(visitor.heading, 'This link was used already');
  assert.equal((await signedIn('forgot@example.test', 'walnut ferry candle')).path, '/councils/northmere');
  const printed = await resetPassword(world.doors, 'forgot@example.test');
  world.pass(25 * 60);
  await visitor.open(printed!.path);
  assert.equal(visitor.heading, 'This link has run out');
  await visitor.open('/set-password/nonsense');
  assert.equal(visitor.heading, 'This link does not work');
});

test('the second step: on with a code, codes shown once, asked for at sign-in, off with the password', async () => {
  await world.add('northmere', 'step@example.test', 'Step Two', 'officer');
  const visitor = await signedIn('step@example.test');
  await visitor.open('/account/second-factor');
  assert.match(visitor.html, /<svg[^>]*>/);
  const key = /Key: <strong>([A-Z2-7 ]+)<\/strong>/.exec(visitor.html)![1]!.replaceAll(' ', '');
  await visitor.send('/account/second-factor', { code: '000000' });
  assert.match(visitor.errors[0] ?? '', /#code That code is not right/);
  assert.ok(visitor.html.replaceAll(' ', '').includes(key), 'the same key after an error');
  const codeNow = () => new TOTP({ secret: key }).generate({ timestamp: world.clock.now().getTime() });
  await visitor.send('/account/second-factor', { code: codeNow() });
  assert.equal(visitor.heading, 'Keep your recovery codes');
  const codes = [...visitor.html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code!);
  assert.equal(new Set(codes).size, 10);
  await visitor.send('/account/recovery-codes/download', {});
  assert.match(String(visitor.headers['content-disposition']), /attachment; filename="goldthread-recovery-codes\.txt"/);
  for (const code of codes) assert.ok(visitor.html.includes(code));
  world.pass(2);
  const again = await signedIn('step@example.test');
  assert.equal(again.heading, 'Enter the code from your authenticator app');
  await again.open('/account');
  assert.match(again.path, /^\/sign-in/, 'the password alone opens nothing');
  await again.open('/sign-in/recovery-code');
  await again.send('/sign-in/recovery-code', { code: 'aaaa-bbbb-cccc' });
  assert.match(again.errors[0] ?? '', /#code That code is not right/);
  await again.send('/sign-in/recovery-code', { code: codes[0]! });
  assert.equal(again.path, '/councils/northmere');
  await again.open('/account');
  assert.match(again.html, /9 recovery codes left/);
  await again.open('/account/recovery-codes');
  await again.send('/account/recovery-codes', { current: PASSWORD });
  assert.ok(!again.html.includes(codes[1]!), 'new codes');
  await again.open('/account/second-factor/off');
  await again.send('/account/second-factor/off', { current: 'not it' });
  assert.match(again.errors[0] ?? '', /#current That is not your password/);
  await again.send('/account/second-factor/off', { current: PASSWORD });
  assert.equal(again.success, 'The second step is off.');
  assert.equal((await signedIn('step@example.test')).path, '/councils/northmere');
});

test('a person changes name and password, and signs out another device', async () => {
  await world.add('northmere', 'own@example.test', 'Old Name', 'officer');
  const phone = await signedIn('own@example.test');
  const visitor = await signedIn('own@example.test');
  await visitor.open('/account/name');
  await visitor.send('/account/name', { name: ' ' });
  assert.deepEqual(visitor.errors, ['#name Enter a name']);
  await visitor.send('/account/name', { name: 'New <b>Name</b>' });
  assert.match(visitor.html, /New &lt;b&gt;Name/);
  assert.equal(visitor.html.match(/Firefox on Windows<\/span><\/th>/g)?.length, 2);
  await visitor.send('/account/sessions/end', {});
  assert.equal(visitor.success, 'That device is signed out.');
  await phone.open('/account');
  assert.match(phone.path, /^\/sign-in/);
  const third = await signedIn('own@example.test');
  await visitor.open('/account/password');
  await visitor.send('/account/password', { current: 'wrong', password: 'saddle prism oatcake' });
  assert.match(visitor.errors[0] ?? '', /#current That is not your password/);
  await visitor.send('/account/password', { current: PASSWORD, password: 'own@example.test1' });
  assert.match(visitor.errors[0] ?? '', /#password Your e-mail address must not be in the password/);
  await visitor.send('/account/password', { current: PASSWORD, password: 'saddle prism oatcake' });
  assert.equal(visitor.heading, 'Your account');
  await third.open('/account');
  assert.match(third.path, /^\/sign-in/);
});

test('an administrator invites, changes and ends; a mail carries the link; others see no such page', async () => {
  const visitor = await signedIn('first@example.test');
  await visitor.open('/councils/northmere/people');
  assert.equal(visitor.heading, 'People');
  await visitor.open('/councils/northmere/people/invite');
  const path = '/councils/northmere/people/invite';
  await visitor.send(path, { email: 'x', name: 'Kept Name' });
  assert.deepEqual(
    visitor.errors.map((error) => error.split(' ')[0]),
    ['#email', '#kind', '#roles'],
  );
  assert.match(visitor.html, /value="Kept Name"/);
  mails.length = 0;
  const person = { email: 'guest@example.test', name: 'Gus Guest', jobTitle: 'Planner', kind: 'officer' };
  await visitor.send(path, { ...person, roles: ['officer', 'finance_lead'] });
  assert.match(visitor.success, /Gus Guest is invited\. The mail to guest@example\.test is on its way/);
  assert.match(visitor.html, /Invited until/);
  const guest = new Visitor(app);
  await guest.open(linkIn(mails[0]));
  assert.equal(guest.heading, 'Join Northmere City Council');
  await guest.send(linkIn(mails[0]), { name: '', password: PASSWORD });
  assert.deepEqual(guest.errors, ['#name Enter a name']);
  await guest.send(linkIn(mails[0]), { name: 'Gus Guest', password: PASSWORD });
  assert.match(guest.success, /You have joined Northmere City Council/);
  await guest.send('/sign-in', { email: 'guest@example.test', password: PASSWORD });
  await guest.open('/councils/northmere/people');
  assert.equal(guest.status, 403);
  assert.equal(guest.heading, 'Your roles do not allow this');
  await guest.open('/councils/wendshire/people');
  assert.equal(guest.status, 404);
  await visitor.open('/councils/northmere/people');
  const href = /href="(\/councils\/northmere\/people\/[0-9a-f-]{36})">Gus Guest/.exec(visitor.html)![1]!;
  await visitor.open(href);
  await visitor.send(href, { jobTitle: 'Head planner', kind: 'officer', roles: 'administrator' });
  assert.equal(visitor.success, 'Gus Guest is changed.');
  await guest.open('/councils/northmere/people');
  assert.equal(guest.status, 200, 'roles change at once');
  await visitor.open(`${href}/end`);
  await visitor.send(`${href}/end`, { 'left-day': '31', 'left-month': '2', 'left-year': '2026' });
  assert.deepEqual(visitor.errors, ['#left-day Enter a date, like 31 January 2027']);
  const [year, month, day] = world.clock.now().toISOString().slice(0, 10).split('-');
  await visitor.send(`${href}/end`, { 'left-day': day!, 'left-month': month!, 'left-year': year! });
  assert.match(visitor.success, /Gus Guest has no access any more/);
  await guest.open('/councils/northmere/people');
  assert.equal(guest.status, 404);
  await visitor.open(href);
  assert.equal(visitor.status, 404, 'who left is invited again instead');
  await visitor.open('/councils/northmere/people');
  assert.ok(visitor.html.includes(`href="${href}/history"`), 'the history of who left is still there');
  await visitor.open(`${href}/history`);
  const told = visitor.html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  assert.match(
    told,
    /Access ends on .* Before: no date\..*Gus Guest changed: roles, job title .*Before: Finance lead, Officer\./,
  );
  assert.match(told, /Added to the council’s people: Finance lead, Officer/);
  await visitor.open(`${href}/as-on?on-day=${day}&on-month=${month}&on-year=${year}`);
  assert.match(visitor.html, /Head planner/);
  for (const page of ['history', 'as-on']) {
    await visitor.open(`${href.replace('northmere', 'wendshire')}/${page}`);
    assert.equal(visitor.status, 404);
  }
});

test('the last administrator is told to make another one first', async () => {
  const visitor = await signedIn('first@example.test');
  await visitor.open('/councils/northmere/people');
  const href = /href="(\/councils\/northmere\/people\/[0-9a-f-]{36})">First Person/.exec(visitor.html)![1]!;
  await visitor.open(href);
  await visitor.send(href, { jobTitle: '', kind: 'officer', roles: 'officer' });
  assert.match(visitor.errors[0] ?? '', /#roles Nobody else is an administrator here/);
});

test('a form from elsewhere, without this visit’s token, changes nothing', async () => {
  const visitor = await signedIn('first@example.test');
  await visitor.open('/account/name');
  visitor.html = visitor.html.replaceAll(/name="_csrf" value="[^"]*"/g, 'name="_csrf" value="forged"');
  await visitor.send('/account/name', { name: 'Forged' });
  assert.equal(visitor.status, 403);
  await visitor.open('/account');
  assert.doesNotMatch(visitor.html, />\s*Forged/);
});
