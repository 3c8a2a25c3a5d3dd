// The form pages of actions and evidence. What was typed comes back as it was typed, with every error at once.
import { type FieldErrors, typedDay, typedPounds } from '../../../engines/fields/fields.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import {
  type ConflictView,
  type DateFieldView,
  type Directory,
  dayOf,
  dayTyped,
  fieldsOf,
  labelOf,
  type NameablePerson,
  type PersonFieldView,
  PROGRESS_WORDS,
  type RadiosView,
  type TextFieldView,
  type Typed,
  textOf,
} from '../../recommendations/index.ts';
import { PROGRESS_CHOICES } from '../forms/action.ts';
import { EVIDENCE_ENDS } from '../forms/evidence-file.ts';
import type { ActionRow, EvidenceRecord } from '../queries/read.ts';

/** What stands on a published page is taken out there first. The link is for those who may publish. */
export interface Redact {
  readonly says: string;
  readonly link: Link | null;
}
export const ON_A_PUBLISHED_PAGE = 'It is on a published page. Redact it there first';

export function redactOn(path: (below: string) => string, mayPublish: boolean): Redact {
  return {
    says: `${ON_A_PUBLISHED_PAGE}.`,
    link: mayPublish ? { text: 'Go to the public pages', href: path('/public-pages') } : null,
  };
}

export interface ActionFormView {
  readonly heading: string;
  readonly action: string;
  readonly cancel: string;
  /** The recommendations that it answers. */
  readonly about: readonly string[];
  readonly version: string;
  readonly conflict: ConflictView | null;
  readonly title: TextFieldView;
  readonly officer: PersonFieldView;
  readonly member: PersonFieldView;
  readonly start: DateFieldView;
  readonly done: DateFieldView;
  /** Asked of every change; required where a date that was promised moves. */
  readonly why: TextFieldView | null;
  readonly redact: Redact | null;
  readonly measure: TextFieldView;
  readonly once: TextFieldView;
  readonly yearly: TextFieldView;
  readonly days: TextFieldView;
  readonly unknown: readonly string[];
  readonly visibility: RadiosView;
  readonly adding: boolean;
}

export const ACTION_FIELDS = [
  'title',
  'officer',
  'member',
  'start',
  'done',
  'why',
  'measure',
  'once',
  'yearly',
  'days',
  'visibility',
] as const;

const WHO_SEES = [
  { value: 'public', text: 'Public', hint: 'It stands on the public page when you publish.' },
  { value: 'council', text: 'Council only' },
];

export const typedNewAction: Typed = { visibility: 'council' };

export function typedAction(action: ActionRow, people: readonly NameablePerson[]): Typed {
  const label = (id: string | null, name: string | null) => {
    const person = people.find((one) => one.id === id);
    return person ? labelOf(person, people) : (name ?? '');
  };
  return {
    version: String(action.version),
    title: action.title,
    officer: label(action.officerId, action.officer),
    member: label(action.memberId, action.member),
    ...dayTyped('start', typedDay(action.startsOn)),
    ...dayTyped('done', typedDay(action.targetOn)),
    measure: action.successMeasure,
    once: typedPounds(action.costOneOffPence),
    yearly: typedPounds(action.costYearlyPence),
    days: action.peopleDays === null ? '' : String(action.peopleDays),
    unknown: action.costKnown ? '' : 'cost',
    visibility: action.visibility,
  };
}

export interface ActionFormGiven {
  readonly heading: string;
  readonly action: string;
  readonly cancel: string;
  readonly about: readonly string[];
  readonly directory: Directory;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly adding: boolean;
  /** Whether a date stands already, which moves only with its reason. */
  readonly promised: boolean;
  /** Where the public pages are managed, when the action stands on one and so stays public. */
  readonly redact: Redact | null;
  readonly conflict: ConflictView | null;
}

