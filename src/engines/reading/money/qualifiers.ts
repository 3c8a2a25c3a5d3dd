// What bends a number printed after it. Longer phrases first, so that "no more than" is not read as "more than".
const before = [
  '(?:in )?the region of|in excess of|(?:a |the )?(?:minimum|maximum) of|upwards of|an estimated|estimated(?: at)?',
  '(?:no|not|just|well|slightly|a little|little|far|significantly|considerably) (?:more|less|fewer|over|under|above|below)(?: than)?',
  'more than|less than|fewer than|greater than|at least|at most|up to|close to|just over|just under|well over',
  'over|under|above|below|nearly|almost|approximately|approx|about|around|roughly|circa|ca|c|some|between|exceeding|[~><]',
].join('|');
const beforeNumber = new RegExp(`(?:^|[^\\p{L}])(?<word>${before})\\.?(?:\\s(?:an?|the))?\\s{0,2}$`, 'iu');
const afterNumber = /^\s?(?<word>\+|plus\b|or (?:more|less|so|thereabouts)\b|at (?:least|most)\b)/iu;

/** The word that bends a number, in lower case ("over", "c", "in the region of"), and where it begins before it. */
export type Qualifier = { readonly word: string; readonly start: number | null };

/**
 * The qualifier of the number at [start, end) of a text, or null. Looks no further than 40 letters off.
 * @param from where the words of its own begin: the sentence, or the number before it
 */
export function qualifierOf(text: string, from: number, start: number, end: number): Qualifier | null {
  const left = Math.max(from, start - 40);
  const ahead = text.slice(left, start).match(beforeNumber);
  if (ahead) {
    const word = ahead.groups!.word!;
    const at = left + ahead.index! + ahead[0].indexOf(word);
    return { word: word.toLowerCase().replace(/\s+/gu, ' '), start: at };
  }
  const behind = text.slice(end, end + 16).match(afterNumber);
  return behind ? { word: behind.groups!.word!.toLowerCase(), start: null } : null;
}
