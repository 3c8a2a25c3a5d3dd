// Posted text to typed values, or every field's error at once. An error says what to do.
import { ROLES, type Role } from './permissions.ts';
import { looksLikeEmail, type MemberKind, plainEmail } from './rules.ts';

export type FieldErrors<Field extends string> = Readonly<Record<Field, string | null>>;
export type Read<Value, Field extends string> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'errors'; readonly errors: FieldErrors<Field> };

function settle<Value, Field extends string>(value: Value, errors: FieldErrors<Field>): Read<Value, Field> {
  return Object.values(errors).some((error) => error !== null) ? { kind: 'errors', errors } : { kind: 'read', value };
}

/** Why a typed e-mail address is refused, or null. */
export function emailProblem(typed: string): string | null {
  if (typed.trim() === '') return 'Enter an e-mail address';
  return looksLikeEmail(plainEmail(typed)) ? null : 'Enter an e-mail address, like name@northmere.example';
}

export function readSignIn(typed: { email: string; password: string }) {
  return settle(typed, {
    email: typed.email.trim() === '' ? 'Enter your e-mail address' : emailProblem(typed.email),
    password: typed.password === '' ? 'Enter your password' : null,
  });
}

/** A name as shown: spaces made single, at most 100 characters. */
export function readName(typed: string): { name: string; error: string | null } {
  const name = typed.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return { name, error: 'Enter a name' };
  return { name, error: name.length > 100 ? 'Use at most 100 characters for the name' : null };
}

export interface PersonTyped {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly kind: string;
  readonly roles: readonly string[];
}

export interface PersonRead {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly kind: MemberKind;
  readonly roles: Role[];
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** What a person is and does in the council. At least one role, or they could see nothing. */
export function readWork(typed: { jobTitle: string; kind: string; roles: readonly string[] }) {
  const jobTitle = typed.jobTitle.replaceAll(/\s+/g, ' ').trim();
  const roles = ROLES.filter((role) => typed.roles.includes(role));
  return settle(
    { jobTitle, kind: typed.kind as MemberKind, roles: [...roles] },
    {
      jobTitle: jobTitle.length > 100 ? 'Use at most 100 characters for the job title' : null,
      kind: typed.kind === 'officer' || typed.kind === 'member' ? null : 'Choose officer or member',
      roles: roles.length > 0 && typed.roles.every(isRole) ? null : 'Choose at least one role',
    },
  );
}

/** Somebody to invite. */
export function readPerson(typed: PersonTyped): Read<PersonRead, 'email' | 'name' | 'jobTitle' | 'kind' | 'roles'> {
  const { name, error } = readName(typed.name);
  const work = readWork(typed);
  const none = { jobTitle: null, kind: null, roles: null };
  const errors = { email: emailProblem(typed.email), name: error, ...(work.kind === 'errors' ? work.errors : none) };
  const value = { email: plainEmail(typed.email), name, ...(work.kind === 'read' ? work.value : typed) };
  return settle(value as PersonRead, errors);
}

export interface DayTyped {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** A day typed in three boxes, or the error that says how. No day before 1990 or after 2100 is meant. */
export function readDay(typed: DayTyped): { day: string; error: null } | { day: null; error: string } {
  const refused = { day: null, error: 'Enter a date, like 31 January 2027' } as const;
  const [day, month, year] = [typed.day, typed.month, typed.year].map((text) =>
    /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN,
  ) as [number, number, number];
  if (!(year >= 1990 && year <= 2100)) return refused;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return refused;
  return { day: date.toISOString().slice(0, 10), error: null };
}

/**
 * Where to go after signing in: a path of this site, or null. Anything that a browser could read as another site's
 * address is not one.
 */
export function safeNext(typed: string): string | null {
  if (typed.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(typed) || typed.includes('\\')) return null;
  return /^\/(sign-in|sign-out|forgotten-password|set-password)\b/.test(typed) ? null : typed;
}

/** The errors of a form's fields as the lines of the summary, in the order of the fields. */
export function summary<Field extends string>(
  errors: FieldErrors<Field>,
  targets: Partial<Record<Field, string>> = {},
): { text: string; href: string }[] {
  return (Object.entries(errors) as [Field, string | null][]).flatMap(([field, text]) =>
    text === null ? [] : [{ text, href: `#${targets[field] ?? field}` }],
  );
}
