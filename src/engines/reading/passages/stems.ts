/**
 * The stem of a word, for comparing words: plural and tense endings come off ("savings", "saved" and "saves" are "sav").
 * A stem is no word and is never shown.
 */
export function stem(word: string): string {
  let w = word.toLowerCase().replace(/['’]s?$/u, '');
  if (w.length <= 3) return w;
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/u.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(?:ss|us|is)$/u.test(w)) w = w.slice(0, -1);
  let cut = '';
  for (const ending of ['ingly', 'edly', 'ing', 'ed', 'ly']) {
    const rest = w.slice(0, -ending.length);
    if (w.endsWith(ending) && rest.length >= 3 && /[aeiouy]/u.test(rest)) {
      w = rest;
      cut = ending;
      break;
    }
  }
  // "planned" and "plan", "agreed" and "agree", "saving" and "save" meet.
  if (/([bdfgklmnprt])\1$/u.test(w) && !/(?:ll|ss|ff)$/u.test(w)) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('e') && cut !== 'ed') w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('y')) w = `${w.slice(0, -1)}i`;
  return w;
}

/** The words of a text in lower case, with apostrophes and hyphens inside them kept. */
export function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[‘’]/gu, "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  );
}
