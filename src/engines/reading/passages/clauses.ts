/** A sentence by its halves: where English puts a contrast, the point stands in one half and the rest concedes. */
export type Halves = {
  /** "Although money is tight, ...": conceded before the point is made. */
  readonly conceded: string;
  /** "... , but ...": what stands before the turn. */
  readonly before: string;
  /** What carries the point. */
  readonly point: string;
  /** "..., although it is new": taken back after the point was made. */
  readonly takenBack: string;
  /** "However, ...": the sentence as a whole turns against the one before. */
  readonly turns: boolean;
};

const opening =
  /^(?:and |but )?(?:while|whilst|although|though|even though|even with|despite|in spite of|notwithstanding|regardless of)\b/i;
const turning =
  /^(?:however|but|yet|nevertheless|nonetheless|that said|having said that|on the other hand|conversely|unfortunately)\b[,:]?\s*/i;
const turn =
  /(?:[,;–—-]\s+|\s)(?:but|(?<!\b(?:not|as|have|has|had|is|are) )yet|however|nevertheless|nonetheless)\b,?\s+(?!also\b)/i;
const takingBack = /(?:[,;–—-]\s*|\s)(?:although|though|albeit|whereas|whilst|while|despite|except)\b\s+/i;

/** Splits a sentence at its contrast. Each half may be empty but `point`, which holds all where there is no contrast. */
export function halvesOf(sentence: string): Halves {
  const turns = turning.exec(sentence);
  let rest = turns ? sentence.slice(turns[0].length) : sentence;
  let conceded = '';
  if (opening.test(rest)) {
    const comma = commaAfter(rest);
    if (comma > 0) {
      conceded = rest.slice(0, comma);
      rest = rest.slice(comma + 1);
    }
  }
  let before = '';
  const but = turn.exec(rest);
  if (
    but &&
    but.index > 8 &&
    !/\b(?:not|nothing|no|all|none|anything)(?: only| just)?$/i.test(rest.slice(0, but.index))
  ) {
    before = rest.slice(0, but.index);
    rest = rest.slice(but.index + but[0].length);
  }
  let takenBack = '';
  const back = takingBack.exec(rest);
  if (back && back.index > 15) {
    const after = rest.slice(back.index + back[0].length);
    const comma = /\b(?:and|but|that|addition),?$/i.test(rest.slice(0, back.index)) ? commaAfter(after) : -1;
    // "..., and although it is new, it works": a concession inside the point.
    if (comma > 0) {
      conceded = `${conceded} ${after.slice(0, comma)}`.trim();
      rest = `${rest.slice(0, back.index)} ${after.slice(comma + 1)}`;
    } else {
      takenBack = after;
      rest = rest.slice(0, back.index);
    }
  }
  return { conceded, before, point: rest, takenBack, turns: turns !== null };
}

/** The comma that ends the concession: the first with enough words before it and after it. */
function commaAfter(text: string): number {
  for (let i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) {
    if (i >= 14 && text.length - i > 12 && !/^, (?:and|or) [a-z]+[, ]/.test(text.slice(i, i + 20))) return i;
    if (i > 400) break;
  }
  return -1;
}
