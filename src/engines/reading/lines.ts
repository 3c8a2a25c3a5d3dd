import { glueLines, wordsOf } from './hyphens.ts';
import { readLabel } from './labels.ts';
import { boldness, cut, endsSentence, join, type Piece } from './pieces.ts';

/** Letters of the longest paragraph that is put together: a page holds half of it. */
const longest = 10_000;

/** How far a line may reach: in points where positions are known, else in characters. */
type Measure = { readonly width: number; readonly pitch: number | null };

/**
 * Puts printed lines together into paragraphs and list items. A line goes on with the one before unless something says
 * that it starts afresh: a gap, other type, a label, an outdent, or room left on the line before for its first word.
 * Pieces that are no lines pass through.
 */
export function assembleLines(pieces: readonly Piece[]): Piece[] {
  const lines = pieces.filter((p) => p.kind === 'line');
  if (lines.length === 0) return [...pieces];
  const words = wordsOf(lines.map((l) => l.text));
  const wrap = wrapWidth(lines.filter((l) => !l.place));
  const pitches = usualPitches(lines);
  const rights = rightEdges(lines);
  const out: Piece[] = [];
  let open: Piece | null = null;
  let last: Piece | null = null;
  const close = () => {
    if (open) out.push({ ...open, kind: 'paragraph' });
    open = null;
  };
  for (const piece of pieces) {
    if (piece.kind !== 'line') {
      close();
      out.push(piece);
      continue;
    }
    const measure: Measure = piece.place
      ? { width: rights.get(columnOf(piece)) ?? piece.place.right, pitch: pitches.get(sizeKey(piece)) ?? null }
      : { width: wrap, pitch: null };
    if (open && last && goesOn(open, last, piece, measure)) {
      const { cutBefore, glue } = glueLines(open.text, piece.text, words);
      open = join(cutBefore ? cut(open, 0, open.text.length - cutBefore) : open, piece, glue);
    } else {
      close();
      open = { ...piece, lastPlace: piece.place };
    }
    last = piece;
  }
  close();
  return out;
}

function goesOn(open: Piece, last: Piece, next: Piece, measure: Measure): boolean {
  if (next.gapBefore || next.page !== last.page || open.text.length > longest) return false;
  const label = readLabel(next.text);
  // A label that has a line of its own belongs to the text under it.
  const alone = readLabel(open.text);
  if (alone && alone.length === open.text.length && !label) return true;
  if (!next.place || !last.place) {
    if (measure.width === 0 || (label && startsItem(label.label.kind, last, next))) return false;
    return last.text.length + 1 + firstWord(next.text).length > measure.width * leastShare(last, next) - 3;
  }
  const size = last.size ?? 10;
  const step = next.place.bottom - last.place.bottom;
  if (step < size * 0.3 || Math.abs((next.size ?? size) - size) > Math.max(0.8, size * 0.08)) return false;
  if (step > Math.max(measure.pitch ?? size * 1.5, size * 1.1) * 1.28) return false;
  if (boldness(last) > 0.95 !== boldness(next) > 0.95 && boldness(open) > 0.95 && endsShort(last, next, measure, 1))
    return false;
  const textLeft = open.place!.left + (readLabel(open.text) ? labelWidth(open) : 0);
  if (label && startsItem(label.label.kind, last, next)) return false;
  // Set further left than the paragraph began: a new one.
  if (next.place.left < open.place!.left - 3) return false;
  // Set further right than the paragraph's own text, when it already has two lines: a new one.
  if (open.lastPlace !== open.place && next.place.left > Math.max(open.lastPlace!.left, textLeft) + 6) return false;
  return !endsShort(last, next, measure, 1.5);
}

/**
 * How full a line without positions must be to go on in the next. Letters differ in width, so text that was wrapped by
 * points is ragged by characters; the surer the words show that the sentence goes on, the shorter the line may be.
 */
