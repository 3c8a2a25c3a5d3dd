// Learns the weights with which sentences of reports are classed, from our own sentences, and writes them down.
//
//   node scripts/passage-weights.ts            writes src/engines/reading/passages/data/weights.ts
//   node scripts/passage-weights.ts --check    says how well each fifth is told from the other four; writes nothing
//
// The sentences are ours (test/passages/own-sentences.tsv). No sentence of a real report is learned from: those only
// measure. Same sentences, same weights: the descent starts from nothing and takes a fixed number of steps.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageClass } from '../src/engines/reading/findings.ts';
import { featuresOf } from '../src/engines/reading/passages/features.ts';

const root = join(import.meta.dirname, '..');
const CLASSES: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];
const STEPS = 5000;
const RATE = 0.8;
/** Keeps weights small, so that no single phrase decides alone. */
const DECAY = 0.001;

export type Example = { readonly text: string; readonly class: PassageClass; readonly strength: string | null };
/** What each thing seen speaks for: one number for each of the classes, in their order. */
type Weights = Readonly<Record<string, readonly number[]>>;

export function ownSentences(): Example[] {
  return readFileSync(join(root, 'test/passages/own-sentences.tsv'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [label, text] = line.split('\t');
      const [name, strength] = label!.split('/');
      return { text: text!, class: name as PassageClass, strength: strength ?? null };
    });
}

type Row = { readonly seen: readonly (readonly [number, number])[]; readonly class: number };

function learn(examples: readonly Example[]): Weights {
  const names = ['always'];
  const index = new Map([['always', 0]]);
  const rows: Row[] = examples.map((example) => {
    const seen: [number, number][] = [[0, 1]];
    for (const [name, value] of Object.entries(featuresOf(example.text))) {
      if (!index.has(name)) index.set(name, names.push(name) - 1);
      seen.push([index.get(name)!, value]);
    }
    return { seen, class: CLASSES.indexOf(example.class) };
  });
  const weights = CLASSES.map(() => new Float64Array(names.length));
  for (let step = 0; step < STEPS; step++) {
    const gradient = CLASSES.map(() => new Float64Array(names.length));
    for (const row of rows) {
      const scores = weights.map((w) => row.seen.reduce((sum, [i, v]) => sum + w[i]! * v, 0));
      const most = Math.max(...scores);
      const exps = scores.map((s) => Math.exp(s - most));
      const sum = exps.reduce((a, b) => a + b, 0);
      for (let c = 0; c < CLASSES.length; c++) {
        const error = exps[c]! / sum - (c === row.class ? 1 : 0);
        for (const [i, v] of row.seen) gradient[c]![i]! += (error * v) / rows.length;
      }
    }
    for (let c = 0; c < CLASSES.length; c++)
      for (let i = 0; i < names.length; i++)
        weights[c]![i]! -= RATE * (gradient[c]![i]! + (i === 0 ? 0 : DECAY * weights[c]![i]!));
  }
  const named = names.map((name, i) => [name, weights.map((w) => Math.round(w[i]! * 100) / 100)] as const);
  return Object.fromEntries(named.toSorted(([x], [y]) => (x < y ? -1 : 1)));
}

/** How likely each class is, as the reader reckons it. */
function likeliest(weights: Weights, text: string): { readonly class: PassageClass; readonly likely: number } {
  const features = Object.entries({ always: 1, ...featuresOf(text) });
  const scores = CLASSES.map((_, c) => features.reduce((sum, [f, v]) => sum + v * (weights[f]?.[c] ?? 0), 0));
  const most = Math.max(...scores);
  const sum = scores.reduce((n, one) => n + Math.exp(one - most), 0);
  return { class: CLASSES[scores.indexOf(most)]!, likely: 1 / sum };
}

type Guess = { readonly likely: number; readonly right: boolean };

/** Each sentence as it is told by weights learned from the other four fifths. */
function crossChecked(examples: readonly Example[], wrong: (example: Example, found: PassageClass) => void): Guess[] {
  const out: Guess[] = [];
  for (let fold = 0; fold < 5; fold++) {
    const weights = learn(examples.filter((_, i) => i % 5 !== fold));
    for (const example of examples.filter((_, i) => i % 5 === fold)) {
      const found = likeliest(weights, example.text);
      out.push({ likely: found.likely, right: found.class === example.class });
      if (found.class !== example.class) wrong(example, found.class);
    }
  }
  return out;
}

const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * What makes of the regression's likelihood the share that is right among sentences it did not learn from (Platt's
 * scaling, fitted by the same descent).
 */
function fitSureness(guesses: readonly Guess[]): { readonly slope: number; readonly offset: number } {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < 20_000; step++) {
    let [up, side] = [0, 0];
    for (const { likely, right } of guesses) {
      const x = logit(Math.min(0.9999, likely));
      const error = 1 / (1 + Math.exp(-(slope * x + offset))) - Number(right);
      up += (error * x) / guesses.length;
      side += error / guesses.length;
    }
    slope -= 0.1 * up;
    offset -= 0.1 * side;
  }
  return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 };
}

const examples = ownSentences();
const guesses = crossChecked(examples, (example, found) => {
  if (process.argv.includes('--check')) console.log(`${example.class} taken for ${found}: ${example.text}`);
});
const sureness = fitSureness(guesses);
if (process.argv.includes('--check')) {
  const right = guesses.filter((guess) => guess.right).length;
  console.log(`confidence: slope ${sureness.slope}, offset ${sureness.offset}`);
  console.log(`${right} of ${examples.length} right (${((100 * right) / examples.length).toFixed(1)}%)`);
} else {
  const lines = Object.entries(learn(examples)).map(([name, speaks]) => `  ${name}: [${speaks.join(', ')}],\n`);
  const text = `// Written by scripts/passage-weights.ts from our own sentences. Change those, and write this again.

/** What each thing seen in a sentence speaks for: deferred, suggestion, concern, strength, fact. */
export const weights: Readonly<Record<string, readonly number[]>> = {
${lines.join('')}};

/** Turns a likelihood into the share that is right among sentences not learned from: slope and offset of its log-odds. */
export const sureness = { slope: ${sureness.slope}, offset: ${sureness.offset} };
`;
  writeFileSync(join(root, 'src/engines/reading/passages/data/weights.ts'), text);
}
