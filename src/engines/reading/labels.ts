import { cut, type Piece } from './pieces.ts';

/** A list label taken apart. `value` counts from 1 (letters and Roman numerals too); 0 for a bullet. */
export type Label = {
  readonly kind: 'number' | 'section' | 'recommendation' | 'letter' | 'roman' | 'bullet';
  readonly value: number;
  /** The label without brackets and stops: "3", "2.1", "a", "iv", "•". */
  readonly bare: string;
};

const bullet = /^(?:[•●▪▫◦○■□‣⁃∙·➢➤►▶✓✔✦❖§\uf000-\uf0ff]\s*|[-–—*+]\s+|[oØ]\s+(?=\p{Lu}))/u;
const recommendation =
  /^(?:(?:key|priority)\s+)?recommendation\s+(?:no\.?\s*)?(\d{1,3}|[a-z])(?=$|[\s:.)–—-])\s*[:.)–—-]*\s*/iu;
const shortRecommendation = /^R\s?(\d{1,3})(?:[.:)]\s*|\s+[-–—]\s+|\s+(?=\p{Lu}))/u;
const section = /^(\d{1,2}(?:\.\d{1,3}){1,3})[.)]?(?:\s+(?=[\p{Lu}‘’“"'(])|$)/u;
const number = /^[([]?(\d{1,3})(?:(?:[.)\]]{1,2}|:)(?:\s+|$|(?=\p{Lu}\p{Ll}))|\s[–—-]\s+(?=\p{Lu}))/u;
const roman = /^\(?([ivx]{1,5})[.)]\)?(?:\s+|$)/u;
const letter = /^(?:\(([a-z])\)|([a-z])[.)]|\(?([A-Z])\)|([A-Z])\.)(?:\s+|$)/u;

const romanValues: Record<string, number> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
  xi: 11,
  xii: 12,
};

/** Reads a list label at the beginning of a text: what it says, and how many characters it takes with the space after it. */
export function readLabel(text: string): { label: Label; printed: string; length: number } | null {
  const found = oneLabel(text);
  // A conversion may print a bullet before the real label.
  if (found?.label.kind === 'bullet') {
    const second = oneLabel(text.slice(found.length));
    if (second && second.label.kind !== 'bullet') return { ...second, length: found.length + second.length };
  }
  return found;
}

function oneLabel(text: string): { label: Label; printed: string; length: number } | null {
  const make = (match: RegExpMatchArray, kind: Label['kind'], value: number, bare: string) => ({
    label: { kind, value, bare },
    printed: match[0].trim(),
    length: match[0].length,
  });
  let match = text.match(recommendation) ?? text.match(shortRecommendation);
  if (match) return make(match, 'recommendation', numberOrLetter(match[1]!), match[1]!);
  match = text.match(section);
  if (match) return make(match, 'section', Number(match[1]!.split('.').at(-1)), match[1]!);
  match = text.match(number);
  if (match) return make(match, 'number', Number(match[1]), match[1]!);
  match = text.match(roman);
  if (match && match[1]!.length > 1 && romanValues[match[1]!])
    return make(match, 'roman', romanValues[match[1]!]!, match[1]!);
  match = text.match(letter);
  if (match) {
    const bare = match[1] ?? match[2] ?? match[3] ?? match[4]!;
    // "A. Smith" and "I. e." are no labels; a capital with a stop needs a sentence after it.
    if (match[4] && !/^[A-Z]\.\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text)) return null;
    return make(match, 'letter', bare.toLowerCase().charCodeAt(0) - 96, bare);
  }
  match = text.match(bullet);
  if (match && match[0].length < text.length) return make(match, 'bullet', 0, match[0].trim());
  return null;
}

function numberOrLetter(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : text.toLowerCase().charCodeAt(0) - 96;
}

/** The label of a piece that has one, taken apart; a list item without a printed label counts as a bullet. */
export function labelOf(piece: Piece): Label | null {
  if (piece.label !== undefined) {
    // A lone "o" is a bullet of type that was lost, not a letter.
    const alone = /^(?:\d{1,3}|[a-np-z])$/u.test(piece.label);
    const label = readLabel(`${piece.label}${alone ? '.' : ''} Xx xx`)?.label ?? {
      kind: 'bullet' as const,
      value: 0,
      bare: piece.label,
    };
    return piece.roman
      ? { ...label, kind: 'roman', value: romanValues[label.bare.toLowerCase()] ?? label.value }
      : label;
  }
  return piece.kind === 'list-item' ? { kind: 'bullet', value: 0, bare: '' } : null;
}

/**
 * Takes labels that are printed in the text out of it: a paragraph that opens with one becomes a list item. A label
 * typed after the list's own ("• 3.") replaces it when the list's own is only a bullet.
 */