function leastShare(last: Piece, next: Piece): number {
  if (endsSentence(last.text)) return /^\p{Ll}/u.test(next.text) ? 0.85 : 0.93;
  return /^[‘“"'(]?\p{Ll}/u.test(next.text) ? 0.6 : 0.88;
}

/** Was there room on the line before for the first word of this one (and `slack` letters more)? Then the break was meant. */
function endsShort(last: Piece, next: Piece, measure: Measure, slack: number): boolean {
  const letter = (next.place!.right - next.place!.left) / Math.max(1, next.text.length);
  const need = letter * (firstWord(next.text).length + 1 + slack);
  return last.place!.right + need < measure.width - letter * (endsSentence(last.text) ? 0 : 1.5);
}

function firstWord(text: string): string {
  return text.match(/^\S+/u)?.[0] ?? '';
}

/** A number at the start of a line may be the middle of a sentence ("in July / 2021. The"); a list needs better signs. */
function startsItem(kind: string, last: Piece, next: Piece): boolean {
  if (kind === 'bullet') return !/^[-–—]/u.test(next.text) || endsSentence(last.text) || differsLeft(last, next);
  if (kind === 'letter' || kind === 'roman' || kind === 'number')
    return endsSentence(last.text) || differsLeft(last, next) || !/^\d{3}/u.test(next.text);
  if (kind === 'section') return endsSentence(last.text) || differsLeft(last, next);
  return true;
}

function differsLeft(last: Piece, next: Piece): boolean {
  return last.place !== undefined && next.place !== undefined && Math.abs(last.place.left - next.place.left) > 3;
}

function labelWidth(piece: Piece): number {
  const label = readLabel(piece.text)!;
  return ((piece.place!.right - piece.place!.left) / Math.max(1, piece.text.length)) * label.length;
}

function sizeKey(piece: Piece): string {
  return `${Math.round((piece.size ?? 10) * 2)}`;
}

/** Two columns have two right edges: a line belongs to the half of the page in which it begins. */
function columnOf(piece: Piece): string {
  const place = piece.place!;
  const half = place.left > place.pageWidth * 0.45 ? 'right' : 'left';
  return `${piece.page}/${half}/${place.right > place.pageWidth * 0.56 ? 'far' : 'near'}`;
}

/** The right edge to which text of each column is set. */
function rightEdges(lines: readonly Piece[]): Map<string, number> {
  const all = lines.filter((l) => l.place);
  const byColumn = new Map<string, number[]>();
  for (const line of all) {
    const key = columnOf(line);
    const edges = byColumn.get(key) ?? [];
    edges.push(line.place!.right);
    byColumn.set(key, edges);
  }
  // The document's own measure: most pages are set to one width, and a page with few lines shows less than that.
  const whole = quantile(
    all.map((l) => l.place!.right),
    0.97,
  );
  const twoColumns = isTwoColumn(all);
  const out = new Map<string, number>();
  for (const [key, rights] of byColumn) {
    const own = quantile(rights, 0.95);
    out.set(key, key.endsWith('/near') && key.includes('/left/') && twoColumns ? own : Math.max(own, whole));
  }
  return out;
}

/** Do many lines begin in the right half of the page beside lines that end before it? */
function isTwoColumn(lines: readonly Piece[]): boolean {
  const right = lines.filter(
    (l) => l.place!.left > l.place!.pageWidth * 0.45 && l.place!.right > l.place!.pageWidth * 0.7,
  ).length;
  return right > lines.length * 0.25;
}

/** The usual distance from one line to the next, by size of type. */
function usualPitches(lines: readonly Piece[]): Map<string, number> {
  const steps = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (!line.place || !next?.place || line.page !== next.page || sizeKey(line) !== sizeKey(next)) return;
    const step = next.place.bottom - line.place.bottom;
    const size = line.size ?? 10;
    if (step <= size * 0.8 || step >= size * 3) return;
    const found = steps.get(sizeKey(line)) ?? [];
    found.push(step);
    steps.set(sizeKey(line), found);
  });
  const out = new Map<string, number>();
  for (const [key, values] of steps) out.set(key, quantile(values, 0.4));
  return out;
}

/** Lines without positions: the width at which they were wrapped, in characters; 0 when each line is a paragraph. */
function wrapWidth(lines: readonly Piece[]): number {
  // Lines of a contents list are filled with dots to a width of their own.
  const lengths = lines
    .filter((l) => !/[.…·_]{5}/u.test(l.text))
    .map((l) => l.text.length)
    .filter((n) => n > 0);
  if (lengths.length < 6) return 0;
  const width = quantile(lengths, 0.97);
  if (width > 200 || width < 30) return 0;
  let followed = 0;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]!.gapBefore) continue;
    followed += 1;
    if (lines[i]!.text.length > width * 0.75) full += 1;
  }
  return followed >= 4 && full / followed > 0.45 ? width : 0;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
