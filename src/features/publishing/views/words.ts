// Words that several pages share. Plain, level; a status alone names its speaker.
import { count, date, dateRange, pounds } from '../../../platform/web/dates-and-money.ts';

const KIND_WORDS: Record<string, string> = {
  'corporate-peer-challenge': 'Corporate peer challenge',
  'finance-peer-challenge': 'Finance peer challenge',
  'governance-peer-challenge': 'Governance peer challenge',
  'progress-review': 'Progress review',
  'committee-report': 'Committee report',
};

/** "Corporate peer challenge, 15 to 18 September 2026". */
export function kindLine(kind: string, from: string | null, to: string | null): string {
  const word = KIND_WORDS[kind] ?? 'Report';
  const days = from && to ? dateRange(from, to) : (from ?? to) ? date((from ?? to)!) : null;
  return days === null ? word : `${word}, ${days}`;
}

/** "£18,000 once", "£18,000 once and £2,000 a year", "Nothing extra", "Not known yet"; one-off and yearly are never added up. */
export function costLine(cost: {
  costKnown: boolean;
  costOneOffPence: number | null;
  costYearlyPence: number | null;
  peopleDays: number | null;
}): string {
  if (!cost.costKnown) return 'Not known yet';
  const parts: string[] = [];
  if (cost.costOneOffPence) parts.push(`${pounds(cost.costOneOffPence)} once`);
  if (cost.costYearlyPence) parts.push(`${pounds(cost.costYearlyPence)} a year`);
  if (cost.peopleDays) parts.push(`${count(cost.peopleDays, 'day')} of staff time`);
  return parts.length === 0 ? 'Nothing extra' : listed(parts);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "number 3 of Key recommendations; numbers 2 and 5 of Shared services". */
export function numbersLine(lists: readonly { group: string; numbers: readonly number[] }[]): string {
  return lists
    .map(({ group, numbers }) => `number${numbers.length === 1 ? '' : 's'} ${listed(numbers.map(String))} of ${group}`)
    .join('; ');
}

/** "340 KB", "2.1 MB". */
export function sizeLine(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "PDF", "Word document"; the ending of the name where the kind is not known. */
export function fileKind(mediaType: string | null, name: string | null): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toUpperCase();
  if (mediaType === 'application/pdf') return 'PDF';
  return ending ?? 'file';
}
