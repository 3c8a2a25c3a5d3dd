// What a person works on: finds of a report, their wording, and what has been decided about each.
import type { RecordBlock, ReportKind, ReportRecord, Span } from '../../../engines/reading/index.ts';

export type { RecordBlock, ReportKind, ReportRecord, Span };

export interface SubPoint {
  readonly label: string;
  readonly text: string;
}

/** What will stand in the register. */
export interface Wording {
  readonly group: string;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: readonly SubPoint[];
}

export type Decision = 'undecided' | 'accepted' | 'left_out';

/** One find that is still in play; those joined or split stand behind their successors. */
export interface Find {
  readonly id: string;
  /** Finds stand in the order of this: the place in the report's text, where there is one. */
  readonly position: number;
  readonly wording: Wording;
  /** The words of the report for this find; null when a person added it. */
  readonly asRead: Wording | null;
  readonly span: Span | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Reasons to look twice. Empty: it read cleanly. */
  readonly doubts: readonly string[];
  readonly decision: Decision;
  readonly decidedBy: string | null;
  readonly version: number;
  /** The recommendation it became; from then on it is changed in the register, not here. */
  readonly recommendationId: string | null;
  /** A suggestion in the prose that a person took among the recommendations; the report's own list does not have it. */
  readonly fromSuggestion?: boolean;
  /** The finds it was split from or joined from, which can be put back. */
  readonly madeFrom: readonly string[];
}

/** Undecided, nothing doubted, nothing made by hand: it may be accepted together with others like it. */
export function readCleanly(find: Find): boolean {
  return find.decision === 'undecided' && find.doubts.length === 0 && find.asRead !== null;
}

/** As the reader left it: another reading may put others in its place. What a person has said or shaped stays. */
export function isUntouched(find: Find): boolean {
  const { asRead, wording } = find;
  return (
    find.decision === 'undecided' &&
    find.recommendationId === null &&
    find.madeFrom.length === 0 &&
    asRead !== null &&
    sameWording(wording, asRead)
  );
}

function sameWording(one: Wording, other: Wording): boolean {
  const all = ({ group, number, heading, text, parts }: Wording) =>
    JSON.stringify([group, number, heading, text, parts.map((part) => [part.label, part.text])]);
  return all(one) === all(other);
}

/** Whether two places share more than half of the shorter one. */
export function overlaps(one: Span | null, other: Span | null): boolean {
  if (one === null || other === null) return false;
  const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
  return shared > Math.min(one[1] - one[0], other[1] - other[0]) / 2;
}

/** The other find that has this number in this group and is not left out, if any. */
export function numberTaken(finds: readonly Find[], group: string, number: number, except: readonly string[]) {
  return finds.find(
    (find) =>
      find.decision !== 'left_out' &&
      !except.includes(find.id) &&
      find.wording.number === number &&
      sameGroup(find.wording.group, group),
  );
}

export function sameGroup(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** One more than the highest number of the group; 1 for a group that has none. */
export function nextNumber(finds: readonly Find[], group: string): number {
  const numbers = finds.filter((find) => sameGroup(find.wording.group, group)).map((find) => find.wording.number);
  return Math.max(0, ...numbers) + 1;
}

/** The next undecided find after this one in the report's order, then from its start; null when all are decided. */
export function nextUndecided(finds: readonly Find[], afterPosition: number): Find | null {
  const open = finds.filter((find) => find.decision === 'undecided');
  return open.find((find) => find.position > afterPosition) ?? open[0] ?? null;
}

export const FINDS_A_PAGE = 25;

/** The page of the review on which a find stands, from 1. */
export function pageOfFind(finds: readonly Find[], id: string): number {
  const index = finds.findIndex((find) => find.id === id);
  return index < 0 ? 1 : Math.floor(index / FINDS_A_PAGE) + 1;
}

/** Finds in the order shown: as in the report, or those marked Check first. */
export function inOrder(finds: readonly Find[], checkFirst: boolean): Find[] {
  const ordered = [...finds].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  if (!checkFirst) return ordered;
  const marked = (find: Find) => find.decision === 'undecided' && find.doubts.length > 0;
  return [...ordered.filter(marked), ...ordered.filter((find) => !marked(find))];
}

/** "1 to 4", "1, 3 and 7 to 9": the numbers of finds, in the order given. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.flatMap(([from, to]) =>
    from === to ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from} to ${to}`],
  );
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "Priya Shah changed this after you opened it". @param who "You" for a person's own change in another window */
export function meanwhileInWords(who: string): string {
  return `${who} changed this${who === 'You' ? ' in another window' : ''} after you opened it`;
}

/** Somebody changed it after this person opened the page: who, when, and how it is now. */
export interface Meanwhile {
  readonly kind: 'changed-meanwhile';
  readonly find: Find;
  readonly who: string;
  readonly at: Date;
}
