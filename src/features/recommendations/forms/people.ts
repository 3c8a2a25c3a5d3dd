// A typed name settled into one accountable person, or the reason why not.
import { shortName } from '../../../engines/fields/councils.ts';
import { type Nameable, settlePerson } from '../../../engines/fields/people.ts';
import { inWords } from '../../../platform/web/dates-and-money.ts';

export interface NameablePerson extends Nameable {
  readonly jobTitle: string;
  readonly email: string;
}

/** Who can be named, where, and where somebody who is not there is invited (null: the person may not invite). */
export interface Directory {
  readonly people: readonly NameablePerson[];
  /** The council's full name, for the messages. */
  readonly council: string;
  readonly inviteHref: string | null;
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

const A_TEAM =
  /\b(team|teams|department|directorate|service|services|board|group|committee|office|officers|cabinet|unit|all|leadership)\b/i;
/** Who is addressed by a title is one person, whatever the surname. */
const A_TITLE = /^(cllr|councillor|mr|mrs|ms|miss|mx|dr)\b/i;
const SEVERAL_NAMES = / and |&|,|;|\//;

/** The words that lead to the page where people are invited, at the end of the message for those who may. */
export const INVITE_THEM = 'invite them';

/** The labels to choose from where what was typed fits several people; otherwise none. */
export function namesakesOf(typed: string, { people }: Directory, wanted: 'officer' | 'member'): string[] {
  const text = typed.trim();
  if (people.some((person) => person.kind === wanted && labelOf(person, people) === text)) return [];
  const named = settlePerson(text, people, wanted);
  return named.kind === 'several' ? named.people.map((person) => labelOf(person as NameablePerson, people)) : [];
}

/** @param wanted what the field asks for: an officer and a member are accountable for different things. */
export function readPerson(typed: string, directory: Directory, wanted: 'officer' | 'member'): PersonRead {
  const { people, council, inviteHref } = directory;
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
      const count = inWords(named.people.length).replace(/^./, (first) => first.toUpperCase());
      return { error: `${count} people are called ${text}. Choose one` };
    }
    case 'wrong-kind':
      return wanted === 'officer'
        ? { error: `Name an officer: ${named.person.name} is a councillor` }
        : { error: `Name a councillor: ${named.person.name} is an officer` };
    case 'unknown': {
      const nobody = `No one called ${text} works in ${shortName(council)}.`;
      if ((A_TEAM.test(text) && !A_TITLE.test(text)) || SEVERAL_NAMES.test(text)) {
        const one = wanted === 'officer' ? 'Choose one officer, not a team' : 'Choose one councillor, not a group';
        return { error: `${nobody} ${one}` };
      }
      return {
        error: `${nobody} ${
          inviteHref === null
            ? 'Choose someone, or ask an administrator to invite them'
            : `Choose someone or ${INVITE_THEM}`
        }`,
      };
    }
  }
}
