// For tests: a real OpenID Connect provider on this machine. Its pages let anyone in under the name they type, who then
// has that name's e-mail address.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { OpenIdSettings } from '../openid.ts';

export interface TestProvider {
  readonly settings: OpenIdSettings;
  close(): Promise<void>;
}

/** @param returnAddress the one address that the provider sends people back to. */
export async function startProvider(returnAddress: string): Promise<TestProvider> {
  let handle: ReturnType<Provider['callback']>;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const warn = console.warn;
  console.warn = () => {}; // It says that development pages are on, which is why it is here.
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'goldthread', client_secret: 'a secret for tests', redirect_uris: [returnAddress] }],
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.test`, email_verified: id !== 'unverified', name: id }),
    }),
  });
  console.warn = warn;
  handle = provider.callback();
  return {
    settings: { issuer, clientId: 'goldthread', clientSecret: 'a secret for tests', name: 'Test sign-in' },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Walks the provider's pages as a browser would, and returns the address it sends the person back to. */
export async function walkProvider(start: string, login: string, returnAddress: string): Promise<string> {
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
      if (address.startsWith(returnAddress)) return address;
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
