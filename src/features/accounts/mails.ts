// The words of every mail that accounts send.
import type { Mail } from '../../platform/mail/compose.ts';
import { dateTime } from '../../platform/web/dates-and-money.ts';

/** Somebody asked for a new password. */
export function resetMail(person: { name: string; email: string }, link: string, until: Date): Mail {
  return {
    to: person.email,
    subject: 'Set a new password for Goldthread',
    council: null,
    parts: [
      `Hello ${person.name},`,
      'Somebody, we think you, asked to set a new password for your Goldthread account.',
      { text: 'Set a new password', href: link },
      `The link works once, until ${dateTime(until)}. You will be signed out everywhere.`,
      'If it was not you, do nothing: your password stays as it is.',
    ],
  };
}

/** Said after every change of password, so that a change somebody else made is noticed. */
export function passwordChangedMail(person: { name: string; email: string }, at: Date, resetAddress: string): Mail {
  return {
    to: person.email,
    subject: 'Your Goldthread password was changed',
    council: null,
    parts: [
      `Hello ${person.name},`,
      `Your password was changed on ${dateTime(at)}, and you were signed out everywhere else.`,
      'If it was not you, set a new password now and tell the administrator of your council.',
      { text: 'Set a new password', href: resetAddress },
    ],
  };
}

/** A council invites somebody. The same words whether or not the person has an account already. */
export function invitationMail(
  person: { name: string; email: string },
  council: string,
  invitedBy: string,
  link: string,
  until: Date,
): Mail {
  return {
    to: person.email,
    subject: `${council} invites you to Goldthread`,
    council,
    parts: [
      `Hello ${person.name},`,
      `${invitedBy} of ${council} invites you to Goldthread, where the council keeps its improvement plan.`,
      { text: `Join ${council}`, href: link },
      `The link works once, until ${dateTime(until)}. It is meant for you alone: do not pass it on.`,
      'If you did not expect this, do nothing. Nothing happens until you open the link and agree.',
    ],
  };
}
