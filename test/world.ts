// The world of the tests: two invented councils that share a service, a third that has nothing to do with them, people
// of every role, and canary words in every private field. Made through the doors, as the program would.
import { sql } from 'kysely';
import type { Database } from '../src/platform/db/open.ts';
import type { Role } from '../src/platform/db/schema/index.ts';
import type { Actor, CouncilTx } from '../src/platform/db/scope.ts';
import { canary } from './canaries.ts';
import { makePrivateRecords, type PrivateRecords } from './world/private-records.ts';
import { makePublishedRecords, type PublishedRecords } from './world/published-records.ts';
import { makeReview, type WorldReview } from './world/review.ts';

export { canariesIn, canary, expectNoCanary } from './canaries.ts';

export const ROLES: readonly Role[] = [
  'administrator',
  'improvement_lead',
  'finance_lead',
  'officer',
  'member',
  'auditor',
];

const COUNCILS = {
  northmere: { name: 'Northmere City Council', letters: 'NC', band: 'ink' },
  wendshire: { name: 'Wendshire County Council', letters: 'WC', band: 'plum' },
  thornwick: { name: 'Thornwick District Council', letters: 'TD', band: 'pine' },
} as const;
export type CouncilCode = keyof typeof COUNCILS;

/** A council with a person of each role, records that nobody else may see, and a report put before the public. */
export interface WorldCouncil {
  readonly id: string;
  readonly code: CouncilCode;
  readonly name: string;
  /** The person of each role. Their e-mail addresses are role@code.example, such as officer@northmere.example. */
  readonly people: Readonly<Record<Role, string>>;
  /** A person of this council whose name, address and job title are canary words. */
  readonly canaryPerson: string;
  /** An actor of this council, for inCouncil. */
  as(role: Role): Actor;
  /** A report, its recommendation and all that hangs on it; every text field is a canary word. */
  readonly own: PrivateRecords;
  /** A report that was published, in plain words; one private action and one private evidence beside it. */
  readonly published: PublishedRecords;
}

export interface World {
  readonly northmere: WorldCouncil;
  readonly wendshire: WorldCouncil;
  /** Unrelated to the other two. */
  readonly thornwick: WorldCouncil;
  /** A person who serves Northmere and Wendshire, an officer in each: both@shared.example. */
  readonly both: string;
  /** Northmere's and Wendshire's partnership and arrangement, the protocol in force for posts, its terms, and a post under it. */
  readonly shared: {
    readonly partnershipId: string;
    readonly arrangementId: string;
    readonly protocolId: string;
    readonly postId: string;
    /** The terms that both have agreed to. */
    readonly termsId: string;
  };
  /** Northmere's challenge, with a team of others. Its notes are canary words that nobody but the team may see. */
  readonly review: WorldReview;
}

/** Fills an empty database with the world. Needs about a second. */
export async function makeWorld(database: Database): Promise<World> {
  const northmere = await makeCouncil(database, 'northmere');
  const wendshire = await makeCouncil(database, 'wendshire');
  const thornwick = await makeCouncil(database, 'thornwick');
  const both = await addPerson(database, 'northmere', 'both@shared.example', 'Robin Ferreby', 'officer');
  await addPerson(database, 'wendshire', 'both@shared.example', 'Robin Ferreby', 'officer');
  const shared = await makeShared(database, northmere, wendshire);
  return { northmere, wendshire, thornwick, both, shared, review: await makeReview(database, northmere) };
}

const NAMES: Readonly<Record<Role, string>> = {
  administrator: 'Ada Marwood',
  improvement_lead: 'Imran Leigh',
  finance_lead: 'Fenella Stroud',
  officer: 'Oscar Penrose',
  member: 'Councillor Maud Elling',
  auditor: 'Aurelia Tench',
};

