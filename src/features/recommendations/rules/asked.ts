// Whose words a recommendation of the register is: those of the report, words that the council changed, or the council's own.
import { wordingDiffersAt } from '../../documents/index.ts';

interface Worded {
  readonly groupName: string;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly text: string }[];
}

/** A recommendation of the register, with the find it was made from; null when it was typed into the register. */
export interface Registered extends Worded {
  readonly proposalId: string | null;
}

/** A find of the reader, or one that a person added, as documents keep it. */
export interface Proposed {
  readonly id: string;
  readonly documentId: string;
  readonly decision: string;
  /** The report's words; null when a person added it or shaped words that were changed already. */
  readonly asRead: (Omit<Worded, 'groupName'> & { readonly group: string }) | null;
  /** The suggestion in the prose that it was made from. */
  readonly findingId: string | null;
  readonly replacedBy: readonly string[] | null;
  /** The first of the finds, over all versions of the report, that a person has said are the same. */
  readonly rootId: string;
}

/**
 * report: a recommendation that was read in the report. suggestion: advice in the report's prose, which the council took up.
 * council: added by the council. typed: the council typed in the whole report, and there is nothing to compare with.
 */
export type Origin = 'report' | 'suggestion' | 'council' | 'typed';

export interface Asked {
  readonly origin: Origin;
  /** Heading, wording or sub-points are not those that were read. White space and the shape of quotation marks do not count. */
  readonly reworded: boolean;
}

/** A list of the report and its numbers that are not in the register. */
export interface NotRegistered {
  readonly group: string;
  readonly numbers: readonly number[];
}

/** The find and those it was split from or joined from, the find first. */
function withForebears(find: Proposed, all: readonly Proposed[]): Proposed[] {
  const line = [find];
  for (const one of line) {
    line.push(...all.filter((other) => other.replacedBy?.includes(one.id) && !line.includes(other)));
  }
  return line;
}

/** @param fromDocument whether the report of the register was read from a document */
export function askedOf(registered: Registered, all: readonly Proposed[], fromDocument: boolean): Asked {
  const find = all.find((one) => one.id === registered.proposalId);
  if (!find) return { origin: fromDocument ? 'council' : 'typed', reworded: false };
  const line = withForebears(find, all);
  if (line.every((one) => one.asRead === null)) return { origin: 'council', reworded: false };
  const origin = line.some((one) => one.findingId !== null) ? 'suggestion' : 'report';
  // The words of a later version may have been put in the register by a person's confirmation.
  const printed = all.filter((one) => one.rootId === find.rootId).flatMap((one) => one.asRead ?? []);
  const { heading, text, parts } = registered;
  const same = printed.some((one) => wordingDiffersAt({ ...one, heading, text, parts }, one) === null);
  return { origin, reworded: !same };
}

const placeKey = (group: string, number: number) => `${group.trim().toLowerCase()} ${number}`;

/**
 * The numbers that were read in a report and are not in the register: left out, or not decided. A number made by
 * splitting a find is none of the report's.
 * @param documentId the newest version of the report
 */
export function notRegistered(
  registered: readonly Registered[],
  all: readonly Proposed[],
  documentId: string | null,
): NotRegistered[] {
  const made = registered.flatMap((one) => all.find((find) => find.id === one.proposalId) ?? []);
  const taken = new Set([
    ...registered.map((one) => placeKey(one.groupName, one.number)),
    ...made
      .flatMap((find) => withForebears(find, all).flatMap(({ asRead }) => (asRead ? [asRead] : [])))
      .map((one) => placeKey(one.group, one.number)),
  ]);
  const roots = new Set(made.map((one) => one.rootId));
  const missing = new Map<string, { group: string; numbers: number[] }>();
  for (const find of all) {
    const { asRead } = find;
    if (find.documentId !== documentId || find.decision === 'replaced' || asRead === null || roots.has(find.rootId))
      continue;
    const key = placeKey(asRead.group, asRead.number);
    const line = withForebears(find, all);
    const printed = line.length === 1 ? [asRead] : line.slice(1).flatMap((one) => one.asRead ?? []);
    if (taken.has(key) || line.some((one) => one.findingId !== null)) continue;
    if (!printed.some((one) => placeKey(one.group, one.number) === key)) continue;
    taken.add(key);
    const group = asRead.group.trim().toLowerCase();
    const list = missing.get(group) ?? { group: asRead.group, numbers: [] };
    list.numbers.push(asRead.number);
    missing.set(group, list);
  }
  return [...missing.values()].map(({ group, numbers }) => ({ group, numbers: numbers.sort((a, b) => a - b) }));
}

/** What is said of a recommendation whose words are not simply the report's, or null. */
export function askedWords({ origin, reworded }: Asked): string | null {
  if (origin === 'council') return 'Added by the council';
  if (origin === 'typed') return null;
  const parts = [
    origin === 'suggestion' ? 'A suggestion in the report, taken up by the council' : null,
    reworded ? 'Wording changed by the council' : null,
  ].filter((one) => one !== null);
  return parts.length === 0 ? null : parts.join('. ');
}
