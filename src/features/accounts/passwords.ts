import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's first choice. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 } as const;

/** The hash of a password, with its salt and parameters, as one line of text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

// A hash of nothing that anybody has, checked against where there is no account, so that the time taken tells nothing.
let nobodys: Promise<string> | undefined;

/** Whether the password is the one that was hashed. A null hash takes as long and is never right. */
export async function passwordIsRight(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('a password that opens nothing');
  const right = await verify(stored ?? (await nobodys), password.normalize('NFKC'));
  return right && stored !== null;
}
