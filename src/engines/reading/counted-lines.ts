import { isRecommendationTitle } from './headings.ts';
import { labelOf, readLabel } from './labels.ts';
import { cut, dropped, type PassResult, type Piece } from './pieces.ts';

const counted = /^(\d{1,2}|[a-z])\s+(?=["'‘“(]?\p{Lu})/u;
const columnHead =
  /^(?:(?:ref|no|nr|number|item|#)\.?(?:\s+(?:key\s+)?recommendations?)?|(?:key\s+)?recommendation)$/iu;

/**
 * What is left of tables of recommendations whose lines are gone: paragraphs that count with a bare number or letter ("1 Agree
 * ...") become items of a list, and the heads of the columns go, which would otherwise read as titles.
 */
export function labelCounted(pieces: readonly Piece[]): PassResult {
  const lengths = new Map<number, number>();
  const heads = new Set<number>();
  let announced = false;
  let last = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.contents) continue;
    if (announced && isColumnHead(pieces, i)) heads.add(i);
    else if (isTitle(piece)) announced = true;
    const first = announced ? numberOf(piece) : null;
    if (first === null || (first !== 1 && first !== last + 1)) continue;
    const run = [i];
    while (numberOf(pieces[i + run.length] ?? piece) === first + run.length) run.push(i + run.length);
    if (run.length < 2) continue;
    for (const at of run) lengths.set(at, pieces[at]!.text.match(counted)![0].length);
    last = first + run.length - 1;
    i += run.length - 1;
  }
  if (lengths.size === 0 && heads.size === 0) return { pieces, dropped: [] };
  return {
    pieces: pieces.flatMap((piece, i): Piece[] => {
      if (heads.has(i)) return [];
      const length = lengths.get(i);
      if (length === undefined) return [piece];
      return [{ ...cut(piece, length), kind: 'list-item', label: piece.text.slice(0, length).trim(), depth: 0 }];
    }),
    dropped: [...heads].map((i) => dropped(pieces[i]!, "The head of a table's columns")),
  };
}

function isTitle(piece: Piece): boolean {
  return piece.kind !== 'table-cell' && isRecommendationTitle(piece.text);
}

/** "Ref", "Recommendation" or both, straight over what they are the head of. */
function isColumnHead(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i]!;
  if (piece.kind === 'table-cell' || piece.kind === 'list-item' || !columnHead.test(piece.text)) return false;
  const next = [pieces[i + 1], pieces[i + 2]].find((p) => p !== undefined && !columnHead.test(p.text));
  if (!next) return false;
  const label = labelOf(next) ?? readLabel(next.text)?.label;
  return (
    next.kind === 'table-cell' ||
    numberOf(next) !== null ||
    label?.kind === 'recommendation' ||
    label?.kind === 'number'
  );
}

function numberOf(piece: Piece): number | null {
  if (piece.kind !== 'paragraph' || piece.label !== undefined || piece.contents) return null;
  const found = piece.text.match(counted)?.[1];
  if (found === undefined) return null;
  return /\d/u.test(found) ? Number(found) : found.charCodeAt(0) - 96;
}
