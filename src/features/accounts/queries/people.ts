// A council's people, in the council's own scope, and the operator's commands.
import { sql } from 'kysely';
import type { Day, Role } from '../../../platform/db/schema/index.ts';
import type { CouncilTx, SystemTx } from '../../../platform/db/scope.ts';
import { findHistory, type HistoryRow } from '../../history/index.ts';
import type { MemberKind } from '../rules.ts';

export interface PersonHere {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly kind: MemberKind;
  readonly roles: Role[];
  readonly leftOn: Day | null;
  readonly version: number;
}

const columns = ['personId', 'name', 'email', 'jobTitle', 'kind', 'roles', 'leftOn', 'version'] as const;

/** The council's directory: those who serve first, by name. */
export const listPeople = (tx: CouncilTx): Promise<PersonHere[]> =>
  tx
    .selectFrom('membership')
    .select(columns)
    .orderBy(sql`left_on is not null`)
    .orderBy(sql`lower(name)`)
    .orderBy('personId')
    .execute();

export const findPerson = (tx: CouncilTx, personId: string): Promise<PersonHere | undefined> =>
  tx.selectFrom('membership').select(columns).where('personId', '=', personId).executeTakeFirst();

/** All that happened to a person's place in this council; oldest first. */
export const findHistoryOfPerson = (tx: CouncilTx, personId: string): Promise<HistoryRow[]> =>
  findHistory(tx, sql`h.table_name = 'membership' and h.record_id = ${personId}`);

/** Invitations of this council that nobody has accepted yet. */
export async function openInvitations(
  tx: CouncilTx,
): Promise<{ personId: string; invitedAt: string; expiresAt: string }[]> {
  const { rows } = await sql<{ result: { personId: string; invitedAt: string; expiresAt: string }[] }>`
    select council_invitations() as result`.execute(tx);
  return rows[0]!.result;
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly kind: MemberKind;
  readonly roles: readonly Role[];
}

/** Adds the person to the directory with an invitation. The database refuses anyone who is not an administrator here. */
export async function invitePerson(tx: CouncilTx, person: NewPerson) {
  const { rows } = await sql<{
    result: { outcome: 'invited' | 'already_here'; personId: string; expiresAt?: string };
  }>`select invite_person(${person.email}, ${person.name}, ${person.jobTitle}, ${person.kind},
      ${[...person.roles]}::text[]) as result`.execute(tx);
  return rows[0]!.result;
}

/** More time for an invitation that still waits, or null when none does. */
export async function inviteAgain(tx: CouncilTx, personId: string) {
  const { rows } = await sql<{ result: { expiresAt: string } | null }>`
    select invite_again(${personId}::uuid) as result`.execute(tx);
  return rows[0]!.result;
}

/** Changes what the directory says of a person, if nobody changed it since `version`. False when somebody did. */
export async function changePerson(
  tx: CouncilTx,
  personId: string,
  version: number,
  change: { jobTitle: string; kind: MemberKind; roles: Role[] } | { leftOn: Day | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('membership')
    .set({ ...change, version: version + 1 })
    .where('personId', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whether an error is the database's refusal to leave a council without an administrator. */
export function isLastAdministrator(error: unknown): boolean {
  return error instanceof Error && error.message.includes('the last administrator of a council');
}

export const findCouncil = (tx: CouncilTx, councilId: string) =>
  tx.selectFrom('council').select(['code', 'name']).where('id', '=', councilId).executeTakeFirstOrThrow();

// The operator's ---------------------------------------------------------------------------------------------------

/** False when a council with this code is there already. */
export async function addCouncil(
  tx: SystemTx,
  council: { code: string; name: string; letters: string; band: 'ink' | 'plum' | 'pine'; demonstration: boolean },
): Promise<{ id: string } | undefined> {
  return tx
    .insertInto('council')
    .values(council)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
}

export async function addAccount(tx: SystemTx, councilCode: string, person: NewPerson, linkHash: string) {
  const { rows } = await sql<{
    result:
      | { outcome: 'no_such_council' }
      | { outcome: 'already_here'; personId: string }
      | { outcome: 'added'; personId: string; needsPassword: boolean; expiresAt: string };
  }>`select add_account(${councilCode}, ${person.email}, ${person.name}, ${person.jobTitle}, ${person.kind},
      ${[...person.roles]}::text[], ${linkHash}) as result`.execute(tx);
  return rows[0]!.result;
}

export async function resetAccount(tx: SystemTx, email: string, linkHash: string, dropSecondFactor: boolean) {
  const { rows } = await sql<{ result: { personId: string; expiresAt: string } | null }>`
    select reset_account(${email}, ${linkHash}, ${dropSecondFactor}::boolean) as result`.execute(tx);
  return rows[0]!.result;
}

export interface AccountListed {
  readonly email: string;
  readonly name: string;
  readonly council: string;
  readonly kind: MemberKind;
  readonly roles: Role[];
  readonly leftOn: Day | null;
  readonly invited: boolean;
  readonly password: boolean;
  readonly secondFactor: boolean;
}

export async function listAccounts(tx: SystemTx): Promise<AccountListed[]> {
  const { rows } = await sql<{ result: AccountListed[] }>`select list_accounts() as result`.execute(tx);
  return rows[0]!.result;
}
