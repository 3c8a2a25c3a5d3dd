// The forms of sharing: an agreement, and a proposal.
import { readText } from '../../engines/fields/fields.ts';
import { type FormRead, finish, readOptionalDay, type Typed, textOf } from '../recommendations/index.ts';
import type { ProposeInput } from './actions.ts';
import type { Decision } from './queries.ts';

const NOT_A_DAY = 'Enter a date, like 31 January 2027';

/** A decision has a day, not in the future, and a place: the body that took it. */
export function readDecision(typed: Typed, today: string): FormRead<Decision> {
  const errors: Record<string, string> = {};
  const agreedOn = readOptionalDay(typed, 'agreed', errors);
  const decidedByBody = readText(textOf(typed, 'body'));
  if (agreedOn === null) errors.agreed ??= NOT_A_DAY;
  else if (agreedOn > today) errors.agreed = 'The decision must be today or before';
  if (decidedByBody === '') errors.body = 'Say where it was decided';
  const decisionReference = readText(textOf(typed, 'reference'));
  return finish(errors, { agreedOn: agreedOn ?? '', decidedByBody, decisionReference });
}

/** What is shared, with whom, and from when its posts are seen by all. */
export function readProposal(typed: Typed, withCouncils: readonly string[]): FormRead<ProposeInput> {
  const errors: Record<string, string> = {};
  const name = readText(textOf(typed, 'name'));
  const purpose = readText(textOf(typed, 'purpose'));
  const postsFrom = readOptionalDay(typed, 'from', errors);
  if (name === '') errors.name = 'Say what is shared';
  if (withCouncils.length === 0) errors.with = 'Choose at least two councils: yours and another';
  if (postsFrom === null) errors.from ??= NOT_A_DAY;
  return finish(errors, { name, purpose, withCouncils, postsFrom: postsFrom ?? '' });
}
