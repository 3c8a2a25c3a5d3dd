// A Chromium for the browser's tests: the one named by CHROMIUM_PATH, else the machine's, else the one that the npm
// package @sparticuz/chromium carries.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
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

/** The program of the Chromium in the npm package, unpacked into the temporary folder on first use. Linux only. */
export async function chromiumOfPackage(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/**
 * Starts a browser without a window, with a profile of its own; the caller closes it.
 * @param program the path of a Chromium; by default the first that is found.
 */
export async function launch(program?: string): Promise<Browser> {
  const executablePath =
    program ?? (process.env.CHROMIUM_PATH || undefined) ?? chromiumOfMachine() ?? (await chromiumOfPackage());
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}
