import type { FoundValue } from '../findings.ts';
import { datesIn } from './dates.ts';
import { foundAt, type Line } from './lines.ts';

/** What the front of a committee report says about its meeting. */
export type Meeting = {
  /** ISO date. */
  readonly date: FoundValue<string> | null;
  readonly committee: FoundValue<string> | null;
  /** As printed, without "Agenda item": "7", "4a". */
  readonly agendaItem: FoundValue<string> | null;
};

/** A committee report says who meets, and when, before its first chapter. */
const front = 40;

const item = /\b(?:agenda )?item(?: (?:no|number)\b)?[.:]*\s*(?<item>\d{1,3}(?:\.\d{1,2})?[a-z]?)(?![\p{L}\d/])/iu;
const itemLabel = /^(?:agenda )?item(?: (?:no|number)\b)?[.:]*$/iu;
const body =
  '(?:committee|sub-?committee|cabinet|executive|council|board|panel|commission|authority|scrutiny|assembly|forum)';
const bodyOnly = new RegExp(
  `^(?:(?:report |reference )?to:?\\s+|meeting(?: of)?(?: the)?:?\\s+|committee(?: name)?:\\s+|the )?(?<body>(?:[\\p{L}&,’'()/-]+ ){0,12}?(?:${body})(?: \\(?(?:meeting|committee)\\)?)?)(?=$|[\\s,:–-]*(?:agenda|item|\\d|on\\b|monday|tuesday|wednesday|thursday|friday|[–-] ))`,
  'iu',
);
const bodyLabel = /^(?:(?:report )?to|meeting|committee|decision[ -]maker|name of (?:committee|meeting)|body)\s*:?$/iu;
const otherDate =
  /\b(?:deadline|published|publication|issued|last|previous|next|call-?in|key decision|forward plan|cabinet meeting|implementation|expiry)\b/iu;

/** Reads the front of a committee report; a report of another kind has no meeting. */
export function meetingOf(lines: readonly Line[]): Meeting {
  const chapter = lines.findIndex(
    (l, i) => i > 2 && /^(?:1|1\.0)\.?$/u.test(l.block.label ?? '') && l.block.kind === 'heading',
  );
  const head = lines.slice(0, Math.min(front, chapter < 0 ? front : chapter));
  return { date: dateOf(head), committee: committeeOf(head, lines), agendaItem: itemOf(head) };
}

function itemOf(head: readonly Line[]): FoundValue<string> | null {
  for (const [i, line] of head.entries()) {
    const found = item.exec(line.text);
    if (found && (/agenda/iu.test(line.text) || line.text.length < 30)) {
      const value = found.groups!.item!;
      return {
        value,
        ...foundAt(line, found.index + found[0].length - value.length, value, /agenda/iu.test(line.text) ? 0.95 : 0.75),
      };
    }
    const next = head[i + 1];
    const alone = next && /^\d{1,3}(?:\.\d{1,2})?[a-z]?$/iu.exec(next.text);
    if (itemLabel.test(line.text) && alone) return { value: alone[0], ...foundAt(next, 0, alone[0], 0.9) };
  }
  return null;
}

function dateOf(head: readonly Line[]): FoundValue<string> | null {
  let best: FoundValue<string> | null = null;
  for (const [i, line] of head.entries()) {
    const label = `${(head[i - 1]?.text.length ?? 99 < 40) ? (head[i - 1]?.text ?? '') : ''}`;
    for (const date of datesIn(line.text)) {
      if (date.date.length < 10) continue;
      const rest = line.text.replace(date.text, ' ').trim();
      const said = /\b(?:date of meeting|meeting date|meeting|date)\b/iu.test(
        `${rest} ${label.length < 40 ? label : ''}`,
      );
      if (otherDate.test(rest) || (label.length < 60 && otherDate.test(label)) || rest.length > 60) continue;
      const confidence = said || rest === '' ? 0.95 : 0.75;
      if (best === null || confidence > best.confidence)
        best = { value: date.date, ...foundAt(line, date.start, date.text, confidence) };
    }
  }
  return best;
}

function committeeOf(head: readonly Line[], lines: readonly Line[]): FoundValue<string> | null {
  let best: FoundValue<string> | null = null;
  for (const [i, line] of head.entries()) {
    if (line.text.length > 160) continue;
    const labelled =
      bodyLabel.test(head[i - 1]?.text ?? '') || /^(?:(?:report )?to|meeting|committee)\b.{0,12}:/iu.test(line.text);
    const found = bodyOnly.exec(line.text);
    if (!found) continue;
    const printed = found.groups!.body!.trim();
    if (/^council$/iu.test(printed) && !labelled) continue;
    if (/\b(?:city|borough|district|county|town|parish) council$/iu.test(printed) || noBody.test(printed)) continue;
    const from = beginning(head, i, printed);
    const whole = head
      .slice(from, i)
      .map((l) => l.text)
      .concat(printed)
      .join(' ');
    // One word may be anything: the end of a name that began lines before, unless a label says that it is all.
    const alone = /^committee$/iu.test(whole);
    const confidence = alone ? 0.3 : labelled || /(?:committee|cabinet|panel|board)$/iu.test(whole) ? 0.92 : 0.75;
    if (best !== null && best.confidence >= confidence) continue;
    const end = line.start + found.index + found[0].indexOf(printed) + printed.length;
    const start = from < i ? head[from]!.start : end - printed.length;
    best = { value: inMixedCase(whole, lines), span: [start, end], confidence };
  }
  return best;
}

const noBody = /\b(?:member|leader|director|officer|report|recommend\p{L}*|that|by|from)\b/iu;

/** Where a name in capitals begins that runs over several lines: each line before is in capitals and ends in the middle. */
function beginning(head: readonly Line[], at: number, printed: string): number {
  let from = at;
  if (/\p{Ll}/u.test(printed)) return from;
  while (from > 0 && at - from < 3) {
    const above = head[from - 1]!.text;
    const goesOn = /(?:\b(?:AND|OF|FOR|THE)|,|&)$/u.test(above) || (from === at && !/\s/u.test(printed)) || from < at;
    if (/\p{Ll}|\d|\bCOUNCIL\b/u.test(above) || above.length > 60 || !goesOn) break;
    from -= 1;
  }
  return from;
}

/** Capitals of a headline are no part of a name: as the report prints it in its sentences, else with small letters. */
function inMixedCase(printed: string, lines: readonly Line[]): string {
  if (/\p{Ll}/u.test(printed)) return printed;
  const wanted = printed.toLowerCase();
  for (const { text } of lines) {
    const at = text.toLowerCase().indexOf(wanted);
    const there = at < 0 ? '' : text.slice(at, at + printed.length);
    if (/\p{Ll}/u.test(there)) return there;
  }
  return wanted.replace(/(?<![\p{L}’'])(?!(?:and|of|for|the|in|on|to)\b)\p{L}/gu, (letter) => letter.toUpperCase());
}
