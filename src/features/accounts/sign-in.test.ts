import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import { giveSecondFactor, signIn, signInAsDemonstration, signInWithIdentity } from './actions/sign-in.ts';
import { addCouncil, addUser } from './commands.ts';
import { beginSecondFactor, confirmSecondFactor, endOwnSessions, ownAccount } from './queries/own-account.ts';
import { newSecret } from './second-factor.ts';
import { hashToken, newRecoveryCodes } from './secrets.ts';
import { sessionsOver } from './sessions.ts';
import { OFFICE, openAccountWorld, PASSWORD } from './testing/world.ts';

const world = await openAccountWorld();

async function enter(email: string, from = OFFICE): Promise<string> {
  const outcome = await signIn(world, { email, password: PASSWORD }, from);
  assert.equal(outcome.kind, 'signed-in');
  return outcome.kind === 'signed-in' ? outcome.token : '';
}

test('a person who signs in is known by the token, with the councils and roles that are theirs', async () => {
  await world.add('northmere', 'priya@example.test', 'Priya Shah', 'improvement_lead', 'administrator');
  await world.add('wendshire', 'priya@example.test', 'Priya Shah', 'auditor');
  const token = await enter(' Priya@Example.test ');
  const signedIn = await sessionsOver(world.doors, world.clock).find(token);
  assert.equal(signedIn?.person.name, 'Priya Shah');
  assert.deepEqual(
    signedIn?.councils.map(({ code, letters, kind, roles }) => ({ code, letters, kind, roles })),
    [
      { code: 'northmere', letters: 'NC', kind: 'officer', roles: ['improvement_lead', 'administrator'] },
      { code: 'wendshire', letters: 'WC', kind: 'officer', roles: ['auditor'] },
    ],
  );
});

test('a wrong password and an unknown e-mail address are answered alike', async () => {
  await world.add('northmere', 'tom@example.test', 'Tom Okafor', 'officer');
  const wrong = await signIn(world, { email: 'tom@example.test', password: 'not this one, no' }, OFFICE);
  const unknown = await signIn(world, { email: 'nobody@example.test', password: 'not this one, no' }, OFFICE);
  assert.deepEqual(wrong, { kind: 'refused' });
  assert.deepEqual(unknown, wrong);
});

test('guesses at one e-mail address must wait longer and longer, known or not, from wherever they come', async () => {
  await world.add('northmere', 'lena@example.test', 'Lena Fox', 'officer');
  const waits: Record<string, number[]> = {};
  for (const email of ['lena@example.test', 'ghost@example.test']) {
    waits[email] = [];
    for (let round = 0; round < 8; round++) {
      const from = { ...OFFICE, address: `198.51.100.${round}` };
      let outcome = await signIn(world, { email, password: 'guess' }, from);
      while (outcome.kind === 'wait') {
        waits[email].push((outcome.until.getTime() - world.clock.now().getTime()) / 1000);
        world.clock.moveTo(new Date(outcome.until.getTime() + 1));
        outcome = await signIn(world, { email, password: 'guess' }, from);
      }
    }
  }
  assert.deepEqual(waits['lena@example.test'], [30, 60, 120]);
  assert.deepEqual(waits['ghost@example.test'], waits['lena@example.test']);
  const whileWaiting = await signIn(world, { email: 'lena@example.test', password: PASSWORD }, OFFICE);
  assert.equal(whileWaiting.kind === 'wait' || whileWaiting.kind === 'signed-in', true);
  world.pass(24 * 60 + 1);
  await enter('lena@example.test');
});

test('the right password does not get in while guesses must wait, and clears them afterwards', async () => {
  await world.add('northmere', 'ada@example.test', 'Ada Cole', 'officer');
  // All at once: each counts before it is known to be wrong.
  const outcomes = await Promise.all(
    Array.from({ length: 9 }, () => signIn(world, { email: 'ada@example.test', password: 'guess' }, OFFICE)),
  );
  assert.equal(outcomes.filter((outcome) => outcome.kind === 'refused').length, 5);
  const early = await signIn(world, { email: 'ada@example.test', password: PASSWORD }, OFFICE);
  assert.equal(early.kind, 'wait');
  world.pass(1);
  await enter('ada@example.test');
  const afterwards = await signIn(world, { email: 'ada@example.test', password: 'guess' }, OFFICE);
  assert.equal(afterwards.kind, 'refused');
});

test('one network address cannot try many e-mail addresses for long', async () => {
  const from = { address: '203.0.113.77', device: 'Firefox on Linux' };
  const tries = 52;
  let waits = 0;
  for (let index = 0; index < tries; index++) {
    // Straight to the limit: hashing fifty passwords would say nothing more.
    const email = `person${index}@example.test`;
    const { waitUntil } = await world.doors.asVisitor((tx) =>
      tx.call<{ waitUntil: string | null }>(
        'begin_sign_in',
        email,
        world.keys.subject('email', email),
        world.keys.subject('address', from.address),
      ),
    );
    if (waitUntil) waits++;
  }
  assert.equal(waits, 2);
});

