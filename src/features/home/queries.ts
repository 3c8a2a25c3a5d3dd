// What Home reads of earlier features' tables, and the one table that is its own.
import { sql } from 'kysely';
import type { CouncilTx } from '../../platform/db/scope.ts';
import type { NewsRow } from './rules/news.ts';
import type { ToCheck, UnownedRecommendation, WorkAction, WorkRecommendation } from './rules/work.ts';

/** The open actions that match: those a person is named on, or everybody's (null); oldest date first. */
export async function findOpenActions(tx: CouncilTx, personId: string | null): Promise<WorkAction[]> {
  const { rows } = await sql<WorkAction>`
    select a.id, a.title, a.officer_id, officer.name as officer, a.member_id, member.name as member, a.target_on,
      a.original_target_on, a.progress,
      (select jsonb_build_object('heading', r.heading, 'text', left(r.text, 400)) from recommendation_action ra
        join recommendation r on r.council_id = ra.council_id and r.id = ra.recommendation_id
        where ra.council_id = a.council_id and ra.action_id = a.id order by r.registered_at, r.position limit 1) as answers
    from action a
    left join membership officer on officer.council_id = a.council_id and officer.person_id = a.officer_id
    left join membership member on member.council_id = a.council_id and member.person_id = a.member_id
    where a.council_id = current_council() and a.progress in ('not_started', 'in_progress', 'paused')
      and (${personId}::uuid is null or a.officer_id = ${personId}::uuid or a.member_id = ${personId}::uuid)
    order by a.target_on nulls last, a.added_at, a.id`.execute(tx);
  return rows;
}

/** Recommendations without an accountable officer or member. */
export async function findUnowned(tx: CouncilTx): Promise<UnownedRecommendation[]> {
  const { rows } = await sql<UnownedRecommendation>`
    select r.id, r.heading, left(r.text, 400) as text, report.title as report_title,
      r.officer_id is null as no_officer, r.member_id is null as no_member
    from recommendation r join report on report.council_id = r.council_id and report.id = r.report_id
    where r.council_id = current_council() and (r.officer_id is null or r.member_id is null)
    order by report.fieldwork_to desc nulls last, report.registered_at desc, report.id, r.position`.execute(tx);
  return rows;
}

/** Recommendations that the council has not answered, newest report first. */
export async function findUnanswered(tx: CouncilTx): Promise<WorkRecommendation[]> {
  const { rows } = await sql<WorkRecommendation>`
    select r.id, r.heading, left(r.text, 400) as text, report.title as report_title
    from recommendation r join report on report.council_id = r.council_id and report.id = r.report_id
    where r.council_id = current_council() and not exists (
      select from response where response.council_id = r.council_id and response.recommendation_id = r.id)
    order by report.fieldwork_to desc nulls last, report.registered_at desc, report.id, r.position`.execute(tx);
  return rows;
}

/** Documents that were read, with what a person must still decide or add to the register; oldest first. */
export async function findToCheck(tx: CouncilTx): Promise<ToCheck[]> {
  const { rows } = await sql<ToCheck>`
    select d.id, d.title, f.name as file_name, coalesce(d.read_at, d.uploaded_at) as read_at,
      count(p.id) filter (where p.decision = 'undecided') as undecided,
      count(p.id) filter (where p.decision = 'accepted' and r.id is null) as accepted
    from document d
    left join stored_file f on f.council_id = d.council_id and f.id = d.file_id
    left join proposal p on p.council_id = d.council_id and p.document_id = d.id
    left join proposal_match m on m.council_id = p.council_id and m.proposal_id = p.id
    -- What the register holds of one version of a find is of all that are the same.
    left join lateral (
      select r.id from recommendation r
      left join proposal_match rm on rm.council_id = r.council_id and rm.proposal_id = r.proposal_id
      where r.council_id = p.council_id and coalesce(rm.root_id, r.proposal_id) = coalesce(m.root_id, p.id)
      limit 1) r on true
    where d.council_id = current_council() and d.state = 'read'
    group by d.council_id, d.id, d.title, f.name, d.read_at, d.uploaded_at
    having count(p.id) filter (where p.decision = 'undecided' or (p.decision = 'accepted' and r.id is null)) > 0
    order by read_at, d.id`.execute(tx);
  return rows;
}

/** Whether the council has any report or document yet. */
export async function hasBegun(tx: CouncilTx): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from report where council_id = current_council())
      or exists (select from document where council_id = current_council() and state <> 'dropped') as begun`.execute(
    tx,
  );
  return rows[0]!.begun;
}

/** How far back the page looks: a whole plan may be entered in a day. */
const MOST_ROWS = 500;

/** What happened after an instant (null: ever), newest first: history rows with the titles of what they are about. */
export async function findNews(tx: CouncilTx, since: Date | null): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`
    select h.id, h.table_name, h.record_id, h.at, h.change, h.reason, h.record, h.was, h.person_id,
      who.name as who, a.title as action_title,
      case when r.id is null then null else jsonb_build_object('heading', r.heading, 'text', left(r.text, 400)) end as recommendation,
      report.title as report_title
    from history h
    left join membership who on who.council_id = h.council_id and who.person_id = h.person_id
    left join action a on a.council_id = h.council_id
      and a.id = case when h.table_name = 'action' then h.record_id else (h.record ->> 'action_id')::uuid end
    left join recommendation r on r.council_id = h.council_id
      and r.id = case when h.table_name = 'recommendation' then h.record_id else (h.record ->> 'recommendation_id')::uuid end
    left join report on report.council_id = h.council_id
      and report.id = case when h.table_name = 'report' then h.record_id else (h.record ->> 'report_id')::uuid end
    where h.council_id = current_council() and (${since}::timestamptz is null or h.at > ${since}::timestamptz)
      and h.table_name in ('report', 'recommendation', 'response', 'action', 'action_update', 'evidence', 'verdict', 'publication')
    order by h.id desc limit ${MOST_ROWS}`.execute(tx);
  return rows;
}

export interface Visit {
  readonly beforeAt: Date | null;
  readonly beganAt: Date;
}

/** The person's own visit that was noted last; null when they have never come. */
export async function findVisit(tx: CouncilTx): Promise<Visit | null> {
  const { rows } = await sql<Visit>`
    select before_at, began_at from visit
    where council_id = current_council() and person_id = current_person()`.execute(tx);
  return rows[0] ?? null;
}

/** Notes a new visit; does nothing when one began after `since`, as when two tabs open at once. */
export async function saveVisit(tx: CouncilTx, since: Date): Promise<void> {
  await sql`
    insert into visit (council_id, person_id) values (current_council(), current_person())
    on conflict (council_id, person_id) do update set before_at = visit.began_at, began_at = scope_now()
    where visit.began_at <= ${since}`.execute(tx);
}
