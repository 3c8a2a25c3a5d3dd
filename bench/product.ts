// The product under measurement, in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DatabaseAddress } from '../src/platform/db/open.ts';
import { peakMemory, processorTime } from './processes.ts';

const serverFile = fileURLToPath(new URL('./product-child.ts', import.meta.url));

export interface Product {
  readonly origin: string;
  /** The most memory its process has held so far, in bytes; 0 where the system does not tell. */
  peakMemory(): number;
  /** Processor time used so far, in milliseconds. On PostgreSQL the server's own comes on top. */
  processorTime(): number;
  stop(): Promise<void>;
}

/** Starts the whole program over a database that is filled. @param folder where its uploads and secret stand. */
export async function startProduct(address: DatabaseAddress, folder: string): Promise<Product> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serverFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment(address, folder) },
  });
  const origin = await firstLine(child);
  return {
    origin,
    peakMemory: () => peakMemory(child.pid!),
    processorTime: () => processorTime(child.pid!),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function environment(address: DatabaseAddress, folder: string): Record<string, string> {
  const usual = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error', DATA_DIR: folder };
  if (address.kind === 'embedded') return usual;
  return {
    ...usual,
    DATABASE_URL: address.web,
    DATABASE_SYSTEM_URL: address.system,
    SECRET: 'of no use outside this measurement',
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}.`)));
  });
}
