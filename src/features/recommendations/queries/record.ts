// One recommendation with everything that hangs on it.
import { sql } from 'kysely';
import type { Answer, Grade, ReportKind, SubPoint, Visibility } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { ActionFacts } from '../rules/progress.ts';

export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly reportId: string;
  readonly reportTitle: string;
  readonly reportKind: ReportKind;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
  readonly documentId: string | null;
  readonly proposalId: string | null;
  /** Whether the report of the register was read from a document. */
  readonly fromDocument: boolean;
  readonly groupName: string;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: readonly SubPoint[];
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly officerId: string | null;
  readonly officer: string | null;
  readonly memberId: string | null;
  readonly member: string | null;
  readonly nextReviewOn: string | null;
  readonly answer: Answer | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly decidedByBody: string | null;
  readonly decisionReference: string | null;
  readonly decisionUrl: string | null;
  readonly responseVersion: number | null;
  /** The newest standing publication that bears it. */
  readonly publishedAt: Date | null;
  readonly publishedSlug: string | null;
  readonly publishedNumber: number | null;
  /** Every place of that publication in its order, those taken out as well: the address is made among them. */
  readonly publishedPlaces: readonly { recommendationId: string; groupName: string; number: number }[] | null;
}

/** The recommendation with its report, owners, response and newest standing publication; null when the scope sees none. */
export async function findRecord(tx: CouncilTx, id: string): Promise<RecordRow | null> {
  const { rows } = await sql<RecordRow>`
    select r.id, r.version, r.report_id, report.title as report_title, report.kind as report_kind, report.fieldwork_from,
      report.fieldwork_to, coalesce(printed.document_id, report.document_id) as document_id, r.proposal_id,
      report.document_id is not null as from_document, r.group_name, r.number, r.heading, r.text, r.parts, r.span_start,
      r.span_end, r.page, r.page_end, r.officer_id, officer.name as officer, r.member_id, member.name as member,
      r.next_review_on, response.answer, response.reason, response.decided_on, response.decided_by_body,
      response.decision_reference, response.decision_url, response.version as response_version,
      published.published_at, published.slug as published_slug, published.number as published_number,
      published.places as published_places
    from recommendation r
    join report on report.council_id = r.council_id and report.id = r.report_id
    left join proposal printed on printed.council_id = r.council_id and printed.id = r.proposal_id
    left join membership officer on officer.council_id = r.council_id and officer.person_id = r.officer_id
    left join membership member on member.council_id = r.council_id and member.person_id = r.member_id
    left join response on response.council_id = r.council_id and response.recommendation_id = r.id
    left join lateral (
      select p.published_at, p.slug, p.number, (
        select jsonb_agg(jsonb_build_object('recommendationId', place.recommendation_id, 'groupName', place.group_name,
          'number', place.number) order by place.position, place.number)
        from (
          select recommendation_id, group_name, number, position from published_recommendation
          where council_id = p.council_id and publication_id = p.id
          union all
          select recommendation_id, group_name, number, position from published_redaction
          where council_id = p.council_id and publication_id = p.id and kind = 'recommendation'
        ) place) as places
      from published_recommendation pr
      join publication p on p.council_id = pr.council_id and p.id = pr.publication_id
      where pr.council_id = r.council_id and pr.recommendation_id = r.id
        and p.replaced_at is null and p.withdrawn_at is null
      order by p.published_at desc limit 1
    ) published on true
    where r.id = ${id} and r.council_id = current_council()`.execute(tx);
  return rows[0] ?? null;
}

/** An action as the recommendation's page shows it. */
export interface RecordAction extends ActionFacts {
  readonly officer: string | null;
  readonly member: string | null;
  readonly startsOn: string | null;
  readonly visibility: Visibility;
  readonly moves: number;
  readonly sentence: string | null;
  readonly reportedAt: Date | null;
  readonly reportedBy: string | null;
}

