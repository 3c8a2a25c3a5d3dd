import type { Doors } from '../../../platform/db/open.ts';
import type { Day, Role } from '../../../platform/db/schema/index.ts';
import type { Actor } from '../../../platform/db/scope.ts';
import type { Mail } from '../../../platform/mail/compose.ts';
import { invitationMail } from '../mails.ts';
import { hashPassword } from '../passwords.ts';
import * as links from '../queries/links.ts';
import * as queries from '../queries/people.ts';
import { type MemberKind, passwordProblem } from '../rules.ts';
import { hashToken, newToken } from '../secrets.ts';
import type { AccountTools } from './sign-in.ts';

/** Who invites, for the words of the mail. */
export interface Inviter {
  readonly actor: Actor;
  readonly name: string;
  readonly origin: string;
}

const invitationPath = (token: string) => `/invitation/${token}`;

export type Invited = { kind: 'invited'; personId: string; mail: Mail } | { kind: 'already-here'; personId: string };

/**
 * Invites somebody into the council. Nothing in what comes back, or in the mail, depends on whether another council
 * knows the e-mail address.
 */
export async function invite(doors: Doors, inviter: Inviter, person: queries.NewPerson): Promise<Invited> {
  const { result, council } = await doors.inCouncil(
    inviter.actor,
    async (tx) => ({
      result: await queries.invitePerson(tx, person),
      council: await queries.findCouncil(tx, inviter.actor.councilId),
    }),
    { reason: 'Invited' },
  );
  if (result.outcome === 'already_here') return { kind: 'already-here', personId: result.personId };
  const link = await newLink(doors, inviter, result.personId);
  // Whoever ended the access in this very moment left nothing to link to; the mail then leads to "no longer works".
  const mail = invitationMail(person, council.name, inviter.name, link.address, new Date(result.expiresAt!));
  return { kind: 'invited', personId: result.personId, mail };
}

/** A new link for somebody who has not accepted yet. Null when there is nothing to accept. */
export async function inviteAgain(doors: Doors, inviter: Inviter, personId: string): Promise<Mail | null> {
  const found = await doors.inCouncil(inviter.actor, async (tx) => {
    const again = await queries.inviteAgain(tx, personId);
    const person = again && (await queries.findPerson(tx, personId));
    return person ? { again, person, council: await queries.findCouncil(tx, inviter.actor.councilId) } : null;
  });
  if (!found) return null;
  const link = await newLink(doors, inviter, personId);
  if (!link.made) return null;
  return invitationMail(found.person, found.council.name, inviter.name, link.address, new Date(found.again.expiresAt));
}

/** The address that goes into the mail. Made outside the council's scope, where nothing smuggled in can choose it. */
async function newLink(doors: Doors, { actor, origin }: Inviter, personId: string) {
  const token = newToken();
  const made = await doors.asVisitor((tx) => links.linkInvitation(tx, actor.councilId, personId, hashToken(token)));
  return { made, address: origin + invitationPath(token) };
}

export type PersonChanged =
  | { kind: 'changed' }
  /** Somebody else changed it since it was opened. */
  | { kind: 'stale' }
  | { kind: 'last-administrator' };

async function change(
  doors: Doors,
  actor: Actor,
  personId: string,
  version: number,
  what: { jobTitle: string; kind: MemberKind; roles: Role[] } | { leftOn: Day | null },
): Promise<PersonChanged> {
  try {
    const changed = await doors.inCouncil(actor, (tx) => queries.changePerson(tx, personId, version, what));
    return { kind: changed ? 'changed' : 'stale' };
  } catch (error) {
    if (queries.isLastAdministrator(error)) return { kind: 'last-administrator' };
    throw error;
  }
}

/** Changes what a person is and may do in the council. */
export const changeRoles = (
  doors: Doors,
  actor: Actor,
  personId: string,
  version: number,
  what: { jobTitle: string; kind: MemberKind; roles: Role[] },
): Promise<PersonChanged> => change(doors, actor, personId, version, what);

/** Ends a person's access from a day on. Their name stays on what they did. */
export const endMembership = (
  doors: Doors,
  actor: Actor,
  personId: string,
  version: number,
  leftOn: Day,
): Promise<PersonChanged> => change(doors, actor, personId, version, { leftOn });

export type Accepted =
  | { kind: 'accepted'; council: string }
  | { kind: 'refused'; problem: string }
  | { kind: 'gone'; state: links.LinkState };

/** Accepts an invitation. A person with an account gives null for both: they just gain the council. */
export async function acceptInvitation(
  tools: AccountTools,
  token: string,
  given: { name: string; password: string } | null,
): Promise<Accepted> {
  const seen = await tools.doors.asVisitor((tx) => links.lookAtInvitation(tx, hashToken(token)));
  if (seen.state !== 'open') return { kind: 'gone', state: seen.state };
  let name: string | null = null;
  let passwordHash: string | null = null;
  if (!seen.hasAccount) {
    const problem = passwordProblem(given?.password ?? '', seen.email);
    if (problem) return { kind: 'refused', problem };
    name = given!.name.trim() || seen.name;
    passwordHash = await hashPassword(given!.password);
  }
  const accepted = await tools.doors.asVisitor((tx) =>
    links.acceptInvitation(tx, hashToken(token), name, passwordHash),
  );
  if (accepted.state !== 'open') {
    return { kind: 'gone', state: accepted.state === 'needs_password' ? 'expired' : accepted.state };
  }
  return { kind: 'accepted', council: accepted.council! };
}
