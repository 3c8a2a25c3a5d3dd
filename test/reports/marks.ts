import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cases.ts';
import { damagedCases, sampleCases } from './sample.ts';
import { Tally } from './tally.ts';

/** The shares, by field, below which the reader may not fall over the samples; kept in marks.json. */
export type Marks = Readonly<Record<'undamaged' | 'damaged', Readonly<Record<string, number>>>>;

const path = join(import.meta.dirname, 'marks.json');
/** What a mark lies under the figure that was reached: room for a report or two that read differently. */
const margin = 0.02;

export const readMarks = (): Marks => JSON.parse(readFileSync(path, 'utf8')) as Marks;

/** Reads the samples of the tests: twenty-four reports as written, and two dozen more with every kind of damage. */
export async function measureSamples(): Promise<Record<keyof Marks, Tally>> {
  const mix = { text: 4, html: 4, docx: 2, pdf: 2 };
  const undamaged = new Tally();
  for (const one of sampleCases('t', 24, mix)) undamaged.add((await run(one)).score, []);
  const damaged = new Tally();
  for (const one of damagedCases('t', 24, mix)) damaged.add((await run(one)).score, []);
  return { undamaged, damaged };
}

const asMarks = (tally: Tally): Record<string, number> =>
  Object.fromEntries(
    [...tally.fields()]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([field, share]) => [field, Math.max(0, Math.floor((share - margin) * 1000) / 1000)]),
  );

/** Writes down the figures that the reader reaches now. */
export async function renewMarks(): Promise<void> {
  const { undamaged, damaged } = await measureSamples();
  writeFileSync(path, `${JSON.stringify({ undamaged: asMarks(undamaged), damaged: asMarks(damaged) }, null, 1)}\n`);
}
