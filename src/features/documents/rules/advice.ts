// Whether a suggestion in the prose reads as advice by itself, so that its confidence may be called clear.

const ASKS = '(?:should|must|needs? to|ought to|may wish to|might wish to|could)';
/** Somebody or something is asked to do what follows: "Each saving should have", not "harder than it should be". */
const ASKED = new RegExp(
  String.raw`(?:^|, (?:and |but |so )?)(?:(?!(?:we|is|are|was|were|has|had|looks?|than|as|would)\b)[\p{L}\d’'£%-]+ ){1,7}${ASKS} (?:now |also |not |never |therefore |still )?(?!be[.!?]|have (?:been|done|had)\b)[\p{L}]`,
  'iu',
);
const ADVISED =
  /\b(?:(?:our|its|their) advice is|(?:we|team|peers) (?:would |also |strongly ){0,2}(?:recommend|suggest|advise|urge|encourage)s?|we think that \p{L}[^.]{0,60} (?:should|must|needs? to)|would benefit from)\b/iu;

/** Most confidence there may be in a suggestion that does not say by itself who should do what: "likely", never "clear". */
const MOST = 0.85;

/** Confidence, 0 to 1, that a sentence is a suggestion to the council: no more than likely unless it reads as one by itself. */
export function confidenceInAdvice(text: string, confidence: number): number {
  return ASKED.test(text) || ADVISED.test(text) ? confidence : Math.min(confidence, MOST);
}
