import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';
import { sentencesOf } from '../words/sentences.ts';
import { type Measure, measureAfter, measureOf, namesNothing } from './measures.ts';
import { findPeriods, type Period, periodsOf } from './periods.ts';
import { qualifierOf } from './qualifiers.ts';

/** A number found in the text, with what its sentence says about it. */
export type InContext<T> = {
  readonly mark: T;
  readonly block: RecordBlock;
  readonly qualifier: string | null;
  readonly period: string | null;
  readonly measures: string | null;
  /** 0 to 1: how sure it is that `measures` is right. */
  readonly confidence: number;
};
type Mark = { readonly start: number; readonly end: number; readonly range: 'from' | 'to' | null };

/**
 * Puts each mark (in order, none overlapping) into its block and sentence. Marks that stand in no block, as in the
 * label of a list, or in a contents list, are left out.
 */
export function inContext<T extends Mark>({ text, blocks }: LaidOut, marks: readonly T[]): InContext<T>[] {
  const out: InContext<T>[] = [];
  let next = 0;
  for (const block of blocks) {
    const [start, end] = block.span;
    while (next < marks.length && marks[next]!.start < start) next += 1;
    const first = next;
    while (next < marks.length && marks[next]!.start < end) next += 1;
    if (next === first || block.contents) continue;
    const own = marks.slice(first, next);
    let at = 0;
    for (const [from, to] of sentencesOf(text, block.span)) {
      const begin = at;
      while (at < own.length && own[at]!.start < to) at += 1;
      if (at > begin) out.push(...ofSentence(text, from, to, own.slice(begin, at), block));
    }
  }
  return out;
}

function ofSentence<T extends Mark>(text: string, from: number, to: number, marks: readonly T[], block: RecordBlock) {
  const shift = (m: Period): Period => ({ ...m, start: m.start + from, end: m.end + from });
  const periods = periodsOf(text, marks, findPeriods(text.slice(from, to)).map(shift));
  let ranged: string | null = null;
  let measured: Measure = { words: null, confidence: 1 };
  const found = marks.map((mark, i): InContext<T> => {
    const left = marks[i - 1]?.end ?? from;
    const right = Math.min(marks[i + 1]?.start ?? to, mark.end + 200);
    const qualifier = qualifierOf(text, left, mark.start, mark.end);
    const before = text.slice(Math.max(left, mark.start - 250), qualifier?.start ?? mark.start);
    // What was bent by "of" has lost the word that ties its name to it.
    const tied = /\bof$/u.test(qualifier?.word ?? '') ? `${before}of ` : before;
    const after = text.slice(mark.end, Math.max(mark.end, right));
    // "£3m in 2025/26 and £4m in 2026/27": nothing new is named between the two.
    const same = i > 0 && mark.start - left < 60 && namesNothing(text.slice(left, qualifier?.start ?? mark.start));
    const own = same ? measureAfter(after) : null;
    if (!same) measured = measureOf(tied, after);
    else if (own !== null) measured = { words: own, confidence: 1 };
    if (mark.range === 'from') ranged = qualifier?.word === 'between' ? 'between' : null;
    const bent = qualifier?.word === 'between' && mark.range !== 'from' ? null : (qualifier?.word ?? null);
    return {
      mark,
      block,
      qualifier: mark.range === 'to' ? (bent ?? ranged) : bent,
      period: periods[i] ?? null,
      measures: measured.words,
      confidence: measured.confidence,
    };
  });
  // The two ends of a range are for one year and one thing.
  return found.map((one, i) => {
    const other = one.mark.range === 'from' ? found[i + 1] : one.mark.range === 'to' ? found[i - 1] : undefined;
    return other ? { ...one, period: one.period ?? other.period, measures: one.measures ?? other.measures } : one;
  });
}
