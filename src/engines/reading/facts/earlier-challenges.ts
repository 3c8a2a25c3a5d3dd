import type { EarlierChallenge } from '../findings.ts';
import { datesIn } from './dates.ts';
import { type Line, sentencesOf, spanIn } from './lines.ts';

const challenge =
  '(?:corporate |finance |financial |governance |LGA |remote )*(?:peer (?:challenge|review)|CPC|progress review|follow[ -]?up (?:visit|review)|revisit|check-?in)';
/** "The previous peer challenge", "since the last CPC". */
const called = new RegExp(
  `\\b(?:previous|last|earlier|prior|first|original|initial|former|preceding|${yearWord()}) (?:\\p{L}+ ){0,2}?${challenge}(?!\\p{L})`,
  'iu',
);
/** "The council had a peer challenge in June 2012." */
const had = new RegExp(
  `\\b(?:had|undertook|received|hosted|commissioned|underwent|took part in|completed|carried out|participated in|invited|was the subject of)\\b[^.]{0,60}?\\b${challenge}\\b|\\b${challenge}\\b[^.]{0,40}\\b(?:took place|was (?:held|carried out|undertaken|conducted|delivered))\\b`,
  'iu',
);
const elsewhere =
  /\b(?:elsewhere|other councils?|all councils|every council|councils (?:across|that)|next (?:corporate )?(?:peer|CPC)|each council)\b/iu;

function yearWord(): string {
  return '(?:19|20)\\d{2}';
}

/**
 * Sentences that speak of an earlier challenge or follow-up of the same council, with its date where they give one.
 * @param firstDay first day of this report's own fieldwork, or null: what lies before it is earlier
 */
export function earlierChallengesOf(lines: readonly Line[], firstDay: string | null): EarlierChallenge[] {
  const out: EarlierChallenge[] = [];
  for (const line of lines) {
    if (line.block.kind === 'heading') continue;
    for (const sentence of sentencesOf(line.text)) {
      const named = called.exec(sentence.text);
      const past = named ?? had.exec(sentence.text);
      if (!past || elsewhere.test(sentence.text)) continue;
      const date = dateOf(sentence.text, past.index, past[0], firstDay);
      // Without a word for "earlier" only its date tells that it was.
      if (!named && (date === null || firstDay === null)) continue;
      out.push({
        text: sentence.text,
        date,
        span: spanIn(line, sentence.start, sentence.start + sentence.text.length),
        confidence: named ? (/^(?:first|initial|original)/iu.test(named[0]) ? 0.7 : 0.9) : 0.9,
      });
    }
  }
  return out;
}

/** The date nearest to the words, among those before this challenge. */
function dateOf(text: string, at: number, words: string, firstDay: string | null): string | null {
  const year = /^(?:19|20)\d{2}/u.exec(words)?.[0];
  const dates = datesIn(text).filter((d) => firstDay === null || d.date < firstDay.slice(0, d.date.length));
  const distance = (start: number) => (start >= at ? start - at - words.length : (at - start) * 2);
  const nearest = dates.sort((a, b) => distance(a.start) - distance(b.start))[0];
  return nearest && distance(nearest.start) < 80 ? nearest.date : (year ?? null);
}
