// What every form of the register shares: typed values by name, and the three boxes of a date.
import { type FieldErrors, isEmptyDay, readDay, type TypedDay } from '../../../engines/fields/fields.ts';

/** What was typed, each field once. A field that was not posted reads as ''. */
export type Typed = Readonly<Record<string, string>>;

export type FormRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

export const textOf = (typed: Typed, name: string): string => typed[name] ?? '';

export function dayOf(typed: Typed, name: string): TypedDay {
  return {
    day: textOf(typed, `${name}-day`),
    month: textOf(typed, `${name}-month`),
    year: textOf(typed, `${name}-year`),
  };
}

/** A day spread over the three names of its boxes, as a form posts it. */
export function dayTyped(name: string, day: TypedDay): Typed {
  return { [`${name}-day`]: day.day, [`${name}-month`]: day.month, [`${name}-year`]: day.year };
}

export const NOT_A_DAY = 'Enter a date, like 31 January 2027';

/** A day that may be left empty; anything else that is no day is an error under the field's name. */
export function readOptionalDay(typed: Typed, name: string, errors: Record<string, string>): string | null {
  const boxes = dayOf(typed, name);
  if (isEmptyDay(boxes)) return null;
  const day = readDay(boxes);
  if (day === null) errors[name] = NOT_A_DAY;
  return day;
}

export function readRequiredDay(typed: Typed, name: string, errors: Record<string, string>): string {
  const day = readOptionalDay(typed, name, errors);
  if (day === null) errors[name] ??= NOT_A_DAY;
  return day ?? '';
}

export function readOneOf<T extends string>(text: string, allowed: readonly T[]): T | null {
  return (allowed as readonly string[]).includes(text) ? (text as T) : null;
}

export function finish<T>(errors: Record<string, string>, value: T): FormRead<T> {
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value };
}

/** The version that a form was opened on; null when it was not said. */
export function versionOf(typed: Typed): number | null {
  const text = textOf(typed, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
