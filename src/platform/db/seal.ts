import { createHash } from 'node:crypto';

/** How long a scope may last, in milliseconds: longer than any transaction should, shorter than is useful to a thief. */
const SCOPE_LASTS = 10 * 60 * 1000;

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * A sealed scope: 'subject|person|at|expiry|seal', as the database's sealed_scope() checks it. The seal is a keyed hash
 * over the rest, sha256(key, sha256(key, rest)), so nobody without the key can name another council or person.
 * @param subject a council's identifier, 'challenge/' and a challenge's identifier, or nothing.
 * @param at the instant that rows written in the scope bear, from the program's clock.
 */
export function sealScope(key: Uint8Array, subject: string, person: string | null, at: Date): string {
  const rest = [subject, person ?? '', at.getTime(), Date.now() + SCOPE_LASTS].join('|');
  return `${rest}|${sha256(key, sha256(key, Buffer.from(rest))).toString('hex')}`;
}
