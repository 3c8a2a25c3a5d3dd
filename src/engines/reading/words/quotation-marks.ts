import type { Span } from '../blocks.ts';

/** A stretch between a pair of quotation marks, which `span` leaves out; `outer` takes them in. */
export type Quoted = { readonly span: Span; readonly outer: Span; readonly closed: boolean };

/** Letters of the longest quotation: beyond that a mark has lost its partner. */
const longest = 1500;
const openers = /[“„"‘'](?=[^\s"”’])/gu;

/**
 * Every stretch in quotation marks in [start, end) of a text, in order, the outermost where they are nested: curly,
 * straight, single and double. An apostrophe opens and closes nothing. A double mark that opens the stretch and is never
 * closed gives one that is not `closed`.
 */
export function quotedIn(text: string, [start, end]: Span): Quoted[] {
  const out: Quoted[] = [];
  const whole = text.slice(start, end);
  let from = 0;
  for (const match of whole.matchAll(openers)) {
    const at = match.index;
    if (at < from || !opensAfter(whole[at - 1], match[0])) continue;
    const close = closing(whole, at, match[0]);
    if (close !== null) out.push(quoted(start, at, close, true));
    else if (at === 0 && /[“"]/u.test(match[0]) && whole.length <= longest)
      out.push(quoted(start, at, whole.length, false));
    else continue;
    from = (close ?? whole.length) + 1;
  }
  return out;
}

function quoted(base: number, open: number, close: number, closed: boolean): Quoted {
  return { span: [base + open + 1, base + close], outer: [base + open, base + close + (closed ? 1 : 0)], closed };
}

function opensAfter(before: string | undefined, mark: string): boolean {
  return before === undefined || /[\s([/–—-]/u.test(before) || (/[“„‘]/u.test(mark) && /[^\p{L}\p{N}]/u.test(before));
}

/** Where the mark opened at `open` is closed, or null. */
function closing(text: string, open: number, mark: string): number | null {
  const window = text.slice(open + 1, open + 1 + longest);
  if (/[“„"]/u.test(mark)) {
    const at = window.search(/["”]/u);
    return at < 1 ? null : open + 1 + at;
  }
  let first: number | null = null;
  for (const match of window.matchAll(/['’]/gu)) {
    const at = match.index;
    const before = window[at - 1] ?? ' ';
    const after = window[at + 1] ?? ' ';
    if (/\s/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    // "The councils' plans" inside a quotation: a later mark closes it, if no new one opens before that.
    const possessive = /s/iu.test(before) && /^\s\p{Ll}/u.test(window.slice(at + 1, at + 3));
    if (!possessive)
      return first !== null && /(?:^|\s)[‘']\p{L}/u.test(window.slice(first - open, at)) ? first : open + 1 + at;
    first ??= open + 1 + at;
  }
  return first;
}
