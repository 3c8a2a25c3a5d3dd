import { z } from 'zod';
import { backup } from '../../platform/backup/backup.ts';
import { DONE } from './command.ts';
import type { Task } from './tasks.ts';

const input = z.object({ path: z.string() });

/** Writes a backup; the path is absolute. */
export const backupTask: Task = async (given, { database, clock, say }) => {
  const { path } = input.parse(given);
  const report = await backup(database, path, clock.now());
  say.out(`Backed up ${report.rows} rows of ${report.tables} tables to ${path}.`);
  say.out(
    'It holds everything, accounts and files included: keep it as safe as the database, and keep SECRET beside it.',
  );
  return DONE;
};
