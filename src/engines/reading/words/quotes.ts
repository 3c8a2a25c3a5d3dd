import type { Quote } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import { type Quoted, quotedIn } from './quotation-marks.ts';

/** Words that hand over to somebody else's. */
const saying =
  /\b(?:said|says?|saying|told|tells?|telling|comment(?:s|ed|ing)?|remark(?:s|ed|ing)?|describ(?:e|es|ed|ing)|heard|hear|report(?:ed|ing)|quot(?:e|es|ed|ing|ations?)|explain(?:s|ed|ing)?|replied|stat(?:es|ed|ing)|observ(?:ed|ing)|express(?:ed|ing)|summ?(?:ed|ing) (?:it )?up|put it|puts it|putting it|in the words|shared with us|feedback|captured by|summarised|exclaimed|responded|wrote|voiced|reflected)\b[^.!?;“"‘]{0,70}$/iu;
/** The same with nothing but small words up to the mark: what follows is what was said. */
const handingOver =
  /\b(?:said|says?|saying|told|comment(?:s|ed|ing)?|remark(?:s|ed|ing)?|heard|report(?:s|ed)|explain(?:s|ed)|replied|stat(?:es|ed)|observed|felt|feel|believe|added|noted|responded|wrote|reflected)(?:\s(?:that|us|me|to us|(?:to )?the (?:peer )?team|peers|how))*\s?[,:–—-]?$|\bdescrib(?:e|es|ed|ing)\b.{0,45}\sas:?$|\b(?:comments?|quot(?:es?|ations?)|remarks?|feedback|views?|words)\b.{0,60}\b(?:included?|including|such as|like|was|were)\b:?$|\bin the words of\b.{0,50}[:,]$|\bput(?:s|ting)? it[,:]?$/iu;
/** Papers say much, and nobody said it. */
const document =
  /\b(?:plan|strategy|policy|act|law|constitution|guidance|papers?|website|code|vision|manifesto|agreement)\b[^.;]{0,80}\b(?:says?|said|states?|stated|stating|reads?|explains)\b[^.;]{0,20}$/iu;
/** How a sentence of somebody's begins. */
const spoken =
  /^(?:I|we|you|they|it|it['’]s|there|nobody|no one|everyone|everybody|people|staff|members|officers|my|our|the|this|that)\b/iu;
const sayingAfter =
  /^[,.]?\s*(?:[–—-]\s*)?(?:was|were|is|are)?\s*(?:how |what |the (?:view|words?|comment|remark) )?(?:(?:one|a|an|the|some|many|several|another|as|in)\s)?(?:\p{L}+\s){0,4}?(?:said|says|told us|commented|remarked|put it|explained|replied|observed|described|quoted|heard|added)\b/iu;
/** What is quoted after these is a name or a saying of the council's own. */
const naming =
  /\b(?:vision|motto|strapline|slogan|mission|ambition|purpose|narrative|titled?|entitled|called|named|known as|term(?:ed)?|phrase|theme|brand(?:ed)?|campaign|programme|strategy|plan|report|policy|values?|principles?|mantra|ethos|culture|approach|question|statement|objective|outcome|priority)\b[^.!?]{0,30}$/iu;
/** A noun's place: "a ‘we know best’ attitude", "a sense of ‘we cannot’". */
const nounPlace = /\b(?:a|an|the|this|its|their|our|your|these|those|of|by|on|from|towards?|into|so-called)\s$/iu;

const finite =
  /\b(?:is|are|am|was|were|isn['’]t|aren['’]t|has|have|had|do|does|did|can|could|will|would|should|must|may|might|cannot|won['’]t|wouldn['’]t|\p{L}+n['’]t|let['’]s)\b|\b(?:I|we|you|they|he|she|it|there|that|who)['’](?:m|re|s|ve|ll|d)\b/iu;
const subject =
  /\b(?:I|we|you|they|he|she|it|nobody|no one|everybody|everyone|somebody|someone)\s(?!to\b|and\b|or\b)\p{L}+/iu;

/**
 * Quotations of what somebody said: sentences in quotation marks that stand alone or follow a verb of saying. Names,
 * single words, terms and straplines in quotation marks are none. Pure; linear in the length of the report.
 */
export function findQuotes({ text, blocks }: LaidOut): Quote[] {
  let standingBefore = -1;
  return blocks.flatMap((block, i): Quote[] => {
    if (block.contents) return [];
    let lastEnd = -1;
    const all = quotedIn(text, block.span);
    if (all.length === 0) return [];
    const standing = isStanding(text, block, all);
    return all.flatMap((quoted, n): Quote[] => {
      const [start, end] = trimmed(text, quoted);
      const from = standing && n === 0 ? (blocks[i - 1]?.span[0] ?? 0) : block.span[0];
      const before = text.slice(Math.max(from, quoted.outer[0] - 120), quoted.outer[0]).trimEnd();
      // "Comments were ‘I feel trusted’, ‘we are heard’ and ...": one verb for all.
      const row =
        lastEnd >= 0 && /^[\s,;]*(?:and|or|to|but|while)?\s*$/u.test(text.slice(lastEnd, quoted.outer[0]).slice(0, 20));
      const place = {
        words: text.slice(start, end),
        before,
        block,
        standing,
        follows: (standing && (n > 0 || standingBefore === i - 1)) || row,
      };
      const confidence = confidenceOf(
        place,
        text.slice(quoted.outer[0] - 12, quoted.outer[0]),
        text.slice(quoted.outer[1], Math.min(block.span[1], quoted.outer[1] + 70)),
      );
      if (confidence > 0 || row) lastEnd = quoted.outer[1];
      if (confidence === 0) return [];
      if (standing) standingBefore = i;
      return [
        { text: place.words, span: [start, end], confidence: quoted.closed ? confidence : Math.min(0.6, confidence) },
      ];
    });
  });
}

/** The words without the white space, and without a comma that belongs to the sentence around. */
function trimmed(text: string, { span: [start, end] }: Quoted): [number, number] {
  const words = text.slice(start, end);
  const kept = words.trimEnd().replace(/,$/u, '');
  return [start + (words.length - words.trimStart().length), start + kept.length];
}

/** Is the block nothing but quotations, with no more than who said them? */
function isStanding(text: string, block: RecordBlock, all: readonly Quoted[]): boolean {
  if (all[0]!.outer[0] - block.span[0] > 3) return false;
  let rest = '';
  let at = block.span[0];
  for (const { outer } of all) {
    rest += ` ${text.slice(at, outer[0])}`;
    at = outer[1];
  }
  const last = text.slice(at, block.span[1]);
  const credit = /^[\s.,]*(?:[–—(-].{0,80}|.{0,2}|\p{Lu}[\p{L}’']*(?:[ ,]+[\p{L}’']+){0,4})$/su.test(last);
  return credit && !/[\p{L}\p{N}]/u.test(rest);
}

type Place = {
  readonly words: string;
  /** What stands before the opening mark, in its block or, for a block of its own, the one before. */
  readonly before: string;
  readonly block: RecordBlock;
  readonly standing: boolean;
  readonly follows: boolean;
};

/** How likely it is that these are somebody's words; 0 for what is no quotation. */
function confidenceOf({ words, before, block, standing, follows }: Place, near: string, after: string): number {
  const list = words.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const complete = /^\p{Lu}/u.test(words) && /[.!?…]$/u.test(words);
  const clause = finite.test(words) || subject.test(words);
  // A clause in small letters is none of the capitals of a name: "If Ashcombe says Monday, it is Monday".
  if (
    list.length < 3 ||
    (isTitle(list) && !/\s(?:is|are|was|were|has|have|do|does|can|will|would|must|cannot)\s/u.test(words))
  )
    return 0;
  if (standing) {
    const said = saying.test(before) || follows;
    if (block.kind === 'heading') return clause && list.length >= 5 ? 0.8 : 0;
    if (naming.test(before) && !said) return 0;
    if (clause) return list.length >= 4 || complete ? 0.95 : said ? 0.85 : 0;
    if (said) return list.length >= (follows ? 3 : 4) ? 0.8 : 0;
    return complete && list.length >= 4 ? 0.85 : 0;
  }
  if (nounPlace.test(near) && !handingOver.test(before)) return 0;
  if (
    /^\s?(?:attitude|culture|mentality|mind-?set|approach|ethos|mantra|philosophy|narrative|message|agenda|brand|programme|campaign|strategy|plan|initiative|model|principle|project|vision|policy|survey|question)s?\b/iu.test(
      after,
    )
  )
    return 0;
  if (
    /\b(?:term|phrase|words? like|known as|called)\b[^.]{0,24}$/iu.test(before) ||
    /^\s(?:is|was) an? (?:term|phrase)\b/iu.test(after)
  )
    return 0;
  if (document.test(before)) return 0;
  if (follows || handingOver.test(before) || sayingAfter.test(after)) {
    const whole = spoken.test(words) && list.length >= (follows ? 3 : 5) && !/\bas:?$/iu.test(before);
    if (clause ? list.length >= 4 || complete || subject.test(words) : complete || whole) return 0.88;
    return 0;
  }
  if (saying.test(before))
    return clause && list.length >= 4 && (spoken.test(words) || /^\p{Lu}/u.test(words)) ? 0.8 : 0;
  return complete && clause && list.length >= 6 && !naming.test(before) ? 0.65 : 0;
}

/** Most words in capitals, as in the name of a plan. */
function isTitle(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3 && !/^I['’]/u.test(word));
  return long.length > 1 && long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length / long.length > 0.6;
}
