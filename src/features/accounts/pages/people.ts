// A council's people, for its administrators.
import { date } from '../../../platform/web/dates-and-money.ts';
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, posted, postedList, redirect } from '../../../platform/web/pages.ts';
import { addHistoryPages, countTold, findNames, historyLinks } from '../../history/index.ts';
import { changeRoles, endMembership, type Inviter, invite, inviteAgain } from '../actions/people.ts';
import { type FieldErrors, type PersonTyped, readDay, readPerson, readWork, summary } from '../forms.ts';
import { findHistoryOfPerson, findPerson, listPeople, openInvitations, type PersonHere } from '../queries/people.ts';
import { personVocabulary } from '../rules.ts';
import { endFields, type PersonView, peopleView, personFields } from '../views/people.ts';
import { rolesInWords } from '../views/sign-in.ts';
import { type AccountSettings, withoutPeople } from './settings.ts';
import { endPage, invitePage, peoplePage, personPage } from './templates.ts';

const LAST = 'Nobody else is an administrator here. Make somebody else one first, then change this';
const STALE = 'Somebody else changed this person after you opened the page. Check what it says now, and save again';

function typedPerson(context: CouncilContext): PersonTyped {
  const { form } = context;
  return {
    email: posted(form, 'email'),
    name: posted(form, 'name'),
    jobTitle: posted(form, 'jobTitle'),
    kind: posted(form, 'kind'),
    roles: postedList(form, 'roles'),
  };
}

const inviter = (context: CouncilContext): Inviter => ({
  actor: { councilId: context.council.id, personId: context.person.id },
  name: context.person.name,
  origin: context.origin,
});
/** A version that no form of ours bears is one that nothing has: the change is then out of date. */
const versionOf = ({ form }: CouncilContext) =>
  /^\d{1,9}$/.test(posted(form, 'version')) ? Number(posted(form, 'version')) : 0;

