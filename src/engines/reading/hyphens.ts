/** First halves that English writes with a hyphen before another word. */
const prefixes = new Set(
  'self co non well cross long short medium multi inter pre post re sub ex anti semi mid high low one two three four five ten part full half quasi vice year day end in on off up out over under e all cost evidence decision place sector council member officer partner peer community'.split(
    ' ',
  ),
);

/** Every word of a document in lower case, hyphenated ones whole and in parts: the evidence for line-end hyphens. */
export function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-‐‑]\p{L}+)*/gu))
      words.add(word.replace(/[‐‑]/gu, '-'));
  }
  return words;
}

/**
 * What to put between two lines when the first ends in a hyphen: keep the hyphen of "evidence-/based", drop that of
 * "recommen-/dation". The document's own words decide; without evidence a hyphen between two words of the document stays.
 * Returns the first line as it should end and the glue.
 */
export function glueLines(
  before: string,
  after: string,
  words: ReadonlySet<string>,
): { cutBefore: number; glue: string } {
  const head = before.slice(-80).match(/([\p{L}]+(?:[-‐‑][\p{L}]+)*)[-‐‑]$/u);
  const tail = after.match(/^(\p{Ll}+)/u);
  if (!head || !tail) return { cutBefore: 0, glue: /\p{Nd}[-–]$/u.test(before) && /^\p{Nd}/u.test(after) ? '' : ' ' };
  const first = head[1]!.toLowerCase().split(/[-‐‑]/u).at(-1)!;
  const second = tail[1]!;
  const keep = { cutBefore: 0, glue: '' };
  const drop = { cutBefore: 1, glue: '' };
  if (/^(?:and|or|to)$/u.test(second)) return { cutBefore: 0, glue: ' ' };
  if (words.has(`${first}-${second}`)) return keep;
  if (words.has(first + second)) return drop;
  if (prefixes.has(first)) return keep;
  return words.has(first) && words.has(second) ? keep : drop;
}
