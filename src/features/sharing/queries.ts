// Arrangements between councils, as the current council may see them: those to which it belongs, and no others.
import { sql } from 'kysely';
import type { CouncilTx, SystemTx } from '../../platform/db/scope.ts';
import { findSharedHistory, type HistoryRow } from '../history/index.ts';
import type { Agreement, Arrangement, Post, Protocol } from './rules.ts';

export interface CouncilName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly letters: string;
  readonly band: 'ink' | 'plum' | 'pine';
}

/** Every council of the installation: public facts. */
export async function findCouncils(tx: CouncilTx): Promise<CouncilName[]> {
  return tx.selectFrom('council').select(['id', 'code', 'name', 'letters', 'band']).orderBy('name').execute();
}

type Row = Omit<Arrangement, 'agreements' | 'protocols' | 'posts'>;

/** The arrangements of the current council with each council's agreements, their protocols, and the posts under one in force. */
export async function findArrangements(tx: CouncilTx, only: string | null = null): Promise<Arrangement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.name, a.purpose, a.legal_basis, a.depth, host.name as host, a.starts_on, a.ends_on, a.notice_months,
      a.next_review_on, a.proposed_at
    from arrangement a left join council host on host.id = a.host_council_id
    where ${only}::uuid is null or a.id = ${only}::uuid
    order by a.name, a.proposed_at`.execute(tx);
  const { rows: agreements } = await sql<Agreement & { arrangementId: string }>`
    select ac.arrangement_id, ac.council_id, c.name as council, ac.agreed_on, ac.decided_by_body, ac.decision_reference
    from arrangement_council ac join council c on c.id = ac.council_id
    order by ac.council_id = current_council() desc, c.name`.execute(tx);
  const { rows: protocols } = await sql<Protocol & { arrangementId: string }>`
    select p.arrangement_id, p.id, p.record_kind, p.terms, p.from_on, p.until_on,
      array(select pa.council_id from protocol_agreement pa where pa.protocol_id = p.id) as agreed_by
    from protocol p order by p.proposed_at, p.id`.execute(tx);
  const { rows: posts } = await sql<Post & { arrangementId: string }>`
    select s.arrangement_id, s.id, s.title, employer.name as employer, s.from_on
    from shared_post s left join council employer on employer.id = s.employer_council_id order by s.title`.execute(tx);
  return rows.map((row) => ({
    ...row,
    agreements: agreements.filter((one) => one.arrangementId === row.id),
    protocols: protocols.filter((one) => one.arrangementId === row.id),
    posts: posts.filter((one) => one.arrangementId === row.id),
  }));
}

export interface Partnership {
  readonly id: string;
  readonly name: string;
  /** The council of the scope first. */
  readonly councils: readonly { readonly id: string; readonly name: string }[];
}

/** The partnerships of the current council. */
export async function findPartnerships(tx: CouncilTx, only: string | null = null): Promise<Partnership[]> {
  const { rows } = await sql<Partnership>`
    select p.id, p.name, (
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.id = current_council() desc, c.name)
      from partnership_council pc join council c on c.id = pc.council_id where pc.partnership_id = p.id) as councils
    from partnership p where ${only}::uuid is null or p.id = ${only}::uuid order by p.name, p.id`.execute(tx);
  return rows;
}

/** What happened to an arrangement and to what is shared under it; oldest first. */
export function findHistoryOfArrangement(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  return findSharedHistory(tx, sql`h.arrangement_id = ${id}`);
}

/** What happened to a partnership; oldest first. */
export function findHistoryOfPartnership(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  return findSharedHistory(tx, sql`h.partnership_id = ${id}`);
}

/** Proposes an arrangement through the database's own function, which alone may name other councils. */
export async function insertProposal(
  tx: CouncilTx,
  given: { name: string; purpose: string; withCouncils: readonly string[] },
): Promise<string> {
  const others = `{${given.withCouncils.join(',')}}`;
  const { rows } = await sql<{ id: string }>`
    select propose_arrangement(${given.name}, ${given.purpose}, ${others}::uuid[]) as id`.execute(tx);
  return rows[0]!.id;
}

export async function insertProtocol(
  tx: CouncilTx,
  protocol: { arrangementId: string; recordKind: 'post'; terms: string; fromOn: string },
): Promise<void> {
  await tx.insertInto('protocol').values(protocol).execute();
}

export interface Decision {
  readonly agreedOn: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}

/** The current council's own agreement to an arrangement; false when it is not in it or has agreed before. */
export async function saveAgreement(tx: CouncilTx, arrangementId: string, decision: Decision): Promise<boolean> {
  const result = await tx
    .updateTable('arrangementCouncil')
    .set(decision)
    .where('arrangementId', '=', arrangementId)
    .where('councilId', '=', sql<string>`current_council()`)
    .where('agreedOn', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The current council's agreement to each protocol of an arrangement that it has not agreed to yet; how many. */
export async function agreeProtocols(tx: CouncilTx, arrangementId: string, decision: Decision): Promise<number> {
  const { rows } = await sql`
    insert into protocol_agreement (protocol_id, arrangement_id, council_id, agreed_on, decided_by_body, decision_reference)
    select p.id, p.arrangement_id, current_council(), ${decision.agreedOn}::date, ${decision.decidedByBody}, ${decision.decisionReference}
    from protocol p where p.arrangement_id = ${arrangementId} and not exists (
      select from protocol_agreement pa where pa.protocol_id = p.id and pa.council_id = current_council())
    returning protocol_id`.execute(tx);
  return rows.length;
}

export async function insertPost(
  tx: CouncilTx,
  post: { arrangementId: string; title: string; employerCouncilId: string | null; fromOn: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('sharedPost')
    .values({ ...post, recordedByCouncilId: sql<string>`current_council()` })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A partnership of councils, by the operator; null when one of them is not here. */
export async function insertPartnership(
  tx: SystemTx,
  given: { name: string; councilCodes: readonly string[]; joinedOn: string },
): Promise<string | null> {
  const councils = await tx.selectFrom('council').select('id').where('code', 'in', given.councilCodes).execute();
  if (councils.length < given.councilCodes.length) return null;
  const { id } = await tx
    .insertInto('partnership')
    .values({ name: given.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('partnershipCouncil')
    .values(councils.map((council) => ({ partnershipId: id, councilId: council.id, joinedOn: given.joinedOn })))
    .execute();
  return id;
}
