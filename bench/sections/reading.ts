// How long a report takes to be read, in its child process and all, and how much memory that takes.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readFileInChild } from '../../src/platform/readers/child.ts';
import { mb, ms, type Report, spreadOf } from '../figures.ts';
import { watchChildren } from '../processes.ts';

const ROUNDS = 9;
/** The mark is set for this report: 22 pages. */
const MARKED = 'peterborough-2021.pdf';

/** @param folders those that are not there are passed over: the corpus stands outside the repository. */
export async function measureReading(folders: readonly string[], report: Report): Promise<void> {
  report.section(`Reading a report, child process included (median and slowest of ${ROUNDS}, after one to warm up)`);
  for (const folder of folders.filter((path) => existsSync(path))) {
    const files = readdirSync(folder)
      .filter((name) => /\.(pdf|docx|html|txt)$/.test(name))
      .sort();
    for (const name of files) await measureFile(join(folder, name), report);
  }
}

async function measureFile(path: string, report: Report): Promise<void> {
  const first = await readFileInChild(path);
  if (!first.ok) throw new Error(`${path} was refused: ${first.refusal.message}`);
  const children = watchChildren();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await readFileInChild(path);
    times.push(performance.now() - start);
  }
  const { memory, processor } = children.stop();
  const { p50, most } = spreadOf(times);
  const count = first.record.recommendations.length;
  report.line(
    `${basename(dirname(path))}/${basename(path)}`,
    `${ms(p50)}, slowest ${ms(most)}, of processor ${ms(processor / ROUNDS)}; ${mb(memory)}; ${count} recommendations`,
  );
  if (basename(path) !== MARKED && !path.endsWith('northmere-2026/report.pdf')) return;
  report.mark({ what: `reading ${basename(path)}`, wanted: 'under 0.8 s', measured: ms(p50), met: p50 < 800 });
}