export function actionFormView(given: ActionFormGiven): ActionFormView {
  const { typed, errors, directory } = given;
  const field = fieldsOf(typed, errors);
  return {
    heading: given.heading,
    action: given.action,
    cancel: given.cancel,
    about: given.about,
    version: textOf(typed, 'version'),
    conflict: given.conflict,
    adding: given.adding,
    title: field.text('title', 'What will be done?', 'One thing that somebody can finish.'),
    officer: field.person('officer', 'Accountable officer', 'officer', directory),
    member: field.person('member', 'Accountable member', 'member', directory),
    start: field.date('start', 'Start'),
    done: field.date('done', 'Done by'),
    why: given.adding
      ? null
      : field.text(
          'why',
          'Why does it change?',
          given.promised ? 'Needed when ‘Done by’ moves. Kept in the history.' : 'Kept in the history.',
        ),
    redact: given.redact,
    measure: field.text('measure', 'How will you know it worked?', 'Say what a resident could see.'),
    once: field.text('once', 'Once'),
    yearly: field.text('yearly', 'Each year'),
    days: field.text('days', 'People-days'),
    unknown: textOf(typed, 'unknown') === 'cost' ? ['cost'] : [],
    visibility: field.radios('visibility', 'Who can see it?', WHO_SEES),
  };
}

/** An action in lines, for the two versions of a conflict. */
export function actionInWords(typed: Typed): string {
  const day = (name: string) => {
    const { day, month, year } = dayOf(typed, name);
    return [day, month, year].join(' ').trim() || 'no date';
  };
  const given = (name: string, words: (typed: string) => string) => {
    const amount = textOf(typed, name).trim();
    return amount === '' ? [] : [words(amount)];
  };
  const cost =
    textOf(typed, 'unknown') === 'cost'
      ? 'not known'
      : [
          ...given('once', (amount) => `£${amount} once`),
          ...given('yearly', (amount) => `£${amount} a year`),
          ...given('days', (days) => `${days} people-days`),
        ].join(', ') || 'none given';
  return [
    textOf(typed, 'title'),
    `Officer: ${textOf(typed, 'officer') || 'nobody'}`,
    `Member: ${textOf(typed, 'member') || 'nobody'}`,
    `Start: ${day('start')}`,
    `Done by: ${day('done')}`,
    `Measure: ${textOf(typed, 'measure') || 'none'}`,
    `Cost: ${cost}`,
    `Who can see it: ${textOf(typed, 'visibility') === 'public' ? 'public' : 'council only'}`,
  ].join('\n');
}

export interface ProgressFormView {
  readonly action: string;
  readonly cancel: string;
  readonly about: string;
  readonly due: string;
  readonly progress: RadiosView;
  readonly sentence: TextFieldView;
  readonly pause: TextFieldView;
  readonly newDate: DateFieldView;
  readonly why: TextFieldView;
  readonly file: { readonly error: string | null; readonly ends: string };
  readonly url: TextFieldView;
  readonly shows: TextFieldView;
  readonly visibility: RadiosView;
}

export const PROGRESS_FIELDS = ['progress', 'sentence', 'pause', 'new', 'why', 'file', 'url'] as const;

/** "Due 30 October 2026, first promised 30 September 2026, moved once." */
export function dueWords(action: Pick<ActionRow, 'targetOn' | 'originalTargetOn' | 'moves'>): string {
  if (action.targetOn === null) return 'No date yet.';
  if (action.moves === 0) return `Due ${date(action.targetOn)}.`;
  const times = action.moves === 1 ? 'once' : action.moves === 2 ? 'twice' : `${action.moves} times`;
  return `Due ${date(action.targetOn)}, first promised ${date(action.originalTargetOn!)}, moved ${times}.`;
}

