// The whole proof, by `npm test`: types, lint and drift; tests on PGlite; those that touch a database again on
// PostgreSQL 15 and 18; then the browser's. Ends with "N passed, N failed, N skipped".
//
//   npm test                             everything
//   npm test -- --only pglite            one phase: check, pglite, postgres or browser
//   npm test -- src/features/actions     only test files whose path contains the word
import { spawn } from 'node:child_process';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { testFiles } from './files.ts';
import { watchMemory } from './memory.ts';
import type { Said } from './reporter.ts';
import { SERVER_VERSIONS, startServer } from './servers.ts';

const PHASES = ['check', 'pglite', 'postgres', 'browser'] as const;
type Phase = (typeof PHASES)[number];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface Outcome extends Counts {
  name: string;
  seconds: number;
}

const root = join(import.meta.dirname, '..');
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning'];
const tool = (path: string) => join(root, 'node_modules', path);

const CHECKS: readonly [string, string[]][] = [
  ['types', [process.execPath, tool('typescript/bin/tsc'), '-p', '.']],
  ['lint', [process.execPath, tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  ['style sheet', [...NODE, 'scripts/styles.ts', '--check']],
  ['policies', [...NODE, 'scripts/policies.ts', '--check']],
];

// A test that waits for ever is a failure; nothing here asserts how long anything takes.
const HANG_MS = 180_000;

function choose(): { phases: readonly Phase[]; words: string[] } {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
  if (positionals[0] === 'check') return { phases: ['check'], words: [] };
  if (values.only === undefined) {
    return { phases: positionals.length ? PHASES.slice(1) : PHASES, words: positionals };
  }
  const only = PHASES.find((phase) => phase === values.only);
  if (!only) {
    console.error(`There is no phase "${values.only}". Choose one of: ${PHASES.join(', ')}.`);
    process.exit(2);
  }
  return { phases: [only], words: positionals };
}

/** Test files that read whole pages. */
const PAGES = /pages\.test\.ts$|\/published\.test\.ts$|attacks-web\.test\.ts$/;

async function timed(name: string, work: () => Promise<Counts>): Promise<Outcome> {
  const start = performance.now();
  const counts = await work();
  const outcome = { name, ...counts, seconds: (performance.now() - start) / 1000 };
  console.log(`${name}: ${inWords(outcome)} in ${outcome.seconds.toFixed(1)} s`);
  return outcome;
}

const inWords = (c: Counts) => `${c.passed} passed, ${c.failed} failed, ${c.skipped} skipped`;

/** Runs a program to its end; its words are printed only when it fails. */
async function check(name: string, command: string[]): Promise<boolean> {
  const child = spawn(command[0]!, command.slice(1), { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => words.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) console.log(`\nFAILED check: ${name}\n${Buffer.concat(words)}\n`);
  return code === 0;
}

async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, command] of CHECKS) counts[(await check(name, command)) ? 'passed' : 'failed']++;
  return counts;
}

/** Runs test files in processes of their own and counts what they say. */
async function runTests(label: string, files: string[], at_once: number, env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (files.length === 0) return counts;
  const child = spawn(
    process.execPath,
    [
      ...NODE.slice(1),
      '--test',
      `--test-concurrency=${at_once}`,
      `--test-timeout=${HANG_MS}`,
      `--test-reporter=${new URL('reporter.ts', import.meta.url)}`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { NODE_COMPILE_CACHE: join(tmpdir(), 'goldthread-compile-cache'), ...process.env, ...env },
    },
  );
  children.add(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const text of createInterface({ input: child.stdout })) {
    let said: Said;
    try {
      said = JSON.parse(text) as Said;
    } catch {
      console.log(text);
      continue;
    }
    if (said.kind === 'printed') {
      process.stdout.write(said.text);
      continue;
    }
    counts[said.outcome]++;
    if (said.outcome === 'failed') console.log(`\nFAILED on ${label}: ${said.file}\n  ${said.name}\n${said.error}\n`);
  }
  const code = await ended;
  children.delete(child);
  if (code !== 0 && counts.failed === 0) {
    console.log(`\nFAILED on ${label}: the test runner ended with ${code}.\n`);
    counts.failed++;
  }
  return counts;
}

const children = new Set<ReturnType<typeof spawn>>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});

/**
 * The files that touch a database, on a given server or on a real PostgreSQL of each version, side by side. What pages
 * show is tried on the newest version; the queries behind them on every one, by the tests of their features' actions.
 */
function startOnServers(files: string[], cores: number): Promise<Outcome>[] {
  if (files.length === 0) return [];
  const given = process.env.GOLDTHREAD_TEST_POSTGRES;
  const named = given ? ['the PostgreSQL given'] : SERVER_VERSIONS.map((version) => `PostgreSQL ${version}`);
  const each = Math.max(1, Math.floor(cores / named.length));
  const newest = String(Math.max(...SERVER_VERSIONS.map(Number)));
  return named.map((name, i) =>
    timed(name, async () => {
      const server = given ? null : await startServer(SERVER_VERSIONS[i]!, { forgetful: true });
      const all = given !== undefined || SERVER_VERSIONS[i] === newest;
      try {
        return await runTests(name, all ? files : files.filter((file) => !PAGES.test(file)), each, {
          GOLDTHREAD_TEST_DATABASE: name,
          GOLDTHREAD_TEST_POSTGRES: server?.url ?? given,
        });
      } finally {
        await server?.stop();
      }
    }),
  );
}

async function main(): Promise<void> {
  const { phases, words } = choose();
  const files = testFiles(root, words);
  const cores = Math.min(4, Math.max(2, availableParallelism()));
  const memory = watchMemory();
  const start = performance.now();
  const outcomes: Outcome[] = [];
  const wants = (phase: Phase) => phases.includes(phase);

  if (wants('check')) outcomes.push(await timed('Checks', runChecks));
  let tests = 0;
  const add = (...made: Outcome[]) => {
    outcomes.push(...made);
    for (const one of made) tests += one.passed + one.failed;
  };
  const embedded = { GOLDTHREAD_TEST_DATABASE: 'pglite' };
  if (wants('pglite')) add(await timed('PGlite', () => runTests('PGlite', files.usual, cores, embedded)));
  const running = wants('postgres') ? startOnServers(files.onDatabase, cores) : [];
  if (wants('browser') && files.browser.length) {
    // The browser takes the place of the server that is done first.
    if (running.length > 0) await Promise.race(running);
    running.push(timed('Browser', () => runTests('Chromium', files.browser, 1, embedded)));
  }
  add(...(await Promise.all(running)));

  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const outcome of outcomes) {
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
  }
  const peak = memory.stop();
  console.log(`\nWhole run: ${((performance.now() - start) / 1000).toFixed(0)} s${peak ? `, at most ${peak} MB` : ''}`);
  const none = tests === 0 && phases.some((phase) => phase !== 'check');
  if (none) console.log('No test was run.');
  console.log(inWords(total));
  process.exitCode = total.failed > 0 || none ? 1 : 0;
}

await main();
