import { readCommand } from '../read-command.ts';
import type { Command } from './command.ts';

/** The reader prints its own help and words. */
export const command: Command = {
  help: `Usage: goldthread read FILE [--json]

Reads a peer challenge report (PDF, Word, web page or text) and lists the recommendations it proposes, each with its
place in the report and what to check; before them, the facts of the report in brief. Nothing is stored, and no
database is needed.

  --json    print everything that was read, as JSON`,
  run: (args) => readCommand(args),
};