test('a session ends when it is revoked, unused for twelve hours, or seven days old', async () => {
  const id = await world.add('northmere', 'sam@example.test', 'Sam Reed', 'officer');
  assert.ok(id);
  const sessions = sessionsOver(world.doors, world.clock);
  const first = await enter('sam@example.test');
  const second = await enter('sam@example.test', { address: '192.0.2.99', device: 'Chrome on an Android phone' });
  const account = await world.doors.asVisitor((tx) => ownAccount(tx, hashToken(first)));
  assert.deepEqual(
    account?.sessions.map(({ device, current }) => ({ device, current })),
    [
      { device: 'Firefox on Windows', current: true },
      { device: 'Chrome on an Android phone', current: false },
    ],
  );
  const other = account!.sessions[1]!.id;
  world.pass(6);
  assert.ok(await sessions.find(second, '198.51.100.200'));
  const moved = await world.doors.asVisitor((tx) => ownAccount(tx, hashToken(first)));
  assert.equal(moved?.sessions[1]?.address, '198.51.100.200', 'where it was last used from');
  await world.doors.asVisitor((tx) => endOwnSessions(tx, hashToken(first), other));
  assert.equal(await sessions.find(second), null);
  assert.ok(await sessions.find(first));
  // Used every eleven hours it lives on, until it is seven days old.
  let hours = 0;
  while (await sessions.find(first)) {
    world.pass(11 * 60);
    hours += 11;
  }
  assert.ok(hours >= 168 && hours < 168 + 11, `${hours}`);
  const idle = await enter('sam@example.test');
  world.pass(12 * 60 + 1);
  assert.equal(await sessions.find(idle), null);
  assert.equal(await sessions.find('x'.repeat(43)), null);
  assert.equal(await sessions.find("' or true"), null);
});

test("nobody ends another person's session", async () => {
  await world.add('northmere', 'eve@example.test', 'Eve Hart', 'officer');
  await world.add('northmere', 'max@example.test', 'Max Lowe', 'officer');
  const eve = await enter('eve@example.test');
  const max = await enter('max@example.test');
  const own = await world.doors.asVisitor((tx) => ownAccount(tx, hashToken(max)));
  const ended = await world.doors.asVisitor((tx) => endOwnSessions(tx, hashToken(eve), own!.sessions[0]!.id));
  assert.equal(ended, 0);
  assert.ok(await sessionsOver(world.doors, world.clock).find(max));
});

test('the second step takes a code once, a recovery code once, and no others', async () => {
  await world.add('northmere', 'nia@example.test', 'Nia Webb', 'officer');
  const token = hashToken(await enter('nia@example.test'));
  const secret = newSecret();
  const codes = newRecoveryCodes();
  const app = new TOTP({ secret });
  const codeNow = () => app.generate({ timestamp: world.clock.now().getTime() });
  await world.doors.asVisitor((tx) => beginSecondFactor(tx, token, world.keys.seal('second factor', secret)));
  await world.doors.asVisitor((tx) => confirmSecondFactor(tx, token, 1, codes.map(world.keys.recoveryCode)));
  const firstStep = async () => {
    const outcome = await signIn(world, { email: 'nia@example.test', password: PASSWORD }, OFFICE);
    assert.equal(outcome.kind, 'second-step');
    return outcome.kind === 'second-step' ? outcome.step : '';
  };
  const give = async (code: string, kind: 'app' | 'recovery') =>
    (await giveSecondFactor(world, { step: await firstStep(), code, kind }, OFFICE)).kind;

  const code = codeNow();
  assert.equal(await give(`${code.slice(0, 3)} ${code.slice(3)}`, 'app'), 'signed-in');
  assert.equal(await give(code, 'app'), 'refused', 'the same code again');
  world.pass(1);
  assert.equal(await give(codeNow(), 'app'), 'signed-in', 'the next code');
  assert.equal(await give(codes[3]!.toUpperCase().replaceAll('-', ' '), 'recovery'), 'signed-in');
  assert.equal(await give(codes[3]!, 'recovery'), 'refused', 'a recovery code again');
  assert.equal(await give('000000', 'app'), 'refused');
  world.pass(60);
  const step = await firstStep();
  world.pass(11);
  assert.equal((await giveSecondFactor(world, { step, code: codeNow(), kind: 'app' }, OFFICE)).kind, 'gone');
  const kinds: string[] = [];
  for (let index = 0; index < 7; index++) kinds.push(await give('123456', 'app'));
  assert.deepEqual(kinds.slice(-2), ['wait', 'wait'], 'a new password entry gives no new tries');
});

test('an outside identity links by a verified e-mail address of a person here, and never makes a person', async () => {
  await world.add('northmere', 'ola@example.test', 'Ola Birch', 'officer');
  const identity = { issuer: 'https://id.example.test', subject: 'ola-1' };
  assert.equal(await signInWithIdentity(world, { ...identity, verifiedEmail: null }, OFFICE), null);
  assert.equal(await signInWithIdentity(world, { ...identity, verifiedEmail: 'stranger@example.test' }, OFFICE), null);
  const token = await signInWithIdentity(world, { ...identity, verifiedEmail: 'Ola@example.test' }, OFFICE);
  assert.equal((await sessionsOver(world.doors, world.clock).find(token!))?.person.name, 'Ola Birch');
  // Linked now: the subject counts, whatever the e-mail address becomes.
  assert.ok(await signInWithIdentity(world, { ...identity, verifiedEmail: null }, OFFICE));
});

test('only people of demonstration councils are let in by a button', async () => {
  await world.add('northmere', 'real@example.test', 'Real Person', 'officer');
  await addCouncil(world.doors, { code: 'sampleton', name: 'Sampleton Council', demonstration: true });
  await addUser(world.doors, {
    council: 'sampleton',
    email: 'demo@example.test',
    name: 'Demo Person',
    roles: ['officer'],
  });
  assert.equal(await signInAsDemonstration(world, 'real@example.test', OFFICE), null);
  const token = await signInAsDemonstration(world, 'demo@example.test', OFFICE);
  assert.ok(await sessionsOver(world.doors, world.clock).find(token!));
  await world.add('northmere', 'demo@example.test', 'Demo Person', 'officer');
  assert.equal(await signInAsDemonstration(world, 'demo@example.test', OFFICE), null, 'serves a real council as well');
});
