import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, getCompileCacheDir } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ReportRecord } from '../../engines/reading/record.ts';
import { type Refusal, type RefusalCode, refusalMessages } from './refusals.ts';

/** A step that is done: the file is received (with its pages once they are known), its text read, its recommendations found. */
export type ReadingStep = 'received' | 'text' | 'recommendations';
export type ReadingProgress = (step: ReadingStep, detail: { readonly pages?: number }) => void;

export type ReadOutcome =
  | { readonly ok: true; readonly record: ReportRecord }
  | { readonly ok: false; readonly refusal: Refusal };

export type ReadOptions = {
  /** Milliseconds after which the reading is ended; a minute when left out. */
  readonly timeoutMs?: number;
  /** Bytes of resident memory at which the reading is ended; 1 GiB when left out. Watched on Linux alone. */
  readonly maxResidentBytes?: number;
  /** What the person called the file, where it is kept under another name. */
  readonly name?: string;
  readonly onProgress?: ReadingProgress;
  /** Told what a reader with a fault in it wrote before it ended, for the log. */
  readonly onFault?: (details: string) => void;
};

/** What the child says, one message a line. */
export type ChildMessage =
  | { readonly step: ReadingStep; readonly pages?: number }
  | { readonly record: ReportRecord }
  | { readonly refusal: Refusal };

const root = fileURLToPath(new URL('../../../', import.meta.url));
const entry = join(root, 'src/app/read-child.ts');
/** Characters of a record; that of a long report has under a million. */
const maxResult = 64 * 1024 * 1024;
const pollEvery = 100;

/**
 * Reads a report in a process of its own, which may read that file and the program and no other, may not write files or
 * start programs, knows none of the server's environment, and is ended when it takes too long or too much memory. Never rejects on account of the file.
 */
export function readFileInChild(path: string, options: ReadOptions = {}): Promise<ReadOutcome> {
  const resident = options.maxResidentBytes ?? 1024 ** 3;
  const child = start(path, options.name ?? path, resident);
  return new Promise((resolve) => {
    let settled = false;
    const settle = (outcome: ReadOutcome) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearInterval(poll);
      resolve(outcome);
    };
    const end = (code: RefusalCode) => {
      child.kill('SIGKILL');
      settle(refused(code));
    };
    const timer = setTimeout(() => end('too-slow'), options.timeoutMs ?? 60_000);
    const poll = setInterval(async () => {
      if ((await residentBytes(child.pid)) > resident && !settled) end('too-much-memory');
    }, pollEvery);
    let fault = '';
    child.stderr!.setEncoding('utf8').on('data', (piece: string) => {
      if (fault.length < 8192) fault += piece;
    });
    listen(child.stdio[3] as Readable, options.onProgress, settle, () => end('too-long'));
    child.on('error', () => settle(refused('unreadable')));
    child.on('close', (code, signal) => {
      if (fault !== '' && !settled) options.onFault?.(fault);
      // V8 ends the process itself when its own heap is full.
      const full = signal === 'SIGABRT' || code === 134 || /heap out of memory/u.test(fault);
      settle(refused(full ? 'too-much-memory' : 'unreadable'));
    });
  });
}

function start(path: string, name: string, resident: number): ChildProcess {
  const heap = Math.max(64, Math.floor((resident / 1024 / 1024) * 0.75));
  const cache = compileCache();
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${heap}`,
      // A report is read once: patterns that start slow and get quick later never get there.
      '--no-regexp-tier-up',
      '--permission',
      ...readable(path, cache).map((place) => `--allow-fs-read=${place}`),
      ...(cache === null ? [] : [`--allow-fs-write=${cache}`]),
      entry,
      path,
      name,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: cache === null ? {} : { NODE_COMPILE_CACHE: cache },
      windowsHide: true,
    },
  );
}

/**
 * What the child may read: the one file, the program's sources, and its packages wherever they are installed above it, also
 * through a link. Nothing else of the machine: neither the data folder nor another report.
 */
export function readable(path: string, cache: string | null): string[] {
  const packages = (createRequire(entry).resolve.paths('pdfjs-dist') ?? []).filter((folder) => existsSync(folder));
  const places = [path, join(root, 'src'), join(root, 'package.json'), ...packages, ...(cache === null ? [] : [cache])];
  return [...new Set(places.flatMap((place) => [resolve(place), realPath(place)]))];
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/**
 * Where compiled modules are kept, which makes the next start quick: the server's own place for them, else a folder
 * that belongs to this user alone, since whoever writes there decides what the child runs. Null when there is none.
 */
function compileCache(): string | null {
  const shared = getCompileCacheDir();
  if (shared !== undefined) return shared;
  const user = userInfo().uid;
  const folder = join(tmpdir(), `goldthread-compiled-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = statSync(folder);
    return user < 0 || (found.uid === user && (found.mode & 0o022) === 0) ? folder : null;
  } catch {
    return null;
  }
}

function listen(
  from: Readable,
  onProgress: ReadingProgress | undefined,
  settle: (outcome: ReadOutcome) => void,
  tooMuch: () => void,
): void {
  let pending: string[] = [];
  let size = 0;
  from.setEncoding('utf8');
  from.on('error', () => {});
  from.on('data', (piece: string) => {
    size += piece.length;
    if (size > maxResult) return tooMuch();
    const lines = piece.split('\n');
    pending.push(lines[0]!);
    for (const line of lines.slice(1)) {
      const message = parse(pending.join(''));
      pending = [line];
      if (message === null) continue;
      if ('record' in message) settle({ ok: true, record: message.record });
      else if ('refusal' in message) settle({ ok: false, refusal: message.refusal });
      else onProgress?.(message.step, message.pages === undefined ? {} : { pages: message.pages });
    }
  });
}

function parse(line: string): ChildMessage | null {
  try {
    return JSON.parse(line) as ChildMessage;
  } catch {
    return null;
  }
}

/** Resident memory of a process in bytes; 0 where the system does not tell. Includes buffers, which no limit of V8 counts. */
async function residentBytes(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(status.match(/^VmRSS:\s+(\d+) kB/mu)?.[1] ?? 0) * 1024;
}

function refused(code: RefusalCode): ReadOutcome {
  return { ok: false, refusal: { code, message: refusalMessages[code] } };
}
