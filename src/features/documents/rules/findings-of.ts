// A report record's findings as rows to check. Records of earlier versions lack some fields, or all: what is not there was
// not looked for.
import type {
  Contact,
  Deadline,
  Figure,
  Peer,
  Percentage,
  Quantity,
  Suggestion,
} from '../../../engines/reading/findings.ts';
import { confidenceInAdvice } from './advice.ts';
import type { ReportRecord, Span } from './find.ts';
import type { Finding, FindingKind, FindingValue } from './finding.ts';
import { blocksOf } from './passages.ts';

export interface NewFinding {
  readonly kind: FindingKind;
  readonly position: number;
  readonly value: FindingValue;
  readonly span: Span | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly confidence: number;
}

type Said = { readonly span?: Span; readonly confidence?: number };

/** Everything found in a report but its recommendations, in the order of the report. */
export function findingsOf(record: ReportRecord): NewFinding[] {
  const fields = record as unknown as Readonly<Record<string, unknown>>;
  const list = <T>(name: string) => (Array.isArray(fields[name]) ? (fields[name] as readonly T[]) : []);
  const found: NewFinding[] = [];
  const add = (kind: FindingKind, value: FindingValue, { span, confidence = 1 }: Said) => {
    const place = span ? blocksOf(record, span) : null;
    const blocks = place ? record.blocks.slice(place.first, place.last + 1) : [];
    found.push({
      kind,
      position: span?.[0] ?? 0,
      value,
      span: span ?? null,
      page: blocks[0]?.page ?? null,
      pageEnd: blocks.at(-1)?.pageEnd ?? null,
      confidence: Math.min(1, Math.max(0, confidence)),
    });
  };
  for (const one of list<Suggestion>('suggestions')) {
    const confidence = confidenceInAdvice(one.text, one.confidence);
    add('suggestion', pick(one, 'text', 'strength', 'theme'), { span: one.span, confidence });
  }
  for (const one of list<Peer>('team')) add('peer', pick(one, 'name', 'role', 'organisation', 'party', 'group'), one);
  for (const one of list<Contact>('contacts')) add('contact', pick(one, 'name', 'email', 'phone'), one);
  for (const [what, one] of Object.entries((fields.activity ?? {}) as Record<string, Quantity | null>)) {
    if (one) add('effort', { what, value: one.value, qualifier: one.qualifier ?? null }, one);
  }
  for (const one of list<Figure>('figures'))
    add('figure', pick(one, 'text', 'pence', 'qualifier', 'period', 'measures'), one);
  for (const one of list<Percentage>('percentages')) {
    add('percentage', pick(one, 'text', 'percent', 'qualifier', 'period', 'measures'), one);
  }
  for (const one of list<Deadline>('deadlines')) add('deadline', pick(one, 'text', 'date'), one);
  if (list<string>('fieldwork').length > 0) add('fieldwork', { days: list<string>('fieldwork') }, placeOfDays(record));
  const { publishWithinWeeks: weeks, reviewDue, places } = record as Partial<ReportRecord>;
  if (typeof weeks === 'number') add('publish_within', { weeks }, places?.publishWithinWeeks ?? {});
  if (typeof reviewDue === 'string') add('review_due', { date: reviewDue }, places?.reviewDue ?? {});
  return found.sort((a, b) => a.position - b.position);
}

function pick(from: object, ...names: readonly string[]): FindingValue {
  const all = from as Readonly<Record<string, string | number | null | undefined>>;
  return Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
}

/** Where the days on site are printed first, and how sure the least sure of them is. */
function placeOfDays(record: ReportRecord): Said {
  const places = (record as Partial<ReportRecord>).places?.fieldwork ?? [];
  const [first] = places;
  if (!first) return {};
  // Days of one printing stand together: what lies further on is another mention.
  const together = places.filter(({ span }) => span[0] - first.span[0] < 200 && span[0] >= first.span[0]);
  return {
    span: [first.span[0], Math.max(...together.map(({ span }) => span[1]))],
    confidence: Math.min(...places.map(({ confidence }) => confidence)),
  };
}

/**
 * What was decided about an earlier version's findings and may be said of a later one's that read the same: each earlier
 * one once, and only where nobody has decided in the later version.
 */
export function decisionsToCarry(
  earlier: readonly Finding[],
  later: readonly Finding[],
): { readonly earlier: Finding; readonly later: Finding }[] {
  const key = (one: Finding) => JSON.stringify([one.kind, sorted(one.proposed)]);
  const decided = Map.groupBy(
    earlier.filter((one) => one.decision !== 'undecided'),
    key,
  );
  return later.flatMap((one) => {
    const like = one.decision === 'undecided' ? decided.get(key(one))?.shift() : undefined;
    return like ? [{ earlier: like, later: one }] : [];
  });
}

/** The same thing read twice: of one kind, with the same words. */
export function sameFinding(one: { kind: FindingKind; value: FindingValue }, other: typeof one): boolean {
  return one.kind === other.kind && JSON.stringify(sorted(one.value)) === JSON.stringify(sorted(other.value));
}

const sorted = (value: FindingValue) => Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
