// Damaged and hostile files in great number: how many broke the reader (none may), and how long the slowest took.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FuzzKind } from '../../test/documents/fuzz/cases.ts';
import { ms, type Report } from '../figures.ts';
import type { FuzzResult, FuzzTask } from '../fuzz-worker.ts';

const COUNTS: readonly [FuzzKind, number][] = [
  ['text', 10_000],
  ['html', 10_000],
  ['docx', 1000],
  ['pdf', 1000],
];
/** Seconds after which a case counts as hanging; the child that reads in earnest is ended after sixty. */
const HANGS = 60;

/** @returns whether none broke the reader. */
export async function measureFuzz(report: Report): Promise<boolean> {
  report.section('Damaged files: each must be read or refused in words, and nothing may break or hang');
  let broken = 0;
  let cases = 0;
  for (const [kind, count] of COUNTS) {
    const workers = availableParallelism();
    const each = Math.ceil(count / workers);
    const results = await Promise.all(
      Array.from({ length: workers }, (_, i) => run(kind, i * each, Math.min(count, (i + 1) * each))),
    );
    const sum = (of: (result: FuzzResult) => number) => results.reduce((total, result) => total + of(result), 0);
    const slowest = results.map((r) => r.slowest).reduce((a, b) => (a.ms > b.ms ? a : b));
    const faults = results.flatMap((r) => r.faults);
    report.line(
      `${count} ${kind}`,
      `${sum((r) => r.read)} read, ${sum((r) => r.refused)} refused, ${faults.length} broke the reader; slowest ${ms(slowest.ms)} (case ${slowest.number})`,
    );
    for (const { number, error } of faults.slice(0, 3)) report.line(`  case ${number}`, error);
    broken += faults.length;
    cases += count;
  }
  report.mark({
    what: `${cases} damaged files`,
    wanted: 'none breaks',
    measured: `${broken} broke`,
    met: broken === 0,
  });
  return broken === 0;
}

async function run(kind: FuzzKind, from: number, to: number): Promise<FuzzResult> {
  const at = new SharedArrayBuffer(4);
  const task: FuzzTask = { kind, from, to, at };
  const worker = new Worker(new URL('../fuzz-worker.ts', import.meta.url), { workerData: task });
  let last = -1;
  let still = 0;
  const watch = setInterval(() => {
    const now = new Int32Array(at)[0]!;
    still = now === last ? still + 1 : 0;
    last = now;
    if (still >= HANGS) worker.emit('error', new Error(`Case ${now} of ${kind} hangs.`));
  }, 1000);
  try {
    const [result] = (await once(worker, 'message')) as [FuzzResult];
    return result;
  } catch (error) {
    await worker.terminate();
    return { read: 0, refused: 0, slowest: { number: last, ms: 0 }, faults: [{ number: last, error: String(error) }] };
  } finally {
    clearInterval(watch);
  }
}
