import * as own from '../queries/own-account.ts';
import { keyAsText, matchingStep, newSecret, setUpPicture } from '../second-factor.ts';
import { hashToken, newRecoveryCodes } from '../secrets.ts';
import { checkOwnPassword, type OwnPasswordCheck } from './passwords.ts';
import type { AccountTools } from './sign-in.ts';

/** What the set-up page shows: the picture to scan (an SVG of ours) and the same key as text. */
export interface SetUp {
  readonly picture: string;
  readonly key: string;
}

/**
 * The key waiting to be confirmed, made at the first asking, so that opening the page again shows the same one.
 * Null when a second factor is in use already.
 */
export async function showSetUp(tools: AccountTools, token: string, email: string): Promise<SetUp | null> {
  const sealed = tools.keys.seal('second factor', newSecret());
  const kept = await tools.doors.asVisitor((tx) => own.beginSecondFactor(tx, hashToken(token), sealed));
  if (!kept || kept.confirmed || kept.secret === null) return null;
  let secret = tools.keys.open('second factor', kept.secret);
  if (secret === null) {
    // Sealed under another secret of the configuration: nobody can confirm it any more.
    await tools.doors.asVisitor((tx) => own.removeSecondFactor(tx, hashToken(token)));
    await tools.doors.asVisitor((tx) => own.beginSecondFactor(tx, hashToken(token), sealed));
    secret = tools.keys.open('second factor', sealed)!;
  }
  return { picture: await setUpPicture(secret, email), key: keyAsText(secret) };
}

export type Confirmed = { kind: 'confirmed'; codes: string[] } | { kind: 'refused' } | { kind: 'already' };

/** Turns the second factor on when the code was made from the key. Returns the recovery codes: this once, never again. */
export async function confirmSetUp(tools: AccountTools, token: string, typed: string): Promise<Confirmed> {
  const kept = await tools.doors.asVisitor((tx) => own.beginSecondFactor(tx, hashToken(token), null));
  if (!kept?.secret || kept.confirmed) return { kind: 'already' };
  const secret = tools.keys.open('second factor', kept.secret);
  const step = secret === null ? null : matchingStep(secret, typed, tools.clock.now());
  if (step === null) return { kind: 'refused' };
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => tools.keys.recoveryCode(code));
  const done = await tools.doors.asVisitor((tx) => own.confirmSecondFactor(tx, hashToken(token), step, hashes));
  return done ? { kind: 'confirmed', codes } : { kind: 'already' };
}

type WithPassword<Done> = Done | Exclude<OwnPasswordCheck, { kind: 'right' }>;

/** Ten new recovery codes in place of the old ones, for somebody who knows the password. */
export async function renewCodes(
  tools: AccountTools,
  token: string,
  password: string,
): Promise<WithPassword<{ kind: 'renewed'; codes: string[] } | { kind: 'off' }>> {
  const check = await checkOwnPassword(tools, token, password);
  if (check.kind !== 'right') return check;
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => tools.keys.recoveryCode(code));
  const done = await tools.doors.asVisitor((tx) => own.replaceRecoveryCodes(tx, hashToken(token), hashes));
  return done ? { kind: 'renewed', codes } : { kind: 'off' };
}

/** Turns the second factor off, for somebody who knows the password. */
export async function turnOff(
  tools: AccountTools,
  token: string,
  password: string,
): Promise<WithPassword<{ kind: 'off' }>> {
  const check = await checkOwnPassword(tools, token, password);
  if (check.kind !== 'right') return check;
  await tools.doors.asVisitor((tx) => own.removeSecondFactor(tx, hashToken(token)));
  return { kind: 'off' };
}

/** The recovery codes as a text file. */
export function codesAsText(codes: readonly string[], email: string): string {
  return [
    'Goldthread recovery codes',
    `Account: ${email}`,
    'Each works once, in place of a code from your authenticator app. Keep them where only you can reach them.',
    '',
    ...codes,
    '',
  ].join('\r\n');
}
