import { createWriteStream } from 'node:fs';

/**
 * The process in which one file is read: started by readFileInChild with the path and the person's name for the file.
 * Writes one JSON message a line to file descriptor 3 (ChildMessage) and ends.
 */
const { readBlocks } = await import('../platform/readers/read-blocks.ts');
const { Refused, refusalMessages } = await import('../platform/readers/refusals.ts');

const [path = '', name = path] = process.argv.slice(2);
const out = createWriteStream('', { fd: 3 });
// Nobody is there to read the result any more: the server has stopped.
out.on('error', () => process.exit(1));
const say = (message: import('../platform/readers/child.ts').ChildMessage) => out.write(`${JSON.stringify(message)}\n`);

try {
  say({ step: 'received' });
  const { blocks } = await readBlocks(path, { name, onPages: (pages) => say({ step: 'received', pages }) });
  const pages = blocks.at(-1)?.page;
  say({ step: 'text', ...(pages === undefined ? {} : { pages }) });
  const { readReport } = await import('../engines/reading/index.ts');
  const record = readReport(blocks);
  say({ step: 'recommendations', ...(pages === undefined ? {} : { pages }) });
  say({ record });
} catch (error) {
  const refusal =
    error instanceof Refused ? error.refusal : { code: 'unreadable' as const, message: refusalMessages.unreadable };
  // The fault itself goes to the log of whoever started this process.
  if (!(error instanceof Refused)) console.error(error);
  say({ refusal });
}
out.end();
