import { plainTitle } from '../contents.ts';
import type { FeedbackSection } from '../findings.ts';
import { isRecommendationTitle, titleText } from '../headings.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import { type Chapter, repeatedHeadings } from './chapters.ts';
import { isCoreComponent, titleWithQuestion } from './titles.ts';

/** A section with the index of its heading, and the blocks [from, to) that are its text. */
export type Section = FeedbackSection & { readonly at: number; readonly from: number; readonly to: number };

type Candidate = {
  readonly at: number;
  readonly title: string;
  readonly level: number;
  /** "4.2": numbered under its chapter. */
  readonly numbered: boolean;
  /** A core component, or a title that the contents list or the scope announces. */
  readonly known: boolean;
};

/**
 * The parts of the feedback chapter. Headings are told from the subheadings inside the parts by what the report itself
 * announces: its numbering, its contents list, the themes of its scope; the level of the heading only after that.
 */
export function findSections(laid: LaidOut, feedback: Chapter | null): Section[] {
  if (!feedback) return [];
  const candidates = candidatesOf(laid, feedback);
  const chosen = choose(laid, feedback, candidates);
  return chosen.map((c, i) => {
    const next = chosen[i + 1]?.at ?? feedback.to;
    // A word explained behind an asterisk belongs to the report, not to the section it is printed after.
    let note = c.at + 1;
    while (note < next && !isNote(laid.blocks[note]!, laid.text.slice(...laid.blocks[note]!.span))) note += 1;
    const to = note;
    const block = laid.blocks[c.at]!;
    return {
      heading: c.title,
      span: [block.span[0], laid.blocks[to - 1]!.span[1]],
      confidence: c.known ? 0.97 : c.numbered ? 0.92 : 0.8,
      at: c.at,
      from: c.at + 1,
      to,
    };
  });
}

function candidatesOf(laid: LaidOut, feedback: Chapter): Candidate[] {
  const announced = announcedTitles(laid, feedback);
  const repeated = repeatedHeadings(laid);
  const out: Candidate[] = [];
  for (let at = feedback.from; at < feedback.to; at++) {
    const block = laid.blocks[at]!;
    if (block.contents || block.kind === 'table-cell') continue;
    const text = laid.text.slice(...block.span);
    const asked = titleWithQuestion(text);
    const title = titleText(asked?.title ?? text).replace(/\s+/gu, ' ');
    const known = announced.has(plainTitle(title)) || isCoreComponent(title);
    const numbered = /^\d{1,2}\.\d{1,2}\.?$/u.test(block.label ?? '');
    const declared = block.kind === 'heading' || (numbered && standsAlone(block, text, asked !== null));
    if (!known && repeated.has(plainTitle(title))) continue;
    if (!declared && !((known || asked) && standsAlone(block, text, asked !== null))) continue;
    if (!known && notATitle(text, asked !== null)) continue;
    out.push({
      at,
      title,
      level: declared ? (block.level ?? 6) : 6,
      numbered,
      known,
    });
  }
  return out;
}

/** A line set as text that is a title all the same: nothing but the title, with or without its question. */
function standsAlone(block: RecordBlock, text: string, asked: boolean): boolean {
  if (block.kind === 'list-item' && !/^\(?\d/u.test(block.label ?? '')) return false;
  return asked || (text.length <= 110 && !/[.;,]$/u.test(text));
}

/** The title of a word that is explained behind an asterisk. */
export function isNote(block: RecordBlock, text: string): boolean {
  const title = block.kind === 'heading' || (text.length <= 80 && !/[.!?:]$/u.test(text));
  return title && /^[*†‡]\s?\p{L}/u.test(text);
}

/** Quotations, definitions behind an asterisk, bare questions and labels of boxes are set as headings too. */
function notATitle(text: string, asked: boolean): boolean {
  return (
    /^[*†‡“”"‘'«]/u.test(text) ||
    (!asked && /\?["'’”)]*$/u.test(text)) ||
    /^(?:case study|example|box|figure|table|chart|photo|image|source|note)\b/iu.test(text) ||
    isRecommendationTitle(text) ||
    titleText(text).split(/\s+/u).length > 14
  );
}

/** Titles announced before the chapter: lines of the contents list, themes of the scope with their questions. */
function announcedTitles(laid: LaidOut, feedback: Chapter): ReadonlySet<string> {
  const out = new Set<string>();
  for (const block of laid.blocks.slice(0, feedback.heading)) {
    const text = laid.text.slice(...block.span);
    if (block.contents) {
      out.add(plainTitle(text.replace(/[\s.…·_]*\d{1,3}\s*$/u, '')));
      continue;
    }
    const asked = titleWithQuestion(text);
    if (asked) out.add(plainTitle(titleText(asked.title)));
    // A theme in bold, with its question or explanation after it.
    const bold = block.bold?.[0];
    if (bold && bold[0] === block.span[0] && bold[1] < block.span[1] && bold[1] - bold[0] <= 90)
      out.add(plainTitle(titleText(laid.text.slice(...bold))));
  }
  out.delete('');
  return out;
}

function choose(laid: LaidOut, feedback: Chapter, candidates: readonly Candidate[]): Candidate[] {
  const numbered = candidates.filter((c) => c.numbered);
  if (numbered.length >= 2) return candidates.filter((c) => c.numbered || (c.known && isCoreComponent(c.title)));
  const known = candidates.filter((c) => c.known);
  if (known.length < 2) {
    const highest = Math.min(...candidates.map((c) => c.level));
    return candidates.filter((c) => c.level === highest || c.known);
  }
  const levels = new Set(known.map((c) => c.level));
  const beside = candidates.filter((c) => !c.known && [...levels].some((level) => c.level <= level));
  const last = known.at(-1)!.at;
  // Parts that a council asked for follow the core components; strange titles among these are subheadings of theirs.
  const among = beside.filter((c) => c.at > known[0]!.at && c.at < last).length;
  const strangers = among > 2 ? beside.filter((c) => isNamedBefore(laid, feedback, c.title)) : beside;
  return candidates.filter((c) => c.known || strangers.includes(c));
}

/** Is the title mentioned, word for word, before the feedback chapter (in the scope, say)? */
function isNamedBefore(laid: LaidOut, feedback: Chapter, title: string): boolean {
  const before = laid.text.slice(0, laid.blocks[feedback.heading]!.span[0]).toLowerCase();
  return before.includes(title.toLowerCase());
}
