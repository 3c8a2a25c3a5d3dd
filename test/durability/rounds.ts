// Kills a writer again and again, and keeps account of what it had acknowledged.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type DatabaseAddress, openDatabase } from '../../src/platform/db/open.ts';
import { type Found, findAll, type Ledger, makeLedger } from './ledger.ts';

const writerFile = fileURLToPath(new URL('./writer.ts', import.meta.url));

export interface Account {
  /** Every identifier acknowledged in any round. */
  readonly acknowledged: Set<string>;
  readonly found: Found;
  /** Acknowledged and not found whole. */
  readonly lost: string[];
  readonly rounds: number;
  /** The slowest opening after a kill, recovery included, in milliseconds. */
  readonly slowestOpening: number;
}

export interface Round {
  /** Called while the writer writes. */
  whileWriting?(): Promise<void>;
  /** Kills: the writer, unless something else is to be killed. */
  kill?(writer: ChildProcess): Promise<void>;
}

/**
 * Makes a ledger in a migrated database, then lets a writer write and kills it after some dozens of writes, once for each
 * round; the next writer takes the database over from the dead one. At the end everything acknowledged is looked for.
 */
export async function killInRounds(address: DatabaseAddress, rounds: readonly Round[]): Promise<Account> {
  const first = await openDatabase(address, { migrate: address.kind === 'embedded' });
  const ledger = await makeLedger(first);
  await first.close();
  const acknowledged = new Set<string>();
  let slowestOpening = 0;
  for (const round of rounds) {
    const writer = startWriter(address, ledger, acknowledged);
    slowestOpening = Math.max(slowestOpening, await writer.opened);
    await round.whileWriting?.();
    // Past the first writes, so that there is something to lose.
    await writer.wrote(randomInt(10, 90));
    await new Promise((resolve) => setTimeout(resolve, randomInt(0, 15)));
    if (round.kill) await round.kill(writer.child);
    else writer.child.kill('SIGKILL');
    await writer.ended;
  }
  const last = await openDatabase(address, { migrate: false });
  try {
    const found = await findAll(last, ledger);
    const whole = new Set(found.whole);
    const lost = [...acknowledged].filter((id) => !whole.has(id));
    return { acknowledged, found, lost, rounds: rounds.length, slowestOpening };
  } finally {
    await last.close();
  }
}

function startWriter(address: DatabaseAddress, ledger: Ledger, acknowledged: Set<string>) {
  const started = performance.now();
  const argument = JSON.stringify({ address, ledger, from: acknowledged.size });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writerFile, argument], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const opened = Promise.withResolvers<number>();
  let written = 0;
  let waiting: { count: number; go(): void } | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') return opened.resolve(performance.now() - started);
    acknowledged.add(line);
    written++;
    if (waiting && written >= waiting.count) waiting.go();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const early = ended.then(() => {
    throw new Error(`The writer ended by itself:\n${complaint}`);
  });
  early.catch(() => {});
  return {
    child,
    ended,
    opened: Promise.race([opened.promise, early]),
    wrote(count: number): Promise<void> {
      return Promise.race([
        early,
        new Promise<void>((go) => {
          waiting = { count, go };
          if (written >= count) go();
        }),
      ]);
    },
  };
}
