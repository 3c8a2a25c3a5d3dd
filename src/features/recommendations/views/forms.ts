// The form pages of one recommendation. What was typed comes back as it was typed, with every error at once.
import { type FieldErrors, type TypedDay, typedDay } from '../../../engines/fields/fields.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { PageError } from '../../../platform/web/view.ts';
import { type Directory, INVITE_THEM, labelOf, labelsOf, type NameablePerson, namesakesOf } from '../forms/people.ts';
import { dayOf, dayTyped, type Typed, textOf } from '../forms/read.ts';
import { ANSWERS, GRADES, REPORT_KINDS } from '../forms/record.ts';
import type { RecordRow } from '../queries/record.ts';
import type { ReportBrief } from '../queries/register.ts';
import { titleOf } from '../rules/register.ts';
import { ANSWER_WORDS, GRADE_WORDS, KIND_WORDS } from '../rules/words.ts';

export interface ConflictView {
  readonly who: string;
  readonly when: Date;
  readonly what: string;
  readonly mine: string;
  readonly theirs: string;
}

interface FieldBase {
  /** Null: the field's name is its id. */
  readonly id: null;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
}
export interface TextFieldView extends FieldBase {
  readonly value: string;
}
export interface DateFieldView extends FieldBase {
  readonly value: TypedDay;
}
export interface PersonFieldView extends TextFieldView {
  readonly people: readonly string[];
  /** Where the typed name fits several people: their labels, to choose from. */
  readonly namesakes: readonly { readonly value: string; readonly text: string; readonly hint: null }[];
  /** Where nobody has that name, and the person may invite: the error up to the link, and the link. */
  readonly invite: { readonly before: string; readonly text: string; readonly href: string } | null;
}
export interface RadiosView extends FieldBase {
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint: string | null }[];
  readonly value: string | null;
  readonly inline: boolean;
}

/** Builds the fields of a form from what was typed and what was wrong with it. */
export function fieldsOf(typed: Typed, errors: FieldErrors) {
  const base = (name: string, label: string, hint: string | null): FieldBase => ({
    id: null,
    name,
    label,
    hint,
    error: errors[name] ?? null,
  });
  return {
    text: (name: string, label: string, hint: string | null = null): TextFieldView => ({
      ...base(name, label, hint),
      value: textOf(typed, name),
    }),
    date: (name: string, label: string, hint: string | null = null): DateFieldView => ({
      ...base(name, label, hint),
      value: dayOf(typed, name),
    }),
    person: (
      name: string,
      label: string,
      wanted: 'officer' | 'member',
      directory: Directory,
      hint: string | null = null,
    ): PersonFieldView => {
      const error = errors[name] ?? null;
      const namesakes = error === null ? [] : namesakesOf(textOf(typed, name), directory, wanted);
      const invites = directory.inviteHref !== null && error?.endsWith(INVITE_THEM);
      return {
        ...base(name, label, hint),
        value: textOf(typed, name),
        people: labelsOf(directory.people, wanted),
        namesakes:
          namesakes.length === 0
            ? []
            : [
                ...namesakes.map((text) => ({ value: text, text, hint: null })),
                { value: '', text: 'Nobody yet', hint: null },
              ],
        invite: invites
          ? { before: error!.slice(0, -INVITE_THEM.length), text: INVITE_THEM, href: directory.inviteHref }
          : null,
      };
    },
    radios: (
      name: string,
      label: string,
      options: readonly { value: string; text: string; hint?: string }[],
      hint: string | null = null,
    ): RadiosView => ({
      ...base(name, label, hint),
      options: options.map((option) => ({ hint: null, ...option })),
      value: textOf(typed, name) || null,
      inline: false,
    }),
  };
}

/** The lines of the summary, in the order of the fields on the page. A date's line leads to its first box. */
export function pageErrors(errors: FieldErrors, fields: readonly string[], dates: readonly string[] = []): PageError[] {
  return fields
    .filter((name) => errors[name])
    .map((name) => ({ text: errors[name]!, href: dates.includes(name) ? `#${name}-day` : `#${name}` }));
}

