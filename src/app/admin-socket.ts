// How the command line works through the running server on the embedded database, which one process owns: a socket in the
// data folder that only the folder's owner may open. One task for each connection: a line in, lines out, an exit code.
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Say } from './commands/command.ts';

const request = z.object({ task: z.string(), input: z.unknown() });
const answer = z.union([
  z.object({ out: z.string() }),
  z.object({ problem: z.string() }),
  z.object({ code: z.number().int() }),
]);

/** Longest line of a request: a task's input is a few words and paths. */
const LONGEST = 64 * 1024;

export const socketPath = (dataDir: string) => join(dataDir, 'admin.sock');

/** Does a task and returns its exit code. */
export type DoTask = (task: string, input: unknown, say: Say) => Promise<number>;

export interface AdminSocket {
  close(): Promise<void>;
}

/**
 * Opens the socket. The caller owns the data folder, so a socket left by a crash is nobody's and is replaced.
 * Windows has no such sockets: there it is null, and commands ask for the server to be stopped.
 */
export async function openAdminSocket(dataDir: string, doTask: DoTask): Promise<AdminSocket | null> {
  if (process.platform === 'win32') return null;
  const path = socketPath(dataDir);
  await rm(path, { force: true });
  const open = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const served = serve(socket, doTask).catch(() => {});
    open.add(served);
    void served.then(() => open.delete(served));
  });
  await listenPrivately(server, path);
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(open);
      await closed;
      await rm(path, { force: true });
    },
  };
}

/** The socket is made with its owner's rights alone: setting them afterwards would leave a moment. */
function listenPrivately(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  try {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
}

async function serve(socket: Socket, doTask: DoTask): Promise<void> {
  const write = (line: z.infer<typeof answer>) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
  const say: Say = { out: (out) => write({ out }), problem: (problem) => write({ problem }) };
  // Someone who goes away before the end does not stop the task.
  socket.on('error', () => {});
  let code = 1;
  try {
    const { task, input } = request.parse(JSON.parse(await firstLine(socket)));
    code = await doTask(task, input, say);
  } catch {
    say.problem('The running server could not do this. Its log says why.');
  }
  write({ code });
  socket.end();
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > LONGEST) reject(new Error('The request is too long.'));
    });
    socket.once('close', () => reject(new Error('The request broke off.')));
  });
}

/**
 * Asks the server that owns the data folder to do a task.
 * @returns the exit code, or null when no server runs there.
 * @throws when the socket belongs to another user, or the server ends in the middle.
 */
export async function askRunningServer(
  dataDir: string,
  task: string,
  input: unknown,
  say: Say,
): Promise<number | null> {
  if (process.platform === 'win32') return null;
  const socket = connect(socketPath(dataDir));
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR') return null;
    throw error;
  }
  socket.on('error', () => {});
  socket.write(`${JSON.stringify({ task, input })}\n`);
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    const said = answer.parse(JSON.parse(line));
    if ('out' in said) say.out(said.out);
    else if ('problem' in said) say.problem(said.problem);
    else return said.code;
  }
  throw new Error('The running server ended before it had done this.');
}
