import type { Span } from '../../engines/reading/blocks.ts';

/** A run of letters of one font as set on the page, in points from its top left corner. `bottom` is the base line. */
export type Letters = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
};

export type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Size of most of its letters. */
  readonly size: number;
  readonly bold: Span[];
  readonly italic: Span[];
};

/** What may stand before a wide gap and still belong to the text after it: a list label. */
const loneLabel =
  /^\s*(?:[^\p{L}\p{N}\s]|o|[([]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.)\]:]{0,2}|R\s?\d{1,3}[.:]?)\s*$/u;

/**
 * Puts runs of letters together into lines. A run belongs to the line before it when it stands on the same base line
 * (raised and lowered figures too) and no wider gap lies between than a tab after a label.
 */
export function toLines(runs: readonly Letters[]): Line[] {
  const lines: Line[] = [];
  let open: Letters[] = [];
  const close = () => {
    const line = open.length > 0 ? oneLine(open) : null;
    if (line) lines.push(line);
    open = [];
  };
  for (const run of runs) {
    if (run.text.trim() === '') {
      // Space keeps words apart inside a line, and is nothing at its ends.
      const before = open.at(-1);
      if (before && onOneLine(open, run)) open.push(run);
      continue;
    }
    if (open.length > 0 && !onOneLine(open, run)) close();
    open.push(run);
  }
  close();
  return lines;
}

function onOneLine(open: readonly Letters[], run: Letters): boolean {
  const before = open.at(-1)!;
  const largest = Math.max(before.size, run.size, 1);
  const drop = Math.abs(run.bottom - before.bottom);
  const raised = Math.min(before.size, run.size) < largest * 0.85;
  if (drop > largest * (raised ? 0.55 : 0.25)) return false;
  const inked = open.findLast((r) => r.text.trim() !== '') ?? before;
  const gap = run.left - inked.right;
  if (gap < -largest * 1.5) return false;
  if (gap < largest * 1.8) return true;
  // A tab after a list label, a leader of dots before a page number.
  const text = open.map((r) => r.text).join('');
  // A number without a mark stands in a column of its own when it stands far off.
  const reach = /^\s*\d+\s*$/u.test(text) ? 3 : 6;
  return (
    (gap < largest * reach && loneLabel.test(text)) || /[.…·_]{3}\s*$/u.test(text) || /^\s*[.…·_]{3}/u.test(run.text)
  );
}

function oneLine(runs: readonly Letters[]): Line | null {
  const inked = runs.filter((r) => r.text.trim() !== '');
  if (inked.length === 0) return null;
  let text = '';
  let last: Letters | null = null;
  const bold: Span[] = [];
  const italic: Span[] = [];
  const sizes = new Map<number, number>();
  for (const run of runs) {
    if (last && !/\s$/u.test(text) && !/^\s/u.test(run.text) && run.left - last.right > Math.max(run.size, 1) * 0.17)
      text += ' ';
    const start = text.length;
    text += run.text;
    if (run.bold) grow(bold, start, text.length, text);
    if (run.italic) grow(italic, start, text.length, text);
    if (run.text.trim() === '') continue;
    const size = Math.round(run.size * 4) / 4;
    sizes.set(size, (sizes.get(size) ?? 0) + run.text.trim().length);
    last = run;
  }
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]![0];
  const main = inked.find((r) => Math.abs(r.size - size) < 0.3) ?? inked[0]!;
  return {
    text,
    left: Math.min(...inked.map((r) => r.left)),
    right: Math.max(...inked.map((r) => r.right)),
    top: main.bottom - size * 0.8,
    bottom: main.bottom,
    size,
    bold,
    italic,
  };
}

/** Adds a range, closing up with the one before when only space lies between. */
function grow(spans: Span[], start: number, end: number, text: string): void {
  const before = spans.at(-1);
  if (before && text.slice(before[1], start).trim() === '') spans[spans.length - 1] = [before[0], end];
  else spans.push([start, end]);
}

/**
 * The order in which files set their lines is nearly always the reading order, in columns too. What is set late though
 * it stands above everything just set (a heading drawn after its text) moves up to the first line it stands over.
 */
export function inReadingOrder(drawn: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of footLast(drawn)) {
    let target = out.length;
    for (let at = out.length - 1; at >= 0 && isBelow(out[at]!, line); at--) if (isOver(line, out[at]!)) target = at;
    out.splice(target, 0, line);
  }
  return out;
}

/** A footer that is drawn first of all, or after the header, comes last: nothing on the page stands below it. */
function footLast(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 4) return lines;
  const lowest = Math.max(...lines.map((line) => line.bottom));
  const isFoot = (line: Line) => line.bottom > lowest - 2;
  const others = lines.filter((line) => !isFoot(line));
  const gap = lowest - Math.max(...others.map((line) => line.bottom));
  const first = lines.slice(0, 4).filter(isFoot);
  if (first.length === 0 || others.length === 0 || gap < first[0]!.size * 1.5) return lines;
  return [...lines.filter((line) => !first.includes(line)), ...first];
}

function isBelow(other: Line, line: Line): boolean {
  return other.top > line.bottom - Math.min(line.size, other.size) * 0.2;
}

function isOver(line: Line, other: Line): boolean {
  return Math.min(other.right, line.right) > Math.max(other.left, line.left);
}
