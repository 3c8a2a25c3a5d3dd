/** First halves that English writes with a hyphen before another word. */
const prefixes = new Set(
  'self co non well cross long short medium multi inter pre post re sub ex anti semi mid high low one two three four five ten part full half quasi vice year day end in on off up out over under e all cost evidence decision place sector council member officer partner peer community'.split(
    ' ',
  ),
);

/**
 * Every word of a document in lower case, hyphenated ones whole and in parts: the evidence for line-end hyphens. What
 * stands on either side of such a hyphen may be half a word and is no evidence.
 */
export function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  let cut = false;
  for (const text of texts) {
    const lower = text.toLowerCase().trim();
    const whole = cut ? lower.replace(/^\p{L}+/u, '') : lower;
    cut = /\p{L}[-‐‑]$/u.test(lower);
    for (const [word] of (cut ? whole.slice(0, whole.search(/[^\p{L}‐‑-][\p{L}‐‑-]*$/u) + 1) : whole).matchAll(
      /\p{L}+(?:[-‐‑]\p{L}+)*/gu,
    ))
      words.add(word.replace(/[‐‑]/gu, '-'));
  }
  return words;
}

/** Words that English writes as one though each half is a word: "some-/thing", "else-/where". */
function isOneWord(first: string, second: string): boolean {
  return (
    (/^(?:some|any|every|no)$/u.test(first) && /^(?:thing|things|where|body|one|how|what|times|day)$/u.test(second)) ||
    (/^(?:what|when|where|who|how)$/u.test(first) && second === 'ever') ||
    (/^(?:them|our|your|it|him|her|my)$/u.test(first) && /^(?:self|selves)$/u.test(second)) ||
    (/^(?:there|here|where)$/u.test(first) && /^(?:fore|after|by|in|upon)$/u.test(second)) ||
    (first === 'else' && second === 'where') ||
    (first === 'with' && /^(?:out|in)$/u.test(second))
  );
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
  if (words.has(first + second) || isOneWord(first, second)) return drop;
  if (prefixes.has(first)) return keep;
  return words.has(first) && words.has(second) ? keep : drop;
}
