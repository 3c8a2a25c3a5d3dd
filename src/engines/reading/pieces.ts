import type { Block, CellPlace, Place, Span } from './blocks.ts';

/**
 * The working form the passes hand on: a block that may by now run over several lines and pages. Pieces are
 * values: a pass makes new ones and never changes one it was given.
 */
export type Piece = {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly level?: number;
  /** Where a heading's level was only inferred, by what: the section's number, the type, or its shortness. */
  readonly inferred?: 'number' | 'type' | 'short';
  readonly label?: string;
  /** The label is a Roman numeral, though it could be a letter. */
  readonly roman?: boolean;
  readonly depth?: number;
  readonly page?: number;
  readonly pageEnd?: number;
  /** Offsets in `text` at which a new page begins. */
  readonly breaks: readonly { readonly at: number; readonly page: number }[];
  readonly place?: Place;
  /** Place of the last line, for a piece made of several. */
  readonly lastPlace?: Place;
  readonly size?: number;
  readonly bold: readonly Span[];
  readonly italic: readonly Span[];
  readonly cell?: CellPlace;
  readonly gapBefore?: boolean;
  readonly furniture?: boolean;
  readonly contents?: boolean;
  /** A running header or page number was taken out straight before it, in the middle of a sentence. */
  readonly afterFurniture?: boolean;
  /** Two printed pieces were joined to make this one, on the evidence of the words alone. */
  readonly joined?: boolean;
};

/** What a pass gives back: the pieces that go on, and those it took out, with the reason. */
export type Dropped = { readonly text: string; readonly page: number | null; readonly why: string };
export type PassResult = { readonly pieces: readonly Piece[]; readonly dropped: readonly Dropped[] };

export function toPiece(block: Block): Piece {
  // Half a character pair, which a broken file may hold, cannot be stored or sent.
  const text = block.text.toWellFormed();
  return { ...block, text, pageEnd: block.page, breaks: [], bold: block.bold ?? [], italic: block.italic ?? [] };
}

export function dropped(piece: Piece, why: string): Dropped {
  return { text: piece.text.trim(), page: piece.page ?? null, why };
}

/** One replacement in a text: the characters [start, end) become `by`. */
export type Edit = { readonly start: number; readonly end: number; readonly by: string };

/** Applies edits (ascending, not overlapping) and carries bold, italics and page breaks along. */
export function edit(piece: Piece, edits: readonly Edit[]): Piece {
  if (edits.length === 0) return piece;
  const out: string[] = [];
  const marks: { from: number; to: number; removed: number; kept: number }[] = [];
  let last = 0;
  let length = 0;
  for (const { start, end, by } of edits) {
    out.push(piece.text.slice(last, start), by);
    length += start - last;
    marks.push({ from: start, to: end, removed: length, kept: by.length });
    length += by.length;
    last = end;
  }
  out.push(piece.text.slice(last));
  const text = out.join('');
  const move = (at: number): number => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle]!.from <= at) low = middle + 1;
      else high = middle;
    }
    const mark = marks[low - 1];
    if (!mark) return at;
    if (at >= mark.to) return mark.removed + mark.kept + (at - mark.to);
    return mark.removed + Math.min(at - mark.from, mark.kept);
  };
  return {
    ...piece,
    text,
    bold: moved(piece.bold, move),
    italic: moved(piece.italic, move),
    breaks: piece.breaks.map((b) => ({ ...b, at: move(b.at) })),
  };
}

function moved(spans: readonly Span[], move: (at: number) => number): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans) {
    const span: Span = [move(start), move(end)];
    const before = out.at(-1);
    if (span[1] <= span[0]) continue;
    if (before && span[0] <= before[1]) out[out.length - 1] = [before[0], Math.max(before[1], span[1])];
    else out.push(span);
  }
  return out;
}

/** The part [start, end) of a piece, its page and ranges with it. */
export function cut(piece: Piece, start: number, end = piece.text.length): Piece {
  const inside = (span: Span): Span => [Math.max(span[0], start) - start, Math.min(span[1], end) - start];
  const kept = (spans: readonly Span[]) => spans.map(inside).filter(([a, b]) => b > a);
  const pageAt = (at: number) => piece.breaks.findLast((b) => b.at <= at)?.page ?? piece.page;
  return {
    ...piece,
    text: piece.text.slice(start, end),
    bold: kept(piece.bold),
    italic: kept(piece.italic),
    breaks: piece.breaks.filter((b) => b.at > start && b.at < end).map((b) => ({ ...b, at: b.at - start })),
    page: pageAt(start),
    pageEnd: pageAt(Math.max(start, end - 1)),
  };
}

/** `b` set on at the end of `a`, with `glue` between; `a` keeps its kind, label and place. */
export function join(a: Piece, b: Piece, glue: string): Piece {
  const shift = a.text.length + glue.length;
  const later = (spans: readonly Span[]) => spans.map(([s, e]): Span => [s + shift, e + shift]);
  const turns = b.page !== undefined && b.page !== a.pageEnd ? [{ at: shift, page: b.page }] : [];
  return {
    ...a,
    text: a.text + glue + b.text,
    bold: closeUp([...a.bold, ...later(b.bold)], a.text.length, shift),
    italic: closeUp([...a.italic, ...later(b.italic)], a.text.length, shift),
    breaks: [...a.breaks, ...turns, ...b.breaks.map((x) => ({ ...x, at: x.at + shift }))],
    pageEnd: b.pageEnd ?? a.pageEnd,
    lastPlace: b.lastPlace ?? b.place ?? a.lastPlace,
  };
}

/** Two ranges that meet over the glue are one. */
function closeUp(spans: readonly Span[], end: number, start: number): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before && before[1] >= end && span[0] <= start && before[1] <= span[0])
      out[out.length - 1] = [before[0], span[1]];
    else out.push(span);
  }
  return out;
}

// Control characters, zero-width and direction marks, soft hyphens: never part of what is printed.
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/u;
const foldable = new RegExp(`(?:${invisible.source}|\\s)+`, 'gu');

/** White space folded to single spaces, invisible characters taken out, ends trimmed. */
export function fold(piece: Piece): Piece {
  const edits: Edit[] = [];
  for (const match of piece.text.matchAll(foldable)) {
    const start = match.index;
    const end = start + match[0].length;
    const atEdge = start === 0 || end === piece.text.length;
    const by = atEdge || !/\s/u.test(match[0]) ? '' : ' ';
    if (match[0] !== by) edits.push({ start, end, by });
  }
  const folded = edit(piece, edits);
  return folded.label === undefined ? folded : { ...folded, label: folded.label.replace(foldable, ' ').trim() };
}

/** Share of the letters in bold, 0 to 1. */
export function boldness(piece: Piece): number {
  const letters = piece.text.replace(/\s/g, '').length;
  if (letters === 0) return 0;
  const bold = piece.bold.reduce((n, [s, e]) => n + piece.text.slice(s, e).replace(/\s/g, '').length, 0);
  return Math.min(1, bold / letters);
}

/** Does the text end as a sentence does (closing quotes, brackets and marks aside)? */
export function endsSentence(text: string): boolean {
  return /[.!?:;…][\])}"'’”*]*$/u.test(text.slice(-60).trimEnd());
}

export function wordCount(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
