// Tasks that need the database: done here when this process may open it, else by the running server that owns it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/open.ts';
import { askRunningServer } from '../admin-socket.ts';
import { type Config, readConfig } from '../config.ts';
import { makeDataFolder } from '../secret.ts';
import { Failed, type Say, type Surroundings } from './command.ts';

export interface TaskParts {
  readonly database: Database;
  readonly clock: Clock;
  /** The installation's public address, without a slash at the end, for links that a task prints. */
  readonly origin: string;
  readonly say: Say;
}

/** A task checks its input itself: it may come through the socket. */
export type Task = (input: unknown, parts: TaskParts) => Promise<number>;

/** Every task, by the name that goes through the socket. Loaded when asked for, so that other commands start fast. */
export const tasks: Record<string, () => Promise<Task>> = {
  backup: async () => (await import('./backup-task.ts')).backupTask,
  import: async () => (await import('./import-task.ts')).importTask,
  'council add': async () => (await import('./accounts-tasks.ts')).councilAdd,
  'user add': async () => (await import('./accounts-tasks.ts')).userAdd,
  'user list': async () => (await import('./accounts-tasks.ts')).userList,
  'user reset-password': async () => (await import('./accounts-tasks.ts')).userResetPassword,
};

/** The address that people use, as far as the settings tell it. */
export function originOf(config: Config, port = config.port): string {
  if (config.publicUrl) return config.publicUrl;
  const host = config.host.includes(':') ? `[${config.host.replace(/[[\]]/g, '')}]` : config.host;
  return `http://${host}:${port}`;
}

export interface TaskNeeds {
  /** Refuse when there is no database yet, instead of making one. */
  readonly existing?: boolean;
  /** The owner of the tables, on a server. */
  readonly owner?: boolean;
}

/** Does a task where it can be done. @returns its exit code. */
export async function doTask(
  name: string,
  input: unknown,
  { env, say }: Surroundings,
  needs: TaskNeeds = {},
): Promise<number> {
  const config = readConfig(env);
  if (config.database.kind === 'embedded') {
    const code = await askRunningServer(config.dataDir, name, input, say);
    if (code !== null) return code;
    if (needs.existing && !existsSync(join(config.dataDir, 'database'))) {
      throw new Failed(`There is no database in ${config.dataDir}. Set DATA_DIR to the folder that holds it.`);
    }
  } else if (needs.owner && config.database.owner === null) {
    throw new Failed('This needs the owner of the tables: set DATABASE_OWNER_URL for this command.');
  }
  const [{ openDatabase }, { systemClock }] = await Promise.all([
    import('../../platform/db/open.ts'),
    import('../../platform/clock.ts'),
  ]);
  if (config.database.kind === 'embedded') await makeDataFolder(config.dataDir);
  const database = await openDatabase(config.database, { clock: systemClock });
  try {
    const task = await tasks[name]!();
    return await task(input, { database, clock: systemClock, origin: originOf(config), say });
  } finally {
    await database.close();
  }
}
