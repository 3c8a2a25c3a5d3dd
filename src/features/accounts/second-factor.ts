// The second factor: six figures from an authenticator app, by time (RFC 6238).
import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';

const STEP_SECONDS = 30;

function generator(secret: string, email: string): TOTP {
  return new TOTP({
    issuer: 'Goldthread',
    label: email,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}

/** A new key of 160 bits, in base 32 as authenticator apps want it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The key in groups of four, to be typed where no picture can be read. */
export function keyAsText(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

/** The address that an authenticator app reads from the picture. */
export function setUpAddress(secret: string, email: string): string {
  return generator(secret, email).toString();
}

/** The address as a square of dots, an SVG without styles of its own. */
export function setUpPicture(secret: string, email: string): Promise<string> {
  return drawQr(setUpAddress(secret, email), { type: 'svg', width: 240, margin: 4, errorCorrectionLevel: 'M' });
}

/**
 * The time step that a typed code belongs to, or null when it is wrong. One step before and after now is allowed, for
 * clocks that differ and people who type slowly. The caller refuses a step that was used.
 */
export function matchingStep(secret: string, typed: string, now: Date): number | null {
  const token = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = generator(secret, '').validate({ token, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}
