import type { Role } from '../permissions.ts';
import type { LinkState } from '../queries/links.ts';
import { ROLE_NAMES } from '../rules.ts';

/** An invented person who can be tried out by a button, in demonstration mode alone. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly name: string;
  /** Who that is: "Improvement lead, Northmere City Council". */
  readonly does: string;
}

export interface SignInView {
  readonly next: string;
  readonly email: string;
  readonly emailError: string | null;
  readonly passwordError: string | null;
  readonly openId: { readonly name: string; readonly href: string } | null;
  readonly demonstration: readonly DemonstrationAccount[];
  /** Nobody has an account yet: the page says how the first is made. */
  readonly nobodyYet: boolean;
}

export interface SecondStepView {
  readonly kind: 'app' | 'recovery';
  readonly error: string | null;
}

export interface ForgottenView {
  readonly email: string;
  readonly emailError: string | null;
  /** False: no mail can be sent, so the operator is to be asked. */
  readonly mail: boolean;
}

export interface SetPasswordView {
  readonly action: string;
  readonly email: string;
  readonly error: string | null;
}

export interface NoticeView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly next: { readonly text: string; readonly href: string } | null;
}

export interface InvitationView {
  readonly action: string;
  readonly council: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly roles: readonly string[];
  readonly name: string;
  readonly hasAccount: boolean;
  readonly nameError: string | null;
  readonly passwordError: string | null;
}

export interface CouncilsView {
  readonly councils: readonly { readonly value: string; readonly text: string; readonly hint: string }[];
  readonly error: string | null;
}

/** Roles in words, as one sentence part: "Improvement lead, Finance lead". */
export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_NAMES[role]).join(', ') || 'No role';
}

/** What to say of a link that does not work: it was used, ran out, or never was. */
export function linkGone(kind: 'password' | 'invitation', state: LinkState): NoticeView {
  const askAgain =
    kind === 'password'
      ? { text: 'Ask for a new link', href: '/forgotten-password' }
      : { text: 'Sign in', href: '/sign-in' };
  const todo =
    kind === 'password'
      ? 'Ask for a new one. It comes by mail within a few minutes.'
      : 'If you have joined already, sign in. Otherwise ask the administrator of the council to invite you again.';
  const heading =
    state === 'used'
      ? 'This link was used already'
      : state === 'expired'
        ? 'This link has run out'
        : 'This link does not work';
  const why =
    state === 'used'
      ? 'Each link works once, and a newer one takes the place of an older one.'
      : state === 'expired'
        ? kind === 'password'
          ? 'For your safety it worked for a short time only.'
          : 'An invitation works for 14 days, while it is not withdrawn.'
        : 'Part of the address may be missing. Copy the whole of it from the mail.';
  return { heading, lines: [why, todo], next: askAgain };
}

/** What is said after somebody asked for a new password, whether or not anybody has that e-mail address. */
export function mailOnItsWay(email: string): NoticeView {
  return {
    heading: 'Check your e-mail',
    lines: [
      `If ${email} has an account, a mail with a link to set a new password is on its way. The link works once, for one hour.`,
      'If nothing comes within 10 minutes, look among unwanted mail, check the address, and ask again.',
    ],
    next: { text: 'Back to sign in', href: '/sign-in' },
  };
}
