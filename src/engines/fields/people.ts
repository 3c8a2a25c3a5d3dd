/** Somebody who can be named as accountable. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly kind: 'officer' | 'member';
}

export type Named =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'found'; readonly person: Nameable }
  | { readonly kind: 'several'; readonly people: readonly Nameable[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrong-kind'; readonly person: Nameable };

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(cllr|councillor)\.? +/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Who is meant by a typed name: the whole name first, then any part of one ("Fox"). Titles of councillors, case and
 * accents do not matter. When several fit, nobody is chosen for the person.
 * @param wanted officers and members are accountable for different things; the right name of the wrong kind is said so.
 */
export function settlePerson(typed: string, people: readonly Nameable[], wanted: 'officer' | 'member'): Named {
  const name = folded(typed);
  if (name === '') return { kind: 'nobody' };
  const whole = people.filter((person) => folded(person.name) === name);
  const parts = people.filter((person) => folded(person.name).split(' ').includes(name));
  const meant = whole.length > 0 ? whole : parts;
  const right = meant.filter((person) => person.kind === wanted);
  if (right.length === 1) return { kind: 'found', person: right[0]! };
  if (right.length > 1) return { kind: 'several', people: right };
  if (meant.length > 0) return { kind: 'wrong-kind', person: meant[0]! };
  return { kind: 'unknown' };
}
