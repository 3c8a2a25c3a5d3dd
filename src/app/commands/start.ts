import { readConfig } from '../config.ts';
import { listenForStop } from '../signals.ts';
import { start } from '../start.ts';
import { type Command, WrongUse } from './command.ts';
import { parse } from './parse.ts';
import { tellFirstSteps } from './serve.ts';

export const command: Command = {
  help: `Usage: goldthread start

What npm start does: like serve, but in demonstration mode unless DEMO=off or DATABASE_URL is set, so that a stranger
sees the program at once. Demonstration mode listens on this machine alone.`,
  async run(args, { env, say }) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('start takes nothing: goldthread start');
    const untilStopped = listenForStop();
    const config = readConfig(env, true);
    const running = await start(config);
    say.out(`Goldthread is ready: ${running.origin}`);
    if (running.nobodyYet && !config.demo) tellFirstSteps(say);
    return untilStopped(running.stop);
  },
};
