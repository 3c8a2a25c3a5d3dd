import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { type OpenIdProvider, openIdProvider } from './openid.ts';

// A real provider on this machine. Its test pages let anyone in under the name they type, who has that e-mail address.
let issuer = '';
let close: () => Promise<void>;
let provider: OpenIdProvider;
const RETURN = 'http://127.0.0.1:4999/sign-in/openid/return';

before(async () => {
  let handle: ReturnType<Provider['callback']>;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const warn = console.warn;
  console.warn = () => {}; // It says that development pages are on, which is why it is here.
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'goldthread', client_secret: 'a secret for tests', redirect_uris: [RETURN] }],
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.test`, email_verified: id !== 'unverified', name: id }),
    }),
  });
  console.warn = warn;
  handle = oidc.callback();
  close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  provider = openIdProvider({
    issuer,
    clientId: 'goldthread',
    clientSecret: 'a secret for tests',
    name: 'Test sign-in',
  });
});
after(() => close());

/** Walks the provider's pages as a browser would, and returns the address it sends the person back to. */
async function walk(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let address = start;
  let body: URLSearchParams | null = null;
  for (let hop = 0; hop < 12; hop++) {
    const response: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    });
    body = null;
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    if (location) {
      address = new URL(location, address).href;
      if (address.startsWith(RETURN)) return address;
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    assert.ok(action && prompt, `a form at ${address}`);
    address = new URL(action, address).href;
    body = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('The provider never came back.');
}

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
