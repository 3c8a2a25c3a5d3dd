import type { Mail } from '../../../platform/mail/compose.ts';
import { passwordChangedMail, resetMail } from '../mails.ts';
import { hashPassword, passwordIsRight } from '../passwords.ts';
import * as links from '../queries/links.ts';
import * as own from '../queries/own-account.ts';
import { passwordProblem, plainEmail } from '../rules.ts';
import { hashToken, newToken } from '../secrets.ts';
import type { AccountTools, From } from './sign-in.ts';

const setPasswordPath = (token: string) => `/set-password/${token}`;

/**
 * A mail with a link to set a new password, or null when there is nobody to write to: unknown, no longer serving, or
 * asked for too often. The page says the same in every case, and does not wait for the mail.
 */
export async function askForNewPassword(
  tools: AccountTools,
  typedEmail: string,
  from: From,
  origin: string,
): Promise<Mail | null> {
  const email = plainEmail(typedEmail);
  const token = newToken();
  const found = await tools.doors.asVisitor((tx) =>
    links.requestReset(
      tx,
      email,
      tools.keys.subject('reset', email),
      tools.keys.subject('address', from.address),
      hashToken(token),
    ),
  );
  return found && resetMail(found, origin + setPasswordPath(token), new Date(found.until));
}

export type PasswordSet =
  | { kind: 'set'; mail: Mail }
  | { kind: 'refused'; problem: string }
  | { kind: 'gone'; state: links.LinkState };

/** Sets the password by a link. Every sign-in of the person ends; the link does not work again. */
export async function setPasswordByLink(
  tools: AccountTools,
  token: string,
  password: string,
  origin: string,
): Promise<PasswordSet> {
  const link = await tools.doors.asVisitor((tx) => links.lookAtPasswordLink(tx, hashToken(token)));
  if (link.state !== 'open' || link.email === null) return { kind: 'gone', state: link.state };
  const problem = passwordProblem(password, link.email);
  if (problem) return { kind: 'refused', problem };
  const passwordHash = await hashPassword(password);
  const used = await tools.doors.asVisitor((tx) => links.usePasswordLink(tx, hashToken(token), passwordHash));
  if (used.state !== 'open') return { kind: 'gone', state: used.state };
  const person = { name: used.name!, email: used.email! };
  return { kind: 'set', mail: passwordChangedMail(person, tools.clock.now(), `${origin}/forgotten-password`) };
}

export type OwnPasswordCheck = { kind: 'right' } | { kind: 'wrong' } | { kind: 'wait'; until: Date };

/** Checks the password of the person signed in, before something that only they may change. Limited like signing in. */
export async function checkOwnPassword(tools: AccountTools, token: string, typed: string): Promise<OwnPasswordCheck> {
  const known = await tools.doors.asVisitor((tx) => own.ownPassword(tx, hashToken(token)));
  if (known?.waitUntil) return { kind: 'wait', until: new Date(known.waitUntil) };
  if (!(await passwordIsRight(known?.passwordHash ?? null, typed))) return { kind: 'wrong' };
  await tools.doors.asVisitor((tx) => own.ownPasswordWasRight(tx, hashToken(token)));
  return { kind: 'right' };
}

export type OwnPasswordChanged =
  | { kind: 'changed'; token: string; mail: Mail }
  | { kind: 'refused'; problem: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; until: Date };

/** Changes the password of the person signed in. Every sign-in ends, this one too: a new token takes its place. */
export async function changePassword(
  tools: AccountTools,
  token: string,
  person: { name: string; email: string },
  given: { current: string; wanted: string },
  from: From,
  origin: string,
): Promise<OwnPasswordChanged> {
  const problem = passwordProblem(given.wanted, person.email);
  if (problem) return { kind: 'refused', problem };
  const check = await checkOwnPassword(tools, token, given.current);
  if (check.kind !== 'right') return check;
  const passwordHash = await hashPassword(given.wanted);
  const next = newToken();
  const session = { tokenHash: hashToken(next), address: from.address, device: from.device, way: 'password' } as const;
  const changed = await tools.doors.asVisitor((tx) =>
    own.changeOwnPassword(tx, hashToken(token), passwordHash, session),
  );
  if (!changed) return { kind: 'wrong' };
  const mail = passwordChangedMail(person, tools.clock.now(), `${origin}/forgotten-password`);
  return { kind: 'changed', token: next, mail };
}
