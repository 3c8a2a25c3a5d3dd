import { isAdvice, opensWithAdvice } from '../advice-verbs.ts';
import { type Label, labelOf, readLabel } from '../labels.ts';
import { boldness, type Piece, wordCount } from '../pieces.ts';
import { boldLead } from './bold-lead.ts';
import { isHeadline, isRecommendationStarter } from './sections.ts';

/** A stretch [start, end) of the text of the piece at index `at`. */
export type Stretch = { readonly at: number; readonly start: number; readonly end: number };

/** One recommendation as it stands on the page, before its wording is put together. */
export type Unit = {
  readonly label: Label | null;
  readonly printed: string | null;
  /** A headline that has a line of its own. */
  readonly headline: Stretch | null;
  readonly text: readonly Stretch[];
  readonly parts: readonly { readonly label: string; readonly text: readonly Stretch[] }[];
  /** Paragraph set on after the item without a label of its own. */
  readonly continued: boolean;
};

/** What a list's recommendations are recognised by, surest first. */
export type Scheme =
  | 'labelled'
  | 'numbered'
  | 'sections'
  | 'lettered'
  | 'bulleted'
  | 'headlines'
  | 'unstopped'
  | 'bold'
  | 'paragraphs'
  | 'advice'
  | 'table'
  | 'none';

/** Decides by what the recommendations of one group are to be told apart. */
export function schemeOf(pieces: readonly Piece[], at: readonly number[]): Scheme {
  const here = at.map((i) => pieces[i]!);
  const items = here.filter((p) => p.kind === 'list-item');
  const kinds = items
    .filter((p) => (p.depth ?? 0) === Math.min(...items.map((x) => x.depth ?? 0)))
    .map((p) => labelOf(p)!.kind);
  const cells = here.filter((p) => p.kind === 'table-cell');
  const isTable = cells.some((c) => (c.cell?.column ?? 0) > 0 && wordCount(c.text) >= 6);
  // The first row may stand apart, where its table goes on over a page.
  if (isTable && cells.length >= here.length / 2 && items.length === 0) return 'table';
  if (here.some(isRecommendationStarter)) return 'labelled';
  if (items.some((p) => labelOf(p)!.kind === 'number')) return 'numbered';
  const sections = here.filter((p) => labelOf(p)?.kind === 'section');
  if (sections.length >= 2 || (sections.length === 1 && items.length === 1)) return 'sections';
  if (items.length > 0 && hasOnlySubLists(pieces, at)) return 'paragraphs';
  if (kinds.includes('letter') || kinds.includes('roman')) return 'lettered';
  if (items.length > 0) return 'bulleted';
  if (startsUnstopped(pieces, at)) return 'unstopped';
  const headlines = here.filter(isHeadline).length;
  const ownLines = here.filter((p) => p.kind === 'heading' || (p.kind === 'paragraph' && boldness(p) > 0.95));
  if (headlines > 0 || here.filter((p) => p.kind === 'heading').length >= 2) return 'headlines';
  if (ownLines.length === 1 && ownLines[0] === here[0] && opensWithAdvice(here[0]!.text) && here.length > 1)
    return 'headlines';
  if (here.filter((p) => p.kind === 'paragraph' && boldLead(p) > 0).length >= 2) return 'bold';
  const intro = here.findIndex(
    (p) => p.kind === 'paragraph' && /:$/u.test(p.text) && /recommend|should/iu.test(p.text),
  );
  if (intro >= 0 && here.length > intro + 1) return 'paragraphs';
  return here.some(isAdvice) ? 'advice' : 'none';
}

/**
 * A conversion may lose the numbers of the recommendations and keep the letters under them: then each list stands under
 * a paragraph of its own that ends in a colon, among paragraphs that lead to no list.
 */
function hasOnlySubLists(pieces: readonly Piece[], at: readonly number[]): boolean {
  const paragraphs = at.filter((i) => pieces[i]!.kind === 'paragraph');
  const intro = introAt(pieces, at);
  const leads = new Set<number>();
  for (const [k, i] of at.entries()) {
    if (pieces[i]!.kind !== 'list-item') continue;
    const before = at[k - 1];
    if (before !== undefined && pieces[before]!.kind === 'list-item') continue;
    if (before === undefined || before === intro || !/:$/u.test(pieces[before]!.text)) return false;
    if (pieces[before]!.kind !== 'paragraph') return false;
    leads.add(before);
    // Where the first paragraph leads to the first list, only letters tell that it does not announce them all.
    const kind = labelOf(pieces[i]!)!.kind;
    if (before === paragraphs[0] && kind !== 'letter' && kind !== 'roman') return false;
  }
  return paragraphs.filter((i) => i !== intro && !leads.has(i)).length >= 2;
}

