// The council's own side of the library: what it adds, how far reading has come, and what will be put there.

import type { FieldErrors } from '../../../engines/fields/fields.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import type { Link } from '../../../platform/web/view.ts';
import { type Typed, textOf } from '../../recommendations/index.ts';
import { REPORT_KINDS } from '../forms.ts';
import type { Addition, AdditionState } from '../queries/additions.ts';
import { AUTHORITIES, KINDS } from '../rules/asked.ts';
import type { FoundReport } from '../rules/found.ts';
import { kindWords } from './passages.ts';

const STATES: Readonly<Record<AdditionState, string>> = {
  waiting: 'Waiting to be read',
  reading: 'Being read',
  read: 'Read. Check it and put it in the library',
  refused: 'Could not be read',
  added: 'In the library',
  withdrawn: 'Taken out of the library',
};

export interface AdditionsView {
  readonly rows: readonly { readonly text: string; readonly href: string; readonly note: string }[];
  readonly add: string | null;
}

export function additionsView(
  additions: readonly Addition[],
  path: (below: string) => string,
  mayAdd: boolean,
): AdditionsView {
  return {
    rows: additions.map((one) => ({
      text: one.title ?? one.fileName,
      href: path(`/library/additions/${one.id}`),
      note: `${STATES[one.state]}. Sent on ${date(one.addedAt)}.`,
    })),
    add: mayAdd ? path('/library/additions/new') : null,
  };
}

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly error: string | null;
}

export interface NewAdditionView {
  readonly action: string;
  readonly address: FieldView;
  readonly fileError: string | null;
}

export function newAdditionView(action: string, typed: Typed, errors: FieldErrors): NewAdditionView {
  return {
    action,
    address: {
      name: 'address',
      label: 'Web address of the report',
      hint: 'Where everybody can read it. People who find a passage are sent there.',
      value: textOf(typed, 'address'),
      error: errors.address ?? null,
    },
    fileError: errors.file ?? null,
  };
}

export interface AdditionView {
  readonly state: AdditionState;
  readonly title: string;
  readonly says: string;
  readonly again: string;
  readonly address: string;
  /** The form of what was read; null when there is nothing to put in. */
  readonly form: {
    readonly action: string;
    readonly button: string;
    readonly title: FieldView;
    readonly about: FieldView;
    readonly year: FieldView;
    readonly kind: FieldView & { readonly options: readonly { value: string; text: string }[] };
    readonly authority: FieldView & { readonly options: readonly { value: string; text: string }[] };
  } | null;
  readonly counts: string | null;
  readonly passages: readonly { readonly what: string; readonly text: string }[];
  readonly inLibrary: Link | null;
  readonly takeOut: string | null;
}

export const SOURCE_FIELDS = ['title', 'about', 'kind', 'year', 'authority'];
const SHOWN = 200;

/** What the form holds before anybody has typed: what was read. */
export function typedFound(found: FoundReport): Typed {
  return {
    title: found.title ?? '',
    about: found.about ?? '',
    year: found.year === null ? '' : String(found.year),
    kind: found.reportKind,
    authority: '',
  };
}

function saysOf(one: Addition): string {
  switch (one.state) {
    case 'waiting':
    case 'reading':
      return 'The report is being read. You can leave this page.';
    case 'refused':
      return `${one.refusal}.`;
    case 'read':
      return one.found?.passages.length
        ? 'This is what was read. Nothing of it is public until you put it in the library.'
        : 'We read this report and found no recommendation, suggestion, strength or concern in it, so there is nothing to put in the library.';
    case 'added':
      return 'This report is in the library. Everybody can find it.';
    case 'withdrawn':
      return `This report was taken out of the library: ${one.withdrawalReason}`;
  }
}

export function additionView(
  one: Addition,
  path: (below: string) => string,
  typed: Typed | null,
  errors: FieldErrors,
): AdditionView {
  const here = path(`/library/additions/${one.id}`);
  const { found } = one;
  const open = (one.state === 'read' || one.state === 'withdrawn') && found !== null && found.passages.length > 0;
  const shown = typed ?? (found ? typedFound(found) : {});
  const field = (name: string, label: string, hint: string | null = null): FieldView => ({
    name,
    label,
    hint,
    value: textOf(shown, name),
    error: errors[name] ?? null,
  });
  return {
    state: one.state,
    title: one.title ?? (found?.title || one.fileName),
    says: saysOf(one),
    again: here,
    address: one.address,
    form: open
      ? {
          action: here,
          button: one.state === 'withdrawn' ? 'Put it in the library again' : 'Put it in the library',
          title: field('title', 'Title of the report'),
          about: field(
            'about',
            'Council that the report is about',
            'Its full name. A council of the national list is recognised by it.',
          ),
          year: field('year', 'Year of the report', 'Leave it empty if it is not known.'),
          kind: { ...field('kind', 'Kind of report'), options: REPORT_KINDS },
          authority: {
            ...field('authority', 'Kind of council', 'Used when the council is not in the national list.'),
            options: [{ value: '', text: 'Not known' }, ...AUTHORITIES],
          },
        }
      : null,
    counts: found && found.passages.length > 0 ? countsOf(found) : null,
    passages: (found?.passages ?? []).slice(0, SHOWN).map((passage) => ({
      what: kindWords({ ...passage, number: null }),
      text: passage.text,
    })),
    inLibrary:
      one.state === 'added' ? { text: 'See it in the library', href: path(`/library/reports/${one.id}`) } : null,
    takeOut: one.state === 'added' ? `${here}/take-out` : null,
  };
}

/** "12 key recommendations, 40 suggestions". */
function countsOf(found: FoundReport): string {
  return KINDS.flatMap(({ value, text }) => {
    const number = found.passages.filter(({ kind }) => kind === value).length;
    if (number === 0) return [];
    return [`${number} ${number === 1 ? text.toLowerCase() : `${text.toLowerCase()}s`}`];
  }).join(', ');
}

export interface TakeOutView {
  readonly title: string;
  readonly action: string;
  readonly reason: FieldView;
}

export function takeOutView(one: Addition, action: string, typed: Typed, errors: FieldErrors): TakeOutView {
  return {
    title: one.title ?? one.fileName,
    action,
    reason: {
      name: 'reason',
      label: 'Reason',
      hint: 'Kept in the history of your council.',
      value: textOf(typed, 'reason'),
      error: errors.reason ?? null,
    },
  };
}
