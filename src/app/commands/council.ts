import { type Command, WrongUse } from './command.ts';
import { parse } from './parse.ts';
import { doTask } from './tasks.ts';

export const command: Command = {
  help: `Usage: goldthread council add CODE --name NAME [--letters LETTERS] [--band ink|plum|pine]

Adds a council. CODE stands in addresses: small letters, figures and dashes, like northmere. LETTERS (1 to 4) and the
band mark its pages, so that people who serve two councils see at once whose data they look at.`,
  async run(args, around) {
    const [action, ...rest] = args;
    if (action !== 'add') throw new WrongUse('Type: goldthread council add CODE --name NAME');
    const { values, positionals } = parse(rest, {
      name: { type: 'string' },
      letters: { type: 'string' },
      band: { type: 'string' },
    });
    const [code, ...more] = positionals;
    if (!code || more.length > 0) throw new WrongUse('Give the council one code, like northmere.');
    if (!values.name) throw new WrongUse('Give the council a name with --name, like --name "Northmere City Council".');
    if (values.band !== undefined && !['ink', 'plum', 'pine'].includes(values.band)) {
      throw new WrongUse('The band is ink, plum or pine.');
    }
    return doTask('council add', { code, ...values }, around);
  },
};
