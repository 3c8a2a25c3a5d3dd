import { makeLog } from '../../platform/log/log.ts';
import { readConfig } from '../config.ts';
import { installDemonstration } from '../demo/install.ts';
import { makeDataFolder } from '../secret.ts';
import { type Command, DONE, Failed, WrongUse } from './command.ts';
import { parse } from './parse.ts';

export const command: Command = {
  help: `Usage: goldthread demo

Makes the demonstration in DATA_DIR: two invented councils that share services, with two years of history. Where data
is already there it changes nothing. It never goes into a PostgreSQL server. goldthread start does this by itself; remove
the data folder to begin again.`,
  async run(args, { env, say }) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('demo takes nothing: goldthread demo');
    const config = readConfig(env, true);
    if (!config.demo) {
      throw new Failed(
        'DEMO is off, or DATABASE_URL is set: demonstration data never goes into a PostgreSQL server. Unset them first.',
      );
    }
    await makeDataFolder(config.dataDir);
    const made = await installDemonstration(config, makeLog('silent'));
    say.out(
      made
        ? `The demonstration is ready in ${config.dataDir}. See it: goldthread start`
        : `There is data in ${config.dataDir} already, so nothing was changed. See it: goldthread start`,
    );
    return DONE;
  },
};
