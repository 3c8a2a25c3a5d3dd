import type { Passage, Suggestion } from '../findings.ts';
import type { Classed } from './classify.ts';
import type { Sentence } from './prose.ts';

/** Rows of sentences of one class, strength and theme made into one passage each. */
export function mergePassages(
  sentences: readonly Sentence[],
  classed: readonly Classed[],
  themes: readonly (string | null)[],
): Passage[] {
  const out: (Passage & { readonly chapter: string; readonly last: number })[] = [];
  sentences.forEach((sentence, i) => {
    const { class: name, strength, confidence } = classed[i]!;
    const theme = themes[i] ?? null;
    const before = out.at(-1);
    if (
      before &&
      before.class === name &&
      (before.strength ?? null) === strength &&
      before.theme === theme &&
      before.chapter === sentence.chapter &&
      before.last >= sentence.block - 1
    ) {
      // A passage is right only where all its sentences are: it is as sure as its least sure one.
      out[out.length - 1] = {
        ...before,
        span: [before.span[0], sentence.span[1]],
        confidence: Math.min(before.confidence, round(confidence)),
        last: sentence.block,
      };
      return;
    }
    out.push({
      id: '',
      class: name,
      ...(strength ? { strength } : {}),
      theme,
      span: sentence.span,
      confidence: round(confidence),
      chapter: sentence.chapter,
      last: sentence.block,
    });
  });
  return out.map(({ chapter: _chapter, last: _last, ...passage }, i) => ({ ...passage, id: `p${i + 1}` }));
}

/** Advice in the prose, with its words. */
export function suggestionsOf(passages: readonly Passage[], text: string): Suggestion[] {
  return passages.flatMap((p) =>
    p.class === 'suggestion' && p.strength
      ? [
          {
            text: text.slice(...p.span).replace(/\s+/gu, ' '),
            strength: p.strength,
            theme: p.theme,
            span: p.span,
            confidence: p.confidence,
          },
        ]
      : [],
  );
}

const round = (n: number) => Math.round(n * 100) / 100;