async function makeCouncil(database: Database, code: CouncilCode): Promise<WorldCouncil> {
  const { name, letters, band } = COUNCILS[code];
  const id = await database.asSystem('test world', async (tx) => {
    const made = await tx
      .insertInto('council')
      .values({ code, name, letters, band })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
  const people = {} as Record<Role, string>;
  for (const role of ROLES) {
    people[role] = await addPerson(database, code, `${role}@${code}.example`, NAMES[role], role);
  }
  const canaryPerson = await addPerson(
    database,
    code,
    `${canary(code, 'membership', 'email')}@${code}.example`,
    canary(code, 'membership', 'name'),
    'officer',
    canary(code, 'membership', 'job_title'),
  );
  const as = (role: Role): Actor => ({ councilId: id, personId: people[role] });
  for (const role of ROLES) {
    await database.inCouncil(as(role), (tx) =>
      tx.insertInto('visit').values({ councilId: id, personId: people[role] }).execute(),
    );
  }
  const by = { database, code, actor: as('improvement_lead'), officer: people.officer, member: people.member };
  return {
    id,
    code,
    name,
    people,
    canaryPerson,
    as,
    own: await makePrivateRecords(by),
    published: await makePublishedRecords(by),
  };
}

async function addPerson(
  database: Database,
  council: CouncilCode,
  email: string,
  name: string,
  role: Role,
  jobTitle = '',
): Promise<string> {
  const kind = role === 'member' ? 'member' : 'officer';
  const roles = `{${role}}`;
  return database.asSystem('test world', async (tx) => {
    const { rows } = await sql<{ made: { personId: string } }>`
      select add_account(${council}, ${email}, ${name}, ${jobTitle}, ${kind}, ${roles}::text[], ${`link of ${council} ${email}`}) as made
    `.execute(tx);
    return rows[0]!.made.personId;
  });
}

async function makeShared(database: Database, one: WorldCouncil, other: WorldCouncil): Promise<World['shared']> {
  const day = '2026-04-01';
  const decision = (table: string) => ({
    agreedOn: day,
    decidedByBody: canary('shared', table, 'decided_by_body'),
    decisionReference: canary('shared', table, 'decision_reference'),
  });
  const partnershipId = await database.asSystem('test world', async (tx) => {
    const name = canary('shared', 'partnership', 'name');
    const made = await tx.insertInto('partnership').values({ name }).returning('id').executeTakeFirstOrThrow();
    const members = [one, other].map((council) => ({ partnershipId: made.id, councilId: council.id }));
    await tx.insertInto('partnershipCouncil').values(members).execute();
    return made.id;
  });
  const arrangementId = await database.inCouncil(one.as('improvement_lead'), async (tx) => {
    const words = [canary('shared', 'arrangement', 'name'), canary('shared', 'arrangement', 'purpose')];
    const { rows } = await sql<{ id: string }>`
      select propose_arrangement(${words[0]}, ${words[1]}, ${`{${other.id}}`}::uuid[]) as id`.execute(tx);
    return rows[0]!.id;
  });
  const protocolId = await database.inCouncil(one.as('improvement_lead'), async (tx) => {
    const terms = canary('shared', 'protocol', 'terms');
    const made = await tx
      .insertInto('protocol')
      .values({ arrangementId, recordKind: 'post', fromOn: day, terms })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
  for (const council of [one, other]) {
    // Why a council changed its part is its own; what it changed is shared.
    const reason = canary(council.code, 'shared_history_person', 'reason');
    const agree = async (tx: CouncilTx) => {
      await tx
        .updateTable('arrangementCouncil')
        .set(decision('arrangement_council'))
        .where('arrangementId', '=', arrangementId)
        .where('councilId', '=', council.id)
        .execute();
      await tx
        .insertInto('protocolAgreement')
        .values({ protocolId, arrangementId, councilId: council.id, ...decision('protocol_agreement') })
        .execute();
    };
    await database.inCouncil(council.as('improvement_lead'), agree, { reason });
  }
  const postId = await database.inCouncil(one.as('improvement_lead'), async (tx) => {
    const made = await tx
      .insertInto('sharedPost')
      .values({
        arrangementId,
        title: canary('shared', 'shared_post', 'title'),
        employerCouncilId: one.id,
        recordedByCouncilId: one.id,
        fromOn: day,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  });
  const termsId = await makeConsents(database, [one, other], arrangementId, postId);
  await makeEnding(database, one, other);
  return { partnershipId, arrangementId, protocolId, postId, termsId };
}

const decidedIn = (table: string) => ({
  decidedByBody: canary('shared', table, 'decided_by_body'),
  decisionReference: canary('shared', table, 'decision_reference'),
});

/** Terms of the arrangement, and both councils' agreement to them and to the post. */
async function makeConsents(
  database: Database,
  [one, other]: readonly [WorldCouncil, WorldCouncil],
  arrangementId: string,
  sharedPostId: string,
): Promise<string> {
  const { id: termsId } = await database.inCouncil(one.as('improvement_lead'), (tx) => {
    const terms = { arrangementId, recordedByCouncilId: one.id, edition: 1, depth: 'shared_team' as const };
    const words = {
      legalBasis: canary('shared', 'arrangement_terms', 'legal_basis'),
      why: canary('shared', 'arrangement_terms', 'why'),
    };
    const values = { ...terms, ...words, hostCouncilId: other.id, noticeMonths: 12 };
    return tx.insertInto('arrangementTerms').values(values).returning('id').executeTakeFirstOrThrow();
  });
  for (const council of [one, other]) {
    const given = { arrangementId, councilId: council.id, agreedOn: '2026-04-01' };
    await database.inCouncil(council.as('improvement_lead'), async (tx) => {
      const terms = { ...given, termsId, ...decidedIn('arrangement_terms_agreement') };
      await tx.insertInto('arrangementTermsAgreement').values(terms).execute();
      const post = { ...given, sharedPostId, ...decidedIn('shared_post_agreement') };
      await tx.insertInto('sharedPostAgreement').values(post).execute();
    });
  }
  return termsId;
}

/** Another arrangement, of which the first council has given notice to end its part and to leave, on days to come. */
async function makeEnding(database: Database, one: WorldCouncil, other: WorldCouncil): Promise<void> {
  await database.inCouncil(one.as('improvement_lead'), async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select propose_arrangement(${canary('shared', 'arrangement', 'name')}, '', ${`{${other.id}}`}::uuid[]) as id`.execute(
      tx,
    );
    const arrangementId = rows[0]!.id;
    const own = { arrangementId, councilId: one.id };
    const protocol = { arrangementId, recordKind: 'cost' as const, fromOn: '2026-04-01' };
    const made = await tx.insertInto('protocol').values(protocol).returning('id').executeTakeFirstOrThrow();
    const agreement = { ...own, protocolId: made.id, agreedOn: '2026-04-01', ...decidedIn('protocol_agreement') };
    await tx.insertInto('protocolAgreement').values(agreement).execute();
    const reason = (table: string) => ({ reason: canary('shared', table, 'reason'), ...decidedIn(table) });
    const leaving = { ...own, ...reason('arrangement_leaving'), leavesOn: '2030-01-01' };
    await tx.insertInto('arrangementLeaving').values(leaving).execute();
    const ending = { ...own, ...reason('protocol_ending'), protocolId: made.id, endsOn: '2029-01-01' };
    await tx.insertInto('protocolEnding').values(ending).execute();
  });
}