/** A line without a stop at its end over text that has one, where nothing in its type says that it is a headline. */
function isUnstopped(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i]!;
  const next = pieces[i + 1];
  if (piece.kind !== 'paragraph' && !(piece.kind === 'heading' && piece.inferred === 'short')) return false;
  return next?.kind === 'paragraph' && /[\p{L}\p{N})’'"”]$/u.test(piece.text) && /[.!?:]["'’”)]*$/u.test(next.text);
}

/** Are the recommendations told apart by such lines alone? Most of them must say what to do. */
function startsUnstopped(pieces: readonly Piece[], at: readonly number[]): boolean {
  if (at.some((i) => pieces[i]!.kind === 'heading' && pieces[i]!.inferred !== 'short')) return false;
  const starts = at.filter((i) => isUnstopped(pieces, i));
  return starts.length >= 2 && starts.filter((i) => opensWithAdvice(pieces[i]!.text)).length * 3 >= starts.length * 2;
}

/** Cuts one group into recommendations. Pieces before the first one are its introduction and belong to none. */
export function unitsOf(pieces: readonly Piece[], at: readonly number[], scheme: Scheme): Unit[] {
  if (scheme === 'none' || scheme === 'table') return [];
  const starts = startsOf(pieces, at, scheme);
  const raw = starts.map((from, k) => at.slice(from, starts[k + 1] ?? at.length));
  const usual = paragraphsAfter(pieces, raw.slice(0, -1));
  return raw.map((indexes, k) =>
    toUnit(pieces, indexes, scheme, k === raw.length - 1 ? usual : Number.POSITIVE_INFINITY, k + 1 < raw.length),
  );
}

function startsOf(pieces: readonly Piece[], at: readonly number[], scheme: Scheme): number[] {
  const items = at.filter((i) => pieces[i]!.kind === 'list-item');
  const kindOf = (i: number) => labelOf(pieces[i]!)?.kind;
  const depths = (kinds: readonly string[]) =>
    Math.min(...items.filter((i) => kinds.includes(kindOf(i)!)).map((i) => pieces[i]!.depth ?? 0));
  const listed = (kinds: readonly string[]) => {
    const depth = depths(kinds);
    return (i: number) =>
      pieces[i]!.kind === 'list-item' && kinds.includes(kindOf(i)!) && (pieces[i]!.depth ?? 0) === depth;
  };
  const tests: Record<Exclude<Scheme, 'none' | 'table'>, (i: number) => boolean> = {
    labelled: (i) => isRecommendationStarter(pieces[i]!),
    numbered: listed(['number']),
    sections: (i) => kindOf(i) === 'section',
    lettered: listed(['letter', 'roman']),
    bulleted: listed(['bullet']),
    unstopped: (i) => isUnstopped(pieces, i),
    // A headline too long for a title is a paragraph in bold type from end to end.
    headlines: (i) => pieces[i]!.kind === 'heading' || (pieces[i]!.kind === 'paragraph' && boldness(pieces[i]!) > 0.95),
    bold: (i) => pieces[i]!.kind === 'paragraph' && boldLead(pieces[i]!) > 0,
    advice: (i) => isAdvice(pieces[i]!),
    paragraphs: (i) => pieces[i]!.kind === 'paragraph' && i > introAt(pieces, at),
  };
  const starts = tests[scheme as keyof typeof tests];
  return at.flatMap((i, k) => (starts(i) ? [k] : []));
}

function introAt(pieces: readonly Piece[], at: readonly number[]): number {
  return at.find((i) => /:$/u.test(pieces[i]!.text) && /recommend|should/iu.test(pieces[i]!.text)) ?? -1;
}

/** How many unlabelled paragraphs usually follow an item's own: what the last item may claim of the text after it. */
function paragraphsAfter(pieces: readonly Piece[], units: readonly (readonly number[])[]): number {
  const counts = units.map((u) => u.slice(1).filter((i) => pieces[i]!.kind === 'paragraph').length);
  const some = counts.filter((n) => n > 0);
  return some.length * 2 >= counts.length && some.length > 0 ? Math.max(...some) : 0;
}

