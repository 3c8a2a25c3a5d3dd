import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openIdProvider } from './openid.ts';
import { startProvider, walkProvider } from './testing/openid-provider.ts';

const RETURN = 'http://127.0.0.1:4999/sign-in/openid/return';
const started = await startProvider(RETURN);
after(() => started.close());
const provider = openIdProvider(started.settings);
const { issuer } = started.settings;
const walk = (address: string, login: string) => walkProvider(address, login, RETURN);

test('a person who signs in at the provider comes back with a verified e-mail address', async () => {
  const { address, attempt } = await provider.begin(RETURN, '/councils');
  const asked = new URL(address).searchParams;
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  const back = await walk(address, 'priya');
  const identity = await provider.finish(back, attempt);
  assert.deepEqual(identity, { issuer, subject: 'priya', verifiedEmail: 'priya@example.test' });
  await assert.rejects(provider.finish(back, attempt), 'the same answer again');
});

test('an e-mail address that the provider has not verified is not believed', async () => {
  const { address, attempt } = await provider.begin(RETURN, '/');
  const identity = await provider.finish(await walk(address, 'unverified'), attempt);
  assert.equal(identity.verifiedEmail, null);
});

test("an answer to somebody else's attempt is refused", async () => {
  const mine = await provider.begin(RETURN, '/');
  const theirs = await provider.begin(RETURN, '/');
  const back = await walk(theirs.address, 'mallory');
  await assert.rejects(provider.finish(back, mine.attempt), 'another state');
  await assert.rejects(provider.finish(back, { ...theirs.attempt, nonce: 'another' }), 'another nonce');
  const again = await provider.begin(RETURN, '/');
  const code = await walk(again.address, 'mallory');
  await assert.rejects(
    provider.finish(code, { ...again.attempt, verifier: mine.attempt.verifier }),
    'another verifier',
  );
});

test('a provider that cannot be reached is an error now and is asked again later', async () => {
  const gone = openIdProvider({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', name: 'Gone' });
  await assert.rejects(gone.begin(RETURN, '/'));
  await assert.rejects(gone.begin(RETURN, '/'));
});
