// What people type in forms, read into values: days, pounds, whole numbers, web addresses. Each reader answers with a
// value or with null; the form's own file says the error in its own words.

/** Text without white space at its ends, and with every line break as one. */
export function readText(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trim();
}

export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether nothing at all was typed in the three boxes of a date. */
export function isEmptyDay(typed: TypedDay): boolean {
  return typed.day.trim() === '' && typed.month.trim() === '' && typed.year.trim() === '';
}

/** A calendar day as "2027-01-31" from three boxes, the month as a number or a name; null when there is no such day. */
export function readDay(typed: TypedDay): string | null {
  const day = Number(typed.day.trim());
  const name = MONTHS.indexOf(typed.month.trim().toLowerCase().slice(0, 3));
  const month = name >= 0 ? name + 1 : Number(typed.month.trim());
  const year = Number(typed.year.trim());
  if (![day, month, year].every(Number.isInteger) || year < 1900 || year > 2200) return null;
  const made = new Date(Date.UTC(year, month - 1, day));
  if (made.getUTCFullYear() !== year || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return made.toISOString().slice(0, 10);
}

/** The three boxes for a day: "2027-01-31" becomes 31, 1, 2027; no day leaves them empty. */
export function typedDay(day: string | null): TypedDay {
  const [year, month, date] = (day ?? '').split('-');
  return { day: date ? String(Number(date)) : '', month: month ? String(Number(month)) : '', year: year ?? '' };
}

/** The largest amount a form takes: ten thousand million pounds, beyond any council's figure and far inside exact integers. */
const LARGEST_POUNDS = 10_000_000_000;

/** Integer pence from "18000", "£18,000", "18,000.50"; null for anything else, for negatives and for fractions of a penny. */
export function readPounds(typed: string): number | null {
  const match = /^£? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  const pounds = Number(match[1]!.replaceAll(',', ''));
  if (pounds > LARGEST_POUNDS) return null;
  return pounds * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** An amount as it is typed: 1800050 becomes "18000.50", whole pounds without pennies. */
export function typedPounds(pence: number | null): string {
  if (pence === null) return '';
  const pennies = pence % 100;
  const pounds = (pence - pennies) / 100;
  return pennies === 0 ? String(pounds) : `${pounds}.${String(pennies).padStart(2, '0')}`;
}

/** A whole number from 0 to `largest`, commas allowed; null for anything else. */
export function readWhole(typed: string, largest = 1_000_000): number | null {
  const text = typed.trim().replaceAll(',', '');
  if (!/^\d+$/.test(text)) return null;
  const value = Number(text);
  return value <= largest ? value : null;
}

/** A web address with http or https; "www.example.org/x" is taken as https. Null when it is not one. */
export function readWebAddress(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(address);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}

/** Each problem of a form, under the name of its field. */
export type FieldErrors = Readonly<Record<string, string>>;
