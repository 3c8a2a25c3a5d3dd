// What the pages of accounts are made with, and what several of them share.
import type { Mail } from '../../../platform/mail/compose.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import {
  type AnswerWithCookies,
  type OpenContext,
  redirect,
  type SuccessMessage,
} from '../../../platform/web/pages.ts';
import type { AccountTools, From } from '../actions/sign-in.ts';
import { deviceInWords } from '../devices.ts';
import type { OpenIdProvider } from '../openid.ts';
import type { Sessions } from '../sessions.ts';
import type { DemonstrationAccount } from '../views/sign-in.ts';

export interface AccountSettings {
  readonly tools: AccountTools;
  readonly sessions: Sessions;
  readonly mailer: Mailer;
  /** Null: no single sign-on. */
  readonly openId: OpenIdProvider | null;
  /** Shown on the sign-in page in demonstration mode alone. */
  readonly demonstrationAccounts: readonly DemonstrationAccount[];
  /** The folder of mails in demonstration mode, else null. */
  readonly keptMailFolder: string | null;
  /** Tells the log that a mail could not be sent, or the provider not reached. No address is in it. */
  failed(what: string, error: unknown): void;
}

/** The name of the cookie that carries a session's token; the web server looks for it. */
export const SESSION_COOKIE = 'goldthread_session';
/** Names the second step between the password and the code. */
export const STEP_COOKIE = 'goldthread_step';
/** What is kept, sealed, while the person is away at the provider of single sign-on. */
export const OPENID_COOKIE = 'goldthread_openid';

const SEVEN_DAYS = 7 * 24 * 60 * 60;

/** Goes where the person wanted to be, signed in. */
export function enter(token: string, next: string | null, success: SuccessMessage | string | null = null) {
  const answer: AnswerWithCookies = {
    ...redirect(next ?? '/councils', success),
    cookies: {
      [SESSION_COOKIE]: { value: token, maxAgeSeconds: SEVEN_DAYS },
      [STEP_COOKIE]: null,
      [OPENID_COOKIE]: null,
    },
  };
  return answer;
}

export function from(context: Pick<OpenContext, 'remoteAddress' | 'userAgent'>): From {
  return { address: context.remoteAddress, device: deviceInWords(context.userAgent) };
}

/** Sends a mail without letting the page wait: how long it takes would tell whether there was anyone to write to. */
export function sendSoon(settings: AccountSettings, mail: Mail | null): void {
  if (!mail || !settings.mailer.sends) return;
  settings.mailer.send(mail).catch((error) => settings.failed('A mail could not be sent', withoutPeople(error)));
}

/** What a log may keep of an error: a mail server's or a provider's own words may name a person. */
export function withoutPeople(error: unknown): Error {
  const {
    name = 'Error',
    code,
    responseCode,
  } = (error ?? {}) as { name?: string; code?: string; responseCode?: number };
  return new Error([name, code, responseCode].filter((part) => part !== undefined).join(' '));
}
