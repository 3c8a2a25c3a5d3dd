import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cases.ts';
import { sampleCases } from './sample.ts';
import { Tally } from './tally.ts';

/** The shares, by field, below which the reader may not fall over the sample; kept in marks.json. */
export type Marks = Readonly<Record<'undamaged', Readonly<Record<string, number>>>>;

const path = join(import.meta.dirname, 'marks.json');
/** What a mark lies under the figure that was reached: room for a report or two that read differently. */
const margin = 0.02;

export const readMarks = (): Marks => JSON.parse(readFileSync(path, 'utf8')) as Marks;

/** Reads the sample of the tests. */
export async function measureSample(): Promise<{ undamaged: Tally }> {
  const undamaged = new Tally();
  for (const one of sampleCases('t', 40, { text: 4, html: 3 })) {
    const { score, report } = await run(one);
    undamaged.add(score, [`format ${one.format}`, `edition ${report.edition}`]);
  }
  return { undamaged };
}

const asMarks = (tally: Tally): Record<string, number> =>
  Object.fromEntries(
    [...tally.fields()]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([field, share]) => [field, Math.max(0, Math.floor((share - margin) * 1000) / 1000)]),
  );

/** Writes down the figures that the reader reaches now. */
export async function renewMarks(): Promise<void> {
  const { undamaged } = await measureSample();
  writeFileSync(path, `${JSON.stringify({ undamaged: asMarks(undamaged) }, null, 1)}\n`);
}
