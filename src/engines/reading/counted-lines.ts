import { isRecommendationTitle } from './headings.ts';
import { cut, dropped, type PassResult, type Piece } from './pieces.ts';

const counted = /^(\d{1,2})\s+(?=["'‘“(]?\p{Lu})/u;
const columnHeads = /^(?:(?:ref|no|nr|number|item|#)\.?\s*)?(?:(?:key\s+)?recommendations?)?$/iu;

/**
 * Under a title of recommendations, paragraphs that count from 1 with a bare number ("1 Agree ...") are its list: so a
 * table looks once its lines are gone. The heads of its columns go.
 */
export function labelCounted(pieces: readonly Piece[]): PassResult {
  const labels = new Map<number, number>();
  const heads = new Set<number>();
  pieces.forEach((title, at) => {
    if (title.contents || title.kind === 'table-cell' || !isRecommendationTitle(title.text) || heads.has(at)) return;
    const first = pieces.slice(at + 1, at + 5).findIndex((p) => numberOf(p) === 1);
    if (first < 0) return;
    const run: number[] = [];
    for (let i = at + 1 + first; i < pieces.length && numberOf(pieces[i]!) === run.length + 1; i++) run.push(i);
    if (run.length < 2) return;
    for (const i of run) labels.set(i, pieces[i]!.text.match(counted)![0].length);
    for (let i = at + 1; i < run[0]!; i++) if (columnHeads.test(pieces[i]!.text)) heads.add(i);
  });
  if (labels.size === 0) return { pieces, dropped: [] };
  return {
    pieces: pieces.flatMap((piece, i): Piece[] => {
      if (heads.has(i)) return [];
      const length = labels.get(i);
      if (length === undefined) return [piece];
      return [{ ...cut(piece, length), kind: 'list-item', label: piece.text.slice(0, length).trim(), depth: 0 }];
    }),
    dropped: [...heads].map((i) => dropped(pieces[i]!, "The head of a table's columns")),
  };
}

function numberOf(piece: Piece): number | null {
  if (piece.kind !== 'paragraph' || piece.label !== undefined || piece.contents) return null;
  const match = piece.text.match(counted);
  return match ? Number(match[1]) : null;
}
