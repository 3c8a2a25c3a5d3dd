import type { PassageClass, SuggestionStrength } from '../findings.ts';
import { sureness, weights } from './data/weights.ts';
import { featuresOf } from './features.ts';
import type { Sentence } from './prose.ts';
import { strengthOf } from './suggestion-strength.ts';

export type Classed = {
  readonly class: PassageClass;
  readonly strength: SuggestionStrength | null;
  /** 0 to 1: how likely the class is right. */
  readonly confidence: number;
};

/** In the order of the weights. */
const classes: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];

/** How likely each class is for a sentence taken by itself. The five add up to 1. */
export function likelihoods(text: string): Readonly<Record<PassageClass, number>> {
  const features = Object.entries({ always: 1, ...featuresOf(text) });
  const scores = classes.map((_, c) => features.reduce((sum, [f, v]) => sum + v * (weights[f]?.[c] ?? 0), 0));
  const most = Math.max(...scores);
  const exps = scores.map((s) => Math.exp(s - most));
  const sum = exps.reduce((a, b) => a + b, 0);
  return Object.fromEntries(classes.map((name, i) => [name, exps[i]! / sum])) as Record<PassageClass, number>;
}

/** What being in a row of praise adds to a sentence that only goes on from the one before it. */
const inRow = { goingOn: 1.1, paragraph: 0.35 };

/**
 * Classes the sentences of the prose, in order: each by its own words, then by its place. An item of a list takes the
 * class that its lead-in gives it; an example that of what it is an example of; a sentence that says where advice
 * applies most, a question, or a piece of a sentence, that of the sentence before it.
 */
export function classify(sentences: readonly Sentence[]): Classed[] {
  const out: Classed[] = [];
  sentences.forEach((sentence, i) => {
    const lead = sentence.leadIn === null ? undefined : out[sentence.leadIn];
    const last = sentences[i - 1];
    const before =
      last && last.section === sentence.section && last.chapter === sentence.chapter ? out[i - 1] : undefined;
    const together = before !== undefined && last!.block === sentence.block;
    const own = byItself(
      sentence.text,
      together && before.class === 'strength' ? (goesOn(sentence.text) ? inRow.goingOn : inRow.paragraph) : 0,
    );
    if (lead && lead.class !== 'fact') out.push({ ...lead, confidence: Math.min(lead.confidence, 0.85) });
    else if (before && own.class !== 'suggestion' && own.class !== 'deferred' && leansOn(sentence.text, own, before))
      out.push({ ...before, confidence: Math.min(before.confidence, 0.8) });
    else out.push(own);
  });
  return out;
}

/** Does the sentence take the class of the one before it? */
function leansOn(text: string, own: Classed, before: Classed): boolean {
  if (before.class === 'deferred') return false;
  if (appliesMost.test(text)) return before.class === 'suggestion';
  if (before.class === 'fact') return false;
  if (own.class === 'fact' && (example.test(text) || quoted.test(text))) return true;
  return before.class === 'suggestion' && own.confidence < 0.8 && (/\?["'’”)]*$/.test(text) || fragment.test(text));
}

const appliesMost =
  /^this (?:is|applies|matters|will be) (?:particularly|especially|even more|most|all the more|equally|also)\b/i;
const example =
  /^(?:for (?:example|instance)\b|an example\b|one example\b|(?:some )?examples (?:of this|include|are)\b|this includes\b|these include\b)|\bexamples? of (?:this|these|such)\b/i;
/** Somebody's words, of some length: quoted for what was just said. */
const quoted = /[“"][^”"]{15,}[”"]|^[‘'][^’']{15,}[’']\.?$/;
/** Begins like the rest of a sentence that was cut in two. */
const fragment =
  /^(?:supported by|along ?with|alongside|including|together with|as well as|accompanied by|backed by|underpinned by)\b/i;

/** Goes on from the sentence before: its subject is what that one spoke of. */
const goesOn = (text: string) =>
  /^(?:this|these|they|it|its|their|there (?:is|are) also|many of (?:these|them)|both|he|she|similarly|also|in addition)\b/i.test(
    text,
  );

function byItself(text: string, praised: number): Classed {
  const alone = likelihoods(text);
  const likely = praised === 0 ? alone : towardsStrength(alone, praised);
  const best = classes.reduce((a, b) => (likely[b] > likely[a] ? b : a));
  return { class: best, strength: best === 'suggestion' ? strengthOf(text) : null, confidence: sure(likely[best]) };
}

/** The share of sentences so likely that is right, as it was found among sentences that nothing was learned from. */
function sure(likely: number): number {
  const capped = Math.min(0.9999, likely);
  return 1 / (1 + Math.exp(-(sureness.slope * Math.log(capped / (1 - capped)) + sureness.offset)));
}

function towardsStrength(
  alone: Readonly<Record<PassageClass, number>>,
  by: number,
): Readonly<Record<PassageClass, number>> {
  const raised = { ...alone, strength: alone.strength * Math.exp(by) };
  const sum = classes.reduce((n, name) => n + raised[name], 0);
  return Object.fromEntries(classes.map((name) => [name, raised[name] / sum])) as Record<PassageClass, number>;
}
