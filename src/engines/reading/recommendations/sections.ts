import { isAdvice, opensWithAdvice } from '../advice-verbs.ts';
import { isRecommendationTitle, isUsualTitle, titleText } from '../headings.ts';
import { labelOf, readLabel } from '../labels.ts';
import type { Piece } from '../pieces.ts';
import { boldLead } from './bold-lead.ts';

/** A stretch of the report that holds recommendations under one heading. `at` are indexes into the pieces, in order. */
export type RecommendationGroup = {
  readonly name: string;
  readonly at: readonly number[];
  /** False where no heading announces the list, only a sentence. */
  readonly headed: boolean;
};

/** Recommendations that are headings themselves: "Recommendation 3", "Recommendation 3: Publish the plan". */
export function isRecommendationStarter(piece: Piece): boolean {
  if (piece.contents || piece.kind === 'table-cell') return false;
  if (labelOf(piece)?.kind === 'recommendation') return true;
  return readLabel(piece.text)?.label.kind === 'recommendation';
}

/** Finds every stretch of recommendations and splits it at its subject headings. */
export function findGroups(pieces: readonly Piece[]): RecommendationGroup[] {
  const groups = pieces.flatMap((piece, i) =>
    startsSection(piece) ? splitAtSubjects(pieces, i, endOfSection(pieces, i)) : [],
  );
  if (groups.some((g) => g.at.some((i) => isItem(pieces[i]!)))) return groups;
  return [...groups, ...announcedBySentence(pieces)];
}

function startsSection(piece: Piece): boolean {
  return (
    piece.kind === 'heading' && !piece.contents && !isRecommendationStarter(piece) && isRecommendationTitle(piece.text)
  );
}

function isItem(piece: Piece): boolean {
  return piece.kind === 'list-item' || isRecommendationStarter(piece);
}

/**
 * A line that says what to do is the headline of a recommendation where only its type or shortness made it a heading, or
 * where it carries a number of its own.
 */
export function isHeadline(piece: Piece): boolean {
  if (piece.kind !== 'heading' || piece.contents || !opensWithAdvice(piece.text)) return false;
  return piece.inferred === 'short' || piece.inferred === 'type' || labelOf(piece)?.kind === 'number';
}

/** What recommendations may stand in besides lists: rows of a table, and paragraphs with a bold headline. */
function opensUnit(piece: Piece): boolean {
  return isItem(piece) || piece.kind === 'table-cell' || (piece.kind === 'paragraph' && boldLead(piece) > 0);
}

function endOfSection(pieces: readonly Piece[], start: number): number {
  const opening = pieces[start]!;
  let items = 0;
  let subjects = 0;
  for (let i = start + 1; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (opensUnit(piece)) items += 1;
    if (piece.kind !== 'heading' || isRecommendationStarter(piece)) continue;
    if (startsSection(piece)) return i;
    if (isNumberedUnder(opening, piece)) continue;
    const deeper = (piece.level ?? 6) > (opening.level ?? 6);
    if (deeper && !(isUsualTitle(piece.text) && piece.inferred !== undefined && !isFollowedByItem(pieces, i))) {
      // A numbered title where the section itself has a number stands beside it, whatever its type.
      if (labelOf(opening)?.kind === 'number' && labelOf(piece)?.kind === 'number' && piece.inferred === 'number')
        return i;
      subjects += 1;
      continue;
    }
    if (isHeadline(piece)) continue;
    // Subject headings of the section's own level: only where it opened with one, before any list.
    const grouping =
      (items === 0 || subjects > 0) &&
      !isUsualTitle(piece.text) &&
      isFollowedByItem(pieces, i) &&
      labelOf(piece)?.kind !== 'number';
    if (!grouping) return i;
    subjects += 1;
  }
  return pieces.length;
}

/** "2.3 ..." under "2. Key recommendations". */
function isNumberedUnder(opening: Piece, piece: Piece): boolean {
  const label = labelOf(piece);
  const own = labelOf(opening);
  return label?.kind === 'section' && own !== null && label.bare.startsWith(`${own.bare}.`);
}