export function separateLabels(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => {
    if (piece.kind === 'table-cell' || piece.contents) return piece;
    const found = readLabel(piece.text);
    if (!found || found.length >= piece.text.length) return piece;
    if (piece.kind === 'heading') return { ...cut(piece, found.length), label: found.printed };
    const own = labelOf(piece);
    if (piece.label !== undefined && own && own.kind !== 'bullet') return piece;
    return { ...cut(piece, found.length), kind: 'list-item', label: found.printed };
  });
}

/** Roman numerals that are letters too, with what comes before and after each. */
const doubtful: Readonly<Record<string, readonly [before: string, after: string]>> = {
  i: ['', 'ii'],
  v: ['iv', 'vi'],
  x: ['ix', 'xi'],
};

/** Tells "i)", "v)" and "x)" of Roman counts from the letters: by the label before or after them in their list. */
export function settleRomans(pieces: readonly Piece[]): Piece[] {
  const items = pieces.flatMap((piece, at) => (piece.label === undefined ? [] : [{ at, label: labelOf(piece)! }]));
  const romans = new Set<number>();
  items.forEach(({ at, label }, k) => {
    const bare = label.bare.toLowerCase();
    const [before, after] = (label.kind === 'letter' && doubtful[bare]) || [];
    if (before === undefined || after === undefined) return;
    const isRoman = (other: Label | undefined, wanted: string) =>
      wanted !== '' && other?.kind === 'roman' && other.bare.toLowerCase() === wanted;
    // Sub-points may stand between one numeral and the next.
    const next = items.slice(k + 1, k + 20).find((o) => o.label.bare.toLowerCase() === bare || isRoman(o.label, after));
    const last = items.slice(Math.max(0, k - 20), k).findLast((o) => o.label.bare === bare || isRoman(o.label, before));
    if (isRoman(next?.label, after) || isRoman(last?.label, before)) romans.add(at);
  });
  return romans.size === 0
    ? [...pieces]
    : pieces.map((piece, at) => (romans.has(at) ? { ...piece, roman: true } : piece));
}

/** How deep a kind of label usually stands, for lists whose nesting the format does not tell. */
const usualRank: Record<Label['kind'], number> = {
  recommendation: 0,
  section: 0,
  number: 0,
  letter: 1,
  roman: 2,
  bullet: 1,
};

type OpenList = {
  readonly kind: Label['kind'];
  readonly mark: string;
  readonly left: number | undefined;
  readonly page: number | undefined;
  readonly value: number;
};

/** Does this piece open another column of the same page, or one of the next? Left edges then say nothing of depth. */
function inAnotherColumn(piece: Piece, before: Piece | undefined): boolean {
  const [a, b] = [before?.place, piece.place];
  return a !== undefined && b !== undefined && Math.abs(a.left - b.left) > b.pageWidth * 0.3;
}

/**
 * Gives every list item a depth. Declared nesting stands; otherwise a label of another kind than the one before opens
 * a nested list, and a kind that is already open closes the lists inside it. Left edges, where known, decide first.
 */
export function nestLists(pieces: readonly Piece[]): Piece[] {
  let open: OpenList[] = [];
  let before: Piece | undefined;
  return pieces.map((piece) => {
    if (piece.kind === 'heading') open = [];
    if (piece.kind !== 'list-item' || piece.depth !== undefined) return piece;
    const label = labelOf(piece)!;
    let kind = label.kind;
    // "i)" after "h)" is a letter; "i)" after nothing or under a letter is a Roman one.
    if (kind === 'letter' && label.bare === 'i' && !open.some((o) => o.kind === 'letter')) kind = 'roman';
    const left = piece.place?.left;
    // Bullets of another shape, or set further in on the same page, make a list of their own.
    const mark = kind === 'bullet' ? label.bare : '';
    const jumped = inAnotherColumn(piece, before);
    // A count that begins under a text ending in a colon belongs to that text, whatever counts outside it.
    const ledTo = label.value <= 1 && before?.kind === 'list-item' && /:$/u.test(before.text);
    before = piece;
    const known = open.findLastIndex((o) => {
      if (o.kind !== kind || o.mark !== mark) return false;
      if (o.left === undefined || left === undefined || jumped) return true;
      if (kind !== 'bullet' && label.value === o.value + 1 && label.value > 1 && Math.abs(o.left - left) > 150)
        return true;
      return Math.abs(o.left - left) < (kind === 'bullet' && o.page === piece.page ? 10 : 60);
    });
    if (known >= 0) open = [...open.slice(0, known), { ...open[known]!, left, page: piece.page, value: label.value }];
    else {
      const inner = open.at(-1);
      const outdented = inner && left !== undefined && inner.left !== undefined && left < inner.left - 4;
      if (outdented) open = open.filter((o) => o.left === undefined || o.left < left! - 4);
      else if (inner && !ledTo && usualRank[kind] < usualRank[inner.kind])
        open = open.filter((o) => usualRank[o.kind] < usualRank[kind]);
      open = [...open, { kind, mark, left, page: piece.page, value: label.value }];
    }
    return { ...piece, depth: open.length - 1 };
  });
}