interface FormOf {
  readonly action: string;
  readonly cancel: string;
  /** What the form is about: the recommendation's title. */
  readonly about: string;
  readonly version: string;
  readonly conflict: ConflictView | null;
}

export interface ResponseFormView extends FormOf {
  readonly answer: RadiosView;
  readonly reason: TextFieldView;
  readonly decided: DateFieldView;
  readonly body: TextFieldView;
  readonly reference: TextFieldView;
  readonly url: TextFieldView;
  readonly why: TextFieldView | null;
  readonly heading: string;
}

export const RESPONSE_FIELDS = ['answer', 'reason', 'decided', 'body', 'reference', 'url'] as const;

/** A form opened on what is recorded, or on nothing. */
export function typedResponse(record: RecordRow): Typed {
  return {
    version: String(record.responseVersion ?? 0),
    answer: record.answer ?? '',
    reason: record.reason ?? '',
    body: record.decidedByBody ?? '',
    reference: record.decisionReference ?? '',
    url: record.decisionUrl ?? '',
    ...dayTyped('decided', typedDay(record.decidedOn)),
  };
}

export function responseFormView(
  record: RecordRow,
  typed: Typed,
  errors: FieldErrors,
  here: string,
  conflict: ConflictView | null = null,
): ResponseFormView {
  const field = fieldsOf(typed, errors);
  return {
    heading: record.answer === null ? 'Record the response' : 'Change the response',
    action: `${here}/response`,
    cancel: here,
    about: titleOf(record).title,
    version: textOf(typed, 'version'),
    conflict,
    answer: field.radios(
      'answer',
      'What did the council answer?',
      ANSWERS.map((value) => ({ value, text: ANSWER_WORDS[value] })),
    ),
    reason: field.text('reason', 'Reason', 'Needed unless it is accepted. It will be published.'),
    decided: field.date('decided', 'Decided on', 'For example, 14 10 2026'),
    body: field.text('body', 'By which body?', 'For example, Cabinet'),
    reference: field.text('reference', 'Decision reference', 'For example, 26/118. Leave empty if there is none.'),
    url: field.text('url', 'Web address of the decision', 'Leave empty if there is none.'),
    why:
      record.answer === null
        ? null
        : field.text('why', 'Why does the response change?', 'Kept in the history, which shows both responses.'),
  };
}

/** A response in lines, for the two versions of a conflict. */
export function responseInWords(typed: Typed): string {
  const day = dayOf(typed, 'decided');
  return [
    `Answer: ${ANSWER_WORDS[textOf(typed, 'answer') as keyof typeof ANSWER_WORDS] ?? 'none'}`,
    `Reason: ${textOf(typed, 'reason') || 'none'}`,
    `Decided on: ${[day.day, day.month, day.year].join(' ').trim() || 'not said'}`,
    `By: ${textOf(typed, 'body') || 'not said'}`,
    `Reference: ${textOf(typed, 'reference') || 'none'}`,
  ].join('\n');
}

export interface OwnersFormView extends FormOf {
  readonly officer: PersonFieldView;
  readonly member: PersonFieldView;
  readonly review: DateFieldView;
  /** Asked where owners are there already. */
  readonly why: TextFieldView | null;
}

export const OWNERS_FIELDS = ['officer', 'member', 'review'] as const;

export function typedOwners(record: RecordRow, people: readonly NameablePerson[]): Typed {
  const label = (id: string | null, name: string | null) => {
    const person = people.find((one) => one.id === id);
    return person ? labelOf(person, people) : (name ?? '');
  };
  return {
    version: String(record.version),
    officer: label(record.officerId, record.officer),
    member: label(record.memberId, record.member),
    ...dayTyped('review', typedDay(record.nextReviewOn)),
  };
}

export function ownersFormView(
  record: RecordRow,
  directory: Directory,
  typed: Typed,
  errors: FieldErrors,
  here: string,
  conflict: ConflictView | null = null,
): OwnersFormView {
  const field = fieldsOf(typed, errors);
  return {
    action: `${here}/owners`,
    cancel: here,
    about: titleOf(record).title,
    version: textOf(typed, 'version'),
    conflict,
    officer: field.person('officer', 'Accountable officer', 'officer', directory, 'One person, not a team'),
    member: field.person('member', 'Accountable member', 'member', directory, 'One councillor'),
    review: field.date('review', 'Next review from outside', 'When reviewers return to it, if that is known.'),
    why:
      record.officerId === null && record.memberId === null
        ? null
        : field.text('why', 'Why does it change?', 'Kept in the history. You may leave it empty.'),
  };
}

