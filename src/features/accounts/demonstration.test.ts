import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeMailer } from '../../platform/mail/mailer.ts';
import { addCouncil, addUser } from './commands.ts';
import { openIdProvider } from './openid.ts';
import { startProvider, walkProvider } from './testing/openid-provider.ts';
import { ORIGIN, serveAccounts, Visitor } from './testing/visitor.ts';
import { openAccountWorld } from './testing/world.ts';

const world = await openAccountWorld();
const folder = await mkdtemp(join(tmpdir(), 'goldthread-mail-'));
const RETURN = `${ORIGIN}/sign-in/openid/return`;
const started = await startProvider(RETURN);
await addCouncil(world.doors, { code: 'sampleton', name: 'Sampleton Council', demonstration: true });
await addUser(world.doors, {
  council: 'sampleton',
  email: 'demo@example.test',
  name: 'Dee Mo',
  roles: ['administrator'],
});
const settings = {
  mailer: makeMailer({ kind: 'folder', folder }, world.clock),
  openId: openIdProvider(started.settings),
  demonstrationAccounts: [{ email: 'demo@example.test', name: 'Dee Mo', does: 'Administrator, Sampleton Council' }],
  keptMailFolder: folder,
};
const demonstration = await serveAccounts(world, settings, true);
const usual = await serveAccounts(world, settings, false);
after(async () => {
  await demonstration.app.close();
  await usual.app.close();
  await started.close();
  await rm(folder, { recursive: true });
});

test('in the demonstration one button signs in as an invented person; elsewhere there is none', async () => {
  const visitor = new Visitor(demonstration.app);
  await visitor.open('/sign-in');
  assert.match(visitor.html, /Demonstration\./);
  assert.match(visitor.html, /Sign in as Dee Mo<[\s\S]*?>Administrator, Sampleton Council</);
  const sent = visitor.html;
  await visitor.send('/sign-in/demonstration', {});
  assert.equal(visitor.path, '/councils/sampleton');
  const other = new Visitor(usual.app);
  await other.open('/sign-in');
  assert.doesNotMatch(other.html, /Dee Mo|Demonstration/);
  // The same form, sent where no demonstration is.
  const csrf = /name="_csrf" value="([^"]*)"/.exec(other.html)![1]!;
  other.html = sent.replaceAll(/name="_csrf" value="[^"]*"/g, `name="_csrf" value="${csrf}"`);
  await other.send('/sign-in/demonstration', {});
  assert.equal(other.path, '/sign-in');
  await other.open('/account');
  assert.match(other.path, /^\/sign-in/);
});

test('in the demonstration mails can be read on a page, and their links work; elsewhere there is no such page', async () => {
  const visitor = new Visitor(demonstration.app);
  await visitor.open('/demonstration/mail');
  assert.match(visitor.html, /Nothing was sent yet/);
  await visitor.open('/sign-in');
  await visitor.send('/sign-in/demonstration', {});
  await visitor.open('/councils/sampleton/people/invite');
  const guest = { email: 'guest@example.test', name: 'Gus Guest', jobTitle: '', kind: 'officer', roles: 'officer' };
  await visitor.send('/councils/sampleton/people/invite', guest);
  await visitor.open('/demonstration/mail');
  await visitor.open(/href="(\/demonstration\/mail\/[^"]+)"/.exec(visitor.html)![1]!);
  assert.equal(visitor.heading, 'Sampleton Council invites you to Goldthread');
  await visitor.open(/href="([^"]+\/invitation\/[^"]+)"/.exec(visitor.html)![1]!);
  assert.equal(visitor.heading, 'Join Sampleton Council');
  const other = new Visitor(usual.app);
  await other.open('/demonstration/mail');
  assert.equal(other.status, 404);
});

async function bySingleSignOn(login: string, next = ''): Promise<Visitor> {
  const visitor = new Visitor(usual.app);
  await visitor.open(`/sign-in${next && `?next=${encodeURIComponent(next)}`}`);
  assert.match(visitor.html, /Sign in with Test sign-in/);
  await visitor.open(/href="(\/sign-in\/openid[^"]*)"/.exec(visitor.html)![1]!);
  await visitor.open(await walkProvider(visitor.path, login, RETURN));
  return visitor;
}

test('single sign-on lets in a person whom a council knows, and nobody else', async () => {
  await world.add('northmere', 'priya@example.test', 'Priya Shah', 'officer');
  const known = await bySingleSignOn('priya', '/account');
  assert.equal(known.path, '/account');
  assert.match(known.html, /By single sign-on/);
  const stranger = await bySingleSignOn('stranger');
  assert.equal(stranger.heading, 'You have no account here');
  await world.add('northmere', 'unverified@example.test', 'Un Verified', 'officer');
  assert.equal((await bySingleSignOn('unverified')).heading, 'You have no account here');
});

test('an answer of the provider is worth nothing in another browser, or twice', async () => {
  const first = new Visitor(usual.app);
  await first.open('/sign-in/openid');
  const back = await walkProvider(first.path, 'priya', RETURN);
  const thief = new Visitor(usual.app);
  await thief.open(back);
  assert.equal(thief.heading, 'Sign in again');
  await first.open(back);
  assert.equal(first.path, '/councils/northmere');
  await first.open(back);
  assert.equal(first.heading, 'Sign in again');
});