function isFollowedByItem(pieces: readonly Piece[], i: number): boolean {
  return [pieces[i + 1], pieces[i + 2]].some(
    (p, k) => p && opensUnit(p) && (k === 0 || pieces[i + 1]!.kind === 'paragraph'),
  );
}

/** A group by subject heading where lists, tables or bold headlines stand under it; any other heading stays with its text. */
function splitAtSubjects(pieces: readonly Piece[], start: number, end: number): RecommendationGroup[] {
  const groups: { name: string; at: number[]; headed: boolean }[] = [
    { name: titleText(pieces[start]!.text), at: [], headed: true },
  ];
  for (const i of range(start + 1, end)) {
    const piece = pieces[i]!;
    if (piece.contents) continue;
    if (isSubject(pieces, start, i, end)) groups.push({ name: titleText(piece.text), at: [], headed: true });
    else groups.at(-1)!.at.push(i);
  }
  return groups.filter((g) => g.at.length > 0);
}

function isSubject(pieces: readonly Piece[], start: number, i: number, end: number): boolean {
  const piece = pieces[i]!;
  if (piece.kind !== 'heading' || isRecommendationStarter(piece) || isNumberedUnder(pieces[start]!, piece))
    return false;
  if (isHeadline(piece)) return false;
  const next = pieces[i + 1];
  if (i + 1 < end && isHeadline(next!) && (next!.level ?? 6) > (piece.level ?? 6)) return true;
  const under = firstUnitUnder(pieces, i, end);
  if (under === null) return standsOverAdvice(pieces, start, i, end);
  const unit = pieces[under]!;
  if (unit.kind !== 'heading') return true;
  // Under a bare "Recommendation 3" stands its headline; a subject stands over the first of its recommendations.
  return (piece.level ?? 6) < (unit.level ?? 6) || (under === i + 1 && !isRecommendationStarter(pieces[i - 1]!));
}

/**
 * Nothing marks the recommendations but their words: headings are subjects where plain paragraphs under them say what to
 * do, and one heading at least has several of those. A headline has its reasons under it.
 */
function standsOverAdvice(pieces: readonly Piece[], start: number, i: number, end: number): boolean {
  const paragraphs = range(start + 1, end).filter((k) => pieces[k]!.kind === 'paragraph');
  const advice = paragraphs.filter((k) => isAdvice(pieces[k]!));
  const inRow = advice.some((k) => k + 1 < end && isAdvice(pieces[k + 1]!));
  return (
    inRow && advice.length * 10 >= paragraphs.length * 7 && pieces[i + 1] !== undefined && isAdvice(pieces[i + 1]!)
  );
}

/** Where the first recommendation under this heading begins, before the next heading that is none; or null. */
function firstUnitUnder(pieces: readonly Piece[], i: number, end: number): number | null {
  for (let k = i + 1; k < end; k++) {
    if (opensUnit(pieces[k]!)) return k;
    if (pieces[k]!.kind === 'heading') return null;
  }
  return null;
}

const announces = /\brecommend(?:s|ed|ation|ations|ing)?\b.{0,220}:$/iu;

/** No heading: a sentence that announces recommendations and ends in a colon, with a list straight after it. */
function announcedBySentence(pieces: readonly Piece[]): RecommendationGroup[] {
  const out: RecommendationGroup[] = [];
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'paragraph' || !announces.test(piece.text) || !pieces[i + 1] || !isItem(pieces[i + 1]!)) return;
    let end = i + 1;
    while (end < pieces.length && isItem(pieces[end]!) && !isRecommendationTitle(pieces[end]!.text)) end += 1;
    out.push({
      name: /\bkey recommendations\b/iu.test(piece.text) ? 'Key recommendations' : 'Recommendations',
      at: range(i + 1, end),
      headed: false,
    });
  });
  return out;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
