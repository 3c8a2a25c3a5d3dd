import type { Found } from '../findings.ts';
import type { ReportKind } from '../record.ts';
import { daysIn, monthsIn, type PrintedDays } from './dates.ts';
import { foundAt, type Line, sentencesOf } from './lines.ts';

export type Fieldwork = {
  /** ISO dates on which the team worked, in order. */
  readonly days: readonly string[];
  /** One place for each day: where it, or the range it lies in, is printed. */
  readonly places: readonly Found[];
};

/** A front page is over by then, even where it has no contents list. */
const front = 14;

const otherEvent =
  /\b(?:previous(?:ly)?|last|earlier|prior|first|original|initial)\b.{0,40}\b(?:peer|challenge|review|visit)|\b(?:published?|publication|issued|draft|version|approved|agreed|met on|meeting of|cabinet (?:meeting|on)|council on|elections?|check-?in|follow(?:ed|ing)?[ -]?up|revisit|will return|next (?:corporate )?peer)\b/iu;
const reviewEvent = /\b(?:progress review|check-?in|follow[ -]?up|revisit)/iu;
const atWork =
  /\b(?:on-?\s?site|peers?\b|(?:peer|review|challenge) team|the team|peer (?:challenge|review)|fieldwork|visit(?:ed)?|spent|took place|carried out|conducted|undertook|undertaken)/iu;
const aboutVisit =
  /\b(?:on-?\s?site|fieldwork|visit(?:ed)?|took place|spent|carried out|conducted|undert(?:ook|aken)|ran|held|delivered|days?)\b/iu;

type Candidate = { readonly line: Line; readonly at: number; readonly found: PrintedDays; readonly score: number };

/**
 * The days on which the peer team worked: printed on the front by themselves, else in a sentence that says that the
 * team came. Days of publication, of an earlier challenge and of the follow-up are other days; in the report of a
 * progress review, the days are those of the review.
 */
export function fieldworkOf(lines: readonly Line[], kind: ReportKind): Fieldwork {
  if (kind === 'committee-report') return { days: [], places: [] };
  const frontEnd = frontOf(lines);
  const yearOf = yearFrom(lines.slice(0, frontEnd));
  const candidates = lines.flatMap((line, i) =>
    i < frontEnd ? onFront(line, kind, yearOf) : inProse(line, kind, yearOf),
  );
  const best = candidates.reduce<Candidate | null>((top, c) => (top === null || better(c, top, kind) ? c : top), null);
  if (best === null) return { days: [], places: [] };
  const agreed = candidates.some((c) => c !== best && c.found.days.join() === best.found.days.join());
  const confidence = Math.min(0.99, best.score + (agreed ? 0.05 : 0) - (best.found.yearPrinted ? 0 : 0.2));
  // Meetings on screen on some days and in the building on others, told in one breath, are one visit.
  const parts = candidates.filter((c) => c.line === best.line && c.score === best.score && isNear(c, best));
  const placed = new Map(
    parts.flatMap((c) => c.found.days.map((day) => [day, foundAt(c.line, c.at, c.found.text, confidence)] as const)),
  );
  const days = [...placed.keys()].sort();
  return { days, places: days.map((day) => placed.get(day)!) };
}

/** Within two months of one another. */
function isNear(a: Candidate, b: Candidate): boolean {
  return Math.abs(Date.parse(a.found.days[0]!) - Date.parse(b.found.days[0]!)) < 61 * 86_400_000;
}

function better(a: Candidate, b: Candidate, kind: ReportKind): boolean {
  if (a.score !== b.score) return a.score > b.score;
  // A review report tells of two visits; the later one is its own.
  return kind === 'progress-review' && a.found.days.at(-1)! > b.found.days.at(-1)!;
}

/** How many lines make the front: up to the first long one, at most `front`. */
function frontOf(lines: readonly Line[]): number {
  const end = lines.findIndex((line) => line.text.length > 220);
  return Math.min(front, end < 0 ? lines.length : end);
}

/** A front that says "July 2021" gives its year to days in July that are printed without one. */
function yearFrom(lines: readonly Line[]): (month: number) => number | null {
  const months = lines.flatMap((line) => monthsIn(line.text));
  return (month) => {
    const years = new Set(months.filter((m) => Number(m.slice(5)) === month).map((m) => Number(m.slice(0, 4))));
    return years.size === 1 ? [...years][0]! : null;
  };
}

function onFront(line: Line, kind: ReportKind, yearOf: (month: number) => number | null): Candidate[] {
  return daysIn(line.text, yearOf).flatMap((found): Candidate[] => {
    const rest = line.text.replace(found.text, ' ');
    if (otherEvent.test(rest) && !(kind === 'progress-review' && reviewEvent.test(rest))) return [];
    const says = aboutVisit.test(rest) || atWork.test(rest);
    if (/[.!?]$/u.test(line.text) && !says) return [];
    // One day alone may be the day of printing.
    if (found.days.length === 1 && !says) return [];
    return [{ line, at: found.start, found, score: found.days.length === 1 ? 0.75 : 0.93 }];
  });
}

function inProse(line: Line, kind: ReportKind, yearOf: (month: number) => number | null): Candidate[] {
  return sentencesOf(line.text).flatMap((sentence) =>
    daysIn(sentence.text, yearOf).flatMap((found): Candidate[] => {
      const end = found.start + found.text.length;
      const around = `${sentence.text.slice(0, found.start)} ${sentence.text.slice(end)}`;
      const near = `${sentence.text.slice(Math.max(0, found.start - 70), found.start)} ${sentence.text.slice(end, end + 40)}`;
      const review = kind === 'progress-review';
      if (review ? !reviewEvent.test(around) && !/\bon-?\s?site\b/iu.test(around) : otherEvent.test(near)) return [];
      if (/\b(?:will|shall|due to|scheduled|planned)\b/iu.test(near)) return [];
      if (!atWork.test(around) || !aboutVisit.test(around)) return [];
      if (found.days.length === 1 && !review) return [];
      if (!/\bteam\b|\bpeers?\b|\bon-?\s?site\b|\bprogress review\b/iu.test(around)) return [];
      return [{ line, at: sentence.start + found.start, found, score: 0.85 }];
    }),
  );
}
