import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PassageClass, SuggestionStrength } from '../../src/engines/reading/findings.ts';
import type { ReportRecord } from '../../src/engines/reading/index.ts';
import { CORPUS } from './corpus.ts';

export const CLASSES: readonly PassageClass[] = ['deferred', 'suggestion', 'concern', 'strength', 'fact'];

/** A labelled sentence with its words: what a person says of it. */
export type Labelled = {
  readonly text: string;
  readonly class: PassageClass;
  readonly strength: SuggestionStrength | null;
  readonly theme: string | null;
};

/** The sentences of a real report with their labels (test/labels); the words come from the corpus folder. */
export async function labelsOf(report: string): Promise<Labelled[]> {
  const labels: {
    readonly sentences: readonly (readonly [number, number, PassageClass, SuggestionStrength | null, string | null])[];
  } = JSON.parse(await readFile(join(import.meta.dirname, `../labels/${report}.json`), 'utf8'));
  const text = await readFile(join(CORPUS, `${report}.txt`), 'utf8');
  return labels.sentences.map(([start, end, name, strength, theme]) => ({
    // The text's links are not printed in the other formats.
    text: text.slice(start, end).replace(/\]\([^)]*\)/g, ']'),
    class: name,
    strength,
    theme,
  }));
}

type Count = { right: number; of: number };
const share = ({ right, of }: Count): number => (of === 0 ? 1 : right / of);

/** What the reader made of labelled sentences. */
export class Measured {
  readonly #precision = new Map<string, Count>();
  readonly #recall = new Map<string, Count>();
  readonly #other = new Map<string, Count>();
  readonly #sure: { readonly confidence: number; readonly right: boolean }[] = [];

  /** @param found null where no passage covers the sentence */
  add(wanted: Labelled, found: ReportRecord['passages'][number] | null): void {
    count(this.#recall, wanted.class, found?.class === wanted.class);
    if (!found) return;
    const right = found.class === wanted.class;
    count(this.#precision, found.class, right);
    this.#sure.push({ confidence: found.confidence, right });
    if (right && wanted.strength) count(this.#other, 'strength of advice', found.strength === wanted.strength);
    count(this.#other, 'theme', (found.theme ?? '').toLowerCase() === (wanted.theme ?? '').toLowerCase());
  }

  precision = (name: PassageClass): number => share(this.#precision.get(name) ?? { right: 0, of: 0 });
  recall = (name: PassageClass): number => share(this.#recall.get(name) ?? { right: 0, of: 0 });
  other = (name: 'strength of advice' | 'theme'): number => share(this.#other.get(name) ?? { right: 0, of: 0 });

  /** Share of all sentences that were classed rightly. */
  get right(): number {
    const all = [...this.#recall.values()];
    return share({ right: all.reduce((n, c) => n + c.right, 0), of: all.reduce((n, c) => n + c.of, 0) });
  }

  /** How many sentences stand in passages at least so sure, and the share of them that is right. */
  sureOf(confidence: number): Count & { readonly share: number } {
    const sure = this.#sure.filter((s) => s.confidence >= confidence);
    const counted = { right: sure.filter((s) => s.right).length, of: sure.length };
    return { ...counted, share: share(counted) };
  }
}

function count(counts: Map<string, Count>, name: string, right: boolean): void {
  const known = counts.get(name) ?? { right: 0, of: 0 };
  counts.set(name, { right: known.right + Number(right), of: known.of + 1 });
}

/** Letters and digits alone, so that a sentence is found whatever became of its white space and marks. */
const letter = /[\p{L}\p{N}]/u;

/** Finds each labelled sentence in the record's text, and says what the passage that covers it is taken for. */
export function measure(record: ReportRecord, labels: readonly Labelled[], into = new Measured()): Measured {
  const at: number[] = [];
  let letters = '';
  for (let i = 0; i < record.text.length; i++) {
    const folded = record.text[i]!.normalize('NFKC').toLowerCase();
    for (const one of folded) {
      if (!letter.test(one)) continue;
      letters += one;
      at.push(i);
    }
  }
  let from = 0;
  for (const label of labels) {
    const needle = [...label.text.normalize('NFKC').toLowerCase()].filter((one) => letter.test(one)).join('');
    let found = letters.indexOf(needle, from);
    if (found < 0) found = letters.indexOf(needle);
    if (found >= 0) from = found + needle.length;
    const middle = found < 0 ? -1 : at[found + Math.floor(needle.length / 2)]!;
    into.add(label, record.passages.find(({ span }) => span[0] <= middle && middle < span[1]) ?? null);
  }
  return into;
}
