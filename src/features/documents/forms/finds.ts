// Posted text to typed values, with every error at once, in the words of the screens document.
import {
  type FieldErrors,
  isEmptyDay,
  readDay,
  readText,
  readWhole,
  type TypedDay,
} from '../../../engines/fields/fields.ts';
import { KINDS, type ReportDetails } from '../rules/document.ts';
import type { Decision, Wording } from '../rules/find.ts';
import { folded, readParts, typedParts } from '../rules/wording.ts';

/** One posted field; '' when it was not posted. */
export type Field = (name: string) => string;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

/** A wording as it stands in the boxes of a form. */
export interface TypedWording {
  readonly group: string;
  readonly number: string;
  readonly heading: string;
  readonly text: string;
  readonly parts: string;
}

export function typeWording(wording: Wording): TypedWording {
  return {
    group: wording.group,
    number: String(wording.number),
    heading: wording.heading ?? '',
    text: wording.text,
    parts: typedParts(wording.parts),
  };
}

export function typedWording(field: Field): TypedWording {
  const typed = (name: string) => readText(field(name));
  return {
    group: typed('group'),
    number: typed('number'),
    heading: typed('heading'),
    text: typed('text'),
    parts: typed('parts'),
  };
}

export function readWording(typed: TypedWording): Read<Wording> {
  const errors: Record<string, string> = {};
  const number = readWhole(typed.number, 9999);
  if (typed.group === '') errors.group = 'Enter the group, like Key recommendations';
  else if (typed.group.length > 200) errors.group = 'The group must be 200 letters or fewer';
  if (number === null || number === 0) errors.number = 'Enter the number, like 4';
  if (typed.text === '') errors.text = 'Enter the wording, or leave this out';
  if (typed.heading.length > 500) errors.heading = 'The heading must be 500 letters or fewer';
  if (Object.keys(errors).length > 0 || number === null) return { ok: false, errors };
  return {
    ok: true,
    value: {
      group: folded(typed.group),
      number,
      heading: typed.heading === '' ? null : folded(typed.heading),
      text: folded(typed.text),
      parts: readParts(typed.parts),
    },
  };
}

const DECISIONS: readonly Decision[] = ['undecided', 'accepted', 'left_out'];

export function readDecision(typed: string): Decision | null {
  return DECISIONS.find((one) => one === typed) ?? null;
}

/** The version a form was made from; 0, which no row has, when it does not say. */
export function readVersion(typed: string): number {
  return readWhole(typed, 1_000_000_000) ?? 0;
}

/** "id:3,id:1": the finds that a bulk button spoke of, each at the version the person saw. */
export function readSeen(typed: string): Map<string, number> {
  const seen = new Map<string, number>();
  for (const one of typed.split(',')) {
    const [id, version] = one.split(':');
    if (id && version && /^[0-9a-f-]{36}$/.test(id)) seen.set(id, readVersion(version));
  }
  return seen;
}

export interface TypedDetails {
  readonly title: string;
  readonly kind: string;
  readonly from: TypedDay;
  readonly to: TypedDay;
  readonly received: TypedDay;
}

export function typedDetails(field: Field): TypedDetails {
  const day = (name: string): TypedDay => ({
    day: field(`${name}-day`),
    month: field(`${name}-month`),
    year: field(`${name}-year`),
  });
  return {
    title: readText(field('title')),
    kind: field('kind'),
    from: day('from'),
    to: day('to'),
    received: day('received'),
  };
}

/** @param today "2026-11-22": a report cannot have been received after it. */
export function readDetails(typed: TypedDetails, today: string): Read<ReportDetails> {
  const errors: Record<string, string> = {};
  const day = (name: 'from' | 'to' | 'received'): string | null => {
    if (isEmptyDay(typed[name])) return null;
    const read = readDay(typed[name]);
    if (read === null) errors[name] = 'Enter a date, like 31 January 2027';
    return read;
  };
  const [fieldworkFrom, fieldworkTo, receivedOn] = [day('from'), day('to'), day('received')];
  if (typed.title === '') errors.title = 'Enter a title for the report';
  else if (typed.title.length > 300) errors.title = 'The title must be 300 letters or fewer';
  const kind = KINDS.find((one) => one.value === typed.kind)?.value;
  if (!kind) errors.kind = 'Choose what kind of report this is';
  if (fieldworkFrom !== null && fieldworkTo !== null && fieldworkTo < fieldworkFrom)
    errors.to = '‘Last day on site’ must not be before the first';
  if (receivedOn !== null && receivedOn > today) errors.received = '‘Received on’ must not be after today';
  if (Object.keys(errors).length > 0 || !kind) return { ok: false, errors };
  return { ok: true, value: { title: folded(typed.title), kind, fieldworkFrom, fieldworkTo, receivedOn } };
}

export interface UploadedFile {
  readonly name: string;
  readonly size: number;
  readonly tooLarge: boolean;
}

/** What is wrong with an upload before anything is opened, in the words people see; null when it may be read. */
export function uploadError(file: UploadedFile | undefined): string | null {
  if (!file || file.name === '') return 'Choose a file';
  if (file.tooLarge) return `This file is ${Math.ceil(file.size / 1024 / 1024)} MB. The limit is 50 MB`;
  if (file.size === 0) return 'This file is empty';
  return null;
}
