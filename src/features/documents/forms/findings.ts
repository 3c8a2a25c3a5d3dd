// The boxes of a finding, whatever its kind: typed text to a value, with every error at once.
import { type FieldErrors, readPounds, readText, readWhole, typedPounds } from '../../../engines/fields/fields.ts';
import { FINDING_KINDS, type FieldSpec, type FindingKind, type FindingValue, MONTH_NAMES } from '../rules/finding.ts';
import { whenInWords } from '../rules/finding-words.ts';
import { folded } from '../rules/wording.ts';
import type { Field, Read } from './finds.ts';
import { printedErrors } from './printed.ts';

/** By name of the field, as it stands in its box. */
export type TypedFinding = Readonly<Record<string, string>>;

const LONGEST = { line: 300, words: 5000 };

export function typeFinding(kind: FindingKind, value: FindingValue): TypedFinding {
  return Object.fromEntries(
    FINDING_KINDS[kind].fields.map((spec) => [spec.name, typeField(spec, value[spec.name] ?? null)]),
  );
}

function typeField(spec: FieldSpec, value: FindingValue[string]): string {
  if (value === null || value === undefined) return '';
  if (spec.type === 'signed') return `${(value as number) < 0 ? '-' : ''}${typedPounds(Math.abs(value as number))}`;
  if (spec.type === 'when') return whenInWords(String(value));
  if (spec.type === 'days') return (value as readonly string[]).map(whenInWords).join('\n');
  return String(value);
}

export function typedFinding(kind: FindingKind, field: Field): TypedFinding {
  return Object.fromEntries(FINDING_KINDS[kind].fields.map(({ name }) => [name, readText(field(name))]));
}

export function readFinding(kind: FindingKind, typed: TypedFinding): Read<FindingValue> {
  const errors: Record<string, string> = {};
  const value: Record<string, FindingValue[string]> = {};
  for (const spec of FINDING_KINDS[kind].fields) {
    const text = typed[spec.name] ?? '';
    const read = text === '' ? null : readField(spec, text);
    if (text === '' && spec.required !== null) errors[spec.name] = spec.required;
    if (read === undefined) errors[spec.name] = whatIsWrong(spec, text);
    value[spec.name] = read ?? null;
  }
  if (Object.keys(errors).length === 0) Object.assign(errors, printedErrors(kind, value));
  return Object.keys(errors).length > 0 ? { ok: false, errors: errors as FieldErrors } : { ok: true, value };
}

/** A field's value; undefined when it cannot be read. */
function readField(spec: FieldSpec, text: string): FindingValue[string] | undefined {
  switch (spec.type) {
    case 'line':
    case 'words':
      return text.length <= LONGEST[spec.type] ? folded(text) : undefined;
    case 'choice':
      return spec.options.find((one) => one.value === text)?.value;
    case 'whole':
      return readWhole(text) ?? undefined;
    case 'number': {
      const plain = text.replaceAll(',', '').replace(/ ?%$/, '');
      return /^-?\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
    }
    case 'signed': {
      const pence = readPounds(text.replace(/^[-−]/u, ''));
      return pence === null ? undefined : /^[-−]/u.test(text) ? -pence : pence;
    }
    case 'when':
      return readWhen(text) ?? undefined;
    case 'days': {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      const days = lines.map(readWhen);
      if (lines.length > 60 || days.some((day) => day === null || day.length !== 10)) return undefined;
      return [...new Set(days as string[])].sort();
    }
  }
}

function whatIsWrong(spec: FieldSpec, text: string): string {
  if (spec.type === 'line' || spec.type === 'words') {
    return `‘${spec.label}’ must be ${LONGEST[spec.type].toLocaleString('en-GB')} letters or fewer`;
  }
  if (spec.type === 'days') {
    const wrong = text.split('\n').find((line) => line.trim() !== '' && (readWhen(line)?.length ?? 0) !== 10);
    return wrong
      ? `‘${wrong.trim().slice(0, 40)}’ is not a day. Enter each like 15 September 2026`
      : 'Enter at most 60 days';
  }
  return spec.required ?? `‘${spec.label}’ cannot be read`;
}

/** "2027-01-31", "2027-01" or "2027" from "31 January 2027", "January 2027" or "2027"; null when it is none of them. */
export function readWhen(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(20\d\d|19\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  const said = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:(\p{L}{3,9})\.? )?(20\d\d|19\d\d)$/u.exec(text);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](20\d\d|19\d\d)$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : slashed
      ? [slashed[3], slashed[2], slashed[1]]
      : said
        ? [said[3], monthNumber(said[2]), said[1]]
        : [];
  if (year === undefined || (day !== undefined && month === undefined) || month === '') return null;
  if (month === undefined) return year;
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  const two = (one: string | number) => String(one).padStart(2, '0');
  if (day === undefined) return `${year}-${two(number)}`;
  const made = new Date(Date.UTC(Number(year), number - 1, Number(day)));
  return made.getUTCMonth() === number - 1 && made.getUTCDate() === Number(day)
    ? `${year}-${two(number)}-${two(day)}`
    : null;
}

/** The number of a month by its name or its first three letters; '' for any other word, undefined for none. */
function monthNumber(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const word = name.toLowerCase();
  const at = MONTH_NAMES.findIndex((month) => {
    const whole = month.toLowerCase();
    return word === whole || word === whole.slice(0, 3) || (word === 'sept' && whole === 'september');
  });
  return at < 0 ? '' : String(at + 1);
}
