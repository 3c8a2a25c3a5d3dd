// What was read beside the recommendations: the kinds there are, the fields of each, and how each is said in words.
import type { Decision, Span } from './find.ts';

export type FindingKind =
  | 'suggestion'
  | 'peer'
  | 'contact'
  | 'effort'
  | 'figure'
  | 'percentage'
  | 'fieldwork'
  | 'publish_within'
  | 'review_due'
  | 'deadline';
export type FindingTab = 'suggestions' | 'team' | 'figures' | 'dates';

/** By field: text, a number, whole pence, days ("2026-09-15"), or null where the report does not say. */
export type FindingValue = Readonly<Record<string, string | number | readonly string[] | null>>;

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly position: number;
  /** As it stands: corrected, or as proposed. */
  readonly value: FindingValue;
  /** As proposed; never changes. */
  readonly proposed: FindingValue;
  readonly corrected: boolean;
  readonly span: Span | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** 0 to 1; 1 when a person added it. */
  readonly confidence: number;
  /** Who added it; null when the reader proposed it. */
  readonly addedBy: string | null;
  readonly byHand: boolean;
  readonly decision: Decision;
  readonly decidedBy: string | null;
  /** How many decisions and corrections there have been. */
  readonly version: number;
  /** The find among the recommendations that a suggestion became, while it is wanted there. */
  readonly takenAs: { readonly id: string; readonly group: string; readonly number: number } | null;
}

/** Somebody changed it after this person opened the page. */
export interface FindingMeanwhile {
  readonly kind: 'changed-meanwhile';
  readonly finding: Finding;
  readonly who: string;
  readonly at: Date;
}

/** How a field is typed. `when` is a year, a month or a day; `days` one day a line; `signed` pounds that may be negative. */
export type FieldType = 'line' | 'words' | 'choice' | 'whole' | 'number' | 'signed' | 'when' | 'days';

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly hint: string | null;
  /** What to say when nothing is entered; null when it may be empty. */
  readonly required: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function field(name: string, label: string, type: FieldType, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, label, type, hint: null, required: null, options: [], ...more };
}

const QUALIFIER = field('qualifier', 'Word beside it', 'line', { hint: 'Like over, nearly or around' });
const PERIOD = field('period', 'Year or date it is for', 'line', { hint: 'As printed, like 2026/27' });
const MEASURES = field('measures', 'What it measures', 'words');

export const STRENGTHS = [
  { value: 'must', text: 'Must' },
  { value: 'should', text: 'Should' },
  { value: 'could', text: 'Could' },
] as const;
export const EFFORTS = [
  { value: 'people', text: 'People spoken to' },
  { value: 'meetings', text: 'Meetings and visits' },
  { value: 'hours', text: 'Hours spent' },
] as const;

export interface KindOfFinding {
  readonly tab: FindingTab;
  readonly name: string;
  /** One letter, beside a passage that it lights. */
  readonly letter: string;
  readonly fields: readonly FieldSpec[];
}

