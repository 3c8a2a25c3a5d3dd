import { opensWithAdvice } from './advice-verbs.ts';
import { announcedTitles, plainTitle } from './contents.ts';
import { labelOf } from './labels.ts';
import { boldness, cut, endsSentence, type Piece, wordCount } from './pieces.ts';

/**
 * Titles that sections of challenge reports usually carry, whatever the council or year (core components of the
 * editions of 2016 to 2024 among them). They end a section even where the layout says nothing.
 */
const usualTitle = new RegExp(
  `^(?:${[
    'executive summary',
    'introduction',
    'background(?: and (?:context|key issues))?',
    'context',
    '(?:report )?contents',
    'foreword',
    'summary (?:of )?(?:the )?(?:corporate )?peer challenge (?:approach|process)',
    '(?:the )?peer (?:challenge )?(?:team|process|approach)',
    'the (?:corporate )?peer challenge (?:team|process|approach)',
    'scope(?: and focus)?',
    '(?:main |detailed |summary (?:of )?)?(?:feedback|findings)',
    'next steps',
    '(?:immediate )?next steps.*',
    'conclusions?',
    'contact(?: details| us)?',
    'append(?:ix|ices).*',
    'annex.*',
    'glossary',
    'understanding of the local place and priority setting.*',
    'leadership of place.*',
    'organisational leadership and governance.*',
    'financial planning and (?:viability|management).*',
    'capacity (?:to deliver|for improvement).*',
    'local priorities and outcomes.*',
    'organisational and place leadership.*',
    'governance and culture.*',
    'consultation',
    'implications',
    'reasons? for (?:the )?recommendations?',
    'alternative options considered',
    'timescales?',
    'purpose(?: and reason for report| of (?:the )?report)?',
    'origin of report',
  ].join('|')})$`,
  'iu',
);

/** Core components also serve as subject headings among recommendations: they end a section only at its own level. */
export function isUsualTitle(text: string): boolean {
  return usualTitle.test(titleText(text));
}

/** A title without section number and closing colon, and with the letters of one printed letter by letter closed up. */
export function titleText(text: string): string {
  // No title is longer, and long runs of marks would be gone through again and again.
  if (text.length > 300) return text;
  const spaced = /^(?:\p{L}\s){3,}\p{L}\b/u.test(text);
  const closed = spaced
    ? text
        .split(/\s{2,}/u)
        .map((word) => (/^(?:\p{L}\s)+\p{L}$/u.test(word) ? word.replace(/\s/gu, '') : word))
        .join(' ')
    : text;
  const bare = closed
    .replace(/^\(?\d{1,2}(?:\.\d{1,2})*[.):]?\s+/u, '')
    .replace(/[\s:.–—-]+$/u, '')
    .trim();
  return spaced ? bare.charAt(0) + bare.slice(1).toLowerCase() : bare;
}

const maxWords = 16;

