// A document's way from upload to register, and what may be done with it at each step.
import { readDay } from '../../../engines/fields/fields.ts';
import type { ReportKind, ReportRecord } from './find.ts';

export type DocumentState = 'waiting' | 'reading' | 'read' | 'refused' | 'dropped';

/** A document with its file and the report of the register that came of it. */
export interface DocumentBrief {
  readonly id: string;
  readonly title: string;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: DocumentState;
  readonly step: string;
  readonly pages: number | null;
  readonly refusalCode: string | null;
  readonly refusal: string | null;
  readonly attempts: number;
  readonly uploadedAt: Date;
  readonly uploadedBy: string | null;
  /** The register's report of this document or of another version of it. */
  readonly reportId: string | null;
  /** Whether the register holds something that was printed in this very version. */
  readonly registered: boolean;
  readonly version: number;
}

/** Reading is tried this often; then the person is told. */
export const MOST_ATTEMPTS = 3;
export const GAVE_UP = {
  code: 'gave-up',
  message: 'We began to read this file three times and were stopped each time. Read it again, or upload another copy',
} as const;

/** Past this, in milliseconds since upload, a reading that has not ended may be started again by a person. */
const STUCK_AFTER = 10 * 60 * 1000;
/** Refusals that another try can change. The others lie in the file. */
const MAY_PASS = ['too-slow', 'too-much-memory', 'unreadable', GAVE_UP.code];

export function mayReadAgain(
  document: { state: DocumentState; refusalCode: string | null; uploadedAt: Date },
  now: Date,
): boolean {
  if (document.state === 'read') return true;
  if (document.state === 'refused') return MAY_PASS.includes(document.refusalCode ?? '');
  const open = document.state === 'waiting' || document.state === 'reading';
  return open && now.getTime() - document.uploadedAt.getTime() > STUCK_AFTER;
}

/** What is registered is part of the record of the council and stays. */
export function mayDrop(document: { state: DocumentState; registered: boolean }): boolean {
  return document.state !== 'dropped' && !document.registered;
}

export const KINDS: readonly { value: ReportKind; text: string }[] = [
  { value: 'corporate-peer-challenge', text: 'Corporate peer challenge' },
  { value: 'finance-peer-challenge', text: 'Finance peer challenge' },
  { value: 'governance-peer-challenge', text: 'Governance peer challenge' },
  { value: 'progress-review', text: 'Progress review' },
  { value: 'committee-report', text: 'Committee report' },
  { value: 'unknown', text: 'Something else' },
];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * What to call a report until a person says otherwise: its kind with the month of its first day on site, where that is
 * known ("Corporate peer challenge, September 2026"), else its own title, else the file's name.
 */
export function suggestedTitle(
  record: Pick<ReportRecord, 'kind' | 'title'> & Partial<Pick<ReportRecord, 'fieldwork'>>,
  fileName: string,
): string {
  const kind = KINDS.find((one) => one.value === record.kind);
  if (kind && record.kind !== 'unknown') {
    const [year, month] = record.fieldwork?.[0]?.split('-') ?? [];
    const name = MONTHS[Number(month) - 1];
    return name === undefined ? kind.text : `${kind.text}, ${name} ${year}`;
  }
  return record.title?.slice(0, 200) || nameWithoutEnd(fileName);
}

export function nameWithoutEnd(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim() || 'Report';
}

/** What the register holds of a report itself. Days are "2026-09-15". */
export interface ReportDetails {
  readonly title: string;
  readonly kind: ReportKind;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
  readonly receivedOn: string | null;
}

const ON_SITE = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|and|–|—|-|until)\s*(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTHS.join('|')}),?\s+(20\d\d)\b`,
  'iu',
);

/** The days on site as the report first prints them ("15 to 18 September 2026"), for a person to check; null when it does not. */
export function daysOnSite(text: string): { from: string; to: string } | null {
  const match = ON_SITE.exec(text);
  if (!match) return null;
  const [, first, last, month, year] = match as unknown as [string, string, string, string, string];
  const from = readDay({ day: first, month, year });
  const to = readDay({ day: last, month, year });
  return from === null || to === null || from >= to ? null : { from, to };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
};

/** By the name's end alone: what a browser claims of a file is never trusted, and a download is always an attachment. */
export function mediaTypeOf(fileName: string): string {
  return MEDIA_TYPES[/\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