export function addPeoplePages(pages: Pages, settings: AccountSettings): void {
  const crumbs = (context: CouncilContext, person?: PersonHere) => [
    { text: 'People', href: context.path('/people') },
    ...(person ? [{ text: person.name, href: context.path(`/people/${person.personId}`) }] : []),
  ];

  pages.council('GET', '/people', 'manage-people', async (context) => {
    const { people, invitations } = await context.scope(async (tx) => ({
      people: await listPeople(tx),
      invitations: await openInvitations(tx),
    }));
    const view = peopleView(people, invitations, context.today, context.now, context.path, date);
    return page(peoplePage, view, { title: 'People' });
  });

  const showInvite = (context: CouncilContext, typed: PersonTyped, errors: Partial<FieldErrors<string>> = {}) => {
    const fields = personFields(typed, errors);
    const view = {
      ...fields,
      action: context.path('/people/invite'),
      council: context.council.name,
      councilCode: context.council.code,
      mail: settings.mailer.sends,
    };
    return page(invitePage, view, {
      title: 'Invite somebody',
      breadcrumbs: crumbs(context),
      errors: summary(fields.errors),
    });
  };
  const nobody = { email: '', name: '', jobTitle: '', kind: '', roles: [] };
  pages.council('GET', '/people/invite', 'manage-people', (context) => showInvite(context, nobody));
  pages.council('POST', '/people/invite', 'manage-people', async (context) => {
    const typed = typedPerson(context);
    const read = readPerson(typed);
    if (read.kind === 'errors' || !settings.mailer.sends) {
      return showInvite(context, typed, read.kind === 'errors' ? read.errors : {});
    }
    const outcome = await invite(context.doors, inviter(context), read.value);
    if (outcome.kind === 'already-here') {
      return showInvite(context, typed, {
        email: `${read.value.email} is among the people already. Find them in the list to change what they may do`,
      });
    }
    return afterMail(context, outcome.mail, `${read.value.name} is invited.`);
  });

  /** The invitation stands whether or not the mail went; the person who invites is told. */
  async function afterMail(context: CouncilContext, mail: Parameters<typeof settings.mailer.send>[0], said: string) {
    try {
      await settings.mailer.send(mail);
      return redirect(context.path('/people'), `${said} The mail to ${mail.to} is on its way.`);
    } catch (error) {
      settings.failed('An invitation could not be sent', withoutPeople(error));
      const told = `${said} But the mail could not be sent: try “Send a new link” on their page later.`;
      return redirect(context.path('/people'), told);
    }
  }

  async function load(context: CouncilContext) {
    const personId = identifier(context.params.person);
    return context.scope(async (tx) => {
      const person = (await findPerson(tx, personId)) ?? nothingHere();
      // Whoever has left is brought back by an invitation, not by this page.
      if (person.leftOn !== null && person.leftOn <= context.today) nothingHere();
      const invitation = (await openInvitations(tx)).find((one) => one.personId === personId);
      const told = countTold(await findHistoryOfPerson(tx, personId), personVocabulary);
      return { person, until: invitation ? new Date(invitation.expiresAt) : null, told };
    });
  }

  function showPerson(
    context: CouncilContext,
    { person, until, told }: Awaited<ReturnType<typeof load>>,
    typed: Pick<PersonTyped, 'jobTitle' | 'kind' | 'roles'>,
    errors: Partial<FieldErrors<string>> = {},
    now: string | null = null,
  ) {
    const path = context.path(`/people/${person.personId}`);
    const view: PersonView = {
      ...personFields({ email: person.email, name: person.name, ...typed }, errors),
      action: path,
      version: person.version,
      invited: until && { until, againAction: `${path}/invite-again`, over: until <= context.now },
      endHref: `${path}/end`,
      history: historyLinks(path, told),
      now,
    };
    return page(personPage, view, {
      title: person.name,
      breadcrumbs: crumbs(context),
      errors: summary(view.errors),
    });
  }
  pages.council('GET', '/people/:person', 'manage-people', async (context) => {
    const loaded = await load(context);
    return showPerson(context, loaded, loaded.person);
  });
  pages.council('POST', '/people/:person', 'manage-people', async (context) => {
    const loaded = await load(context);
    const typed = typedPerson(context);
    const read = readWork(typed);
    if (read.kind === 'errors') return showPerson(context, loaded, typed, read.errors);
    const { actor } = inviter(context);
    const { person } = loaded;
    const outcome = await changeRoles(context.doors, actor, person.personId, versionOf(context), read.value);
    if (outcome.kind === 'last-administrator') return showPerson(context, loaded, typed, { roles: LAST });
    if (outcome.kind === 'stale') {
      const latest = await load(context);
      const { jobTitle, kind, roles } = latest.person;
      const now = `${jobTitle || 'no job title'}, ${kind}, ${rolesInWords(roles)}`;
      return showPerson(context, latest, typed, { roles: STALE }, now);
    }
    return redirect(context.path('/people'), `${person.name} is changed.`);
  });

  pages.council('POST', '/people/:person/invite-again', 'manage-people', async (context) => {
    const { person } = await load(context);
    const mail = settings.mailer.sends ? await inviteAgain(context.doors, inviter(context), person.personId) : null;
    if (!mail) return redirect(context.path('/people'), `${person.name} has no invitation to send again.`);
    return afterMail(context, mail, `${person.name} gets a new link, and the old one stops working.`);
  });

  // Of whoever has left as well: who gave them which role, and who ended it.
  addHistoryPages(pages, {
    below: '/people/:person',
    permission: 'manage-people',
    vocabulary: personVocabulary,
    async find(context) {
      const personId = identifier(context.params.person);
      const { person, ...history } = await context.scope(async (tx) => ({
        person: (await findPerson(tx, personId)) ?? nothingHere(),
        rows: await findHistoryOfPerson(tx, personId),
        names: await findNames(tx),
      }));
      const serves = person.leftOn === null || person.leftOn > context.today;
      const aboutHref = serves ? context.path(`/people/${personId}`) : null;
      const breadcrumbs = serves ? crumbs(context, person) : crumbs(context);
      return { ...history, about: person.name, aboutHref, breadcrumbs };
    },
  });

  const showEnd = (
    context: CouncilContext,
    person: PersonHere,
    typed: { day: string; month: string; year: string },
    error: string | null,
  ) =>
    page(endPage, endFields(person, context.council.name, context.path, typed, error), {
      title: `End ${person.name}'s access`,
      breadcrumbs: crumbs(context, person),
      errors: summary({ left: error }, { left: 'left-day' }),
    });
  pages.council('GET', '/people/:person/end', 'manage-people', async (context) => {
    const { person } = await load(context);
    const [year = '', month = '', day = ''] = context.today.split('-');
    return showEnd(context, person, { day: String(Number(day)), month: String(Number(month)), year }, null);
  });
  pages.council('POST', '/people/:person/end', 'manage-people', async (context) => {
    const { person } = await load(context);
    const box = (name: string) => posted(context.form, `left-${name}`);
    const typed = { day: box('day'), month: box('month'), year: box('year') };
    const { day, error } = readDay(typed);
    if (error !== null) return showEnd(context, person, typed, error);
    const { actor } = inviter(context);
    const outcome = await endMembership(context.doors, actor, person.personId, versionOf(context), day);
    if (outcome.kind === 'last-administrator') return showEnd(context, person, typed, LAST);
    if (outcome.kind === 'stale') return showEnd(context, (await load(context)).person, typed, STALE);
    const when = day <= context.today ? 'has no access any more' : `has access until ${date(day)}`;
    // Whoever ends their own access sees the list of councils left to them.
    const self = person.personId === context.person.id && day <= context.today;
    return redirect(self ? '/councils' : context.path('/people'), `${person.name} ${when}.`);
  });
}
