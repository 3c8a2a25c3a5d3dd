import { cut, dropped, edit, fold, type PassResult, type Piece } from './pieces.ts';

// Tags that were printed as text by a conversion that went wrong. Only names of real tags, so that "<5%" survives.
const anyTag =
  /<\/?(?:p|ol|ul|li|br|div|span|strong|em|b|i|u|h[1-6]|table|tr|td|th|tbody|thead|a|font)(?:\s[^<>]{0,300})?\/?>/giu;
const breaking = /^<\/?(?:p|ol|ul|li|br|div|h[1-6]|table|tr|td|th)\b/iu;
const opensItem = /^<(?:ol|ul|li)\b/iu;

/** Splits a piece at tags printed as text, and takes the tags out: what stood in a list becomes an item of one. */
function withoutTags(piece: Piece): Piece[] {
  const tags = [...piece.text.matchAll(anyTag)];
  if (tags.length === 0) return [piece];
  const out: Piece[] = [];
  let from = 0;
  let item = false;
  let typed = '';
  const inline: { start: number; end: number; by: string }[] = [];
  const withTyped = (part: Piece): Piece => {
    const label = typed;
    typed = '';
    return label === '' ? part : edit(part, [{ start: 0, end: 0, by: label }]);
  };
  const close = (to: number) => {
    const edits = inline.splice(0).map((e) => ({ start: e.start - from, end: e.end - from, by: e.by }));
    const part = fold(edit(cut(piece, from, to), edits));
    // A label typed before the first tag belongs to the text inside it.
    if (isLabelAlone(part.text) && to < piece.text.length) {
      typed = `${part.text} `;
      return;
    }
    if (part.text) out.push(withTyped(item && part.kind === 'paragraph' ? { ...part, kind: 'list-item' } : part));
  };
  for (const tag of tags) {
    const end = tag.index + tag[0].length;
    if (!breaking.test(tag[0])) {
      inline.push({ start: tag.index, end, by: '' });
      continue;
    }
    close(tag.index);
    from = end;
    item = opensItem.test(tag[0]);
  }
  close(piece.text.length);
  return out;
}

/** "3.", "b)", "•": a label and no text, as a tag printed after it leaves it. */
function isLabelAlone(text: string): boolean {
  return /^(?:[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|R\s?\d{1,3})[.):\]]{1,2}|(?:key )?recommendation \d{1,3}[.):]?|[•●▪◦○■·o§Ø–-])$/iu.test(
    text,
  );
}

/** Emphasis marks that a conversion left behind: "**" that never opened or never closed. */
function withoutMarks(piece: Piece): Piece {
  const edits = [...piece.text.matchAll(/\*{2,}|(?<![\p{L}\p{N}_])_{2}(?=\p{L})|(?<=[\p{L}.])_{2}(?![\p{L}_])/gu)].map(
    (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      by: '',
    }),
  );
  return edits.length === 0 ? piece : fold(edit(piece, edits));
}

const strayMark = /^[^\p{L}\p{N}£$€%]+$/u;

/** Takes out what conversions leave behind: printed tags, loose emphasis marks, lone dots and plus signs. */
export function dropLeftovers(pieces: readonly Piece[]): PassResult {
  const out: Piece[] = [];
  const gone = [];
  for (const piece of pieces) {
    for (const part of withoutTags(fold(piece)).map(withoutMarks)) {
      if (part.text === '') continue;
      if (part.kind !== 'table-cell' && strayMark.test(part.text))
        gone.push(dropped(part, 'A mark on its own, no words'));
      else out.push(part);
    }
  }
  return { pieces: out, dropped: gone };
}
