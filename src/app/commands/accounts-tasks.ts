import { z } from 'zod';
import { addCouncil, addUser, listUsers, resetPassword } from '../../features/accounts/index.ts';
import { DONE, FAILED, type Say } from './command.ts';
import type { Task } from './tasks.ts';

const council = z.object({
  code: z.string(),
  name: z.string(),
  letters: z.string().optional(),
  band: z.enum(['ink', 'plum', 'pine']).optional(),
});

export const councilAdd: Task = async (given, { database, say }) => {
  const wanted = council.parse(given);
  const invented = await database.asSystem('demonstration check', (tx) =>
    tx.selectFrom('council').select('id').where('demonstration', '=', true).limit(1).executeTakeFirst(),
  );
  if (invented) {
    return refuse(
      say,
      'This is demonstration data, whose passwords everybody knows. Set DATA_DIR to a new folder for your own councils.',
    );
  }
  const outcome = await addCouncil(database, wanted);
  switch (outcome.kind) {
    case 'added':
      say.out(`Added ${wanted.name} (${wanted.code}).`);
      say.out(
        `Now add its administrator: goldthread user add EMAIL --council ${wanted.code} --name NAME --role administrator`,
      );
      return DONE;
    case 'already-there':
      return refuse(say, `There is a council ${wanted.code} already.`);
    case 'refused':
      return refuse(say, outcome.problem);
  }
};

const user = z.object({
  council: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  jobTitle: z.string().optional(),
  kind: z.enum(['officer', 'member']).optional(),
});

export const userAdd: Task = async (given, { database, origin, say }) => {
  const wanted = user.parse(given);
  const outcome = await addUser(database, wanted);
  switch (outcome.kind) {
    case 'added':
      say.out(`Added ${wanted.name} to ${wanted.council}.`);
      if (outcome.link) tellLink(outcome.link, origin, say);
      else say.out('They sign in with the password they have from another council.');
      return DONE;
    case 'already-there':
      return refuse(say, `${wanted.email} serves ${wanted.council} already.`);
    case 'no-such-council':
      return refuse(say, `There is no council ${wanted.council}. Add it with: goldthread council add`);
    case 'refused':
      return refuse(say, outcome.problem);
  }
};

export const userList: Task = async (_given, { database, say }) => {
  const users = await listUsers(database);
  if (users.length === 0) say.out('Nobody has an account yet. Add someone with: goldthread user add');
  for (const each of users) say.out(userLine(each));
  return DONE;
};

function userLine(each: Awaited<ReturnType<typeof listUsers>>[number]): string {
  const state = each.leftOn ? `left on ${each.leftOn}` : each.invited ? 'invited, has not signed in' : null;
  return [each.council, each.email, each.name, each.roles.join(', ') || 'no role', state].filter(Boolean).join('\t');
}

const reset = z.object({ email: z.string(), dropSecondFactor: z.boolean() });

export const userResetPassword: Task = async (given, { database, origin, say }) => {
  const { email, dropSecondFactor } = reset.parse(given);
  const link = await resetPassword(database, email, { dropSecondFactor });
  if (!link) return refuse(say, `Nobody has an account with ${email}.`);
  if (dropSecondFactor) say.out('Their second factor and recovery codes are forgotten.');
  tellLink(link, origin, say);
  return DONE;
};

function tellLink(link: { path: string; expiresAt: Date }, origin: string, say: Say): void {
  const until = link.expiresAt.toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  });
  say.out(`Give them this address. It works once, until ${until}, and sets their password:`);
  say.out(`  ${origin}${link.path}`);
}

function refuse(say: Say, problem: string): number {
  say.problem(problem);
  return FAILED;
}
