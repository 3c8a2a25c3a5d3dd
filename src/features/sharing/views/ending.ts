// The pages on which a council ends its own part, and the one that proposes to share again.
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import { type DateFieldView, fieldsOf, type TextFieldView, type Typed } from '../../recommendations/index.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import { type DecisionFields, decisionFields, type Errors, listed } from './words.ts';

export interface NoticeView extends DecisionFields {
  readonly heading: string;
  readonly about: string;
  readonly action: string;
  readonly cancel: string;
  readonly button: string;
  /** What follows from it, in sentences. */
  readonly consequences: readonly string[];
  readonly ends: DateFieldView;
  readonly reason: TextFieldView;
}

export const NOTICE_FIELDS = ['ends', 'reason', 'body', 'reference'] as const;

interface Given {
  readonly arrangement: Arrangement;
  readonly council: { readonly id: string; readonly name: string };
  readonly typed: Typed;
  readonly errors: Errors;
  readonly here: string;
}

function others({ arrangement, council }: Given): string {
  return listed(
    arrangement.agreements.filter(({ councilId }) => councilId !== council.id).map((one) => shortName(one.council)),
  );
}

function noticeFields(given: Given, hint: string) {
  const field = fieldsOf(given.typed, given.errors);
  return {
    ends: field.date('ends', 'From which day?', hint),
    reason: field.text('reason', 'Reason', `${others(given)} will read it`),
    ...decisionFields(field),
  };
}

/** The first day that can be given, and why no earlier one, in the words of the error. */
export function tooEarlyToLeave(earliest: string, today: string): string {
  return earliest === today
    ? 'The day must be today or later'
    : `The notice that all agreed to runs until ${date(earliest)}. Enter that day or a later one`;
}

export function leaveView(given: Given & { readonly earliest: string; readonly today: string }): NoticeView {
  const acting = shortName(given.council.name);
  const first =
    given.earliest === given.today ? 'Today or later.' : `${date(given.earliest)} or later: the agreed notice.`;
  return {
    heading: `${acting} leaves this arrangement`,
    about: given.arrangement.name,
    action: `${given.here}/leave`,
    cancel: given.here,
    button: `Give notice for ${acting}`,
    consequences: [
      `This is ${acting}’s own decision. It asks no agreement of ${others(given)}, who will read the day and the reason.`,
      `From that day ${acting} no longer sees what is shared, and nobody sees ${acting}’s posts by it. What was decided stays readable to each in its own part.`,
      'A notice cannot be taken back. To share again, propose a new arrangement.',
    ],
    ...noticeFields(given, first),
  };
}

export function endProtocolView(given: Given & { readonly protocolId: string; readonly kind: string }): NoticeView {
  const acting = shortName(given.council.name);
  return {
    heading: `End ${acting}’s part in sharing ${given.kind}`,
    about: given.arrangement.name,
    action: `${given.here}/protocols/${given.protocolId}/end`,
    cancel: given.here,
    button: `End it for ${acting}`,
    consequences: [
      `This is ${acting}’s own decision. It asks no agreement of ${others(given)}, who will read the day and the reason.`,
      `From that day no other council sees ${acting}’s ${given.kind} by this protocol, and ${acting} sees none of theirs. Each keeps what is its own. The arrangement itself goes on.`,
      'It cannot be taken back. To share again, propose it anew and let each council agree.',
    ],
    ...noticeFields(given, 'Today or later.'),
  };
}

export interface SharingView {
  readonly about: string;
  readonly action: string;
  readonly cancel: string;
  readonly from: DateFieldView;
}

export const SHARING_FIELDS = ['from'] as const;

export function sharingView(given: Omit<Given, 'council'>): SharingView {
  const field = fieldsOf(given.typed, given.errors);
  return {
    about: given.arrangement.name,
    action: `${given.here}/protocols/new`,
    cancel: given.here,
    from: field.date('from', 'From when do its councils see its posts?', 'For example, 1 4 2027'),
  };
}
