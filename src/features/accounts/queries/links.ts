// One-use links that came by mail or from the operator.
import type { Role } from '../../../platform/db/schema/index.ts';
import type { VisitorTx } from '../../../platform/db/scope.ts';
import type { MemberKind } from '../rules.ts';

/** Whether a link still works. Null: there never was such a link. */
export type LinkState = 'open' | 'used' | 'expired' | null;

export interface InvitationSeen {
  readonly state: LinkState;
  readonly expiresAt: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: Role[];
  readonly kind: MemberKind;
  readonly council: { code: string; name: string; letters: string; band: 'ink' | 'plum' | 'pine' };
  readonly hasAccount: boolean;
}

/** Whom to write to about a new password, or null: no such person, or asked too often. */
export const requestReset = (
  tx: VisitorTx,
  email: string,
  emailSubject: string,
  addressSubject: string,
  linkHash: string,
) =>
  tx.call<{ name: string; email: string; until: string } | null>(
    'request_reset',
    email,
    emailSubject,
    addressSubject,
    linkHash,
  );

export const lookAtPasswordLink = (tx: VisitorTx, linkHash: string) =>
  tx.call<{ state: LinkState; expiresAt: string | null; email: string | null; name: string | null }>(
    'look_at_password_link',
    linkHash,
  );

export const usePasswordLink = (tx: VisitorTx, linkHash: string, passwordHash: string) =>
  tx.call<{ state: LinkState; email?: string; name?: string }>('use_password_link', linkHash, passwordHash);

export const lookAtInvitation = (tx: VisitorTx, linkHash: string) =>
  tx.call<InvitationSeen | { state: null }>('look_at_invitation', linkHash);

/** For a person without an account a name and a password's hash are needed, else both are null. */
export const acceptInvitation = (tx: VisitorTx, linkHash: string, name: string | null, passwordHash: string | null) =>
  tx.call<{ state: LinkState | 'needs_password'; personId?: string; council?: string }>(
    'accept_invitation',
    linkHash,
    name,
    passwordHash,
  );

/**
 * Makes the link of an invitation that waits; an older one stops working. False when none waits. No council's scope can
 * do this: whoever names the hash knows the link.
 */
export const linkInvitation = (tx: VisitorTx, councilId: string, personId: string, linkHash: string) =>
  tx.call<boolean>('link_invitation', councilId, personId, linkHash);
