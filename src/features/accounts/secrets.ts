// Tokens, their hashes, and what is sealed with keys derived from the configured secret.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
} from 'node:crypto';

/** 32 random bytes for a link or a cookie, as text that is safe in an address. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The hash under which a token is stored and found: SHA-256 in hex. Enough, because tokens are random. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Keys derived from the one secret of the configuration, each for one purpose. */
export interface Keys {
  /** A keyed hash, so that the table of limits holds no e-mail or network address. */
  subject(kind: 'email' | 'address' | 'reset', value: string): string;
  /** A keyed hash of a recovery code: codes are short, so a plain hash of one could be guessed from a stolen copy. */
  recoveryCode(code: string): string;
  /** Seals a text for a purpose (AES-256-GCM); `open` gives it back, or null when it was changed or not sealed here. */
  seal(purpose: string, text: string): string;
  open(purpose: string, sealed: string): string | null;
}

/** @param secret the configured secret, at least 32 characters of it random. */
export function keysFrom(secret: string): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `goldthread ${purpose}`, 32));
  const keyed = (purpose: string) => {
    const key = derive(purpose);
    return (text: string) => createHmac('sha256', key).update(text).digest('hex');
  };
  const subject = keyed('limits');
  const recovery = keyed('recovery codes');
  return {
    subject: (kind, value) => subject(`${kind}:${value}`),
    recoveryCode: (code) => recovery(plainCode(code)),
    seal(purpose, text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derive(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', derive(purpose), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

// Without the letters and figures that are mistaken for one another on paper.
const CODE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten recovery codes like "k7mq-x2vd-9fhn": 59 bits each, shown once. */
export function newRecoveryCodes(): string[] {
  const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]!;
  const group = () => Array.from({ length: 4 }, letter).join('');
  return Array.from({ length: 10 }, () => [group(), group(), group()].join('-'));
}

/** A recovery code as typed, without dashes, spaces and capitals. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
