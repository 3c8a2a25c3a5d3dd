import type { Span } from './blocks.ts';
import type { Piece } from './pieces.ts';
import type { RecordBlock } from './record.ts';

/** A report as one text and the blocks it is made of: what the passes that look for findings work on. */
export type LaidOut = { readonly text: string; readonly blocks: readonly RecordBlock[] };

/** Sets the pieces out as one text, and says where each stands in it. */
export function layOut(pieces: readonly Piece[]): LaidOut {
  const out: string[] = [];
  let length = 0;
  const add = (text: string) => {
    out.push(text);
    length += text.length;
  };
  const blocks = pieces.map((piece, i): RecordBlock => {
    if (i > 0) add(gapBetween(pieces[i - 1]!, piece));
    if (piece.label) add(`${piece.label} `);
    const start = length;
    add(piece.text);
    const at = (spans: readonly Span[]) => spans.map(([s, e]): Span => [s + start, e + start]);
    return {
      id: `b${i + 1}`,
      kind: piece.kind === 'line' ? 'paragraph' : piece.kind,
      level: piece.kind === 'heading' ? (piece.level ?? 6) : null,
      label: piece.label ?? null,
      depth: piece.depth ?? 0,
      span: [start, length],
      page: piece.page ?? null,
      pageEnd: piece.pageEnd ?? piece.page ?? null,
      pageBreaks: piece.breaks.map((b) => ({ at: b.at + start, page: b.page })),
      ...(piece.contents ? { contents: true } : {}),
      ...(piece.cell ? { cell: piece.cell } : {}),
      ...(piece.bold.length > 0 ? { bold: at(piece.bold) } : {}),
    };
  });
  return { text: out.join(''), blocks };
}

function gapBetween(before: Piece, after: Piece): string {
  if (before.kind === 'list-item' && after.kind === 'list-item') return '\n';
  if (before.cell && after.cell && before.cell.table === after.cell.table)
    return before.cell.row === after.cell.row ? '\t' : '\n';
  return '\n\n';
}
