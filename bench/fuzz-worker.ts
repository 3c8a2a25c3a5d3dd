// Reads damaged files one after another, and tells which it is at, so that whoever started it can see one that hangs.
import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzKind, fuzzCase } from '../test/documents/fuzz/cases.ts';
import { readDamaged } from '../test/documents/fuzz/check.ts';

export type FuzzTask = {
  readonly kind: FuzzKind;
  readonly from: number;
  readonly to: number;
  /** Two numbers shared with the starter: the case in hand, and how many it has begun. */
  readonly at: SharedArrayBuffer;
};
export type FuzzResult = {
  readonly read: number;
  readonly refused: number;
  readonly slowest: { readonly number: number; readonly ms: number };
  readonly faults: readonly { readonly number: number; readonly error: string }[];
};

const { kind, from, to, at } = workerData as FuzzTask;
const place = new Int32Array(at);
let read = 0;
let refused = 0;
let slowest = { number: from, ms: 0 };
const faults: { number: number; error: string }[] = [];
for (let number = from; number < to; number++) {
  place[0] = number;
  const { name, bytes } = await fuzzCase(kind, number);
  const start = performance.now();
  try {
    if ((await readDamaged(bytes, name)) === 'read') read += 1;
    else refused += 1;
  } catch (error) {
    faults.push({ number, error: String((error as Error).stack) });
  }
  const ms = performance.now() - start;
  if (ms > slowest.ms) slowest = { number, ms };
}
place[0] = -1;
parentPort!.postMessage({ read, refused, slowest, faults } satisfies FuzzResult);
