// The forms of adding a public report: the file and its address, what was read, and the reason for taking it out.
import { readText, readWebAddress } from '../../engines/fields/fields.ts';
import type { ReportKind } from '../../platform/db/schema/index.ts';
import { publicLink } from '../publishing/index.ts';
import { type FormRead, finish, readOneOf, type Typed, textOf } from '../recommendations/index.ts';
import type { NewSource } from './queries/additions.ts';
import { AUTHORITIES } from './rules/asked.ts';
import { knownCouncil } from './rules/found.ts';

export const REPORT_KINDS: readonly { value: ReportKind; text: string }[] = [
  { value: 'corporate-peer-challenge', text: 'Corporate peer challenge' },
  { value: 'finance-peer-challenge', text: 'Finance peer challenge' },
  { value: 'governance-peer-challenge', text: 'Governance peer challenge' },
  { value: 'progress-review', text: 'Progress review' },
  { value: 'committee-report', text: 'Committee report' },
  { value: 'unknown', text: 'Something else' },
];
const NAME_MOST = 150;
const ADDRESS_MOST = 800;
const REASON_MOST = 500;

/** The address of the report itself; an error text in its place when it is none that may be published. */
export function readAddress(typed: string): { readonly address: string } | { readonly error: string } {
  if (typed.trim() === '') return { error: 'Enter the web address at which everybody can read this report' };
  const address = publicLink(readWebAddress(typed));
  if (address === null || address.length > ADDRESS_MOST) {
    return { error: 'Enter a web address, like https://www.example.gov.uk/report.pdf' };
  }
  return { address };
}

/** What a person checked. A council of the national list gets its official name, its code and its kind. */
export function readSource(typed: Typed, thisYear: number): FormRead<Omit<NewSource, 'address'>> {
  const errors: Record<string, string> = {};
  const title = readText(textOf(typed, 'title'));
  const about = readText(textOf(typed, 'about'));
  const year = textOf(typed, 'year').trim();
  const reportKind = readOneOf(
    textOf(typed, 'kind'),
    REPORT_KINDS.map(({ value }) => value),
  );
  const chosen = readOneOf(
    textOf(typed, 'authority'),
    AUTHORITIES.map(({ value }) => value),
  );
  if (title === '') errors.title = 'Enter the title of the report';
  else if (title.length > NAME_MOST) errors.title = `The title must be ${NAME_MOST} characters or fewer`;
  if (about === '') errors.about = 'Enter the council that the report is about';
  else if (about.length > NAME_MOST) errors.about = `The name must be ${NAME_MOST} characters or fewer`;
  if (reportKind === null) errors.kind = 'Choose what kind of report it is';
  const number = /^\d{4}$/.test(year) ? Number(year) : null;
  if (year !== '' && (number === null || number < 1998 || number > thisYear + 1)) {
    errors.year = `Enter a year, like ${thisYear}, or leave it empty`;
  }
  const known = knownCouncil(about);
  return finish(errors, {
    title,
    about: known?.name ?? about,
    aboutGss: known?.gss ?? null,
    authority: known ? known.authority : chosen,
    reportKind: reportKind ?? 'unknown',
    year: number,
  });
}

export function readReason(typed: Typed): FormRead<string> {
  const reason = readText(textOf(typed, 'reason'));
  const errors: Record<string, string> = {};
  if (reason === '') errors.reason = 'Give the reason for taking it out';
  else if (reason.length > REASON_MOST) errors.reason = `The reason must be ${REASON_MOST} characters or fewer`;
  return finish(errors, reason);
}
