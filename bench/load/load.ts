// What the generator is asked for and what it says, and how it is started.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Target {
  readonly path: string;
  readonly cookie?: string;
}

interface AnyLoad {
  /** http://127.0.0.1:port */
  readonly origin: string;
  readonly targets: readonly Target[];
  readonly seconds: number;
  readonly seed: number;
}

/** `open`: so many a second whatever the answers take. `closed`: so many at once, as fast as they are answered. */
export type Load =
  | (AnyLoad & { readonly kind: 'open'; readonly perSecond: number })
  | (AnyLoad & { readonly kind: 'closed'; readonly connections: number });

export interface LoadResult {
  /** Milliseconds from the intended moment to the last byte. */
  readonly latencies: readonly number[];
  /** Answers by status; 'refused' and 'broken' where there was none. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly bytes: number;
  readonly seconds: number;
}

const generator = fileURLToPath(new URL('./generator.ts', import.meta.url));

/** Runs a load to its end. @throws when an answer was not 200: figures of error pages mean nothing. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', generator], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  const said = await text(child.stdout);
  if (said === '') throw new Error('The load generator ended without a result.');
  const result = JSON.parse(said) as LoadResult;
  const wrong = Object.entries(result.statuses).filter(([status]) => status !== '200');
  if (wrong.length > 0) throw new Error(`Not every answer was a page: ${JSON.stringify(result.statuses)}`);
  return result;
}
