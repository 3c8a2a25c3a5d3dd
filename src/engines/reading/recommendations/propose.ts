import { plainTitle } from '../contents.ts';
import { titleText } from '../headings.ts';
import type { Piece } from '../pieces.ts';
import type { ProposedRecommendation, RecordBlock } from '../record.ts';
import { boldLead } from './bold-lead.ts';
import { doubtsAbout, sure } from './doubts.ts';
import { findGroups, type RecommendationGroup } from './sections.ts';
import { unitsOfTable } from './table-rows.ts';
import { type Stretch, schemeOf, type Unit, unitsOf } from './units.ts';

/** One recommendation with its list and number, before its wording is taken from the text. */
export type Numbered = {
  readonly group: string;
  readonly number: number;
  readonly unit: Unit;
  /** What the neighbours in the list tell: the doubts read them. */
  readonly scheme: ReturnType<typeof schemeOf>;
  readonly headed: boolean;
  readonly before: number | null;
  readonly restarts: boolean;
  readonly counted: boolean;
  /** The printed number started again in the middle of the list, and was counted on. */
  readonly carriedOn: boolean;
  /** Every item is the first of a list of its own, and they were counted on. */
  readonly alone: boolean;
};

/** Finds the recommendations of a report: its lists, their numbers, their wording and their place in the text. */
export function proposeRecommendations(
  pieces: readonly Piece[],
  blocks: readonly RecordBlock[],
  text: string,
): ProposedRecommendation[] {
  const groups = findGroups(pieces);
  const numbered = groups.flatMap((group) => {
    const scheme = schemeOf(pieces, group.at);
    const units = scheme === 'table' ? unitsOfTable(pieces, group.at) : unitsOf(pieces, group.at, scheme);
    return numberUnits(nameOf(group, groups, pieces), group.headed, scheme, units, pieces);
  });
  const seen = new Set<string>();
  const out: ProposedRecommendation[] = [];
  const lists = new Set<string>();
  for (const item of numbered) {
    const wording = wordingOf(item.unit, pieces);
    const all = [wording.text, ...wording.parts.map((p) => p.text)].join(' ');
    // A report may print its list twice, in the summary and again at the end: the first is the one in its place.
    if (all.replace(/\W/gu, '') === '' || seen.has(`${item.number} ${all}`)) continue;
    seen.add(`${item.number} ${all}`);
    const firstOfLaterList = !lists.has(item.group) && lists.size > 0 && item.number === 1;
    lists.add(item.group);
    out.push(toProposal(item, wording, pieces, blocks, text, out.length, firstOfLaterList));
  }
  return out;
}

/** Lists under one and the same title in several chapters are told apart by their chapter, the first one aside. */
function nameOf(group: RecommendationGroup, groups: readonly RecommendationGroup[], pieces: readonly Piece[]): string {
  const first = groups.find((g) => plainTitle(g.name) === plainTitle(group.name))!;
  if (first === group) return group.name;
  const start = group.at[0] ?? 0;
  const chapter = pieces.slice(0, start).findLast((p) => p.kind === 'heading' && titleText(p.text) !== group.name);
  return chapter ? `${group.name}, ${titleText(chapter.text)}` : group.name;
}

/** Gives the units of one group their numbers, and a count that starts again a list of its own. */
function numberUnits(
  name: string,
  headed: boolean,
  scheme: Numbered['scheme'],
  units: readonly Unit[],
  pieces: readonly Piece[],
): Numbered[] {
  let list = 1;
  let before: number | null = null;
  /** Added to the printed numbers since the count was broken. */
  let added = 0;
  const alone = isEachAlone(units);
  return units.map((unit, i) => {
    const counted = alone || unit.label === null || unit.label.kind === 'bullet';
    const printed: number = counted ? i + 1 : unit.label.value;
    const carriedOn = !counted && printed === 1 && before !== null && endsInCutSentence(units[i - 1]!, pieces);
    if (carriedOn) added = before!;
    const number = printed + added;
    const restarts = before !== null && number <= before;
    if (restarts) {
      list += 1;
      added = 0;
    }
    const item = {
      group: list === 1 ? name : `${name}, list ${list}`,
      number: restarts ? printed : number,
      unit,
      scheme,
      headed,
      before: restarts ? null : before,
      restarts,
      counted,
      carriedOn,
      alone: alone && i > 0,
    };
    before = item.number;
    return item;
  });
}

