import type { Activity, Quantity } from '../findings.ts';
import { type Line, plainTitle, sentencesOf, spanIn } from './lines.ts';
import { numberOf, numberPattern } from './numbers.ts';
import { isFindings } from './themes.ts';

const qualifier =
  '(?<qualifier>(?:well |just )?over|(?:just |slightly |considerably |significantly )?(?:more|fewer|less) than|just under|nearly|almost|around|approximately|approx\\.?|about|some|at least|in excess of|upwards of|up to|roughly|circa|c\\.|close to|in the region of|a total of)';
const amount = `(?:${qualifier} )?(?<![\\d£.,/-])(?<number>${numberPattern})(?<plus>\\+| plus)?(?![\\d%/]|[,.]\\d| ?(?:per cent|percent|million|thousand\\b|days?\\b|weeks?\\b|years?\\b|months?\\b))`;
const adjectives = '(?:[\\p{L}-]+ ){0,3}?';

const people =
  '(?:people|individuals|stakeholders|staff|colleagues|employees|participants|interviewees|residents|representatives|members|councillors|officers|partners|persons)';
const spoken =
  '(?:spoke|spoken|speaking|met|meeting|meet|talked|talking|interviewed|interviewing|engaged|engaging|heard|hearing|listened|saw|seen|consulted|conversations|discussions|views)';
const meetings = '(?:meetings|interviews|sessions|focus groups|conversations|workshops|discussions|engagements|visits)';

const patterns = {
  people: [
    new RegExp(
      `\\b${spoken}\\b[^.;]{0,80}?(?:\\b(?:to|with|from|by|of)\\b )?${amount} ${adjectives}${people}\\b`,
      'giu',
    ),
    new RegExp(
      `${amount} ${adjectives}${people}\\b[^.;]{0,40}\\b(?:were|was|took part|contributed|gave|spoke|met)\\b`,
      'giu',
    ),
  ],
  meetings: [new RegExp(`${amount} ${adjectives}${meetings}\\b`, 'giu')],
  hours: [new RegExp(`${amount} (?:person |peer |collective |working |team )?hours\\b`, 'giu')],
} as const;

/** Words without which a sentence is not about what the team did. */
const needs = {
  people: /./u,
  meetings:
    /\b(?:gather|information|views|attended|held|took part|participat|spoke|met|conduct|engag|undert|carried|had|across|over|through|in|during)/iu,
  hours: /\b(?:collective|spent|gave|given|determin|equivalent|total|devoted|invested|worked|dedicated)/iu,
} as const;

const smallest = { people: 5, meetings: 3, hours: 20 } as const;
const team = /\b(?:the (?:peer |review |challenge )?team|peer team|peers|we|they|it)\b/iu;
const inApproach = /\b(?:process|approach|how the challenge|methodology|peer team|scope|on-?\s?site|how we)\b/u;
const others =
  /\b(?:the council|residents'? (?:survey|panel)|survey|consultation|consulted|respondents|responses|budget|call centre|callers|customers)\b/iu;

/**
 * What the team says it did: how many people it spoke to, in how many meetings, with how many hours of work. A statement
 * in the chapter on the approach comes before one elsewhere, which must name the team.
 */
export function activityOf(lines: readonly Line[]): Activity {
  const best: { -readonly [K in keyof Activity]: Quantity | null } = { people: null, meetings: null, hours: null };
  let title = '';
  const findings = lines.findLastIndex(isFindings);
  let lead = '';
  for (const [i, line] of lines.entries()) {
    if (line.block.kind === 'heading') title = plainTitle(line);
    if (line.block.kind !== 'list-item' && /:$/u.test(line.text)) lead = line.text;
    for (const sentence of sentencesOf(line.text)) {
      const byTeam =
        team.test(sentence.text) ||
        (line.block.kind === 'list-item' && team.test(lead)) ||
        startsWithDeed(sentence.text) ||
        (inApproach.test(title) && i < findings);
      if (!byTeam || (others.test(sentence.text) && !/\bteam\b|\bpeers\b/iu.test(sentence.text))) continue;
      const confidence = inApproach.test(title) || startsWithDeed(sentence.text) ? 0.95 : 0.7;
      for (const kind of ['people', 'meetings', 'hours'] as const) {
        const found = quantityIn(sentence.text, kind);
        if (!found || (best[kind] !== null && best[kind].confidence >= confidence)) continue;
        best[kind] = {
          ...found,
          span: spanIn(line, sentence.start + found.at, sentence.start + found.end),
          confidence,
        };
      }
    }
  }
  return clean(best);
}

/** A point of the list of what the team did: "Spoke to nearly 100 people". */
function startsWithDeed(text: string): boolean {
  return /^(?:spoke|met|gathered|collectively|attended|held|took part|interviewed|spent|gave|conducted|talked)\b/iu.test(
    text,
  );
}

type Hit = { value: number; qualifier: string | null; at: number; end: number };

function quantityIn(text: string, kind: keyof typeof patterns): Hit | null {
  if (!needs[kind].test(text)) return null;
  for (const pattern of patterns[kind])
    for (const match of text.matchAll(pattern)) {
      const { number, plus, qualifier: word } = match.groups as Record<string, string | undefined>;
      const value = numberOf(number!);
      if (value < smallest[kind]) continue;
      const from = match[0].lastIndexOf(word ? `${word} ${number}` : number!);
      const bends = word ? word.replace(/\s+/gu, ' ').toLowerCase() : plus ? 'more than' : null;
      return {
        value,
        qualifier: bends === 'a total of' ? null : bends,
        at: match.index + Math.max(0, from),
        end: match.index + match[0].length,
      };
    }
  return null;
}

function clean(found: Activity): Activity {
  const bare = (q: Quantity | null) =>
    q && { value: q.value, qualifier: q.qualifier, span: q.span, confidence: q.confidence };
  return { people: bare(found.people), meetings: bare(found.meetings), hours: bare(found.hours) };
}
