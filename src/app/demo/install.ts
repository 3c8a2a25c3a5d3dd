// Puts the demonstration into an installation, before the program opens its database.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, MovingClock, systemClock } from '../../platform/clock.ts';
import { type Database, openDatabase } from '../../platform/db/open.ts';
import { isMade, makingOf } from '../../platform/db/synced-folder.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Config } from '../config.ts';

/**
 * Makes the demonstration's councils and tells their stories up to now, where there is no council yet; where there is
 * one it does nothing and answers false. Cut short in an embedded folder, it is begun again from nothing by the next start.
 */
export async function installDemonstration(
  config: Pick<Config, 'database'>,
  log: Log,
  clock: Clock = systemClock,
): Promise<boolean> {
  const address = config.database;
  const folder = address.kind === 'embedded' ? address.folder : null;
  // Says without an opening that there is nothing to do, which every later start would otherwise pay for.
  const installed = folder === null ? null : join(folder, 'demonstration-installed');
  if (folder !== null && installed !== null && isMade(folder) && existsSync(installed)) return false;
  const until = clock.now();
  const moving = new MovingClock(until);
  const database = await openDatabase(address, { clock: moving });
  let done = () => {};
  let made = false;
  try {
    if (await hasNoCouncil(database)) {
      log.info('making the demonstration');
      if (folder !== null) done = makingOf(folder).done;
      // The stories and all that they call are loaded only when they are told.
      const { playStory } = await import('./play.ts');
      await playStory(database, moving, until);
      made = true;
    }
  } finally {
    await database.close();
  }
  done();
  if (installed !== null)
    writeFileSync(installed, 'The database beside this file holds councils: nothing is to be installed.\n');
  return made;
}

async function hasNoCouncil(database: Database): Promise<boolean> {
  const councils = await database.asSystem('demonstration check', (tx) =>
    tx.selectFrom('council').select('id').limit(1).execute(),
  );
  return councils.length === 0;
}
