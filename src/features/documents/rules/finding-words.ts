// What was found, said in words: its title, its facts, its days and dates.
import {
  EFFORTS,
  FINDING_KINDS,
  type FieldSpec,
  type Finding,
  type FindingKind,
  type FindingValue,
  MONTH_NAMES,
} from './finding.ts';

const TEXT = (value: FindingValue, name: string) => (typeof value[name] === 'string' ? (value[name] as string) : '');

/** The finding in a few words, for headings and links. */
export function titleOfFinding({ kind, value }: Pick<Finding, 'kind' | 'value'>): string {
  switch (kind) {
    case 'suggestion':
    case 'deadline':
      return TEXT(value, 'text');
    case 'peer':
    case 'contact':
      return TEXT(value, 'name') || TEXT(value, 'email') || TEXT(value, 'phone');
    case 'figure':
    case 'percentage':
      return [TEXT(value, 'qualifier'), TEXT(value, 'text')].filter((one) => one !== '').join(' ');
    case 'effort': {
      const what = EFFORTS.find((one) => one.value === value.what)?.text ?? 'Counted';
      return `${what}: ${[TEXT(value, 'qualifier'), countInWords(value.value)].filter((one) => one !== '').join(' ')}`;
    }
    case 'publish_within':
      return value.weeks === 1 ? 'Within 1 week' : `Within ${countInWords(value.weeks)} weeks`;
    case 'review_due':
      return whenInWords(TEXT(value, 'date'));
    case 'fieldwork':
      return daysInWords((value.days as readonly string[] | null) ?? []);
  }
}

/** A title that fits in a line. */
export function shortTitle(finding: Pick<Finding, 'kind' | 'value'>, longest = 70): string {
  const title = titleOfFinding(finding);
  return title.length <= longest ? title : `${title.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}

/** `pence` for an amount, whose writing is the page's; `text` for all else. */
export interface Fact {
  readonly label: string;
  readonly text: string | null;
  readonly pence: number | null;
}

/** What else is known of it, field by field, without what the title says and what the report does not say. */
export function factsOf({ kind, value }: Pick<Finding, 'kind' | 'value'>): Fact[] {
  const inTitle: Partial<Record<FindingKind, readonly string[]>> = {
    suggestion: ['text'],
    deadline: ['text'],
    peer: ['name'],
    contact: ['name'],
    figure: ['text', 'qualifier'],
    percentage: ['text', 'qualifier', 'percent'],
    effort: ['what', 'value', 'qualifier'],
    fieldwork: ['days'],
    publish_within: ['weeks'],
    review_due: ['date'],
  };
  return FINDING_KINDS[kind].fields.flatMap((spec): Fact[] => {
    const one = value[spec.name] ?? null;
    if (one === null || one === '' || inTitle[kind]?.includes(spec.name)) return [];
    if (spec.type === 'signed') return [{ label: 'Amount', text: null, pence: one as number }];
    return [{ label: spec.label, text: fieldInWords(spec, one), pence: null }];
  });
}

/** Every field in words, one a line, for comparing two versions. */
export function allFacts(finding: Pick<Finding, 'kind' | 'value'>): string {
  return FINDING_KINDS[finding.kind].fields
    .flatMap((spec) => {
      const one = finding.value[spec.name] ?? null;
      return one === null || one === '' ? [] : [`${spec.label}: ${fieldInWords(spec, one)}`];
    })
    .join('\n');
}

function fieldInWords(spec: FieldSpec, value: string | number | readonly string[]): string {
  if (spec.type === 'choice') return spec.options.find((one) => one.value === value)?.text ?? String(value);
  if (spec.type === 'when') return whenInWords(String(value));
  if (spec.type === 'days') return daysInWords(value as readonly string[]);
  if (spec.type === 'signed') return `£${((value as number) / 100).toLocaleString('en-GB')}`;
  return String(value);
}

const countInWords = (value: unknown) =>
  typeof value === 'number' ? value.toLocaleString('en-GB') : String(value ?? '');

/** "31 January 2027", "January 2027" or "2027", from "2027-01-31", "2027-01" or "2027". */
export function whenInWords(when: string): string {
  const [year, month, day] = when.split('-');
  const name = MONTH_NAMES[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((one) => one !== undefined).join(' ');
}

/** "15 to 18 September 2026", "12, 13, 15 and 28 July 2026": days in order, month and year said once where they are shared. */
export function daysInWords(days: readonly string[]): string {
  const months = new Map<string, number[]>();
  for (const day of [...days].sort()) {
    const [month, number] = [day.slice(0, 7), Number(day.slice(8, 10))];
    months.set(month, [...(months.get(month) ?? []), number]);
  }
  return [...months].map(([month, numbers]) => `${runsInWords(numbers)} ${whenInWords(month)}`).join(' and ');
}

function runsInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
