import type { KeptMail } from '../../../platform/mail/mailer.ts';
import type { Link } from '../../../platform/web/view.ts';
import type { PersonTyped } from '../forms.ts';
import type { Role } from '../permissions.ts';
import { ROLES } from '../permissions.ts';
import type { PersonHere } from '../queries/people.ts';
import { ROLE_HINTS, ROLE_NAMES } from '../rules.ts';
import { rolesInWords } from './sign-in.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint: string | null;
}

export interface PeopleView {
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly work: string;
    readonly roles: string;
    readonly state: string;
    readonly href: string;
  }[];
  readonly left: readonly {
    readonly name: string;
    readonly work: string;
    readonly leftOn: string;
    readonly historyHref: string;
  }[];
  readonly inviteHref: string;
}

/** The fields of inviting and of changing a person. */
export interface PersonFieldsView {
  readonly typed: PersonTyped;
  readonly errors: Readonly<Record<'email' | 'name' | 'jobTitle' | 'kind' | 'roles', string | null>>;
  readonly kinds: readonly Choice[];
  readonly roles: readonly Choice[];
}

export interface InviteView extends PersonFieldsView {
  readonly action: string;
  readonly council: string;
  /** False: no mail can be sent here, so the operator adds people. */
  readonly mail: boolean;
  readonly councilCode: string;
}

export interface PersonView extends PersonFieldsView {
  readonly action: string;
  readonly version: number;
  readonly invited: { readonly until: Date; readonly againAction: string; readonly over: boolean } | null;
  readonly endHref: string;
  readonly history: readonly Link[];
  /** Somebody changed it meanwhile: what they left is shown beside what was typed. */
  readonly now: string | null;
}

export interface EndView {
  readonly name: string;
  readonly council: string;
  readonly action: string;
  readonly version: number;
  readonly typed: { readonly day: string; readonly month: string; readonly year: string };
  readonly error: string | null;
}

export interface KeptMailsView {
  readonly mails: readonly {
    readonly href: string;
    readonly subject: string;
    readonly to: string;
    readonly at: Date;
  }[];
}

export interface KeptMailView {
  readonly subject: string;
  readonly to: string;
  readonly at: Date;
  readonly parts: readonly { readonly text: string; readonly href: string | null }[];
}

const kinds: readonly Choice[] = [
  { value: 'officer', text: 'Officer', hint: 'Works for the council. Can be an accountable officer' },
  { value: 'member', text: 'Member', hint: 'An elected councillor. Can be an accountable member' },
];
const roles: readonly Choice[] = ROLES.map((role: Role) => ({
  value: role,
  text: ROLE_NAMES[role],
  hint: ROLE_HINTS[role],
}));

const NO_ERRORS = { email: null, name: null, jobTitle: null, kind: null, roles: null };

export function personFields(typed: PersonTyped, errors: Partial<PersonFieldsView['errors']> = {}): PersonFieldsView {
  return { typed, errors: { ...NO_ERRORS, ...errors }, kinds, roles };
}

/** "Head of finance, officer", or what is known of it. */
const workOf = (person: Pick<PersonHere, 'jobTitle' | 'kind'>) =>
  person.jobTitle ? `${person.jobTitle}, ${person.kind}` : person.kind === 'officer' ? 'Officer' : 'Member';

export function peopleView(
  people: readonly PersonHere[],
  invitations: readonly { personId: string; expiresAt: string }[],
  today: string,
  now: Date,
  path: (below: string) => string,
  dateInWords: (moment: Date | string) => string,
): PeopleView {
  const waiting = new Map(invitations.map((invitation) => [invitation.personId, new Date(invitation.expiresAt)]));
  const stateOf = (person: PersonHere): string => {
    const until = waiting.get(person.personId);
    if (until) return until > now ? `Invited until ${dateInWords(until)}` : 'Invited, and the link has run out';
    return person.leftOn === null ? 'Has access' : `Has access until ${dateInWords(person.leftOn)}`;
  };
  const here = people.filter(({ leftOn }) => leftOn === null || leftOn > today);
  return {
    people: here.map((person) => ({
      name: person.name,
      email: person.email,
      work: workOf(person),
      roles: rolesInWords(person.roles),
      state: stateOf(person),
      href: path(`/people/${person.personId}`),
    })),
    left: people
      .filter(({ leftOn }) => leftOn !== null && leftOn <= today)
      .map((person) => ({
        name: person.name,
        work: workOf(person),
        leftOn: person.leftOn!,
        historyHref: path(`/people/${person.personId}/history`),
      })),
    inviteHref: path('/people/invite'),
  };
}

export const keptMailsView = (mails: readonly KeptMail[]): KeptMailsView => ({
  mails: mails.map(({ id, subject, to, at }) => ({
    href: `/demonstration/mail/${id}`,
    subject,
    to,
    at: new Date(at),
  })),
});

export const keptMailView = (mail: KeptMail): KeptMailView => ({
  subject: mail.subject,
  to: mail.to,
  at: new Date(mail.at),
  parts: mail.parts.map((part) => (typeof part === 'string' ? { text: part, href: null } : part)),
});

export const endFields = (
  person: PersonHere,
  council: string,
  path: (below: string) => string,
  typed: EndView['typed'],
  error: string | null,
): EndView => ({
  name: person.name,
  council,
  action: path(`/people/${person.personId}/end`),
  version: person.version,
  typed,
  error,
});
