import type { PassageClass, SuggestionStrength } from '../findings.ts';
import { weights } from './data/weights.ts';
import { featuresOf } from './features.ts';
import type { Sentence } from './prose.ts';
import { strengthOf } from './suggestion-strength.ts';

export type Classed = {
  readonly class: PassageClass;
  readonly strength: SuggestionStrength | null;
  /** 0 to 1: how likely the class is right. */
  readonly confidence: number;
};

const classes: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];

/** How likely each class is for a sentence taken by itself. The five add up to 1. */
export function likelihoods(text: string): Readonly<Record<PassageClass, number>> {
  const features = Object.entries({ always: 1, ...featuresOf(text) });
  const scores = classes.map((name) => features.reduce((sum, [f, v]) => sum + v * (weights[name][f] ?? 0), 0));
  const most = Math.max(...scores);
  const exps = scores.map((s) => Math.exp(s - most));
  const sum = exps.reduce((a, b) => a + b, 0);
  return Object.fromEntries(classes.map((name, i) => [name, exps[i]! / sum])) as Record<PassageClass, number>;
}

/**
 * Classes the sentences of the prose, in order: each by its own words, then by its place. An item of a list takes the
 * class that its lead-in gives it, an example that of what it is an example of.
 */
export function classify(sentences: readonly Sentence[]): Classed[] {
  const out: Classed[] = [];
  sentences.forEach((sentence, i) => {
    const own = byItself(sentence.text);
    const lead = sentence.leadIn === null ? undefined : out[sentence.leadIn];
    const before = out[i - 1];
    const follows = before !== undefined && sentences[i - 1]!.section === sentence.section;
    if (lead && lead.class !== 'fact') out.push({ ...lead, confidence: Math.min(lead.confidence, 0.85) });
    else if (follows && own.class === 'fact' && isExample(sentence.text) && before.class !== 'deferred')
      out.push({ ...before, confidence: before.confidence * 0.9 });
    else out.push(own);
  });
  return out;
}

function byItself(text: string): Classed {
  const likely = likelihoods(text);
  const best = classes.reduce((a, b) => (likely[b] > likely[a] ? b : a));
  return { class: best, strength: best === 'suggestion' ? strengthOf(text) : null, confidence: likely[best] };
}

const isExample = (text: string) =>
  /^(?:for (?:example|instance)\b|an example\b|one example\b|(?:some )?examples (?:of this|include|are)\b|this includes\b|these include\b)/iu.test(
    text,
  );
