// Arrangements between councils, as the current council may see them: those to which it belongs, and no others.
import { sql } from 'kysely';
import type { CouncilTx, SystemTx } from '../../platform/db/scope.ts';
import { findSharedHistory, type HistoryRow } from '../history/index.ts';
import type { Agreement, Arrangement, Consent, Depth, Ending, Post, Protocol, Terms } from './rules/arrangement.ts';

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

type Row = Omit<Arrangement, 'agreements' | 'protocols' | 'terms' | 'posts'>;
type Of<T> = T & { readonly arrangementId: string };

/** The arrangements of the current council, with all of each that it may see; of one that it left, its own part. */
export async function findArrangements(tx: CouncilTx, only: string | null = null): Promise<Arrangement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.name, a.purpose, a.proposed_at from arrangement a
    where ${only}::uuid is null or a.id = ${only}::uuid order by a.name, a.proposed_at`.execute(tx);
  const leavings = await findLeavings(tx);
  const agreements = await findAgreements(tx);
  const protocols = await findProtocols(tx);
  const terms = await findTerms(tx);
  const posts = await findPosts(tx);
  return rows.map((row) => {
    const of = <T extends { readonly arrangementId: string }>(all: readonly T[]) =>
      all.filter(({ arrangementId }) => arrangementId === row.id);
    return {
      ...row,
      agreements: of(agreements).map((one) => ({
        ...one,
        leaving: of(leavings).find(({ councilId }) => councilId === one.councilId) ?? null,
      })),
      protocols: of(protocols),
      terms: of(terms),
      posts: of(posts),
    };
  });
}

async function findAgreements(tx: CouncilTx): Promise<Of<Omit<Agreement, 'leaving'>>[]> {
  const { rows } = await sql<Of<Omit<Agreement, 'leaving'>>>`
    select ac.arrangement_id, ac.council_id, c.name as council, ac.agreed_on, ac.decided_by_body, ac.decision_reference
    from arrangement_council ac join council c on c.id = ac.council_id
    order by ac.council_id = current_council() desc, c.name`.execute(tx);
  return rows;
}

async function findLeavings(tx: CouncilTx): Promise<Of<Ending>[]> {
  const { rows } = await sql<Of<Ending>>`
    select arrangement_id, council_id, leaves_on as ends_on, reason, decided_by_body, decision_reference, given_at
    from arrangement_leaving`.execute(tx);
  return rows;
}

async function findProtocols(tx: CouncilTx): Promise<Of<Protocol>[]> {
  const { rows } = await sql<Of<Omit<Protocol, 'endings'>>>`
    select p.arrangement_id, p.id, p.record_kind, p.terms, p.from_on, p.until_on,
      array(select pa.council_id from protocol_agreement pa where pa.protocol_id = p.id) as agreed_by
    from protocol p order by p.proposed_at, p.id`.execute(tx);
  const { rows: endings } = await sql<Ending & { protocolId: string }>`
    select protocol_id, council_id, ends_on, reason, decided_by_body, decision_reference, given_at
    from protocol_ending order by ends_on, given_at`.execute(tx);
  return rows.map((row) => ({ ...row, endings: endings.filter(({ protocolId }) => protocolId === row.id) }));
}

async function findTerms(tx: CouncilTx): Promise<Of<Terms>[]> {
  const { rows } = await sql<Of<Omit<Terms, 'consents'>>>`
    select t.arrangement_id, t.id, t.edition, t.recorded_by_council_id as proposed_by, t.proposed_at,
      (t.proposed_at at time zone 'Europe/London')::date as proposed_on, t.why, t.depth, t.host_council_id,
      t.legal_basis, t.notice_months, t.next_review_on
    from arrangement_terms t order by t.edition, t.proposed_at, t.id`.execute(tx);
  const { rows: consents } = await sql<Consent & { termsId: string }>`
    select terms_id, council_id, agreed_on, decided_by_body, decision_reference, recorded_at
    from arrangement_terms_agreement order by recorded_at, council_id`.execute(tx);
  return rows.map((row) => ({ ...row, consents: consents.filter(({ termsId }) => termsId === row.id) }));
}

async function findPosts(tx: CouncilTx): Promise<Of<Post>[]> {
  const { rows } = await sql<Of<Omit<Post, 'consents'>>>`
    select s.arrangement_id, s.id, s.edition, s.recorded_by_council_id as proposed_by, s.proposed_at,
      (s.proposed_at at time zone 'Europe/London')::date as proposed_on, s.why, s.post_id, s.title,
      s.employer_council_id, s.from_on, s.until_on, s.time_shares
    from shared_post s order by s.edition, s.proposed_at, s.id`.execute(tx);
  const { rows: consents } = await sql<Consent & { sharedPostId: string }>`
    select shared_post_id, council_id, agreed_on, decided_by_body, decision_reference, recorded_at
    from shared_post_agreement order by recorded_at, council_id`.execute(tx);
  return rows.map((row) => ({ ...row, consents: consents.filter(({ sharedPostId }) => sharedPostId === row.id) }));
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

/** A protocol under an arrangement, which binds nobody until each has agreed. */
export async function insertProtocol(
  tx: CouncilTx,
  protocol: { arrangementId: string; recordKind: 'post'; terms: string; fromOn: string },
): Promise<void> {
  await tx.insertInto('protocol').values(protocol).execute();
}

/** What a council decided, where and when. */
export interface Decided {
  readonly agreedOn: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}

/** The current council's own agreement to an arrangement; false when it is not in it or has agreed before. */
export async function saveAgreement(tx: CouncilTx, arrangementId: string, decision: Decided): Promise<boolean> {
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
export async function agreeProtocols(tx: CouncilTx, arrangementId: string, decision: Decided): Promise<number> {
  const { rows } = await sql`
    insert into protocol_agreement (protocol_id, arrangement_id, council_id, agreed_on, decided_by_body, decision_reference)
    select p.id, p.arrangement_id, current_council(), ${decision.agreedOn}::date, ${decision.decidedByBody}, ${decision.decisionReference}
    from protocol p where p.arrangement_id = ${arrangementId} and not exists (
      select from protocol_agreement pa where pa.protocol_id = p.id and pa.council_id = current_council())
    returning protocol_id`.execute(tx);
  return rows.length;
}

const ACTING = sql<string>`current_council()`;

export interface NewTerms {
  readonly arrangementId: string;
  readonly depth: Depth;
  readonly hostCouncilId: string | null;
  readonly legalBasis: string;
  readonly noticeMonths: number | null;
  readonly nextReviewOn: string | null;
  readonly why: string;
}

/** A proposal of terms by the current council. */
export async function insertTerms(tx: CouncilTx, terms: NewTerms & { readonly edition: number }): Promise<string> {
  const values = { ...terms, recordedByCouncilId: ACTING };
  return (await tx.insertInto('arrangementTerms').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** The current council's agreement to terms. */
export async function insertTermsConsent(
  tx: CouncilTx,
  consent: Decided & { readonly arrangementId: string; readonly termsId: string },
): Promise<void> {
  await tx
    .insertInto('arrangementTermsAgreement')
    .values({ ...consent, councilId: ACTING })
    .execute();
}

export interface NewPost {
  readonly arrangementId: string;
  readonly title: string;
  readonly employerCouncilId: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly timeShares: Readonly<Record<string, number>>;
  readonly why: string;
}

/** A proposal of a post by the current council: a new one, or the next edition of one that is there. */
export async function insertPost(
  tx: CouncilTx,
  post: NewPost & { readonly postId?: string; readonly edition: number },
): Promise<{ id: string; postId: string }> {
  return tx
    .insertInto('sharedPost')
    .values({ ...post, timeShares: JSON.stringify(post.timeShares), recordedByCouncilId: ACTING })
    .returning(['id', 'postId'])
    .executeTakeFirstOrThrow();
}

/** The current council's agreement to a post. */
export async function insertPostConsent(
  tx: CouncilTx,
  consent: Decided & { readonly arrangementId: string; readonly sharedPostId: string },
): Promise<void> {
  await tx
    .insertInto('sharedPostAgreement')
    .values({ ...consent, councilId: ACTING })
    .execute();
}

/** Notice that something ends for the current council, from a day, for a reason. */
export interface Notice {
  readonly endsOn: string;
  readonly reason: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}

/** The current council's notice that it leaves an arrangement. */
export async function insertLeaving(tx: CouncilTx, arrangementId: string, notice: Notice): Promise<void> {
  const { endsOn: leavesOn, ...rest } = notice;
  await tx
    .insertInto('arrangementLeaving')
    .values({ arrangementId, leavesOn, ...rest, councilId: ACTING })
    .execute();
}

/** The current council's end of its own part of a protocol. */
export async function insertEnding(
  tx: CouncilTx,
  protocol: { readonly arrangementId: string; readonly protocolId: string },
  notice: Notice,
): Promise<void> {
  await tx
    .insertInto('protocolEnding')
    .values({ ...protocol, ...notice, councilId: ACTING })
    .execute();
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
