import { readConfig } from '../config.ts';
import { listenForStop } from '../signals.ts';
import { start } from '../start.ts';
import { type Command, type Say, WrongUse } from './command.ts';
import { parse } from './parse.ts';

export const command: Command = {
  help: `Usage: goldthread serve

Serves the pages until it is told to stop (Ctrl+C, or SIGTERM), and does the jobs unless WORKER=off. Settings come from
the environment: docs/configuration.md. Without DATABASE_URL the embedded database in DATA_DIR is used, and made if need
be. How to run it behind a proxy: docs/operators.md.`,
  async run(args, { env, say }) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('serve takes nothing: goldthread serve');
    const untilStopped = listenForStop();
    const config = readConfig(env);
    const running = await start(config);
    say.out(`Goldthread is ready: ${running.origin}`);
    if (running.nobodyYet && !config.demo) tellFirstSteps(say);
    return untilStopped(running.stop);
  },
};

/** How to make the first administrator, while this server runs. */
export function tellFirstSteps(say: Say): void {
  say.out('Nobody has an account yet. In another window, in this folder, with the same settings:');
  say.out('  npx goldthread council add northmere --name "Northmere City Council"');
  say.out(
    '  npx goldthread user add you@northmere.example --council northmere --name "Your Name" --role administrator',
  );
}
