// What the operator does from the command line. Each returns what to print; the link to a page is made by the caller
// from `linkPath`, below the installation's public address.
import type { Doors } from '../../platform/db/open.ts';
import type { Role } from '../../platform/db/schema/index.ts';
import { ROLES } from './permissions.ts';
import * as queries from './queries/people.ts';
import { looksLikeEmail, type MemberKind, plainEmail } from './rules.ts';
import { hashToken, newToken } from './secrets.ts';

/** The page on which a person sets a password; the token works once. */
export const passwordLinkPath = (token: string) => `/set-password/${token}`;

export type CouncilAdded =
  | { kind: 'added'; id: string }
  | { kind: 'already-there' }
  /** `problem` says what to change, in words. */
  | { kind: 'refused'; problem: string };

/** Adds a council. `code` stands in addresses; `letters` (one to four) and `band` mark its pages. */
export async function addCouncil(
  doors: Doors,
  council: {
    code: string;
    name: string;
    letters?: string;
    band?: 'ink' | 'plum' | 'pine';
    demonstration?: boolean;
  },
): Promise<CouncilAdded> {
  const name = council.name.trim();
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(council.code)) {
    return {
      kind: 'refused',
      problem: 'The code needs 2 to 41 small letters, figures or dashes, a letter first, like northmere.',
    };
  }
  if (name === '') return { kind: 'refused', problem: 'Give the council a name with --name.' };
  const letters = council.letters ?? initials(name);
  if (letters.length < 1 || letters.length > 4) {
    return { kind: 'refused', problem: 'Give 1 to 4 letters with --letters, like NC.' };
  }
  const row = {
    code: council.code,
    name,
    letters,
    band: council.band ?? 'ink',
    demonstration: council.demonstration ?? false,
  };
  const added = await doors.asSystem(`council ${council.code} added`, (tx) => queries.addCouncil(tx, row));
  return added ? { kind: 'added', id: added.id } : { kind: 'already-there' };
}

/** "Northmere City Council" to "NC": the capitals, without the word council, two at most. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const telling = words.length > 1 ? words.filter((word) => word !== 'Council') : words;
  return (
    telling
      .map((word) => word[0])
      .slice(0, 2)
      .join('') || name[0]!.toUpperCase()
  );
}

export type UserAdded =
  /** `link` is null for someone who has a password from another council. */
  | { kind: 'added'; personId: string; link: { path: string; expiresAt: Date } | null }
  | { kind: 'already-there'; personId: string }
  | { kind: 'no-such-council' }
  | { kind: 'refused'; problem: string };

/** Adds a person to a council at once, with a link (seven days, one use) on which they set a password. */
export async function addUser(
  doors: Doors,
  given: {
    council: string;
    email: string;
    name: string;
    roles: readonly string[];
    jobTitle?: string;
    kind?: MemberKind;
  },
): Promise<UserAdded> {
  const email = plainEmail(given.email);
  if (!looksLikeEmail(email)) return { kind: 'refused', problem: `${given.email} is not an e-mail address.` };
  const name = given.name.trim();
  if (name === '') return { kind: 'refused', problem: 'Give the person a name with --name.' };
  const roles = given.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role));
  if (roles.length === 0 || roles.length < given.roles.length) {
    return { kind: 'refused', problem: `Give --role one of ${ROLES.join(', ')}.` };
  }
  const kind = given.kind ?? (roles.includes('member') ? 'member' : 'officer');
  const token = newToken();
  const person = { email, name, jobTitle: (given.jobTitle ?? '').trim(), kind, roles };
  const added = await doors.asSystem('user added', (tx) =>
    queries.addAccount(tx, given.council, person, hashToken(token)),
  );
  if (added.outcome === 'no_such_council') return { kind: 'no-such-council' };
  if (added.outcome === 'already_here') return { kind: 'already-there', personId: added.personId };
  const link = added.needsPassword ? { path: passwordLinkPath(token), expiresAt: new Date(added.expiresAt) } : null;
  return { kind: 'added', personId: added.personId, link };
}

/**
 * A link (one day, one use) on which the person sets a new password. With `dropSecondFactor` the authenticator and the
 * recovery codes are forgotten too, for someone who has lost both. Null when nobody has the e-mail address.
 */
export async function resetPassword(
  doors: Doors,
  email: string,
  options: { dropSecondFactor?: boolean } = {},
): Promise<{ path: string; expiresAt: Date } | null> {
  const token = newToken();
  const reset = await doors.asSystem('password reset by the operator', (tx) =>
    queries.resetAccount(tx, plainEmail(email), hashToken(token), options.dropSecondFactor ?? false),
  );
  return reset && { path: passwordLinkPath(token), expiresAt: new Date(reset.expiresAt) };
}

/** Every membership of every council: for the operator, who runs them all. */
export function listUsers(doors: Doors): Promise<queries.AccountListed[]> {
  return doors.asSystem('users listed', (tx) => queries.listAccounts(tx));
}
