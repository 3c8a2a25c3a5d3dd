// How long a report takes to be read, in its child process and all, and how much memory that takes; beside it, how long
// programs that only take the text out of a file need for the same one.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readFileInChild } from '../../src/platform/readers/child.ts';
import { mb, ms, type Report, spreadOf } from '../figures.ts';
import { watchChildren } from '../processes.ts';

const run = promisify(execFile);
const ROUNDS = 9;
/** The mark is set for this report: 22 pages. */
const MARKED = 'peterborough-2021.pdf';
/** Letters of a printed page, for formats that have no pages. */
const LETTERS_OF_A_PAGE = 2200;

interface Extractor {
  readonly name: string;
  readonly formats: readonly string[];
  readonly args: (path: string) => readonly string[];
}
const EXTRACTORS: readonly Extractor[] = [
  { name: 'pdftotext', formats: ['pdf'], args: (path) => ['-layout', path, '-'] },
  { name: 'pandoc', formats: ['docx', 'html'], args: (path) => ['--to', 'plain', path] },
];

interface Measured {
  readonly format: string;
  readonly pages: number;
  readonly milliseconds: number;
}

/** @param folders those that are not there are passed over: the corpus stands outside the repository. */
export async function measureReading(folders: readonly string[], report: Report): Promise<void> {
  report.section(`Reading a report, child process included (median and slowest of ${ROUNDS}, after one to warm up)`);
  const extractors = await installed(report);
  const all: Measured[] = [];
  for (const folder of folders.filter((path) => existsSync(path))) {
    const files = readdirSync(folder)
      .filter((name) => /\.(pdf|docx|html|txt)$/.test(name))
      .sort();
    for (const name of files) all.push(await measureFile(join(folder, name), extractors, report));
  }
  report.section(
    `Pages a second by format, over these files (${LETTERS_OF_A_PAGE} letters count as a page where there are none)`,
  );
  for (const [format, files] of Map.groupBy(all, (one) => one.format)) {
    const sum = (of: (one: Measured) => number) => files.reduce((total, one) => total + of(one), 0);
    report.line(format, `${((sum((f) => f.pages) / sum((f) => f.milliseconds)) * 1000).toFixed(0)} pages a second`);
  }
}

async function installed(report: Report): Promise<Extractor[]> {
  const found: Extractor[] = [];
  for (const extractor of EXTRACTORS) {
    try {
      const { stdout, stderr } = await run(extractor.name, [extractor.name === 'pandoc' ? '--version' : '-v']);
      report.line(
        extractor.name,
        `${`${stdout}${stderr}`.split('\n')[0]}; it takes the text out, and reads nothing in it`,
      );
      found.push(extractor);
    } catch {
      report.line(extractor.name, 'not installed here: not compared');
    }
  }
  return found;
}

async function measureFile(path: string, extractors: readonly Extractor[], report: Report): Promise<Measured> {
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
  const { record } = first;
  const format = path.split('.').at(-1)!;
  const others: string[] = [];
  for (const extractor of extractors.filter((e) => e.formats.includes(format)))
    others.push(`${extractor.name} ${ms(await timeOf(extractor, path))}`);
  report.line(
    `${basename(dirname(path))}/${basename(path)}`,
    [
      `${ms(p50)}, slowest ${ms(most)}, of processor ${ms(processor / ROUNDS)}`,
      mb(memory),
      `${record.recommendations.length} recommendations, ${record.passages.length} passages`,
      ...others,
    ].join('; '),
  );
  if (basename(path) === MARKED || path.endsWith('northmere-2026/report.pdf'))
    report.mark({ what: `reading ${basename(path)}`, wanted: 'under 0.8 s', measured: ms(p50), met: p50 < 800 });
  return { format, pages: record.pages ?? record.text.length / LETTERS_OF_A_PAGE, milliseconds: p50 };
}

async function timeOf(extractor: Extractor, path: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= ROUNDS; i++) {
    const start = performance.now();
    await run(extractor.name, [...extractor.args(path)], { maxBuffer: 64 * 1024 * 1024 });
    if (i > 0) times.push(performance.now() - start);
  }
  return spreadOf(times).p50;
}
