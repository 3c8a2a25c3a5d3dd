import type { Deadline } from '../findings.ts';
import { datesIn } from './dates.ts';
import { type Line, sentencesOf, spanIn } from './lines.ts';

/** Words that make a date one by which something is to be. They stand right before it. */
const bound =
  /\b(?<bound>by(?: no later than)?|before|no later than|not later than|prior to|ahead of|in time for|deadline(?: date)?(?: of| is|:)?|due (?:in|on|by|for)|scheduled for|planned for|set for|expected (?:in|by|on)|for completion (?:in|by)|will (?:take place|be held|be published|be completed|be reviewed|return|report|come back)[^.;]{0,50}? (?:in|on)|(?:progress review|check-?in|revisit|follow[ -]?up)[^.;]{0,30}? (?:in|on)|to be (?:published|completed|held|reviewed|agreed|adopted|approved|presented|delivered)(?: in| on)?|(?:months|weeks|days|year|years) (?:after|from|of) (?:the|its|this) [^.;,]{0,40}, (?:that is )?(?:on|by)|in place (?:for|from|by))\s+(?:the )?(?:(?:end|start|close|beginning|middle|summer|spring|autumn|winter|early|late|mid)(?: of)?[ -](?:the )?)*$/iu;
const foretold =
  /\b(?:forecast|projected|projection|predicted|estimate[sd]?|population|may|might|could|would(?! (?:normally |usually )?(?:fall|be|take|come|encourage|expect|like|want|need)))\b/iu;
const told = /\b(?:was|were|had|have|has) (?:been )?\p{L}+(?:ed|en|un|ade|ught)\s*$/u;

/**
 * Dates by which something is promised or wanted, each with the sentence that says so. Forecasts are no promises, and a
 * date before the team's last day is past.
 * @param after last day of fieldwork, or null where it is not known
 */
export function deadlinesOf(lines: readonly Line[], after: string | null): Deadline[] {
  const out: Deadline[] = [];
  for (const line of lines) {
    if (line.block.kind === 'heading') continue;
    for (const sentence of sentencesOf(line.text))
      for (const date of datesIn(sentence.text)) {
        const lead = sentence.text.slice(0, date.start);
        const found = bound.exec(lead);
        if (!found || (after !== null && date.date <= after.slice(0, date.date.length))) continue;
        if (foretold.test(lead.slice(-90)) || (date.date.length === 4 && told.test(lead.slice(0, found.index))))
          continue;
        const exact = date.date.length > 4;
        out.push({
          text: sentence.text,
          date: date.date,
          span: spanIn(line, sentence.start, sentence.start + sentence.text.length),
          confidence:
            exact && /^(?:by|before|no later|not later|due|scheduled|deadline)/iu.test(found.groups!.bound!)
              ? 0.92
              : exact
                ? 0.85
                : 0.7,
        });
      }
  }
  return out;
}
