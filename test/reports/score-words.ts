/** How texts are compared: as the scorer of the hand-checked reports compares them. */

/** One form for quotation marks, dashes and white space; ligatures resolved, soft hyphens gone. */
export const fold = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Without difference of case, and without the stop at the end. */
export const loose = (text: unknown): string =>
  fold(text)
    .toLowerCase()
    .replace(/[.:;,]+$/, '');

/** Letters and digits in words. */
export const words = (text: unknown): string[] =>
  fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