function couldBeTitle(text: string): boolean {
  return (
    text.length <= 130 &&
    wordCount(text) <= maxWords &&
    /^[‘’“”"'(]*[\p{Lu}\p{N}]/u.test(text) &&
    /\p{L}/u.test(text) &&
    !/[.;,!]["'’”)]*$/u.test(text)
  );
}

/**
 * Finds the headings the document does not declare: larger type, bold lines that stand alone, numbered section
 * titles, and, only where the layout tells nothing at all, short lines without a stop. Gives each a level.
 */
export function findHeadings(input: readonly Piece[]): Piece[] {
  const body = bodySize(input);
  const byType = promoteRecommendationTitles(input.map((p) => promoteByType(p, body)));
  const pieces = promoteNumbered(byType);
  const laidOut = pieces.filter(
    (p) => p.kind === 'heading' && p.inferred !== 'number' && p.inferred !== 'short',
  ).length;
  const done = laidOut >= 2 ? pieces : promoteShort(pieces);
  return done.map((p) => (p.kind === 'heading' && p.level === undefined ? { ...p, level: 6 } : p));
}

/** Size of the type that most of the text is set in, or null where sizes are unknown. */
function bodySize(pieces: readonly Piece[]): number | null {
  const letters = new Map<number, number>();
  for (const p of pieces)
    if (p.size) letters.set(Math.round(p.size), (letters.get(Math.round(p.size)) ?? 0) + p.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function promoteByType(piece: Piece, body: number | null): Piece {
  if (piece.kind === 'heading' || piece.kind === 'table-cell' || piece.contents) return piece;
  if (labelOf(piece)?.kind === 'bullet' || labelOf(piece)?.kind === 'letter') return piece;
  if (!couldBeTitle(piece.text)) return piece;
  if (body !== null && piece.size !== undefined && piece.size > body * 1.12) {
    const ratio = piece.size / body;
    return heading(piece, ratio > 1.7 ? 1 : ratio > 1.35 ? 2 : 3, 'type');
  }
  if (piece.kind === 'paragraph' && boldness(piece) > 0.95 && !/\?$/u.test(piece.text))
    return heading(piece, 4, 'type');
  return piece;
}

function heading(piece: Piece, level: number, inferred: 'number' | 'type' | 'short'): Piece {
  const { depth: _depth, ...rest } = piece;
  return { ...rest, kind: 'heading', level, inferred };
}

/** "1 Introduction", but not "9 January". */
const bareNumber = /^(\d{1,2})\s+(?=\p{Lu})/u;
const month =
  /^\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;

/**
 * Numbered section titles ("3. Summary of the approach", "1 Introduction"): short, without a stop, carrying on the
 * count of sections and not that of the list before them.
 */
function promoteNumbered(pieces: readonly Piece[]): Piece[] {
  const announced = announcedTitles(pieces);
  let sectionNow = 0;
  let itemBefore = 0;
  let sentenceBefore = false;
  /** The heading above announces recommendations and has no number: what is numbered 1 under it opens the list. */
  let opensList = false;
  /** The last number among the recommendations, whatever subject headings stand between them; null outside them. */
  let lastAdvice: number | null = null;
  const out: Piece[] = [];
  pieces.forEach((piece, i) => {
    const bare =
      piece.kind === 'paragraph' && piece.label === undefined && !month.test(piece.text)
        ? piece.text.match(bareNumber)
        : null;
    const label = bare ? { kind: 'number' as const, value: Number(bare[1]) } : labelOf(piece);
    if (piece.kind === 'heading') {
      if (label?.kind === 'number') sectionNow = label.value;
      if (isRecommendationTitle(piece.text)) lastAdvice = 0;
      else if (label?.kind === 'number' || isUsualTitle(piece.text)) lastAdvice = null;
      itemBefore = 0;
      opensList = label?.kind !== 'number' && isRecommendationTitle(piece.text);
      out.push(piece);
      return;
    }
    const numbered =
      label?.kind === 'number' && (piece.depth ?? 0) === 0 && !piece.contents && piece.kind !== 'table-cell';
    const text = bare ? piece.text.slice(bare[0].length) : piece.text;
    if (numbered && couldBeTitle(text) && text.length <= 110) {
      const next = pieces[i + 1];
      const nextLabel = next ? labelOf(next) : null;
      const listGoesOn =
        nextLabel?.kind === 'number' && nextLabel.value === label.value + 1 && !isTitleLike(next!.text, announced);
      const inList = itemBefore > 0 && label.value === itemBefore + 1;
      const inSections = label.value === sectionNow + 1 && !(opensList && label.value === 1);
      // A part of the report is not called by what somebody is to do: that is an item of a list, cut short.
      const goesOn = lastAdvice !== null && (label.value === 1 || label.value === lastAdvice + 1);
      if (piece.label !== undefined && (goesOn || /\)$/u.test(piece.label)) && opensWithAdvice(text)) {
        itemBefore = label.value;
        if (lastAdvice !== null) lastAdvice = label.value;
        out.push(piece);
        return;
      }
      const leadsToPoints = /:$/u.test(text) && next?.kind === 'list-item';
      // Carries on both counts: a short title after full sentences, with text under it, belongs to the sections.
      const setApart =
        sentenceBefore &&
        next?.kind === 'paragraph' &&
        wordCount(text) <= 8 &&
        (next.text.length > text.length || endsSentence(next.text));
      const known = isTitleLike(text, announced);
      const capitals = /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
      if (
        known ||
        capitals ||
        (inSections &&
          (!inList || setApart) &&
          !listGoesOn &&
          !leadsToPoints &&
          next !== undefined &&
          (bare === null || next.kind === 'paragraph'))
      ) {
        sectionNow = label.value;
        lastAdvice = isRecommendationTitle(text) ? 0 : null;
        itemBefore = 0;
        const at = bare ? { ...cut(piece, bare[0].length), label: bare[1]! } : piece;
        out.push(heading(at, 2, 'number'));
        return;
      }
    }
    if (numbered) {
      if (lastAdvice !== null) lastAdvice = label.value;
      itemBefore = label.value;
      sentenceBefore = /[.!?]["'’”)]*$/u.test(piece.text);
    }
    out.push(piece);
  });
  return out;
}

function isTitleLike(text: string, announced: ReadonlySet<string>): boolean {
  return announced.has(plainTitle(text)) || isUsualTitle(text) || isRecommendationTitle(text);
}

/** "Key recommendations", "Recommendations of the peer team", "Shared service recommendations:". */
export function isRecommendationTitle(text: string): boolean {
  const title = titleText(text);
  if (title.length > 90 || wordCount(title) > 10 || /[.?!]$/u.test(title)) return false;
  // A sentence that leads up to the list ("The team makes five recommendations to the council:") is no title of it.
  if (
    /\b(?:makes?|made(?! (?:by|to|in|for)\b)|has|have|had|are|is(?! recommended\b)|were|was|offers?|sets?|gives?|these|we|below)\b/iu.test(
      title,
    )
  )
    return false;
  if (
    /\b(?:reasons? for|progress (?:on|against)|response to|implementing|following|previous|since|update on|status of|next steps)\b/iu.test(
      title,
    )
  )
    return false;
  return (
    /\brecommendations\b/iu.test(title) ||
    /^(?:key )?recommendation$/iu.test(title) ||
    /^it is recommended$/iu.test(title)
  );
}

/** A title of recommendations on a line of its own is a heading, however plainly it is set. */
function promoteRecommendationTitles(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    if (piece.kind !== 'paragraph' || piece.contents || pieces[i + 1] === undefined || pieces[i + 1]!.contents)
      return piece;
    return piece.label === undefined && couldBeTitle(titleText(piece.text)) && isRecommendationTitle(piece.text)
      ? heading(piece, 4, 'short')
      : piece;
  });
}

/** Where nothing else marks a heading: a short line without a stop, with text or a list after it. */
function promoteShort(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    const next = pieces[i + 1];
    if (
      piece.kind !== 'paragraph' ||
      piece.contents ||
      !next ||
      next.contents ||
      !couldBeTitle(piece.text) ||
      piece.text.length > 90
    )
      return piece;
    if (isUsualTitle(piece.text)) return heading(piece, 4, 'short');
    if (/\?$/u.test(piece.text) || /@|https?:/u.test(piece.text) || /^[^:]{1,40}:\s+\S/u.test(piece.text)) return piece;
    if (next.kind === 'paragraph' && !endsSentence(next.text)) return piece;
    // A long line that speaks of what follows is a sentence whose end stands elsewhere.
    if (wordCount(piece.text) >= 7 && announcing.test(piece.text)) return piece;
    if (/:$/u.test(piece.text) && (announcing.test(piece.text) || !mostlyCapitals(piece.text))) return piece;
    return heading(piece, 4, 'short');
  });
}

/** Words of a sentence that leads up to a list, never of a title. */
const announcing = /\b(?:that|should|following|were|was|are|is|include[sd]?|recommends?|recommended)\b/iu;

function mostlyCapitals(text: string): boolean {
  const words = text.split(/\s+/u).filter((w) => w.replace(/[^\p{L}]/gu, '').length > 3);
  return words.length > 0 && words.filter((w) => /^[^\p{L}]*\p{Lu}/u.test(w)).length >= words.length * 0.7;
}
