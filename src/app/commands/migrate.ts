import { FolderInUse } from '../../platform/db/lock.ts';
import { openDatabase } from '../../platform/db/open.ts';
import { type Prepared, prepareEmbedded, prepareServer } from '../../platform/db/prepare.ts';
import { readConfig } from '../config.ts';
import { makeDataFolder } from '../secret.ts';
import { type Command, DONE, FAILED, Failed, type Say, WrongUse } from './command.ts';
import { parse } from './parse.ts';

export const command: Command = {
  help: `Usage: goldthread migrate

Brings the database to this version. On PostgreSQL it works as DATABASE_OWNER_URL, and lets the logins of DATABASE_URL
and DATABASE_SYSTEM_URL become the roles they need and no others; it changes nothing when there is nothing to do. Stop
the server first when the version changes. The embedded database is brought up to date at every start as well.`,
  async run(args, { env, say }) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('migrate takes nothing: goldthread migrate');
    const { database: address, dataDir } = readConfig(env);
    if (address.kind === 'embedded') {
      await makeDataFolder(dataDir);
      const prepared = await prepareEmbedded(address.folder).catch((error) => {
        if (!(error instanceof FolderInUse)) throw error;
        throw new Failed(`A server is running on ${dataDir}: it brought the database up to date when it started.`);
      });
      return tell(prepared, say);
    }
    if (address.owner === null) throw new Failed('Set DATABASE_OWNER_URL: the owner of the tables changes them.');
    const code = tell(
      await prepareServer({ ...address, owner: address.owner }).catch(explainRoles(address.owner)),
      say,
    );
    if (code !== DONE) return code;
    // Opening proves that councils are kept apart with these very logins.
    const database = await openDatabase(address);
    await database.close();
    say.out('Checked: without a council no record is seen, and a forged scope sees none.');
    return DONE;
  },
};

/** Roles belong to the whole server: where another installation's owner made them, ours must be given them. */
function explainRoles(owner: string): (error: Error) => never {
  return (error) => {
    if ((error.cause as { code?: string } | undefined)?.code !== '42501') throw error;
    const login = decodeURIComponent(new URL(owner).username);
    throw new Failed(
      `${error.message}
Another owner on this server made Goldthread's roles. Have a superuser of the server run this, and try again:
  grant goldthread_council, goldthread_peer, goldthread_public, goldthread_visitor, goldthread_system, goldthread_definer, goldthread_keeper to "${login}" with admin option;`,
    );
  };
}

function tell(prepared: Prepared, say: Say): number {
  if (prepared.applied.length === 0) say.out('The database was up to date.');
  for (const name of prepared.applied) say.out(`Applied ${name}`);
  for (const statement of prepared.granted) say.out(`Granted: ${statement}`);
  if (prepared.toDo.length === 0) return DONE;
  say.problem('The owner may not do the rest. Have a superuser of the server run this in the database:');
  for (const statement of prepared.toDo) say.problem(`  ${statement};`);
  return FAILED;
}
