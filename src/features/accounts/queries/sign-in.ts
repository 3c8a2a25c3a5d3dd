// What may be asked of the accounts before anyone is known: named functions of migrations/0002_accounts.sql.
import type { VisitorTx } from '../../../platform/db/scope.ts';
import type { SignedIn } from '../sessions.ts';

/** A sign-in about to be opened: the hash of its token, and where it comes from. */
export interface NewSession {
  readonly tokenHash: string;
  readonly address: string;
  readonly device: string;
  readonly way: 'password' | 'openid' | 'demonstration';
}

const asText = (value: unknown) => JSON.stringify(value);

export const anyAccount = (tx: VisitorTx) => tx.call<boolean>('any_account');

export const findSession = (tx: VisitorTx, tokenHash: string, seenFrom: string | null) =>
  tx.call<SignedIn | null>('find_session', tokenHash, seenFrom);

export const endSession = (tx: VisitorTx, tokenHash: string) => tx.call<true>('end_session', tokenHash);

/** Counts the try, then says whom it is about. Subjects are keyed hashes of the e-mail and network addresses. */
export const beginSignIn = (tx: VisitorTx, email: string, emailSubject: string, addressSubject: string) =>
  tx.call<{
    waitUntil: string | null;
    person: { id: string; passwordHash: string; secondFactor: boolean } | null;
  }>('begin_sign_in', email, emailSubject, addressSubject);

/** `step`: a second factor is wanted, and `stepHash` now names the second step. Otherwise the session is open. */
export const finishSignIn = (
  tx: VisitorTx,
  personId: string,
  emailSubject: string,
  addressSubject: string,
  session: NewSession,
  stepHash: string,
) => tx.call<{ step: boolean }>('finish_sign_in', personId, emailSubject, addressSubject, asText(session), stepHash);

export const takeSecondStep = (tx: VisitorTx, stepHash: string) =>
  tx.call<
    { state: 'gone' } | { state: 'wait'; waitUntil: string } | { state: 'open'; secret: string; lastStep: number }
  >('take_second_step', stepHash, 'second');

/** Uses up the code, once. False when it was used before, or the step is over. */
export const finishSecondStep = (
  tx: VisitorTx,
  stepHash: string,
  used: { codeStep: number } | { recoveryHash: string },
  session: NewSession,
) =>
  tx.call<boolean>(
    'finish_second_step',
    stepHash,
    'second',
    'codeStep' in used ? used.codeStep : null,
    'recoveryHash' in used ? used.recoveryHash : null,
    asText(session),
  );

export const signInByOpenId = (
  tx: VisitorTx,
  identity: { issuer: string; subject: string; verifiedEmail: string | null },
  session: NewSession,
) => tx.call<boolean>('sign_in_by_openid', identity.issuer, identity.subject, identity.verifiedEmail, asText(session));

export const signInDemonstration = (tx: VisitorTx, email: string, session: NewSession) =>
  tx.call<boolean>('sign_in_demonstration', email, asText(session));