export function progressFormView(
  action: ActionRow,
  typed: Typed,
  errors: FieldErrors,
  here: string,
  late: string | null,
): ProgressFormView {
  const field = fieldsOf(typed, errors);
  const words = (value: (typeof PROGRESS_CHOICES)[number]) => {
    const text = value === 'reported_complete' ? 'Done' : PROGRESS_WORDS[value];
    return value === action.progress ? { value, text: `As before: ${text.toLowerCase()}` } : { value, text };
  };
  const first = PROGRESS_CHOICES.filter((value) => value === action.progress);
  const rest = PROGRESS_CHOICES.filter((value) => value !== action.progress);
  return {
    action: `${here}/progress`,
    cancel: here,
    about: action.title,
    due: `${dueWords(action)}${late === null ? '' : ` Late: ${late}.`}`,
    progress: field.radios('progress', 'How is it going?', [...first, ...rest].map(words)),
    sentence: field.text('sentence', 'What changed, in one sentence?', 'Say what a resident could see.'),
    pause: field.text('pause', 'If it is paused, why?'),
    newDate: field.date('new', 'New date, if it must move'),
    why: field.text('why', 'Why does it move?'),
    file: { error: errors.file ?? null, ends: EVIDENCE_ENDS },
    url: field.text('url', 'Or a web address', 'For example, www.example.org/minutes'),
    shows: field.text('shows', 'What does it show?', 'Leave empty to use its name.'),
    visibility: field.radios('visibility', 'Who can see the evidence?', [
      { value: 'public', text: 'Public' },
      { value: 'council', text: 'Council only' },
    ]),
  };
}

export interface EvidenceFormView {
  readonly action: string;
  readonly cancel: string;
  readonly about: string;
  readonly title: TextFieldView;
  readonly file: { readonly error: string | null; readonly ends: string };
  readonly url: TextFieldView;
  readonly visibility: RadiosView;
}

export const EVIDENCE_FIELDS = ['title', 'file', 'url', 'visibility'] as const;

export function evidenceFormView(
  about: string,
  typed: Typed,
  errors: FieldErrors,
  action: string,
  cancel: string,
): EvidenceFormView {
  const field = fieldsOf(typed, errors);
  return {
    action,
    cancel,
    about,
    title: field.text('title', 'What does it show?', 'For example, Minutes that approve the level of reserves'),
    file: { error: errors.file ?? null, ends: EVIDENCE_ENDS },
    url: field.text('url', 'Or a web address'),
    visibility: field.radios('visibility', 'Who can see it?', WHO_SEES),
  };
}

export interface EvidenceChangeView {
  readonly action: string;
  readonly back: Link;
  readonly title: string;
  readonly note: string;
  readonly open: Link;
  readonly isPublic: boolean;
  readonly redact: Redact | null;
  readonly history: readonly Link[];
}

/** To what the evidence is for. */
export function backFromEvidence(
  { actionId, recommendationId }: Pick<EvidenceRecord, 'actionId' | 'recommendationId'>,
  path: (below: string) => string,
): Link {
  return actionId === null
    ? { text: 'Back to the recommendation', href: path(`/recommendations/${recommendationId}`) }
    : { text: 'Back to the action', href: path(`/actions/${actionId}`) };
}

export function evidenceChangeView(
  evidence: EvidenceRecord,
  path: (below: string) => string,
  redact: Redact | null,
  historyCount: number,
): EvidenceChangeView {
  return {
    action: path(`/evidence/${evidence.id}`),
    back: backFromEvidence(evidence, path),
    title: evidence.title,
    note: `Added ${date(evidence.addedAt)}${evidence.addedBy === null ? '' : ` by ${evidence.addedBy}`}. ${evidence.visibility === 'public' ? 'Public.' : 'Council only.'}`,
    open:
      evidence.url === null
        ? { text: `Download ${evidence.fileName ?? 'the file'}`, href: path(`/evidence/${evidence.id}/file`) }
        : { text: evidence.url, href: evidence.url },
    isPublic: evidence.visibility === 'public',
    redact,
    history: historyLinks(path(`/evidence/${evidence.id}`), historyCount),
  };
}
