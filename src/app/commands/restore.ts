import { resolve } from 'node:path';
import { restore } from '../../platform/backup/restore.ts';
import { FolderInUse } from '../../platform/db/lock.ts';
import { openDatabase } from '../../platform/db/open.ts';
import { readConfig } from '../config.ts';
import { makeDataFolder } from '../secret.ts';
import { type Command, DONE, Failed, WrongUse } from './command.ts';
import { parse } from './parse.ts';

export const command: Command = {
  help: `Usage: goldthread restore FILE

Puts a backup into an empty database of either kind: all of it or nothing. The file is proved whole first.

Embedded: stop the server and set DATA_DIR to a new folder. PostgreSQL: make a new database, run goldthread migrate, and
set DATABASE_OWNER_URL. Use the SECRET of the old installation, or everybody sets up the second factor again.
Jobs that were waiting are not in a backup: a document whose reading was not finished is read again on request.`,
  async run(args, { env, say }) {
    const { positionals } = parse(args, {});
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new WrongUse('Name one file: goldthread restore FILE');
    const { database: address, dataDir } = readConfig(env);
    if (address.kind === 'server' && address.owner === null) {
      throw new Failed('This needs the owner of the tables: set DATABASE_OWNER_URL for this command.');
    }
    if (address.kind === 'embedded') await makeDataFolder(dataDir);
    const database = await openDatabase(address).catch((error) => {
      if (!(error instanceof FolderInUse)) throw error;
      throw new Failed(
        `A server is running on ${dataDir}. A backup is restored into an empty database: stop the server, or set DATA_DIR to a new folder.`,
      );
    });
    try {
      const report = await restore(database, resolve(file));
      say.out(`Restored ${report.rows} rows of ${report.tables} tables from ${file}.`);
      return DONE;
    } finally {
      await database.close();
    }
  },
};
