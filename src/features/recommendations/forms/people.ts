// A typed name settled into one accountable person, or the reason why not.
import { type Nameable, settlePerson } from '../../../engines/fields/people.ts';

export interface NameablePerson extends Nameable {
  readonly jobTitle: string;
  readonly email: string;
}

export type PersonRead = { readonly id: string | null } | { readonly error: string };

/** What the list of a person field offers: the name, told apart by job and then by address where two share one. */
export function labelOf(person: NameablePerson, people: readonly NameablePerson[]): string {
  const namesakes = people.filter((other) => other.name === person.name);
  if (namesakes.length < 2) return person.name;
  const sameJob = namesakes.filter((other) => other.jobTitle === person.jobTitle);
  return `${person.name}, ${sameJob.length < 2 && person.jobTitle !== '' ? person.jobTitle : person.email}`;
}

export function labelsOf(people: readonly NameablePerson[], kind: 'officer' | 'member'): string[] {
  return people.filter((person) => person.kind === kind).map((person) => labelOf(person, people));
}

/** "Northmere" from "Northmere City Council", as the texts name a council in a sentence. */
export function shortName(council: string): string {
  return council.replace(/ (?:(?:city|county|borough|district|metropolitan|town) )*council$/i, '');
}

const A_TEAM =
  /\b(team|teams|department|directorate|service|services|board|group|committee|office|officers|cabinet|unit|all|leadership)\b/i;
const SEVERAL_NAMES = / and |&|,|;|\//;

/**
 * @param wanted what the field asks for: an officer and a member are accountable for different things.
 * @param council the council's full name, for the message.
 */
export function readPerson(
  typed: string,
  people: readonly NameablePerson[],
  wanted: 'officer' | 'member',
  council: string,
): PersonRead {
  const text = typed.trim();
  const byLabel = people.find((person) => person.kind === wanted && labelOf(person, people) === text);
  if (byLabel) return { id: byLabel.id };
  const named = settlePerson(text, people, wanted);
  switch (named.kind) {
    case 'nobody':
      return { id: null };
    case 'found':
      return { id: named.person.id };
    case 'several': {
      const count = named.people.length === 2 ? 'Two' : String(named.people.length);
      const labels = named.people.map((person) => labelOf(person as NameablePerson, people));
      return { error: `${count} people are called ${text}. Choose one: ${labels.join(' or ')}` };
    }
    case 'wrong-kind':
      return wanted === 'officer'
        ? { error: `Name an officer: ${named.person.name} is a councillor` }
        : { error: `Name a councillor: ${named.person.name} is an officer` };
    case 'unknown':
      if (A_TEAM.test(text) || SEVERAL_NAMES.test(text)) {
        return {
          error: wanted === 'officer' ? 'Choose one officer, not a team' : 'Choose one councillor, not a group',
        };
      }
      return { error: `No one called ${text} works in ${shortName(council)}. Choose someone or invite them` };
  }
}