function toUnit(
  pieces: readonly Piece[],
  indexes: readonly number[],
  scheme: Scheme,
  mayClaim: number,
  more: boolean,
): Unit {
  const first = indexes[0]!;
  const starter = pieces[first]!;
  const inText = starter.label === undefined ? readLabel(starter.text) : null;
  const bare = scheme === 'labelled' && inText?.label.kind === 'recommendation';
  const label = bare ? inText.label : labelOf(starter);
  const whole: Stretch = {
    at: first,
    start: bare ? Math.min(inText.length, starter.text.length) : 0,
    end: starter.text.length,
  };
  const unit = {
    label,
    printed: bare ? inText.printed : (starter.label ?? null),
    headline: null as Stretch | null,
    text: [] as Stretch[],
    parts: [] as { label: string; text: Stretch[] }[],
    continued: false,
  };
  const ownLine =
    starter.kind === 'heading' ||
    (boldness(starter) > 0.95 && starter.kind !== 'list-item') ||
    boldness(starter) > 0.95;
  const rest = indexes.slice(1);
  if (whole.end > whole.start) unit.text.push(whole);
  const rationale = rest.some((i) => pieces[i]!.kind === 'paragraph');
  if (
    (ownLine || isPlainHeadline(starter, pieces[rest[0] ?? -1]) || scheme === 'unstopped') &&
    rationale &&
    unit.text.length > 0
  ) {
    unit.headline = whole;
    unit.text = [];
  }
  let claimed = 0;
  for (const i of rest) {
    const piece = pieces[i]!;
    const all: Stretch = { at: i, start: 0, end: piece.text.length };
    if (piece.kind === 'heading') {
      // Under a bare "Recommendation 3" the next heading is its headline; any other heading ends what belongs to it.
      if (unit.text.length > 0 || unit.headline) break;
      unit.headline = all;
    } else if (piece.kind === 'list-item') {
      const sub = labelOf(piece)!;
      unit.parts.push({ label: sub.kind === 'bullet' ? '•' : sub.bare, text: [all] });
    } else if (piece.kind === 'paragraph') {
      // A definition that an asterisk points to stands among the items and belongs to none.
      if (/^\*\s?\p{L}/u.test(piece.text)) continue;
      if (unit.text.length === 0) unit.text.push(all);
      else if (leadsToNewList(pieces, i, indexes, more)) break;
      else if (claimed < mayClaim || isSetUnder(starter, piece)) {
        claimed += 1;
        unit.continued = true;
        if (unit.parts.length > 0) unit.parts.at(-1)!.text.push(all);
        else unit.text.push(all);
      } else break;
    }
  }
  if (unit.text.length === 0 && unit.headline) {
    unit.text = [unit.headline];
    unit.headline = null;
  }
  return unit;
}

/** Words of a headline at the most: it is a sentence of its own, over two lines at times. */
const longestHeadline = 28;

/** A line without a stop over a paragraph of full sentences: a headline, though nothing in its type says so. */
function isPlainHeadline(starter: Piece, next: Piece | undefined): boolean {
  return (
    next?.kind === 'paragraph' &&
    starter.joined !== true &&
    wordCount(starter.text) <= longestHeadline &&
    /[\p{L}\p{N})’'"”]$/u.test(starter.text) &&
    /^["'‘“(]?\p{Lu}/u.test(next.text) &&
    /[.!?]["'’”)]*$/u.test(next.text)
  );
}

/** The last thing before the next list, ending in a colon: it introduces that list and belongs to no item. */
function leadsToNewList(pieces: readonly Piece[], i: number, indexes: readonly number[], more: boolean): boolean {
  return more && i === indexes.at(-1) && /:$/u.test(pieces[i]!.text);
}

/** A paragraph set in to the item's own text, not back at the margin. */
function isSetUnder(item: Piece, piece: Piece): boolean {
  const a = item.place;
  const b = piece.place;
  if (!a || !b || piece.page !== item.pageEnd) return false;
  const textLeft = item.lastPlace && item.lastPlace !== a ? item.lastPlace.left : a.left + 12;
  return Math.abs(b.left - textLeft) < 4 && b.left > a.left + 4;
}
