import type { Definition } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import { sentencesOf } from './sentences.ts';

const term = String.raw`[‘“"']?(?<term>[\p{L}\p{N}][^.;:“”"()]{1,80}?)[’”"']?`;
const meaning = String.raw`(?<meaning>\S[\s\S]{4,600}?)`;
const article = /^(?:(?:the|a|an|our|its|this|term|phrase|word)\s)+/iu;

/** Sentences that define. The first match of the first form counts. */
const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|[\s(])by ${term},? (?:we|the team|the peer team|the council) means? (?:that )?${meaning}(?:[.)]*$)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:^|[,;] |\b(?:that|and|but|where|which) )${term} (?:is|are) (?:here |clearly |formally |currently |broadly |generally )?defined(?: here| by [^.,;]{2,60}?)? as ${meaning}(?:[.)]*$)`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:we|team|council|strategy|plan|policy|act|report) (?:have |has )?(?:define|defines|defined) ${term} as ${meaning}(?:[.)]*$)`,
    'iu',
  ),
  new RegExp(
    String.raw`[‘“"'](?<term>[\p{L}\p{N}][^.;:“”‘"]{1,60}?)[’”"'],? (?:here )?(?:means?|refers? to|is (?:the |a )?(?:term|name) (?:used )?for) ${meaning}(?:[.)]*$)`,
    'iu',
  ),
  new RegExp(
    String.raw`\bthe (?:term|phrase|expression) ${term} (?:is used to mean|means|refers to|describes|stands for) ${meaning}(?:[.)]*$)`,
    'iu',
  ),
];
const cue = /\bdefined?s?\b|\bmeans?\b|\brefers? to\b|\b(?:term|name|stands) (?:used )?for\b|\bdescribes\b/iu;

/**
 * Words that the report explains: behind an asterisk or a dagger, or in a sentence that defines ("by X we mean Y"). Each
 * term once, the note behind a mark first. `span` runs from the term to the end of its meaning. Pure; linear.
 */
