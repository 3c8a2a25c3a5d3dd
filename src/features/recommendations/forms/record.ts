// The forms of one recommendation: the council's response, the owners, a verdict, and one added by hand.
import { readText, readWebAddress, readWhole } from '../../../engines/fields/fields.ts';
import type { Answer, Grade, ReportKind, SubPoint } from '../../../platform/db/schema/index.ts';
import { type Directory, readPerson } from './people.ts';
import { type FormRead, finish, readOneOf, readOptionalDay, readRequiredDay, type Typed, textOf } from './read.ts';

export const ANSWERS: readonly Answer[] = ['accepted', 'accepted_in_part', 'accepted_in_principle', 'not_accepted'];
export const GRADES: readonly Grade[] = ['fully_met', 'partly_met', 'not_met', 'contrary', 'not_assessed', 'no_report'];
export const REPORT_KINDS: readonly ReportKind[] = [
  'corporate-peer-challenge',
  'finance-peer-challenge',
  'governance-peer-challenge',
  'progress-review',
  'committee-report',
  'unknown',
];

export interface ResponseForm {
  readonly answer: Answer;
  readonly reason: string;
  readonly decidedOn: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
  readonly decisionUrl: string;
}

/** The council's answer. A reason is required unless it is accepted whole; a decision is not dated in the future. */
export function readResponse(typed: Typed, today: string): FormRead<ResponseForm> {
  const errors: Record<string, string> = {};
  const answer = readOneOf(textOf(typed, 'answer'), ANSWERS);
  const reason = readText(textOf(typed, 'reason'));
  const decidedOn = readRequiredDay(typed, 'decided', errors);
  const address = readText(textOf(typed, 'url'));
  const decisionUrl = address === '' ? '' : readWebAddress(address);
  if (answer === null) errors.answer = 'Choose what the council answered';
  else if (answer !== 'accepted' && reason === '') {
    errors.reason =
      answer === 'not_accepted'
        ? 'Give the reason for not accepting it: it will be published'
        : `Give the reason for accepting it ${answer === 'accepted_in_part' ? 'in part' : 'in principle'}: it will be published`;
  }
  if (decidedOn > today) errors.decided = 'The decision must be today or before';
  if (decisionUrl === null) errors.url = 'Enter a web address, like https://www.example.org/decision';
  return finish(errors, {
    answer: answer ?? 'accepted',
    reason,
    decidedOn,
    decidedByBody: readText(textOf(typed, 'body')),
    decisionReference: readText(textOf(typed, 'reference')),
    decisionUrl: decisionUrl ?? '',
  });
}

export interface OwnersForm {
  readonly officerId: string | null;
  readonly memberId: string | null;
  readonly nextReviewOn: string | null;
}

/** Who is accountable. Either may be left open: the gap then shows wherever the record does. */
export function readOwners(typed: Typed, directory: Directory): FormRead<OwnersForm> {
  const errors: Record<string, string> = {};
  const officer = readPerson(textOf(typed, 'officer'), directory, 'officer');
  const member = readPerson(textOf(typed, 'member'), directory, 'member');
  const nextReviewOn = readOptionalDay(typed, 'review', errors);
  if ('error' in officer) errors.officer = officer.error;
  if ('error' in member) errors.member = member.error;
  return finish(errors, {
    officerId: 'id' in officer ? officer.id : null,
    memberId: 'id' in member ? member.id : null,
    nextReviewOn,
  });
}

export interface VerdictForm {
  readonly grade: Grade;
  readonly givenOn: string;
  readonly reviewer: string;
  readonly source: string;
  readonly nextReviewOn: string | null;
}

export function readVerdict(typed: Typed, today: string): FormRead<VerdictForm> {
  const errors: Record<string, string> = {};
  const grade = readOneOf(textOf(typed, 'grade'), GRADES);
  const reviewer = readText(textOf(typed, 'reviewer'));
  const givenOn = readRequiredDay(typed, 'given', errors);
  const nextReviewOn = readOptionalDay(typed, 'next', errors);
  if (grade === null) errors.grade = 'Choose what the reviewers found';
  if (reviewer === '') errors.reviewer = 'Say who gave the verdict';
  if (givenOn > today) errors.given = 'The review must be today or before';
  if (nextReviewOn !== null && !errors.given && nextReviewOn <= givenOn) {
    errors.next = 'The next review must be after this one';
  }
  return finish(errors, {
    grade: grade ?? 'not_assessed',
    givenOn,
    reviewer,
    source: readText(textOf(typed, 'source')),
    nextReviewOn,
  });
}

export interface ByHandForm {
  readonly report:
    | { readonly id: string }
    | { title: string; kind: ReportKind; fieldworkFrom: string | null; fieldworkTo: string | null };
  readonly groupName: string;
  readonly number: number | null;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: readonly SubPoint[];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lines that begin with a label, "a) publish the level", as sub-points. A line without one continues the text. */
function splitParts(text: string): { text: string; parts: SubPoint[] } {
  const lines = text.split('\n');
  const parts: SubPoint[] = [];
  const body: string[] = [];
  for (const line of lines) {
    const found = /^\s*\(?([a-z]|[ivx]{1,4})[).]\s+(\S.*)$/.exec(line);
    if (found) parts.push({ label: found[1]!, text: found[2]!.trim() });
    else if (parts.length > 0 && line.trim() !== '') {
      parts[parts.length - 1] = { ...parts.at(-1)!, text: `${parts.at(-1)!.text} ${line.trim()}` };
    } else body.push(line);
  }
  return { text: body.join('\n').trim(), parts };
}

/** A recommendation typed in: to a report that is there, or to a new one that has no document. */
export function readByHand(typed: Typed): FormRead<ByHandForm> {
  const errors: Record<string, string> = {};
  const chosen = textOf(typed, 'report');
  const title = readText(textOf(typed, 'title'));
  const isNew = chosen === 'new';
  if (!isNew && !UUID.test(chosen)) errors.report = 'Choose the report, or say that it is a new one';
  if (isNew && title === '') errors.title = 'Enter the name of the report';
  const kind = readOneOf(textOf(typed, 'kind'), REPORT_KINDS) ?? 'unknown';
  const fieldworkFrom = isNew ? readOptionalDay(typed, 'from', errors) : null;
  const fieldworkTo = isNew ? readOptionalDay(typed, 'to', errors) : null;
  if (fieldworkFrom !== null && fieldworkTo !== null && fieldworkTo < fieldworkFrom) {
    errors.from = '‘From’ must be before ‘to’';
  }
  const numberText = textOf(typed, 'number').trim();
  const number = numberText === '' ? null : readWhole(numberText, 10_000);
  if (numberText !== '' && (number === null || number < 1)) errors.number = 'Enter a whole number, like 4';
  const { text, parts } = splitParts(readText(textOf(typed, 'text')));
  if (text === '') errors.text = 'Enter the wording of the recommendation';
  return finish(errors, {
    report: isNew ? { title, kind, fieldworkFrom, fieldworkTo } : { id: chosen },
    groupName: readText(textOf(typed, 'group')) || 'Recommendations',
    number,
    heading: readText(textOf(typed, 'heading')) || null,
    text,
    parts,
  });
}
