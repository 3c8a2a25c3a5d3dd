import type { Clock } from '../../../platform/clock.ts';
import type { Doors } from '../../../platform/db/open.ts';
import { passwordIsRight } from '../passwords.ts';
import * as queries from '../queries/sign-in.ts';
import { plainEmail } from '../rules.ts';
import { matchingStep } from '../second-factor.ts';
import { hashToken, type Keys, newToken } from '../secrets.ts';

/** What account actions work with. */
export interface AccountTools {
  readonly doors: Doors;
  readonly clock: Clock;
  readonly keys: Keys;
}

/** Where somebody signs in from: the network address, and browser and device in words. */
export interface From {
  readonly address: string;
  readonly device: string;
}

export type SignInOutcome =
  | { kind: 'signed-in'; token: string }
  | { kind: 'second-step'; step: string }
  /** Wrong e-mail or password: which of the two is not told. */
  | { kind: 'refused' }
  | { kind: 'wait'; until: Date };

function newSession(from: From, way: queries.NewSession['way']) {
  const token = newToken();
  return { token, session: { tokenHash: hashToken(token), address: from.address, device: from.device, way } };
}

/** Signs in with e-mail and password. An unknown e-mail takes as long and says the same as a wrong password. */
export async function signIn(
  tools: AccountTools,
  given: { email: string; password: string },
  from: From,
): Promise<SignInOutcome> {
  const email = plainEmail(given.email);
  const emailSubject = tools.keys.subject('email', email);
  const addressSubject = tools.keys.subject('address', from.address);
  const { waitUntil, person } = await tools.doors.asVisitor((tx) =>
    queries.beginSignIn(tx, email, emailSubject, addressSubject),
  );
  if (waitUntil) return { kind: 'wait', until: new Date(waitUntil) };
  const right = await passwordIsRight(person?.passwordHash ?? null, given.password);
  if (!right || !person) return { kind: 'refused' };
  const { token, session } = newSession(from, 'password');
  const step = newToken();
  const finished = await tools.doors.asVisitor((tx) =>
    queries.finishSignIn(tx, person.id, emailSubject, addressSubject, session, hashToken(step)),
  );
  return finished.step ? { kind: 'second-step', step } : { kind: 'signed-in', token };
}

export type SecondStepOutcome =
  | { kind: 'signed-in'; token: string }
  | { kind: 'refused' }
  | { kind: 'wait'; until: Date }
  /** The step ran out or was used: begin again with the password. */
  | { kind: 'gone' };

/** The second step: a code of the authenticator app, or one of the recovery codes. Each is taken once. */
export async function giveSecondFactor(
  tools: AccountTools,
  given: { step: string; code: string; kind: 'app' | 'recovery' },
  from: From,
): Promise<SecondStepOutcome> {
  const stepHash = hashToken(given.step);
  const taken = await tools.doors.asVisitor((tx) => queries.takeSecondStep(tx, stepHash));
  if (taken.state === 'gone') return { kind: 'gone' };
  if (taken.state === 'wait') return { kind: 'wait', until: new Date(taken.waitUntil) };
  let used: { codeStep: number } | { recoveryHash: string };
  if (given.kind === 'app') {
    const secret = tools.keys.open('second factor', taken.secret);
    const codeStep = secret === null ? null : matchingStep(secret, given.code, tools.clock.now());
    if (codeStep === null || codeStep <= taken.lastStep) return { kind: 'refused' };
    used = { codeStep };
  } else {
    used = { recoveryHash: tools.keys.recoveryCode(given.code) };
  }
  const { token, session } = newSession(from, 'password');
  const opened = await tools.doors.asVisitor((tx) => queries.finishSecondStep(tx, stepHash, used, session));
  return opened ? { kind: 'signed-in', token } : { kind: 'refused' };
}

/** Signs in the person of a verified outside identity. Null when nobody here has that identity or e-mail address. */
export async function signInWithIdentity(
  tools: AccountTools,
  identity: { issuer: string; subject: string; verifiedEmail: string | null },
  from: From,
): Promise<string | null> {
  const { token, session } = newSession(from, 'openid');
  const verifiedEmail = identity.verifiedEmail === null ? null : plainEmail(identity.verifiedEmail);
  const opened = await tools.doors.asVisitor((tx) =>
    queries.signInByOpenId(tx, { ...identity, verifiedEmail }, session),
  );
  return opened ? token : null;
}

/** Signs in one of the invented people. Null for anyone who serves a council that is not a demonstration. */
export async function signInAsDemonstration(tools: AccountTools, email: string, from: From): Promise<string | null> {
  const { token, session } = newSession(from, 'demonstration');
  const opened = await tools.doors.asVisitor((tx) => queries.signInDemonstration(tx, plainEmail(email), session));
  return opened ? token : null;
}
