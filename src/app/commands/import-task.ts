import { z } from 'zod';
import { importFile } from '../../features/documents/index.ts';
import { readFileInChild } from '../../platform/readers/child.ts';
import { DONE, FAILED } from './command.ts';
import type { Task } from './tasks.ts';

const input = z.object({ path: z.string(), council: z.string(), acceptAll: z.boolean() });

/** Reads a file, of an absolute path, for a council. */
export const importTask: Task = async (given, { database, clock, origin, say }) => {
  const wanted = input.parse(given);
  const outcome = await importFile({ doors: database, clock, readFile: readFileInChild }, wanted);
  if (outcome.kind !== 'imported') {
    say.problem(outcome.message);
    return FAILED;
  }
  // The feature knows paths alone; the address before them is the installation's.
  say.out(outcome.message.replace(/(^|\s)(\/councils\/)/, `$1${origin}$2`));
  return DONE;
};
