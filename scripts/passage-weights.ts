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
const STEPS = 1500;
const RATE = 0.8;
/** Keeps weights small, so that no single phrase decides alone. */
const DECAY = 0.002;

export type Example = { readonly text: string; readonly class: PassageClass; readonly strength: string | null };
type Weights = Readonly<Record<PassageClass, Readonly<Record<string, number>>>>;

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
  const named = CLASSES.map((name, c) => {
    const own = names.map((feature, i) => [feature, Math.round(weights[c]![i]! * 100) / 100] as const);
    return [name, Object.fromEntries(own.filter(([, w]) => w !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))];
  });
  return Object.fromEntries(named);
}

export function bestOf(weights: Weights, text: string): PassageClass {
  const features = Object.entries({ always: 1, ...featuresOf(text) });
  const score = (name: PassageClass) => features.reduce((sum, [f, v]) => sum + v * (weights[name][f] ?? 0), 0);
  return CLASSES.reduce((best, name) => (score(name) > score(best) ? name : best), CLASSES[0]!);
}

const examples = ownSentences();
if (process.argv.includes('--check')) {
  let right = 0;
  for (let fold = 0; fold < 5; fold++) {
    const weights = learn(examples.filter((_, i) => i % 5 !== fold));
    for (const example of examples.filter((_, i) => i % 5 === fold)) {
      const found = bestOf(weights, example.text);
      if (found === example.class) right += 1;
      else console.log(`${example.class} taken for ${found}: ${example.text}`);
    }
  }
  console.log(`${right} of ${examples.length} right (${((100 * right) / examples.length).toFixed(1)}%)`);
} else {
  const body = JSON.stringify(learn(examples), null, 2)
    .replace(/"([a-zA-Z_]+)":/g, '$1:')
    .replaceAll('"', "'");
  const text = `// Written by scripts/passage-weights.ts from our own sentences. Change those, and write this again.\nimport type { PassageClass } from '../../findings.ts';\n\n/** What each thing seen in a sentence speaks for, by class. */\nexport const weights: Readonly<Record<PassageClass, Readonly<Record<string, number>>>> = ${body};\n`;
  writeFileSync(join(root, 'src/engines/reading/passages/data/weights.ts'), text.replace(/\}\n?;\n$/, '};\n'));
}
