import { type Dropped, dropped, fold, type PassResult, type Piece } from './pieces.ts';

/** How much of a page's height, at either end, may hold running headers and footers. */
const edgeShare = 0.13;

const pageNumber = /^(?:page\s*)?[-–—|\s]*(\d{1,4})[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?(?:\s*\|?\s*p\s?a\s?g\s?e)?$/iu;
const explicitPageNumber =
  /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*(?:of|\/)\s*\d{1,4}|\d{1,4}\s*\|\s*p\s?a\s?g\s?e)$/iu;

/** Why running headers and footers are left out. */
const runningLine = 'Running header or footer';
const marked = 'The document marks it as outside its text';
export const furnitureReasons: readonly string[] = [runningLine, marked];

/** Two running headers are the same when they differ in figures and white space alone. */
function pattern(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '0').replace(/\s+/gu, ' ').trim();
}

function atEdge(piece: Piece): boolean {
  const place = piece.place;
  if (!place) return false;
  return place.bottom < place.pageHeight * edgeShare || place.top > place.pageHeight * (1 - edgeShare);
}

/**
 * Drops running headers, footers and page numbers. Where positions are known: text at the edge of the page that comes
 * back on other pages, and lone page numbers there. Where they are not: page numbers that count upwards through the
 * document, and short lines that come back beside them.
 */
export function dropFurniture(input: readonly Piece[]): PassResult {
  const pieces = input.map(fold);
  const why = new Map<Piece, string>();
  for (const piece of pieces) if (piece.furniture) why.set(piece, marked);
  markAtEdges(pieces, why);
  markWithoutPlaces(pieces, why);
  markAtPageEnds(pieces, why);
  markRepeatedTitle(pieces, why);
  const gone: Dropped[] = [];
  const kept: Piece[] = [];
  let after = false;
  for (const piece of pieces) {
    const reason = why.get(piece);
    if (reason === undefined) {
      kept.push(after && /^\p{Ll}/u.test(piece.text) ? { ...piece, afterFurniture: true } : piece);
      after = false;
    } else if (piece.text) {
      gone.push(dropped(piece, reason));
      after = true;
    }
  }
  return { pieces: kept, dropped: gone };
}

/**
 * Text that keeps its page breaks and no positions: lines that come back at the head or foot of pages, the same but for
 * a page number that goes up with them.
 */
function markAtPageEnds(pieces: readonly Piece[], why: Map<Piece, string>): void {
  const lines = pieces.filter((p) => p.kind === 'line' && !p.place && p.page !== undefined && p.text && !why.has(p));
  const pages = [...Map.groupBy(lines, (p) => p.page!).values()];
  if (pages.length < 3) return;
  const ends = pages.flatMap((page) => [...new Set([...page.slice(0, 2), ...page.slice(-2)])]);
  for (const same of Map.groupBy(ends, (p) => pattern(p.text)).values()) {
    const on = new Set(same.map((p) => p.page!));
    const figures = new Set(same.map((p) => p.page! - Number(p.text.match(/\d+(?=\D*$)/u)?.[0] ?? Number.NaN)));
    const counts = figures.size === 1 && !figures.has(Number.NaN);
    const wanted = counts ? 2 : Math.max(3, Math.ceil(pages.length / 3));
    if (on.size < wanted || same.some((p) => p.text.length > 120)) continue;
    for (const piece of same) why.set(piece, runningLine);
  }
}

/** A report over several web pages prints its title at the head of each: it is a heading the first time only. */
function markRepeatedTitle(pieces: readonly Piece[], why: Map<Piece, string>): void {
  const title = pieces.find((p) => p.kind === 'heading' && p.level === 1 && !why.has(p));
  if (!title) return;
  for (const piece of pieces)
    if (piece !== title && piece.kind === 'heading' && piece.level === 1 && pattern(piece.text) === pattern(title.text))
      why.set(piece, 'The title, printed again on a later page');
}

function markAtEdges(pieces: readonly Piece[], why: Map<Piece, string>): void {
  const edges = pieces.filter((p) => atEdge(p) && !why.has(p));
  const byPage = Map.groupBy(pieces, (p) => p.page);
  const pages = byPage.size;
  const seen = new Map<string, Set<number | undefined>>();
  for (const piece of edges) {
    const key = pattern(piece.text);
    const on = seen.get(key) ?? new Set();
    seen.set(key, on.add(piece.page));
  }
  for (const piece of edges) {
    const inRowOfText = byPage
      .get(piece.page)!
      .some((other) => other !== piece && other.place && sameRow(other, piece) && !atEdge(other));
    if (inRowOfText) continue;
    const times = seen.get(pattern(piece.text))!.size;
    if (pageNumber.test(piece.text) && (times >= 2 || pages === 1)) why.set(piece, 'Page number');
    // A full sentence that stands at the top of two pages is more likely the report's own text.
    else if (times >= Math.max(2, Math.min(3, Math.ceil(pages / 4))) && piece.text.length <= 160)
      why.set(piece, runningLine);
  }
}

function sameRow(a: Piece, b: Piece): boolean {
  return Math.abs(a.place!.bottom - b.place!.bottom) < 2;
}

function markWithoutPlaces(pieces: readonly Piece[], why: Map<Piece, string>): void {
  const candidates: { at: number; value: number; explicit: boolean }[] = [];
  pieces.forEach((piece, at) => {
    if (
      piece.place ||
      piece.kind === 'table-cell' ||
      piece.kind === 'list-item' ||
      piece.kind === 'heading' ||
      why.has(piece)
    )
      return;
    const match = piece.text.match(pageNumber);
    if (match) candidates.push({ at, value: Number(match[1]), explicit: explicitPageNumber.test(piece.text) });
  });
  const counted = candidates.filter((c, i) => {
    const near = [candidates[i - 1], candidates[i + 1]];
    const steps = near.filter((n) => n && n.value - c.value === (n.at > c.at ? 1 : -1)).length;
    return c.explicit ? candidates.length >= 2 : steps >= 1 && candidates.length >= 3;
  });
  if (counted.length < 2) return;
  const beside = new Map<string, number[]>();
  for (const { at } of counted) {
    why.set(pieces[at]!, 'Page number');
    for (const next of [at - 1, at + 1]) {
      const piece = pieces[next];
      if (!piece || piece.text.length > 80 || piece.text === '' || why.has(piece)) continue;
      const key = pattern(piece.text);
      const places = beside.get(key) ?? [];
      places.push(next);
      beside.set(key, places);
    }
  }
  for (const places of beside.values()) {
    if (places.length < Math.max(2, Math.ceil(counted.length / 3))) continue;
    for (const at of places) why.set(pieces[at]!, runningLine);
  }
}
