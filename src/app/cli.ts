// The command line. Commands are loaded when they are typed, so that --help and read start fast.
import { readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { type Command, DONE, FAILED, type Say, WRONG_USE, WrongUse } from './commands/command.ts';
import { nearest } from './commands/nearest.ts';
import type { Environment } from './config.ts';

interface Listed {
  readonly summary: string;
  load(): Promise<Command>;
}

const commands: Record<string, Listed> = {
  start: {
    summary: 'what npm start does: serve, in demonstration mode unless told otherwise',
    load: async () => (await import('./commands/start.ts')).command,
  },
  serve: { summary: 'serve the pages', load: async () => (await import('./commands/serve.ts')).command },
  demo: {
    summary: 'make the demonstration: two invented councils with a history',
    load: async () => (await import('./commands/demo.ts')).command,
  },
  worker: {
    summary: 'do the jobs beside servers, on PostgreSQL',
    load: async () => (await import('./commands/worker.ts')).command,
  },
  migrate: {
    summary: 'bring the database to this version',
    load: async () => (await import('./commands/migrate.ts')).command,
  },
  read: {
    summary: 'read a report and print its recommendations, without a database',
    load: async () => (await import('./commands/read.ts')).command,
  },
  import: {
    summary: 'read a report and keep it for a council, to be checked on its page',
    load: async () => (await import('./commands/import.ts')).command,
  },
  backup: {
    summary: 'write everything into one file',
    load: async () => (await import('./commands/backup.ts')).command,
  },
  restore: {
    summary: 'put a backup into an empty database',
    load: async () => (await import('./commands/restore.ts')).command,
  },
  council: { summary: 'add a council', load: async () => (await import('./commands/council.ts')).command },
  user: {
    summary: 'add people, list them, let them set a new password',
    load: async () => (await import('./commands/user.ts')).command,
  },
};

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: goldthread COMMAND

${lines.join('\n')}

goldthread COMMAND --help tells more. Settings come from the environment: docs/configuration.md.
Exit codes: 0 done, 1 failed (the reason goes to standard error), 2 wrong use.`;
}

/**
 * Runs one command.
 * @param args what stands after "goldthread".
 * @param env where settings are read; the process's own environment when left out.
 * @returns the exit code: 0 done, 1 failed, 2 wrong use.
 */
export async function runCommand(args: readonly string[], say: Say, env?: Environment): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return tell(say, usage());
  if (name === '--version') return tell(say, await version());
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!listed) {
    const meant = nearest(name, Object.keys(commands));
    say.problem(`There is no command "${name}".${meant ? ` Did you mean ${meant}?` : ''}`);
    say.problem('goldthread --help lists them.');
    return WRONG_USE;
  }
  const command = await listed.load();
  if (rest.includes('--help') || rest.includes('-h')) return tell(say, command.help);
  try {
    return await command.run(rest, { env, say });
  } catch (error) {
    if (error instanceof WrongUse) {
      say.problem(error.message);
      say.problem(`goldthread ${name} --help tells more.`);
      return WRONG_USE;
    }
    const { explain } = await import('./commands/explain.ts');
    const words = explain(error);
    say.problem(words ?? `This is a fault in Goldthread, not in what you typed:\n${(error as Error)?.stack ?? error}`);
    return FAILED;
  }
}

function tell(say: Say, text: string): number {
  say.out(text);
  return DONE;
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

if (import.meta.main) {
  enableCompileCache();
  const say: Say = {
    out: (line) => void process.stdout.write(`${line}\n`),
    problem: (line) => void process.stderr.write(`${line}\n`),
  };
  // A reader that stops listening (goldthread user list | head) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : FAILED));
  process.exitCode = await runCommand(process.argv.slice(2), say);
}
