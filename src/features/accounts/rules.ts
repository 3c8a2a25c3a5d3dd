import { date } from '../../platform/web/dates-and-money.ts';
import { changed, day, oneOf, someOf, text, type Vocabulary, valueWords } from '../history/index.ts';
import type { Role } from './permissions.ts';

/** How a person is known in a council. */
export type MemberKind = 'officer' | 'member';

export const ROLE_NAMES: Record<Role, string> = {
  administrator: 'Administrator',
  improvement_lead: 'Improvement lead',
  finance_lead: 'Finance lead',
  officer: 'Officer',
  member: 'Member',
  auditor: 'Auditor',
};

/** What each role lets a person do, in words, for the people page. permissions.ts decides; these say it. */
export const ROLE_HINTS: Record<Role, string> = {
  administrator: 'Invites people, changes roles, ends access. Nothing else by this role alone',
  improvement_lead: 'Reads reports in, records answers, names owners, publishes',
  finance_lead: 'Sets costs and cost shares, reports on their own actions, adds evidence',
  officer: 'Reports on their own actions, adds evidence',
  member: 'Reads everything, reports on actions they are accountable for',
  auditor: 'Reads everything, changes nothing',
};

/** An e-mail address in the form it is kept and compared: lower case, without spaces around. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Looks like an e-mail address. Whether it is one, only a mail that arrives can tell. */
export function looksLikeEmail(email: string): boolean {
  return email.length <= 254 && /^[^\s@<>",;:\\()[\]]+@[^\s@<>"',;:\\()[\]]+\.[^\s@.<>"',;:\\()[\]]+$/.test(email);
}

export const PASSWORD_LEAST = 12;
/** Longer than anyone types, short enough that hashing it is no burden. */
export const PASSWORD_MOST = 200;

// Long enough to pass the length rule, and on every guesser's list.
const COMMON = new Set(
  (
    'password1234 passwordpassword password12345 123456789012 1234567890123 qwertyuiop12 qwertyuiopas qwerty123456 ' +
    'iloveyou1234 letmein12345 administrator welcome12345 abcdefghijkl abc123abc123 changeme1234 goldthread12 ' +
    '1q2w3e4r5t6y q1w2e3r4t5y6 football1234 liverpool123 passw0rd1234 correcthorsebatterystaple'
  ).split(' '),
);

/**
 * Why a new password is refused, in words that say what to do, or null when it will do. No rule asks for capitals or
 * symbols: length and not being guessable are what the National Cyber Security Centre advises.
 */
export function passwordProblem(password: string, email: string): string | null {
  const plain = password.normalize('NFKC');
  if (plain === '') return 'Enter a password';
  if ([...plain].length < PASSWORD_LEAST) return 'Use at least 12 characters. Three random words make a good password';
  if ([...plain].length > PASSWORD_MOST) return 'Use at most 200 characters';
  const lower = plain.toLowerCase();
  const [mailbox = ''] = email.toLowerCase().split('@');
  if (new Set(lower).size < 4 || COMMON.has(lower)) return 'That password is easy to guess. Use three random words';
  if (
    lower.includes(email.toLowerCase()) ||
    (mailbox.length >= 4 && lower.includes(mailbox) && lower.length < mailbox.length + 8)
  ) {
    return 'Your e-mail address must not be in the password. Use three random words';
  }
  return null;
}

/** "in 30 seconds", "in 4 minutes", "in about 1 hour": when the next try is allowed, rounded up. */
export function waitInWords(until: Date, now: Date): string {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  if (seconds < 60) return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 55) return minutes === 1 ? 'in 1 minute' : `in ${minutes} minutes`;
  return 'in about 1 hour';
}

const roles = someOf(ROLE_NAMES, 'no role');

/** What happened to a person's place in a council: who added them, who gave which role and when, when they left. */
export const personVocabulary: Vocabulary = {
  records: {
    membership: {
      name: 'Person',
      columns: {
        name: ['Name', text],
        roles: ['Roles', roles],
        job_title: ['Job title', text],
        kind: ['Officer or member', oneOf({ officer: 'Officer', member: 'Member' })],
        left_on: ['Access ends on', day],
      },
      title: ({ record }) => String(record.name),
      unlisted: (column) => column === 'name',
      empty: { roles: 'No role' },
      tell(row, telling) {
        const now = valueWords(row.record.roles, roles, telling.names);
        if (row.change === 'added') return `Added to the council’s people: ${now}`;
        const [only] = telling.changes;
        if (telling.changes.length > 1 || !only) return changed(String(row.record.name), telling);
        if (only.label === 'Roles') return { what: `Roles are now: ${now}`, saysNow: true };
        if (only.label !== 'Access ends on') return changed(String(row.record.name), telling);
        const what = only.now === null ? 'Brought back' : `Access ends on ${date(String(only.now))}`;
        return { what, saysNow: true };
      },
    },
  },
  // People change their own name, by the link of an invitation or on their account page; the rest is the operator's.
  unsigned: ({ was, change }) =>
    change === 'changed' && was && 'name' in was && !('roles' in was) ? 'the person' : 'the operator',
  reasons: false,
  notThere: 'Not yet among the council’s people',
};
