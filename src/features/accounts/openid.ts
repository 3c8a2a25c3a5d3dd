// Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. The provider says who somebody is;
// whether they may come in is decided here, by the people that councils have added.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in button calls the provider. */
  readonly name: string;
}

/** Kept, sealed, in a cookie while the person is away at the provider. */
export interface OpenIdAttempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly next: string;
}

export interface OpenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The e-mail address, only when the provider says that it has verified it. */
  readonly verifiedEmail: string | null;
}

export interface OpenIdProvider {
  readonly name: string;
  /** Where to send the person, and what to keep until they return. @throws when the provider cannot be reached. */
  begin(returnAddress: string, next: string): Promise<{ address: string; attempt: OpenIdAttempt }>;
  /** Who returned. @throws when the answer is not one to this attempt, or the provider takes it back. */
  finish(currentAddress: string, attempt: OpenIdAttempt): Promise<OpenIdentity>;
}

const LOOPBACK = /^(127\.0\.0\.1|\[::1\]|localhost)$/;

/** The provider, whose own settings are fetched at the first use and again after a failure. */
export function openIdProvider(settings: OpenIdSettings): OpenIdProvider {
  let found: Promise<Configuration> | null = null;
  const configuration = () => {
    const issuer = new URL(settings.issuer);
    // Without TLS only on this very machine, for tests and trials.
    const plain = issuer.protocol === 'http:' && LOOPBACK.test(issuer.hostname);
    found ??= discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      execute: plain ? [allowInsecureRequests] : [],
      timeout: 10,
    }).catch((error) => {
      found = null;
      throw error;
    });
    return found;
  };
  return {
    name: settings.name,
    async begin(returnAddress, next) {
      const attempt = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce(), next };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnAddress,
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, attempt };
    },
    async finish(currentAddress, attempt) {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, new URL(currentAddress), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      // Some providers put the e-mail address into the token, others only give it when asked.
      const told =
        claims.email === undefined && config.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(config, tokens.access_token, claims.sub)
          : claims;
      const verified = told.email_verified === true && typeof told.email === 'string';
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail: verified ? (told.email as string) : null };
    },
  };
}
