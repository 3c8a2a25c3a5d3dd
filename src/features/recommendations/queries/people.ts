import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';

/** Somebody of the council's own directory who can be named today. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'officer' | 'member';
  readonly jobTitle: string;
  readonly email: string;
}

/** Everybody who serves the council on a day, by name. */
export async function findPeople(tx: CouncilTx, today: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select person_id as id, name, kind, job_title, email from membership
    where left_on is null or left_on > ${today}::date
    order by name, email`.execute(tx);
  return rows;
}
