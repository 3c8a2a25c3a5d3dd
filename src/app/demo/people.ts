import { northmere } from './northmere/index.ts';
import type { StoryCouncil, StoryPerson } from './story.ts';
import { wendshire } from './wendshire.ts';

export const councils: readonly StoryCouncil[] = [northmere, wendshire];

/** An address that no mail can reach: the domain is reserved for examples. */
export function emailOf(council: StoryCouncil, person: StoryPerson): string {
  const name = person.name
    .replace(/^Cllr /, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
  return `${name}@${council.code}.example`;
}

/** Everybody one can sign in as, the leads of both councils first. */
export const demonstrationAccounts = councils
  .flatMap((council) =>
    council.people.map((person) => ({
      email: emailOf(council, person),
      name: person.name,
      does: `${person.jobTitle}, ${council.name}`,
      first: person.key === council.lead,
    })),
  )
  .sort((a, b) => Number(b.first) - Number(a.first))
  .map(({ email, name, does }) => ({ email, name, does }));