/** A site may close the list after each item to set its reasons under it: then all of them carry the first label. */
function isEachAlone(units: readonly Unit[]): boolean {
  const firsts = units.filter((unit) => unit.label?.value === 1).length;
  const label = units[0]?.label;
  const same = units.every((unit) => unit.label?.kind === label?.kind && unit.label?.bare === label?.bare);
  if (units.length >= 2 && same && label && label.kind !== 'bullet') return true;
  return units.length >= 3 && units[1]!.label?.value === 1 && firsts >= units.length * 0.8;
}

/** An item that a conversion cut in mid-sentence breaks its list in two, and the second half counts from 1 again. */
function endsInCutSentence(unit: Unit, pieces: readonly Piece[]): boolean {
  const last = [...unit.text, ...unit.parts.flatMap((p) => p.text)].at(-1);
  return last !== undefined && pieces[last.at]!.joined === true;
}

type Worded = {
  readonly text: string;
  readonly heading: string | null;
  readonly parts: readonly { label: string; text: string; stretches: readonly Stretch[] }[];
};

function wordingOf(unit: Unit, pieces: readonly Piece[]): Worded {
  const words = (stretches: readonly Stretch[]) =>
    stretches
      .map((s) => pieces[s.at]!.text.slice(s.start, s.end).trim())
      .filter(Boolean)
      .join(' ');
  const text = words(unit.text);
  return {
    text,
    heading: headingOf(unit, pieces, words),
    parts: unit.parts.map((p) => ({ label: p.label, text: words(p.text), stretches: p.text })),
  };
}

function headingOf(unit: Unit, pieces: readonly Piece[], words: (s: readonly Stretch[]) => string): string | null {
  const trimmed = (text: string) => text.replace(/[\s.:–—-]+$/u, '');
  if (unit.headline) return trimmed(words([unit.headline]));
  const first = unit.text[0];
  const piece = first && pieces[first.at];
  if (!piece || first.start > 0) return null;
  const lead = boldLead(piece);
  // Bold from end to end is type, not a headline, unless something follows it.
  return lead > 0 && (lead < piece.text.length - 1 || unit.text.length > 1) ? trimmed(piece.text.slice(0, lead)) : null;
}

function toProposal(
  item: Numbered,
  wording: Worded,
  pieces: readonly Piece[],
  blocks: readonly RecordBlock[],
  text: string,
  position: number,
  firstOfLaterList: boolean,
): ProposedRecommendation {
  const { unit } = item;
  const stretches = [...(unit.headline ? [unit.headline] : []), ...unit.text, ...unit.parts.flatMap((p) => p.text)];
  const used = stretches.map((s) => s.at);
  const place = (s: readonly Stretch[]): [number, number] => {
    const starts = s.map((x) => blocks[x.at]!.span[0] + x.start);
    const ends = s.map((x) => blocks[x.at]!.span[0] + x.end);
    return [Math.min(...starts), Math.max(...ends)];
  };
  const span = trimSpan(place(stretches), text);
  const touched = [...new Set(used)].sort((a, b) => a - b).map((i) => blocks[i]!);
  const doubts = doubtsAbout(
    item,
    wording,
    touched,
    stretches.map((s) => pieces[s.at]!),
    firstOfLaterList,
  );
  return {
    id: `r${position + 1}`,
    group: item.group,
    number: item.number,
    label: unit.printed,
    ...(wording.heading === null ? {} : { heading: wording.heading }),
    text: wording.text,
    ...(wording.parts.length === 0
      ? {}
      : {
          parts: wording.parts.map((p) => ({ label: p.label, text: p.text, span: trimSpan(place(p.stretches), text) })),
        }),
    span,
    blockIds: touched.map((b) => b.id),
    page: touched[0]?.page ?? null,
    pageEnd: touched.at(-1)?.pageEnd ?? null,
    confidence: sure(doubts),
    doubts: doubts.map((d) => d.says),
  };
}

function trimSpan([start, end]: [number, number], text: string): [number, number] {
  const cutText = text.slice(start, end);
  const lead = cutText.length - cutText.trimStart().length;
  return [start + lead, start + lead + cutText.trim().length];
}
