// How arrangements, their terms and their posts are spoken of.
import { shortName } from '../../../engines/fields/councils.ts';
import { count, date } from '../../../platform/web/dates-and-money.ts';
import type { DateFieldView, fieldsOf, TextFieldView } from '../../recommendations/index.ts';
import {
  type Agreement,
  type Arrangement,
  councilsIn,
  type Depth,
  inForceSince,
  type Post,
  waitingFor,
} from '../rules/arrangement.ts';

export type Errors = Readonly<Record<string, string>>;

export const DEPTH_WORDS: Readonly<Record<Depth, string>> = {
  shared_leader: 'Shared leader',
  shared_team: 'Shared team',
  integrated: 'Integrated',
};

/** "Northmere, Wendshire and Thornwick". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const namesOf = (agreements: readonly Agreement[]) =>
  listed(agreements.map(({ council }) => shortName(council)));

/** The short name of a council of an arrangement. */
export function councilName(arrangement: Pick<Arrangement, 'agreements'>, id: string | null): string | null {
  const found = arrangement.agreements.find(({ councilId }) => councilId === id);
  return found ? shortName(found.council) : null;
}

/** The same in a table. A council that has left no longer sees who else is in it. */
export function councilOr(arrangement: Pick<Arrangement, 'agreements'>, id: string | null): string {
  return id === null ? 'Not known' : (councilName(arrangement, id) ?? 'Another council');
}

/** "In force since 17 December 2024", or whose move it is, or that it has ended. */
export function forceOf(arrangement: Arrangement, today: string): string {
  const there = councilsIn(arrangement, today);
  if (there.length < 2) {
    const last = arrangement.agreements
      .flatMap(({ leaving }) => (leaving && leaving.endsOn <= today ? [leaving.endsOn] : []))
      .sort()
      .at(-1);
    return last ? `Ended on ${date(last)}` : 'Not in force: only one council is in it';
  }
  const waiting = waitingFor(arrangement, today);
  const since = inForceSince(arrangement, today);
  if (since === null) return `Not in force: ${namesOf(waiting)} ${waiting.length === 1 ? 'has' : 'have'} not agreed`;
  if (waiting.length > 0) return `In force since ${date(since)}. ${namesOf(waiting)} to agree what is shared`;
  return `In force since ${date(since)}`;
}

export const whereOf = (decided: { readonly decidedByBody: string; readonly decisionReference: string }) =>
  [decided.decidedByBody, decided.decisionReference].filter(Boolean).join(' ');

export const noticeWords = (months: number | null) => (months === null ? 'Not known' : count(months, 'month'));

export const dayOrNotKnown = (day: string | null) => (day === null ? 'Not known' : date(day));

/** "60% Northmere, 40% Wendshire". What another council wrote is read with care: only whole percents of councils in it. */
export function timeWords(arrangement: Pick<Arrangement, 'agreements'>, post: Pick<Post, 'timeShares'>): string {
  const parts = arrangement.agreements.flatMap(({ councilId, council }) => {
    const share = post.timeShares[councilId];
    return Number.isInteger(share) ? [`${share}% ${shortName(council)}`] : [];
  });
  return parts.join(', ') || 'Not known';
}

/** "From 1 April 2027 until 31 March 2029". */
export function datesWords(post: Pick<Post, 'fromOn' | 'untilOn'>): string {
  const from = post.fromOn === null ? 'Start not known' : `From ${date(post.fromOn)}`;
  return post.untilOn === null ? from : `${from} until ${date(post.untilOn)}`;
}

export interface DecisionFields {
  readonly body: TextFieldView;
  readonly reference: TextFieldView;
}

/** Where a council decided: asked with every agreement and every notice. */
export function decisionFields(field: ReturnType<typeof fieldsOf>): DecisionFields {
  return {
    body: field.text('body', 'Where was it decided?', 'For example, Cabinet'),
    reference: field.text('reference', 'Decision reference', 'For example, 26/118. Leave empty if there is none.'),
  };
}

/** The form of the acting council's own agreement. */
export interface AgreeView extends DecisionFields {
  readonly action: string;
  readonly button: string;
  readonly agreed: DateFieldView;
}

export const AGREE_FIELDS = ['agreed', 'body', 'reference'] as const;

export function agreeView(
  council: { readonly name: string },
  action: string,
  field: ReturnType<typeof fieldsOf>,
): AgreeView {
  return {
    action,
    button: `Agree for ${shortName(council.name)}`,
    agreed: field.date('agreed', 'When was it decided?', 'For example, 14 10 2026'),
    ...decisionFields(field),
  };
}
