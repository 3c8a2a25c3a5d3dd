import { resolve } from 'node:path';
import { type Command, WrongUse } from './command.ts';
import { parse } from './parse.ts';
import { doTask } from './tasks.ts';

export const command: Command = {
  help: `Usage: goldthread backup FILE

Writes everything into one file: every council, account, uploaded file and change of history. An older file of the name
is replaced once the new one is whole. Put it back with goldthread restore, on either kind of database.

On the embedded database the running server makes it, and pages wait meanwhile. On PostgreSQL it needs
DATABASE_OWNER_URL and disturbs nobody.`,
  async run(args, around) {
    const { positionals } = parse(args, {});
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new WrongUse('Name one file: goldthread backup FILE');
    return doTask('backup', { path: resolve(file) }, around, { existing: true, owner: true });
  },
};
