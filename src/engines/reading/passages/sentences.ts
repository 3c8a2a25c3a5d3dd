import type { Span } from '../blocks.ts';

/** Short forms whose point ends no sentence, whatever follows. */
const neverEnds =
  /(?:^|[\s(‘’“"'/])(?:e\.?g|i\.?e|cf|vs|viz|approx|para|paras|fig|figs|no|nos|vol|pp|mr|mrs|ms|mx|dr|prof|cllr|cllrs|rev|hon|rt|st|sec|art|ch|app|ref|p)\.$/iu;
/** Short forms whose point may end a sentence as well: it does where a capital follows. */
const initials = /(?:^|[\s(‘’“"'.])\p{Lu}\.$/u;
/** What a new sentence may begin with. */
const opens = /^[\s]*[‘’“”"'«([]{0,3}[\p{Lu}\p{N}£$€]/u;

/**
 * Cuts a text into sentences: half-open ranges without the white space around them, in order, that together hold every
 * letter. The point of an abbreviation, an initial or a number ends none, nor does a mark inside brackets. A new
 * sentence begins with a capital, a figure or a sum of money. Linear in the length of the text.
 */
export function splitSentences(text: string): Span[] {
  const out: Span[] = [];
  const closing = closingBrackets(text);
  let start = 0;
  let bracketsTo = -1;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/u.test(text[from]!)) from += 1;
    while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
    if (to > from) out.push([from, to]);
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    const closes = closing.get(i);
    // Brackets that open a sentence hold sentences of their own.
    if (closes !== undefined && text.slice(start, i).trim() !== '') bracketsTo = Math.max(bracketsTo, closes);
    if (i < bracketsTo || !isStop(mark)) continue;
    let end = i + 1;
    while (end < text.length && (isStop(text[end]!) || /[‘’“”"'»)\]*]/u.test(text[end]!))) {
      // A quotation mark after a space opens the next sentence; one set against the stop closes this one.
      end += 1;
    }
    const next = text.slice(end, end + 8);
    const glued = !/^\s/u.test(next) && end < text.length;
    if (glued && !(mark === '.' && runsOn(text, i, end))) {
      i = end - 1;
      continue;
    }
    if (end < text.length && !opens.test(next)) {
      i = end - 1;
      continue;
    }
    if (mark === '.' && end === i + 1 && isAbbreviation(text.slice(Math.max(start, i - 12), i + 1), next)) continue;
    push(end);
    i = end - 1;
  }
  push(text.length);
  return out;
}

function isStop(mark: string): boolean {
  return mark === '.' || mark === '!' || mark === '?' || mark === '…';
}

/** "delivered.The council": the space after the stop was lost. Addresses and figures are no sentences. */
function runsOn(text: string, at: number, end: number): boolean {
  return (
    end === at + 1 &&
    /\p{Ll}{3}\.$/u.test(text.slice(Math.max(0, at - 3), end)) &&
    /^\p{Lu}\p{Ll}*\s/u.test(text.slice(end, end + 20))
  );
}

function isAbbreviation(before: string, next: string): boolean {
  if (/(?:^|\s)nos?\.$/iu.test(before)) return /^\s*\d/u.test(next);
  if (neverEnds.test(before)) return true;
  // "J. Smith" goes on; "plan B. The" does not, and neither can be told from the letter alone.
  return (
    initials.test(before) &&
    /^\s*\p{Lu}(?:\p{Ll}+|\.)/u.test(next) &&
    !/^\s*(?:The|It|This|We|In|A|There)\b/u.test(next)
  );
}

/** Where each opened bracket closes: short ones only, so that one that never closes swallows nothing. */
function closingBrackets(text: string): Map<number, number> {
  const out = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') {
      const from = open.pop();
      if (from !== undefined && i - from <= 400) out.set(from, i);
    }
  }
  return out;
}