export const FINDING_KINDS: Readonly<Record<FindingKind, KindOfFinding>> = {
  suggestion: {
    tab: 'suggestions',
    name: 'Suggestion',
    letter: 'S',
    fields: [
      field('text', 'Wording', 'words', { required: 'Enter the wording, or leave this out' }),
      field('strength', 'How strongly it is put', 'choice', {
        required: 'Choose how strongly it is put',
        options: STRENGTHS,
      }),
      field('theme', 'Theme', 'line', { hint: 'The part of the report it belongs to' }),
    ],
  },
  peer: {
    tab: 'team',
    name: 'Peer',
    letter: 'P',
    fields: [
      field('name', 'Name', 'line', { required: 'Enter the name, or leave this out' }),
      field('role', 'Role', 'line'),
      field('organisation', 'Organisation', 'line'),
      field('party', 'Political party', 'line'),
      field('group', 'Part of the team', 'line'),
    ],
  },
  contact: {
    tab: 'team',
    name: 'Contact',
    letter: 'C',
    fields: [
      field('name', 'Name', 'line', { required: 'Enter the name, or leave this out' }),
      field('email', 'E-mail address', 'line'),
      field('phone', 'Phone', 'line'),
    ],
  },
  effort: {
    tab: 'team',
    name: 'What the team did',
    letter: 'T',
    fields: [
      field('what', 'What it counts', 'choice', { required: 'Choose what it counts', options: EFFORTS }),
      field('value', 'How many', 'whole', { required: 'Enter a whole number, like 230' }),
      QUALIFIER,
    ],
  },
  figure: {
    tab: 'figures',
    name: 'Sum of money',
    letter: '£',
    fields: [
      field('text', 'As printed', 'line', { required: 'Enter the figure as printed, or leave this out' }),
      field('pence', 'In pounds', 'signed', {
        hint: 'Like 1200000',
        required: 'Enter an amount in pounds, like 1200000',
      }),
      QUALIFIER,
      PERIOD,
      MEASURES,
    ],
  },
  percentage: {
    tab: 'figures',
    name: 'Percentage',
    letter: '%',
    fields: [
      field('text', 'As printed', 'line', { required: 'Enter the figure as printed, or leave this out' }),
      field('percent', 'As a number', 'number', { hint: 'Like 2.5', required: 'Enter a number, like 2.5' }),
      QUALIFIER,
      PERIOD,
      MEASURES,
    ],
  },
  fieldwork: {
    tab: 'dates',
    name: 'Days on site',
    letter: 'D',
    fields: [
      field('days', 'Days on site, one a line', 'days', {
        hint: 'Like 15 September 2026',
        required: 'Enter at least one day, like 15 September 2026',
      }),
    ],
  },
  publish_within: {
    tab: 'dates',
    name: 'Time to publish the report',
    letter: 'D',
    fields: [field('weeks', 'Weeks', 'whole', { required: 'Enter a whole number of weeks, like 6' })],
  },
  review_due: {
    tab: 'dates',
    name: 'Next review',
    letter: 'D',
    fields: [
      field('date', 'Due', 'when', {
        hint: 'As exact as the report is: 31 January 2027, January 2027 or 2027',
        required: 'Enter a date, like 31 January 2027 or January 2027',
      }),
    ],
  },
  deadline: {
    tab: 'dates',
    name: 'Date by which something is promised or wanted',
    letter: 'D',
    fields: [
      field('text', 'What is said', 'words', { required: 'Enter what is said, or leave this out' }),
      field('date', 'Date', 'when', {
        hint: 'As exact as the report is: 31 January 2027, January 2027 or 2027',
        required: 'Enter a date, like 31 January 2027 or January 2027',
      }),
    ],
  },
};

export const TABS: readonly {
  readonly tab: FindingTab;
  readonly text: string;
  readonly kinds: readonly FindingKind[];
}[] = [
  { tab: 'suggestions', text: 'Suggestions', kinds: ['suggestion'] },
  { tab: 'team', text: 'Team', kinds: ['peer', 'contact', 'effort'] },
  { tab: 'figures', text: 'Figures', kinds: ['figure', 'percentage'] },
  { tab: 'dates', text: 'Dates', kinds: ['fieldwork', 'publish_within', 'review_due', 'deadline'] },
];

export function isFindingKind(text: string): text is FindingKind {
  return Object.hasOwn(FINDING_KINDS, text);
}

const CLEAR = 0.9;
const LIKELY = 0.7;

/** How sure the reader is, in words. `check` is what to look at twice; null when it reads clearly. */
export function sureness(
  confidence: number,
  kind: FindingKind | null = null,
): { readonly says: string; readonly check: string | null } {
  if (confidence >= CLEAR) return { says: 'It reads clearly.', check: null };
  // What a figure measures is read from the words round it, and goes wrong before its amount does.
  const what = kind === 'figure' || kind === 'percentage' ? ' Check what it measures, and the amount.' : '';
  if (confidence >= LIKELY) return { says: 'It is likely.', check: `This is likely, not certain.${what}` };
  return { says: 'It may be wrong.', check: `This may well be wrong.${what}` };
}

/** Undecided, clear and as proposed by the reader: it may be accepted together with others like it. */
export function readsClearly(finding: Finding): boolean {
  return finding.decision === 'undecided' && finding.confidence >= CLEAR && !finding.byHand;
}

export const toCheck = (finding: Finding) => finding.decision === 'undecided';

/** What is shown, and in which order: the report's, or what the reader is least sure of first. */
export interface Sieve {
  readonly onlyToCheck: boolean;
  readonly checkFirst: boolean;
}

/** Findings as a person asked to see them. The one with `keep` stays though it is decided, as its form is being answered. */
export function sifted(
  findings: readonly Finding[],
  { onlyToCheck, checkFirst }: Sieve,
  keep: string | null = null,
): Finding[] {
  const shown = findings
    .filter((one) => !onlyToCheck || toCheck(one) || one.id === keep)
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  if (!checkFirst) return shown;
  const rank = (one: Finding) => (toCheck(one) ? one.confidence : 2);
  return shown.sort((a, b) => rank(a) - rank(b));
}

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');
