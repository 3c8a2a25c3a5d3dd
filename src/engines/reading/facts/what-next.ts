import type { Found, FoundValue } from '../findings.ts';
import { datesIn } from './dates.ts';
import { foundAt, type Line, sentencesOf } from './lines.ts';
import { numberOf, numberPattern } from './numbers.ts';

const within = new RegExp(
  `\\b(?:within|no (?:later|more) than|not later than) (?:the next |a (?:maximum|period) of )?(?<number>${numberPattern})(?: \\(\\d+\\))? (?:working )?weeks\\b`,
  'giu',
);

/**
 * Within how many weeks the report is to be published, where it says so in weeks (the editions differ: some say months).
 */
export function publishWithinOf(lines: readonly Line[]): FoundValue<number> | null {
  let last: FoundValue<number> | null = null;
  for (const line of lines)
    for (const sentence of sentencesOf(line.text))
      for (const match of sentence.text.matchAll(within)) {
        const lead = sentence.text.slice(0, match.index);
        const whole = lead + sentence.text.slice(match.index, match.index + match[0].length + 80);
        if (!/\bpubli(?:sh|cation)|\b(?:made|make|becomes?) (?:it )?(?:public|available)\b/iu.test(whole)) continue;
        // Plan and report may have weeks of their own: what was named last before the number counts.
        const about = [...lead.matchAll(subject)].at(-1) ?? [...whole.slice(lead.length).matchAll(subject)][0];
        if (!about?.groups?.report) continue;
        const value = numberOf(match.groups!.number!);
        last = { value, ...foundAt(line, sentence.start + match.index, match[0], 0.95) };
      }
  // What is to happen next stands at the end; a recommendation to publish something else stands before.
  return last;
}

/** What may be published: this report, or something else that goes with it. */
const subject =
  /\b(?<report>(?:this|the|their|its|final|full|feedback|challenge|review|CPC) (?:\p{L}+ ){0,3}?report|findings of (?:this|the) (?:peer )?(?:challenge|review)|publication(?! of))\b(?!['’]s| of the)|\b(?:action )?plan\b|\bresponse\b|\breports?\b|\bresults?\b/giu;

const followUp =
  /\b(?:progress review|(?:six[ -]month |6[ -]month )?check-?\s?in|follow[ -]?up(?: (?:visit|review|challenge|session|meeting))?|revisit|review visit|(?:team|peers) (?:will|would|shall|is to|are to) (?:return|come back|visit again))\b/giu;

/**
 * The month in which the follow-up is due ("2022-01"), where the report itself names a month or a day; nothing is worked
 * out from "within two years". The follow-up's own report, and the next challenge, are due at other times.
 * @param after last day of fieldwork: a review is later
 */
export function reviewDueOf(lines: readonly Line[], after: string | null): FoundValue<string> | null {
  let best: FoundValue<string> | null = null;
  for (const line of lines)
    for (const sentence of sentencesOf(line.text)) {
      const found = dueIn(sentence.text, after);
      if (!found || (best !== null && best.confidence >= found.confidence)) continue;
      best = { value: found.month, ...foundAt(line, sentence.start + found.at, found.text, found.confidence) };
    }
  return best;
}

type Due = { month: string; at: number; text: string; confidence: number };

function dueIn(sentence: string, after: string | null): Due | null {
  for (const named of sentence.matchAll(followUp)) {
    const from = named.index + named[0].length;
    const dates = datesIn(sentence).filter(
      (d) => d.date.length >= 7 && (after === null || d.date.slice(0, 7) > after.slice(0, 7)),
    );
    const date =
      dates.find((d) => d.start >= from) ??
      dates.find((d) => d.start < named.index && /^(?:in|on|by|during)\b/iu.test(sentence.slice(0, d.start)));
    if (!date) continue;
    const between = sentence.slice(Math.min(from, date.start), Math.max(from, date.start));
    if (
      /\b(?:publish|publication|action plan|report\b(?! (?:back|on))|next (?:corporate )?peer challenge|budget|election)/iu.test(
        between,
      )
    )
      continue;
    if (
      /\breport of (?:the|this|that)\s*$|\b(?:previous|last|earlier) $/iu.test(
        sentence.slice(Math.max(0, named.index - 25), named.index),
      )
    )
      continue;
    if (/\b(?:took place|was held|had a|were|undertook|received)\b/iu.test(between)) continue;
    const planned =
      /\b(?:scheduled|planned|due|will|would|take place|arranged|agreed|expected|held|in|on|by|for|during)\b/iu.test(
        between,
      );
    const whole = /\b(?:between|from)\s+(?:\p{L}+\s+)?$/u.test(sentence.slice(0, date.start));
    return {
      month: date.date.slice(0, 7),
      at: date.start,
      text: date.text,
      confidence: whole ? 0.5 : planned && between.length < 120 ? 0.95 : 0.7,
    };
  }
  return null;
}

/** The place of a value alone. */
export function placeOf(found: FoundValue<unknown> | null): Found | null {
  return found && { span: found.span, confidence: found.confidence };
}
