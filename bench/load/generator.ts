// The load, in a process of its own: reads one Load from standard input, asks for pages on this machine alone, bounded in
// count and time, and prints one LoadResult.
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { randomFrom } from '../world/random.ts';
import type { Load, LoadResult } from './load.ts';

const MOST_SECONDS = 120;
const MOST_REQUESTS = 200_000;

const load = JSON.parse(await text(process.stdin)) as Load;
const origin = new URL(load.origin);
if (origin.hostname !== '127.0.0.1') throw new Error('Load is for the loopback address of this machine alone.');
const seconds = Math.min(load.seconds, MOST_SECONDS);
const random = randomFrom(load.seed);
const agent = new Agent({ keepAlive: true, maxSockets: load.kind === 'closed' ? load.connections : 400 });

const latencies: number[] = [];
const statuses: Record<string, number> = {};
let bytes = 0;
let sent = 0;

/** Asks for a page chosen by chance. `intended` is when it should have been asked for. */
function ask(intended: number): Promise<void> {
  sent++;
  const { path, cookie } = random.pick(load.targets);
  return new Promise((resolve) => {
    const done = (status: string) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      latencies.push(performance.now() - intended);
      resolve();
    };
    get(new URL(path, origin), { agent, headers: cookie ? { cookie } : {} }, (response) => {
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on('end', () => done(String(response.statusCode)));
      response.on('error', () => done('broken'));
    }).on('error', () => done('refused'));
  });
}

const start = performance.now();
const end = start + seconds * 1000;

if (load.kind === 'closed') {
  // As many at once as there are connections, each after the one before.
  const keepAsking = async () => {
    while (performance.now() < end && sent < MOST_REQUESTS) await ask(performance.now());
  };
  await Promise.all(Array.from({ length: load.connections }, keepAsking));
} else {
  // Arrivals by chance (exponential gaps), at times fixed beforehand: a slow answer delays no later question, and waiting
  // to be sent counts as waiting.
  const times: number[] = [];
  for (let at = start; at < end && times.length < MOST_REQUESTS; ) {
    at += (-Math.log(1 - random.next()) * 1000) / load.perSecond;
    if (at < end) times.push(at);
  }
  const answers: Promise<void>[] = [];
  for (const intended of times) {
    const wait = intended - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    answers.push(ask(intended));
  }
  await Promise.all(answers);
}

const result: LoadResult = { latencies, statuses, bytes, seconds: (performance.now() - start) / 1000 };
process.stdout.write(JSON.stringify(result));
agent.destroy();
