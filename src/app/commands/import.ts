import { resolve } from 'node:path';
import { type Command, WrongUse } from './command.ts';
import { parse } from './parse.ts';
import { doTask } from './tasks.ts';

export const command: Command = {
  help: `Usage: goldthread import FILE --council CODE [--accept-all]

Reads a peer challenge report (PDF, Word, web page or text) and keeps it for a council. What it proposes waits to be checked
on the page that is printed; nothing is in the register until a person confirms it there.

  --council CODE  the council, like northmere
  --accept-all    put every find into the register at once, for whoever has checked the file already; what has a number
                  used twice still waits`,
  async run(args, around) {
    const { values, positionals } = parse(args, { council: { type: 'string' }, 'accept-all': { type: 'boolean' } });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new WrongUse('Name one file: goldthread import FILE --council CODE');
    if (!values.council) throw new WrongUse('Say which council with --council CODE.');
    const input = { path: resolve(file), council: values.council, acceptAll: values['accept-all'] ?? false };
    return doTask('import', input, around, { existing: true });
  },
};
