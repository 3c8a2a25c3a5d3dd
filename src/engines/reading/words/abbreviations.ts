import type { Abbreviation } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { longFormStart } from './initials.ts';

const short = String.raw`\p{Lu}[\p{L}\p{N}]{0,6}(?:[&/-][\p{L}\p{N}]{1,6})?[\p{L}\p{N}]?(?:[’']?s)?`;
const opening = `(?:the |hereafter |hereinafter |known as |referred to as |or |now )?[‘“"']?`;
const closing = `[’”"']?(?:,? (?:or|and|hereafter) [^()]{1,50})?`;
/** "medium term plan (MTP)". */
const after = new RegExp(String.raw`\(${opening}(?<short>${short})${closing}\)`, 'gu');
/** "MTP (medium term plan)". */
const before = new RegExp(String.raw`(?<![\p{L}\p{N}’'-])(?<short>${short}) \((?<long>[^()]{4,110})\)`, 'gu');
/** A line of a glossary: "MTP - medium term plan". */
const line = new RegExp(String.raw`^(?<short>${short})\s?(?::|=|-|–|—|\t)\s?(?<long>[^.;:]{4,110})\.?$`, 'u');

/**
 * Short forms with what they stand for, each pair once, where it is first explained: in brackets after it or before it,
 * or in a glossary. A plural or possessive is given as one. Pure; linear in the length of the report.
 */
export function findAbbreviations({ text, blocks }: LaidOut): Abbreviation[] {
  const out: Abbreviation[] = [];
  const seen = new Set<string>();
  const add = (abbreviation: Abbreviation) => {
    const key = `${abbreviation.short}\n${abbreviation.long.toLowerCase().replace(/[^\p{L}]/gu, '')}`;
    if (!seen.has(key)) out.push(abbreviation);
    seen.add(key);
  };
  blocks.forEach((block, i) => {
    if (block.contents) return;
    const [start, end] = block.span;
    const words = text.slice(start, end);
    const found: Abbreviation[] = [];
    for (const match of words.matchAll(after)) {
      const form = match.groups!.short!;
      const lead = words
        .slice(Math.max(0, match.index - 200), match.index)
        .trimEnd()
        .replace(/\]\([^()\s]{0,120}\)$|[’”"',\]]+$/u, '');
      const at = longFormStart(lead, singular(form));
      if (at === null || !(isShort(form) || isWord(form, lead.slice(at)))) continue;
      const from = start + Math.max(0, match.index - 200) + at;
      found.push(pair(form, lead.slice(at), [from, start + match.index + match[0].length]));
    }
    for (const match of words.matchAll(before)) {
      const { short: form = '', long = '' } = match.groups!;
      const bare = long
        .replace(/^(?:the|our|its|a|an|or|formerly the)\s/iu, '')
        .replace(/[‘’“”"']/gu, '')
        .trim();
      if (!isShort(form) || longFormStart(bare, singular(form), true) === null) continue;
      found.push(pair(form, bare, [start + match.index, start + match.index + match[0].length]));
    }
    const next = blocks[i + 1];
    const row = block.cell && next?.cell && next.cell.row === block.cell.row && next.cell.table === block.cell.table;
    const gloss = (row ? `${words}\t${text.slice(...next.span)}` : words).slice(0, 160).match(line);
    if (gloss && isShort(gloss.groups!.short!)) {
      const { short: form = '', long = '' } = gloss.groups!;
      if (longFormStart(long, singular(form), true) !== null)
        found.push(pair(form, long, [start, row ? next.span[1] : end]));
    }
    for (const abbreviation of found.sort((a, b) => a.span[0] - b.span[0])) add(abbreviation);
  });
  return out;
}

/** Two capitals at least, or one and a number: "(Chair)" is no short form. */
function isShort(form: string): boolean {
  return /\p{Lu}.*[\p{Lu}\d]/u.test(form);
}

/** A short form that is spoken as a word ("Ofsted") stands for three words or more. */
function isWord(form: string, long: string): boolean {
  return form.length >= 4 && long.split(/\s+/u).length >= 3;
}

/** Without the mark of a plural or a possessive: "LEPs", "LEP's". */
function singular(form: string): string {
  return form.replace(/(?<=[\p{Lu}\d])[’']?s$/u, '');
}

function pair(form: string, long: string, span: readonly [number, number]): Abbreviation {
  const bare = singular(form);
  const printed = long.replace(/\s+/gu, ' ').trim();
  const plural = bare !== form && !/[’']s$/u.test(form);
  const whole = printed.replace(/[’']s?$/u, '');
  const one = plural ? whole.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, '') : whole;
  const initials = one.split(/[\s-]+/u).length >= bare.replace(/[^\p{Lu}\d]/gu, '').length;
  return { short: bare, long: one, span, confidence: initials ? 0.95 : 0.85 };
}
