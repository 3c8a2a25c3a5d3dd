import type { Span } from '../blocks.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import type { Chapters } from './chapters.ts';
import { isNote, type Section } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { titleWithQuestion } from './titles.ts';

/** A sentence of the prose, in its place. */
export type Sentence = {
  readonly text: string;
  readonly span: Span;
  /** Index of the block it begins in. */
  readonly block: number;
  /** Heading of the feedback section it stands in; null in the executive summary and outside the sections. */
  readonly section: string | null;
  readonly chapter: 'summary' | 'feedback';
  /** Index, among the sentences, of the sentence with a colon that leads up to the list it is an item of; else null. */
  readonly leadIn: number | null;
};

/** Words after which a sentence cannot stop: what stands on the next line belongs to it. */
const cannotEnd = /\b(?:a|an|the|of|to|and|or|for|with|in|on|at|by|from|as|that|which|is|are|was|were)$/iu;

/**
 * The sentences of the executive summary and of the feedback chapter, in order: headings, questions under them,
 * contents, tables and lists of recommendations left out.
 * @param listed ids of the blocks that make up recommendations
 */
export function proseSentences(
  laid: LaidOut,
  chapters: Chapters,
  sections: readonly Section[],
  listed: ReadonlySet<string>,
): Sentence[] {
  const out: Sentence[] = [];
  const headings = new Set(sections.map((s) => s.at));
  const sectionAt = new Map<number, string>();
  for (const s of sections) for (let i = s.from; i < s.to; i++) sectionAt.set(i, s.heading);
  for (const chapter of ['summary', 'feedback'] as const) {
    const place = chapters[chapter];
    if (!place) continue;
    let leadIn: number | null = null;
    let underHeading: boolean = true;
    for (let i = place.from; i < place.to; i++) {
      const block = laid.blocks[i]!;
      const text = laid.text.slice(...block.span);
      const asked: boolean = underHeading && isPrintedQuestion(text, laid, place.heading);
      underHeading = block.kind === 'heading' || headings.has(i) || asked;
      if (asked || !isProse(block, text, headings.has(i), listed)) {
        leadIn = null;
        continue;
      }
      const section = sectionAt.get(i) ?? null;
      if (leadIn !== null && !isItem(block, text)) leadIn = null;
      const before = out.at(-1);
      const own = splitSentences(text).map((s): Span => [s[0] + block.span[0], s[1] + block.span[0]]);
      // A few words that cannot stand alone go with what they lead up to.
      if (before && before.block === i - 1 && goesOn(before.text, text)) {
        const [first] = own.splice(0, 1);
        const span: Span = [before.span[0], first![1]];
        out[out.length - 1] = { ...before, span, text: laid.text.slice(...span) };
      }
      // A lead-in speaks for the item, not for what the item goes on to say.
      own.forEach((span, k) => {
        out.push({ text: laid.text.slice(...span), span, block: i, section, chapter, leadIn: k === 0 ? leadIn : null });
      });
      if (/:["'’”)]*$/u.test(text) && out.length > 0) leadIn = out.length - 1;
    }
  }
  return out;
}

function isProse(block: RecordBlock, text: string, heading: boolean, listed: ReadonlySet<string>): boolean {
  if (block.kind === 'table-cell' || block.contents || heading || listed.has(block.id)) return false;
  if (!/\p{L}{2}/u.test(text)) return false;
  // A quotation that stands alone looks like a heading in some layouts; it is prose.
  if (block.kind === 'heading') return /^[“"‘'].*[”"’']$/u.test(text);
  return titleWithQuestion(text) === null && !isNote(block, text);
}

/** The questions with which the components of a challenge are printed, by how they begin and what they ask after. */
const component =
  /^(?:are there (?:clear|good|strong|robust|effective)|is there (?:a |an )?(?:clear|culture|strong|effective|robust|good|understanding)|(?:does|do|has|have|is|are) (?:the|its|their|it|they|councils?|members)\b)/i;

/**
 * The question or questions that a section is asked with, printed right under its heading: in the words of the scope
 * before, or in the form in which the components of a challenge are put. Any other question is the report's own.
 */
function isPrintedQuestion(text: string, laid: LaidOut, feedback: number): boolean {
  if (!/^[^.]*\?["'’”)]*$/u.test(text)) return false;
  const before = laid.text.slice(0, laid.blocks[feedback]?.span[0] ?? 0);
  return component.test(text) || before.includes(text);
}

function goesOn(before: string, text: string): boolean {
  if (/[.!?:;…]["'’”)\]*]*$/u.test(before)) return false;
  return /^\p{Ll}/u.test(text) || (cannotEnd.test(before) && /^[“"‘'\p{L}£\p{N}]/u.test(text));
}

/** Is this part of the list under a lead-in: an item, a quotation, or a line that is no sentence of its own? */
function isItem(block: RecordBlock, text: string): boolean {
  if (block.kind === 'list-item' || /^[“"‘'–•·-]/u.test(text)) return true;
  if (/^\p{Ll}/u.test(text) || !/[.!?]["'’”)]*$/u.test(text)) return true;
  // Lists whose bullets were lost: items begin with what is to be done, or hold no verb in their first sentence.
  const first = text.slice(0, 400).split(/[.!?]\s/u)[0]!;
  return (
    /^(?:\p{Lu}\p{Ll}+ing|Not \p{Ll}+ing)\b/u.test(text) ||
    !/\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|must|may|might|need|needs|does|do|did|told|said|felt|heard|saw|found|recognises?|appears?|remains?|feels?|shows?|sees?|works?|plans?|wants?|there|we|they|it)\b/iu.test(
      first,
    )
  );
}
