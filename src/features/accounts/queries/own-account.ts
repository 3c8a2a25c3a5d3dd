// A person's own account. The hash of the sign-in's token says whose it is.
import type { VisitorTx } from '../../../platform/db/scope.ts';
import type { NewSession } from './sign-in.ts';

export interface OwnSession {
  readonly id: string;
  readonly madeAt: string;
  readonly lastSeenAt: string;
  readonly address: string;
  readonly device: string;
  readonly way: NewSession['way'];
  readonly current: boolean;
}

export interface OwnAccount {
  readonly name: string;
  readonly email: string;
  readonly passwordChangedAt: string | null;
  readonly secondFactorSince: string | null;
  readonly codesLeft: number;
  readonly sessions: readonly OwnSession[];
}

export const ownAccount = (tx: VisitorTx, token: string) => tx.call<OwnAccount | null>('own_account', token);

export const renameSelf = (tx: VisitorTx, token: string, name: string) => tx.call<boolean>('rename_self', token, name);

/** The hash to check a typed password against; each asking counts as a try until `ownPasswordWasRight`. */
export const ownPassword = (tx: VisitorTx, token: string) =>
  tx.call<{ waitUntil: string | null; passwordHash: string | null } | null>('own_password', token, 'own-password');

export const ownPasswordWasRight = (tx: VisitorTx, token: string) =>
  tx.call<true>('own_password_was_right', token, 'own-password');

export const changeOwnPassword = (tx: VisitorTx, token: string, passwordHash: string, session: NewSession) =>
  tx.call<boolean>('change_own_password', token, passwordHash, JSON.stringify(session));

/** Keeps a sealed secret, unless one is kept already, and gives the one kept. A null secret only looks. */
export const beginSecondFactor = (tx: VisitorTx, token: string, sealed: string | null) =>
  tx.call<{ secret: string | null; confirmed: boolean } | null>('begin_second_factor', token, sealed);

export const confirmSecondFactor = (tx: VisitorTx, token: string, codeStep: number, codeHashes: string[]) =>
  tx.call<boolean>('confirm_second_factor', token, codeStep, codeHashes);

export const replaceRecoveryCodes = (tx: VisitorTx, token: string, codeHashes: string[]) =>
  tx.call<boolean>('replace_recovery_codes', token, codeHashes);

export const removeSecondFactor = (tx: VisitorTx, token: string) => tx.call<boolean>('remove_second_factor', token);

/** Ends one of the person's own sign-ins, or every one but this when the identifier is null. How many were ended. */
export const endOwnSessions = (tx: VisitorTx, token: string, id: string | null) =>
  tx.call<number>('end_own_sessions', token, id);
