import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deviceInWords } from './devices.ts';
import { emailProblem, readDay, readName, readPerson, readWork, safeNext, summary } from './forms.ts';
import { hashPassword, passwordIsRight } from './passwords.ts';
import { passwordProblem, waitInWords } from './rules.ts';
import { keyAsText, matchingStep, newSecret, setUpAddress, setUpPicture } from './second-factor.ts';
import { keysFrom, newRecoveryCodes, newToken, plainCode } from './secrets.ts';

const keys = keysFrom('a secret for tests alone, of no use elsewhere');

test('a password needs length and must not be easy to guess; nothing else is asked of it', () => {
  const email = 'priya.shah@northmere.example';
  for (const fine of ['otter kettle bramble', 'ÄÖÜ ünïcode öäü', 'aaaa bbbb cccc dddd', 'x7!kPq2#vL9@']) {
    assert.equal(passwordProblem(fine, email), null, fine);
  }
  assert.match(passwordProblem('', email) ?? '', /Enter a password/);
  assert.match(passwordProblem('elevenchars', email) ?? '', /at least 12/);
  assert.match(passwordProblem('x1y2'.repeat(51), email) ?? '', /at most 200/);
  assert.match(passwordProblem('aaaaaaaaaaaaaa', email) ?? '', /easy to guess/);
  assert.match(passwordProblem('Password1234', email) ?? '', /easy to guess/);
  assert.match(passwordProblem('Priya.Shah2026', email) ?? '', /must not be in the password/);
});

test('a password is right only for its own hash, in whichever way its letters were typed', async () => {
  const stored = await hashPassword('caf\u00e9 kettle bramble');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await passwordIsRight(stored, 'cafe\u0301 kettle bramble'), true);
  assert.equal(await passwordIsRight(stored, 'cafe kettle bramble'), false);
  assert.equal(await passwordIsRight(null, 'a password that opens nothing'), false);
});

test('the wait is said in words, never too short', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const after = (seconds: number) => waitInWords(new Date(now.getTime() + seconds * 1000), now);
  assert.deepEqual([0, 1, 29.2, 59, 60, 61, 3600].map(after), [
    'in 1 second',
    'in 1 second',
    'in 30 seconds',
    'in 59 seconds',
    'in 1 minute',
    'in 2 minutes',
    'in about 1 hour',
  ]);
});

test('what is sealed opens with the same secret and purpose, and with no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, at) => {
      const sealed = keys.seal('second factor', text);
      assert.equal(keys.open('second factor', sealed), text);
      assert.equal(keys.open('second step', sealed), null);
      assert.equal(keysFrom('another secret, at least as long as that').open('second factor', sealed), null);
      const bytes = Buffer.from(sealed, 'base64url');
      bytes[at % bytes.length]! ^= 1;
      assert.equal(keys.open('second factor', bytes.toString('base64url')), null);
    }),
    { numRuns: 60 },
  );
  assert.equal(keys.open('second factor', ''), null);
});

test('tokens and recovery codes are all different, and codes are read however they are typed', () => {
  assert.equal(new Set(Array.from({ length: 500 }, newToken)).size, 500);
  const codes = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    assert.equal(keys.recoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `), keys.recoveryCode(code));
    assert.equal(plainCode(code).length, 12);
  }
});

test('an authenticator is given the key as a picture and as text; a code is right for a minute and a half', async () => {
  const secret = newSecret();
  const address = setUpAddress(secret, 'priya@northmere.example');
  assert.match(address, /^otpauth:\/\/totp\/Goldthread:priya%40northmere\.example\?/);
  assert.ok(address.includes(`secret=${secret}`));
  assert.equal(keyAsText(secret).replaceAll(' ', ''), secret);
  assert.doesNotMatch(await setUpPicture(secret, 'a@b.example'), /style=|<script/);
  // The example of RFC 6238, appendix B, cut to six figures: key "12345678901234567890" at 59 seconds.
  const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = (seconds: number) => matchingStep(known, '287 082', new Date(seconds * 1000));
  assert.deepEqual([59, 30, 29, 89, 90, 0, 120].map(at), [1, 1, 1, 1, null, 1, null]);
  assert.equal(matchingStep(known, '28708', new Date(59_000)), null);
  assert.equal(matchingStep(known, 'abcdef', new Date(59_000)), null);
});

test('after signing in one goes only to a page of this site', () => {
  for (const good of ['/', '/councils/northmere/recommendations?sort=date#4', '/account'])
    assert.equal(safeNext(good), good);
  for (const bad of [
    '',
    'x',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\\b',
    '/a b',
    '/a\nb',
    '/sign-out',
    '/sign-in?next=/',
  ]) {
    assert.equal(safeNext(bad), null, bad);
  }
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (typed) => {
        const next = safeNext(typed);
        if (next !== null) assert.equal(new URL(next, 'https://goldthread.test').origin, 'https://goldthread.test');
      },
    ),
  );
});

test('a day is read as typed in three boxes, and a day that does not exist is refused', () => {
  const read = (day: string, month: string, year: string) => readDay({ day, month, year });
  assert.deepEqual(read(' 1', '02', '2027'), { day: '2027-02-01', error: null });
  assert.deepEqual(read('29', '2', '2028'), { day: '2028-02-29', error: null });
  for (const [day, month, year] of [
    ['29', '2', '2027'],
    ['', '1', '2027'],
    ['1', '13', '2027'],
    ['1', '1', '27'],
    ['x', '1', '2027'],
    ['0', '1', '2027'],
  ] as const) {
    assert.equal(read(day, month, year).error, 'Enter a date, like 31 January 2027');
  }
});

test('everything wrong with a person is said at once, in the order of the fields', () => {
  const read = readPerson({ email: 'a@b', name: '  ', jobTitle: 'x'.repeat(101), kind: 'robot', roles: ['king'] });
  assert.ok(read.kind === 'errors');
  assert.deepEqual(
    summary(read.errors).map(({ href }) => href),
    ['#email', '#name', '#jobTitle', '#kind', '#roles'],
  );
  const fine = readPerson({
    email: ' Lena@Northmere.Example ',
    name: ' Lena  Fox ',
    jobTitle: '',
    kind: 'officer',
    roles: ['officer', 'administrator'],
  });
  assert.deepEqual(fine, {
    kind: 'read',
    value: {
      email: 'lena@northmere.example',
      name: 'Lena Fox',
      jobTitle: '',
      kind: 'officer',
      roles: ['administrator', 'officer'],
    },
  });
  assert.equal(readWork({ jobTitle: '', kind: 'member', roles: ['member', 'king'] }).kind, 'errors');
  assert.match(readName('x'.repeat(101)).error ?? '', /at most 100/);
  for (const bad of ['x@y', 'a b@c.de', 'a@b.c,d@e.f', '<a@b.cd>', 'a@b@c.de']) assert.ok(emailProblem(bad), bad);
  assert.equal(emailProblem("o'neil+test@sub.northmere.example"), null);
});

test('a device is said in words', () => {
  const said = (agent: string) => deviceInWords(agent);
  assert.equal(
    said('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'),
    'Edge on Windows',
  );
  assert.equal(
    said('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1'),
    'Safari on an iPhone',
  );
  assert.equal(
    said('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'),
    'Chrome on an Android phone',
  );
  assert.equal(said('curl/8'), 'A device we could not recognise');
});
