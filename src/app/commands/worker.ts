import { readConfig } from '../config.ts';
import { listenForStop } from '../signals.ts';
import { startWorker } from '../worker.ts';
import { type Command, WrongUse } from './command.ts';
import { parse } from './parse.ts';

export const command: Command = {
  help: `Usage: goldthread worker

Does the jobs (reading documents, sending mails) and serves no pages, until it is told to stop. For PostgreSQL, beside
servers that run with WORKER=off; several may run. Settings are those of the server.`,
  async run(args, { env, say }) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('worker takes nothing: goldthread worker');
    const untilStopped = listenForStop();
    const running = await startWorker(readConfig(env));
    say.out('Goldthread does jobs here.');
    return untilStopped(running.stop);
  },
};