export function ownersInWords(typed: Typed): string {
  const day = dayOf(typed, 'review');
  return [
    `Officer: ${textOf(typed, 'officer') || 'nobody'}`,
    `Member: ${textOf(typed, 'member') || 'nobody'}`,
    `Next review: ${[day.day, day.month, day.year].join(' ').trim() || 'not known'}`,
  ].join('\n');
}

export interface VerdictFormView extends Omit<FormOf, 'version' | 'conflict'> {
  readonly grade: RadiosView;
  readonly given: DateFieldView;
  readonly reviewer: TextFieldView;
  readonly source: TextFieldView;
  readonly next: DateFieldView;
  readonly earlier: readonly string[];
}

export const VERDICT_FIELDS = ['grade', 'given', 'reviewer', 'source', 'next'] as const;

export function verdictFormView(
  record: RecordRow,
  earlier: readonly { grade: keyof typeof GRADE_WORDS; givenOn: string; reviewer: string }[],
  typed: Typed,
  errors: FieldErrors,
  here: string,
): VerdictFormView {
  const field = fieldsOf(typed, errors);
  return {
    action: `${here}/verdicts/new`,
    cancel: here,
    about: titleOf(record).title,
    grade: field.radios(
      'grade',
      'What did the reviewers find?',
      GRADES.map((value) => ({ value, text: GRADE_WORDS[value] })),
    ),
    given: field.date('given', 'Date of the review', 'As printed in their report'),
    reviewer: field.text('reviewer', 'Who gave the verdict?', 'For example, LGA peer team'),
    source: field.text('source', 'Where does it stand?', 'For example, progress review report, page 4'),
    next: field.date('next', 'When do they return?', 'Leave empty if it is not known.'),
    earlier: earlier.map((verdict) => `${GRADE_WORDS[verdict.grade]}, ${date(verdict.givenOn)}, ${verdict.reviewer}`),
  };
}

export interface ByHandView {
  readonly action: string;
  readonly cancel: string;
  readonly report: RadiosView;
  readonly title: TextFieldView;
  readonly kind: TextFieldView & { readonly options: readonly { value: string; text: string }[] };
  readonly from: DateFieldView;
  readonly to: DateFieldView;
  readonly group: TextFieldView;
  readonly number: TextFieldView;
  readonly heading: TextFieldView;
  readonly text: TextFieldView;
}

export const BY_HAND_FIELDS = ['report', 'title', 'from', 'to', 'group', 'number', 'heading', 'text'] as const;

export function byHandView(
  reports: readonly ReportBrief[],
  typed: Typed,
  errors: FieldErrors,
  base: string,
): ByHandView {
  const field = fieldsOf(typed, errors);
  return {
    action: `${base}/new`,
    cancel: base,
    report: field.radios('report', 'Which report does it come from?', [
      ...reports.map((report) => ({ value: report.id, text: report.title })),
      { value: 'new', text: 'A report that is not here yet' },
    ]),
    title: field.text('title', 'Name of the report', 'For example, Annual audit report 2025/26'),
    kind: {
      ...field.text('kind', 'Kind of report'),
      options: REPORT_KINDS.map((value) => ({
        value,
        text: value === 'unknown' ? 'Another kind' : KIND_WORDS[value],
      })),
    },
    from: field.date('from', 'On site from', 'Leave empty if it does not apply.'),
    to: field.date('to', 'On site to', 'Leave empty if it does not apply.'),
    group: field.text('group', 'List', 'The heading of the list it stands in, for example Key recommendations'),
    number: field.text('number', 'Number', 'As printed. Leave empty for the next one in the list.'),
    heading: field.text('heading', 'Heading', 'Leave empty if it has none.'),
    text: field.text(
      'text',
      'Wording',
      'Word for word. Begin each sub-point on a line of its own, with its letter: a) b) c).',
    ),
  };
}