export function findDefinitions(report: LaidOut): Definition[] {
  const marked = behindMarks(report);
  const known = new Set(marked.map((d) => key(d.term)));
  const taken = (at: number) => marked.some(({ span }) => span[0] <= at && at < span[1]);
  const inSentences = report.blocks.flatMap((block) => (block.contents ? [] : defining(report.text, block)));
  const others = inSentences.filter(({ term: name, span }) => {
    const fresh = !known.has(key(name)) && !taken(span[0]);
    known.add(key(name));
    return fresh;
  });
  return [...marked, ...others].sort((a, b) => a.span[0] - b.span[0]);
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(article, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function defining(text: string, block: RecordBlock): Definition[] {
  return sentencesOf(text, block.span).flatMap(([start, end]): Definition[] => {
    const sentence = text.slice(start, Math.min(end, start + 900));
    if (!cue.test(sentence)) return [];
    for (const form of forms) {
      const match = sentence.match(form);
      if (!match) continue;
      const { term: printed = '', meaning: said = '' } = match.groups!;
      const name = printed.replace(article, '');
      const words = name.split(/\s+/u);
      if (
        words.length > 8 ||
        /^(?:it|this|that|which|what|they|these|success of)$/iu.test(name) ||
        /^(?:a |the )?(?:result|consequence|part|whole)\b/iu.test(said)
      )
        return [];
      const at = match.index! + match[0].indexOf(printed) + (printed.length - name.length);
      const meant = match[0].lastIndexOf(said);
      return [
        { term: name, meaning: said, span: [start + at, start + match.index! + meant + said.length], confidence: 0.85 },
      ];
    }
    return [];
  });
}

const marks = String.raw`(?:\*{1,3}|†|‡)`;
const note = new RegExp(String.raw`^(?<mark>${marks})\s?(?<words>\S.*)$`, 'su');

type Pointer = { readonly mark: string; readonly words: string; readonly ahead: boolean };

/** Notes that begin with a mark which a word elsewhere bears. */
function behindMarks({ text, blocks }: LaidOut): Definition[] {
  const notes = blocks.flatMap((block, i) => {
    const labelled = new RegExp(`^${marks}$`, 'u').test(block.label ?? '');
    const match = labelled ? null : text.slice(block.span[0], block.span[0] + 700).match(note);
    const mark = labelled ? block.label! : match?.groups?.mark;
    if (mark === undefined || block.contents) return [];
    const start = labelled ? block.span[0] : block.span[0] + match![0].indexOf(match!.groups!.words!);
    return [{ mark, start, end: block.span[1], next: blocks[i + 1], block }];
  });
  if (notes.length === 0) return [];
  const pointing = pointersIn(text, new Set(notes.map((n) => n.block.span[0])));
  const byMark = Map.groupBy(pointing, (pointer) => pointer.mark);
  const out = new Map<string, Definition>();
  for (const { mark, start, end, next } of notes) {
    const found = explained(text, [start, end], next, (byMark.get(mark) ?? []).slice(0, 40));
    if (found && !out.has(key(found.term))) out.set(key(found.term), found);
  }
  return [...out.values()];
}

/** Words that point to a note: "*design authority" or "design authority*". A number's mark points to another kind. */
function pointersIn(text: string, starts: ReadonlySet<number>): Pointer[] {
  return text
    .matchAll(new RegExp(marks, 'gu'))
    .toArray()
    .flatMap(({ 0: mark, index }): Pointer[] => {
      const ahead = text.slice(index + mark.length, index + mark.length + 60).match(/^\p{L}[\p{L} ’'-]*/u)?.[0];
      const last = text.slice(Math.max(0, index - 60), index).match(/[\p{L}’' -]*\p{L}$/u)?.[0];
      if (last && !ahead) return [{ mark, words: last, ahead: false }];
      return ahead && !last && !starts.has(index) ? [{ mark, words: ahead, ahead: true }] : [];
    });
}

function explained(
  text: string,
  [start, end]: readonly [number, number],
  next: RecordBlock | undefined,
  pointing: readonly Pointer[],
): Definition | null {
  const words = text.slice(start, end);
  const count = words.split(/\s+/u).length;
  // A heading of its own, with the explanation under it.
  if (count <= 8 && !/[.;]$/u.test(words)) {
    const name = words.replace(/[:*†‡\s]+$/u, '');
    const pointed = pointing.some((p) => includesWords(p.words, name));
    if (!next || next.kind === 'heading' || next.contents || (!pointed && pointing.length > 0)) return null;
    if (pointing.length === 0) return null;
    return { term: name, meaning: text.slice(...next.span), span: [start, next.span[1]], confidence: 0.9 };
  }
  const split = words.match(
    /^(?<term>[^.:;–—]{2,70}?)(?::| [-–—]| (?:is|are|means?|refers? to))\s(?<meaning>\S[\s\S]*)$/u,
  );
  const named = split?.groups?.term?.replace(article, '');
  if (split && named && pointing.some((p) => includesWords(p.words, named)))
    return {
      term: named,
      meaning: split.groups!.meaning!,
      span: [start + split[0].indexOf(named), end],
      confidence: 0.9,
    };
  for (const pointer of pointing) {
    const name = commonWords(pointer, words);
    if (name) return { term: name, meaning: words, span: [start, end], confidence: 0.7 };
  }
  return null;
}

function includesWords(pointed: string, name: string): boolean {
  const [a, b] = [` ${key(pointed)} `, ` ${key(name)} `];
  return a.includes(b) || a.includes(`${b.trimEnd()}s `) || b.includes(a);
}

/** The words at the mark that the note itself takes up, four at the most; null when it takes up none. */
function commonWords(pointer: Pointer, noted: string): string | null {
  const words = pointer.words.trim().split(/\s+/u);
  const haystack = ` ${key(noted)} `;
  for (let n = Math.min(4, words.length); n >= 1; n--) {
    const name = (pointer.ahead ? words.slice(0, n) : words.slice(-n)).join(' ').replace(article, '');
    if (name.length > 3 && haystack.includes(` ${key(name)} `)) return name;
  }
  return null;
}
