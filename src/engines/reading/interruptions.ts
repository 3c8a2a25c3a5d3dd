import { readLabel } from './labels.ts';
import { dropped, endsSentence, type PassResult, type Piece, wordCount } from './pieces.ts';

const pageNumber = /^(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?(?:\s*\|?\s*p\s?a\s?g\s?e)?$/iu;

/** Letters of a running header or footer at the most. */
const longest = 120;

/** Two running headers are the same when they differ in figures and white space alone. */
function pattern(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '0').replace(/\s+/gu, ' ').trim();
}

/**
 * Drops running headers and page numbers that a conversion left in the middle of sentences: what stands before them stops
 * short, and what follows goes on with it.
 * @param furniture texts already known as running headers and footers
 */
export function dropInterruptions(pieces: readonly Piece[], furniture: readonly string[]): PassResult {
  const counts = new Map<string, number>();
  for (const piece of pieces) if (couldBe(piece)) bump(counts, pattern(piece.text));
  const printed = new Map<string, number>();
  for (const text of furniture) if (/\p{L}/u.test(text)) bump(printed, pattern(text));
  // Where more of them are left than were taken for furniture, they are the report's own lines.
  const known = new Set([...printed].flatMap(([key, times]) => ((counts.get(key) ?? 0) <= times ? [key] : [])));
  const sure = new Set<number>();
  const candidates: number[] = [];
  const confirmed = new Map<string, number>();
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const after = pieces[i + 1];
    if (!couldBe(piece) || !before || !after || !stopsShort(before) || !isRunningText(after)) return;
    candidates.push(i);
    if (!/^[‘“"'(]?\p{Ll}/u.test(after.text) || !standsApart(pieces, i, known)) return;
    if (
      pageNumber.test(piece.text) ||
      counts.get(pattern(piece.text))! > 1 ||
      known.has(pattern(piece.text)) ||
      looksPrinted(piece, before, after)
    ) {
      sure.add(i);
      bump(confirmed, pattern(piece.text));
    }
  });
  // What has been met in mid-sentence is no text elsewhere either, though a name in capitals may follow it there.
  for (const i of candidates) {
    const key = pattern(pieces[i]!.text);
    const times = confirmed.get(key) ?? 0;
    if (known.has(key) || times >= (/\p{L}/u.test(key) ? 1 : 2)) sure.add(i);
  }
  if (sure.size === 0) return { pieces, dropped: [] };
  return {
    pieces: pieces.flatMap((piece, i): Piece[] =>
      sure.has(i) ? [] : [sure.has(i - 1) ? { ...piece, afterFurniture: true } : piece],
    ),
    dropped: [...sure].map((i) => dropped(pieces[i]!, 'Running header, footer or page number inside a sentence')),
  };
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function couldBe(piece: Piece): boolean {
  if (piece.kind !== 'line' && piece.kind !== 'paragraph') return false;
  if (piece.label !== undefined || piece.text.length > longest || /[.!?;:,]["'’”)]*$/u.test(piece.text)) return false;
  // An item of a list stands between unfinished lines too.
  return pageNumber.test(piece.text) || readLabel(piece.text) === null;
}

function stopsShort(piece: Piece): boolean {
  if (piece.kind !== 'line' && piece.kind !== 'paragraph' && piece.kind !== 'list-item') return false;
  return wordCount(piece.text) >= 3 && !endsSentence(piece.text);
}

function isRunningText(piece: Piece): boolean {
  if (piece.kind !== 'line' && piece.kind !== 'paragraph') return false;
  return piece.label === undefined && readLabel(piece.text) === null;
}

/** In lines every piece of text stands in mid-sentence: what does not belong there has a gap on either side, or is known. */
function standsApart(pieces: readonly Piece[], i: number, known: ReadonlySet<string>): boolean {
  const piece = pieces[i]!;
  if (piece.kind !== 'line' || pageNumber.test(piece.text) || known.has(pattern(piece.text))) return true;
  const [before, after] = [pieces[i - 1]!, pieces[i + 1]!];
  if (!piece.place) return piece.gapBefore === true && after.gapBefore === true;
  const far = (a: Piece, b: Piece) =>
    a.page !== b.page || (b.place?.bottom ?? 0) - (a.place?.bottom ?? 0) > (a.size ?? 10) * 1.6;
  return far(before, piece) && far(piece, after);
}

/** A line of capitalised words between the halves of one long sentence, met only once. */
function looksPrinted(piece: Piece, before: Piece, after: Piece): boolean {
  const words = piece.text.split(/\s+/u).filter((word) => word.replace(/[^\p{L}]/gu, '').length > 3);
  const named = /\b(?:peer (?:challenge|review)|report|council|draft)\b/iu.test(piece.text);
  const capitals = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  return (
    words.length >= 2 &&
    (capitals >= words.length * 0.6 || (named && /^\p{Lu}/u.test(piece.text))) &&
    wordCount(before.text) >= 6 &&
    wordCount(after.text) >= 3 &&
    !/@|https?:|www\./u.test(`${before.text} ${after.text}`)
  );
}
