import { type Command, type Surroundings, WrongUse } from './command.ts';
import { parse } from './parse.ts';
import { doTask } from './tasks.ts';

export const command: Command = {
  help: `Usage: goldthread user add EMAIL --council CODE --name NAME --role ROLE [--role ROLE] [--job-title TITLE] [--member]
       goldthread user list
       goldthread user reset-password EMAIL [--drop-second-factor]

add             adds a person to a council and prints an address on which they set a password. Roles: administrator,
                improvement_lead, finance_lead, officer, member, auditor. --member: an elected member, not an officer.
list            lists everybody of every council.
reset-password  prints an address, good once, on which a person sets a new password; --drop-second-factor also forgets
                their authenticator and recovery codes. Make sure that it is they who ask.`,
  async run(args, around) {
    const [action = '', ...rest] = args;
    const chosen = actions[action];
    if (!chosen)
      throw new WrongUse('Type: goldthread user add, goldthread user list or goldthread user reset-password.');
    return chosen(rest, around);
  },
};

const actions: Record<string, (args: string[], around: Surroundings) => Promise<number>> = {
  async add(args, around) {
    const { values, positionals } = parse(args, {
      council: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      'job-title': { type: 'string' },
      member: { type: 'boolean' },
    });
    const email = oneEmail(positionals);
    if (!values.council) throw new WrongUse('Say which council with --council CODE.');
    if (!values.name) throw new WrongUse('Give the person a name with --name.');
    if (!values.role) throw new WrongUse('Give at least one role with --role, for example --role administrator.');
    return doTask(
      'user add',
      {
        email,
        council: values.council,
        name: values.name,
        roles: values.role.flatMap((role) => role.split(',')),
        jobTitle: values['job-title'],
        kind: values.member ? 'member' : undefined,
      },
      around,
    );
  },
  async list(args, around) {
    if (parse(args, {}).positionals.length > 0) throw new WrongUse('list takes nothing: goldthread user list');
    return doTask('user list', {}, around, { existing: true });
  },
  async 'reset-password'(args, around) {
    const { values, positionals } = parse(args, { 'drop-second-factor': { type: 'boolean' } });
    const email = oneEmail(positionals);
    const input = { email, dropSecondFactor: values['drop-second-factor'] ?? false };
    return doTask('user reset-password', input, around, { existing: true });
  },
};

function oneEmail(positionals: string[]): string {
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new WrongUse('Give one e-mail address.');
  return email;
}