/** The actions that answer a recommendation, in the order in which they were added, each with its newest update. */
export async function findActionsOf(tx: CouncilTx, recommendationId: string): Promise<RecordAction[]> {
  const { rows } = await sql<RecordAction>`
    select a.id, a.title, a.officer_id, officer.name as officer, a.member_id, member.name as member, a.starts_on,
      a.target_on, a.original_target_on, a.progress, a.cost_known, a.cost_one_off_pence, a.cost_yearly_pence,
      a.people_days, a.success_measure, a.visibility,
      (select count(*) from evidence e where e.council_id = a.council_id and e.action_id = a.id) as evidence,
      (select count(*) from action_update u where u.council_id = a.council_id and u.action_id = a.id
        and u.new_target_on is not null and u.previous_target_on is not null) as moves,
      latest.sentence, latest.reported_at, latest.reported_by
    from recommendation_action ra
    join action a on a.council_id = ra.council_id and a.id = ra.action_id
    left join membership officer on officer.council_id = a.council_id and officer.person_id = a.officer_id
    left join membership member on member.council_id = a.council_id and member.person_id = a.member_id
    left join lateral (
      select u.sentence, u.reported_at, reporter.name as reported_by from action_update u
      left join membership reporter on reporter.council_id = u.council_id and reporter.person_id = u.reported_by
      where u.council_id = a.council_id and u.action_id = a.id order by u.reported_at desc limit 1
    ) latest on true
    where ra.recommendation_id = ${recommendationId} and ra.council_id = current_council()
    order by a.added_at, a.id`.execute(tx);
  return rows;
}

export interface EvidenceRow {
  readonly id: string;
  readonly recommendationId: string | null;
  readonly actionId: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly size: number | null;
  readonly visibility: Visibility;
  readonly addedAt: Date;
  readonly addedBy: string | null;
}

/** The evidence on a recommendation and on the actions that answer it, oldest first. */
export async function findEvidenceOf(tx: CouncilTx, recommendationId: string): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select e.id, e.recommendation_id, e.action_id, e.title, e.url, f.name as file_name, f.size, e.visibility, e.added_at,
      adder.name as added_by
    from evidence e
    left join stored_file f on f.council_id = e.council_id and f.id = e.file_id
    left join membership adder on adder.council_id = e.council_id and adder.person_id = e.added_by
    where e.council_id = current_council() and (e.recommendation_id = ${recommendationId} or e.action_id in (
      select ra.action_id from recommendation_action ra
      where ra.council_id = current_council() and ra.recommendation_id = ${recommendationId}))
    order by e.added_at, e.id`.execute(tx);
  return rows;
}

export interface VerdictRow {
  readonly id: string;
  readonly grade: Grade;
  readonly givenOn: string;
  readonly reviewer: string;
  readonly source: string;
}

/** Every verdict on a recommendation, newest first. */
export async function findVerdicts(tx: CouncilTx, recommendationId: string): Promise<VerdictRow[]> {
  return tx
    .selectFrom('verdict')
    .select(['id', 'grade', 'givenOn', 'reviewer', 'source'])
    .where('recommendationId', '=', recommendationId)
    .orderBy('givenOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();
}

/** The report's own paragraphs that a recommendation was read from, and where the first stands in the whole text. */
export interface Passage {
  readonly firstBlock: string;
  readonly paragraphs: readonly string[];
}

/** The passage of a registered recommendation in its document's record; null when no document was read for it. */
export async function findPassage(
  tx: CouncilTx,
  place: { documentId: string | null; spanStart: number | null; spanEnd: number | null },
): Promise<Passage | null> {
  const { documentId, spanStart, spanEnd } = place;
  if (documentId === null || spanStart === null || spanEnd === null) return null;
  const { rows } = await sql<{ text: string; id: string; from: number; to: number }>`
    select case when row_number() over (order by (block -> 'span' ->> 0)::int) = 1 then d.record ->> 'text' else '' end as text,
      block ->> 'id' as id, (block -> 'span' ->> 0)::int as "from", (block -> 'span' ->> 1)::int as "to"
    from document d cross join lateral jsonb_array_elements(d.record -> 'blocks') block
    where d.council_id = current_council() and d.id = ${documentId}
      and (block -> 'span' ->> 0)::int < ${spanEnd}::int and (block -> 'span' ->> 1)::int > ${spanStart}::int
    order by (block -> 'span' ->> 0)::int`.execute(tx);
  const text = rows[0]?.text;
  if (!text) return null;
  // Spans count as JavaScript does, so the text is cut here and not by the database.
  return { firstBlock: rows[0]!.id, paragraphs: rows.map((row) => text.slice(row.from, row.to)) };
}
