// The register's lists. The tables of migration 0004 are read by recommendations and by actions; each writes its own.
import { type RawBuilder, sql } from 'kysely';
import type { Answer, Grade, Progress, ReportKind, Visibility } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { RegisterRow } from '../rules/register.ts';

/** What the rules need to know of each action of a recommendation `r`, as one JSON list. */
const actionsOfRecommendation: RawBuilder<unknown> = sql`
  left join lateral (
    select jsonb_agg(jsonb_build_object(
      'id', a.id, 'title', a.title, 'officerId', a.officer_id, 'memberId', a.member_id, 'targetOn', a.target_on,
      'originalTargetOn', a.original_target_on, 'progress', a.progress, 'costKnown', a.cost_known,
      'costOneOffPence', a.cost_one_off_pence, 'costYearlyPence', a.cost_yearly_pence, 'peopleDays', a.people_days,
      'successMeasure', a.success_measure,
      'evidence', (select count(*) from evidence e where e.council_id = a.council_id and e.action_id = a.id)
    ) order by a.added_at, a.id) as actions
    from recommendation_action ra
    join action a on a.council_id = ra.council_id and a.id = ra.action_id
    where ra.council_id = r.council_id and ra.recommendation_id = r.id
  ) linked on true`;

/** Every recommendation of the council with its three facts and its actions, newest report first, in the report's order, suggestions of its prose last. */
export async function findRegister(tx: CouncilTx): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select r.id, r.report_id, report.title as report_title, report.kind as report_kind, r.group_name, r.number,
      r.heading, left(r.text, 400) as text, r.officer_id, officer.name as officer, r.member_id, member.name as member,
      r.next_review_on, response.answer, response.decided_on as answered_on, response.decided_by_body as answered_by,
      latest.grade, latest.given_on as graded_on, latest.reviewer as graded_by,
      (select count(*) from evidence e where e.council_id = r.council_id and e.recommendation_id = r.id) as evidence,
      coalesce(linked.actions, '[]'::jsonb) as actions
    from recommendation r
    join report on report.council_id = r.council_id and report.id = r.report_id
    left join proposal printed on printed.council_id = r.council_id and printed.id = r.proposal_id
    left join membership officer on officer.council_id = r.council_id and officer.person_id = r.officer_id
    left join membership member on member.council_id = r.council_id and member.person_id = r.member_id
    left join response on response.council_id = r.council_id and response.recommendation_id = r.id
    left join lateral (
      select v.grade, v.given_on, v.reviewer from verdict v
      where v.council_id = r.council_id and v.recommendation_id = r.id
      order by v.given_on desc, v.recorded_at desc limit 1
    ) latest on true
    ${actionsOfRecommendation}
    order by report.fieldwork_to desc nulls last, report.registered_at desc, report.id,
      printed.finding_id is not null, r.position, r.group_name, r.number`.execute(tx);
  return rows;
}

/** A report that recommendations stand in. */
export interface ReportBrief {
  readonly id: string;
  readonly title: string;
  readonly kind: ReportKind;
  readonly documentId: string | null;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
}

export async function findReports(tx: CouncilTx): Promise<ReportBrief[]> {
  return tx
    .selectFrom('report')
    .select(['id', 'title', 'kind', 'documentId', 'fieldworkFrom', 'fieldworkTo'])
    .orderBy('fieldworkTo', (order) => order.desc().nullsLast())
    .orderBy('registeredAt', 'desc')
    .execute();
}

/** One line of an action plan: a recommendation with one of its actions, or with none yet. */
export interface PlanRow {
  readonly recommendationId: string;
  readonly reportTitle: string;
  readonly groupName: string;
  readonly number: number;
  readonly text: string;
  readonly officer: string | null;
  readonly member: string | null;
  readonly answer: Answer | null;
  readonly reason: string | null;
  readonly answeredOn: string | null;
  readonly decisionReference: string | null;
  readonly grade: Grade | null;
  readonly actionId: string | null;
  readonly title: string | null;
  readonly actionOfficer: string | null;
  readonly actionMember: string | null;
  readonly startsOn: string | null;
  readonly originalTargetOn: string | null;
  readonly targetOn: string | null;
  readonly costKnown: boolean | null;
  readonly costOneOffPence: number | null;
  readonly costYearlyPence: number | null;
  readonly peopleDays: number | null;
  readonly successMeasure: string | null;
  readonly progress: Progress | null;
  readonly visibility: Visibility | null;
  readonly commentary: string | null;
  readonly evidence: readonly string[];
}

/** The whole action plan, line by line, for a download. */
export async function findPlan(tx: CouncilTx): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select r.id as recommendation_id, report.title as report_title, r.group_name, r.number, r.text,
      officer.name as officer, member.name as member,
      response.answer, response.reason, response.decided_on as answered_on, response.decision_reference,
      (select v.grade from verdict v where v.council_id = r.council_id and v.recommendation_id = r.id
        order by v.given_on desc, v.recorded_at desc limit 1) as grade,
      a.id as action_id, a.title, action_officer.name as action_officer, action_member.name as action_member,
      a.starts_on, a.original_target_on, a.target_on, a.cost_known, a.cost_one_off_pence, a.cost_yearly_pence,
      a.people_days, a.success_measure, a.progress, a.visibility,
      (select u.sentence from action_update u where u.council_id = a.council_id and u.action_id = a.id and u.sentence <> ''
        order by u.reported_at desc limit 1) as commentary,
      coalesce((select jsonb_agg(e.title order by e.added_at) from evidence e where e.council_id = r.council_id
        and (e.recommendation_id = r.id or e.action_id = a.id)), '[]'::jsonb) as evidence
    from recommendation r
    join report on report.council_id = r.council_id and report.id = r.report_id
    left join membership officer on officer.council_id = r.council_id and officer.person_id = r.officer_id
    left join membership member on member.council_id = r.council_id and member.person_id = r.member_id
    left join response on response.council_id = r.council_id and response.recommendation_id = r.id
    left join recommendation_action ra on ra.council_id = r.council_id and ra.recommendation_id = r.id
    left join action a on a.council_id = ra.council_id and a.id = ra.action_id
    left join membership action_officer
      on action_officer.council_id = a.council_id and action_officer.person_id = a.officer_id
    left join membership action_member
      on action_member.council_id = a.council_id and action_member.person_id = a.member_id
    order by report.fieldwork_to desc nulls last, report.registered_at desc, report.id, r.position, r.number, a.added_at, a.id`.execute(
    tx,
  );
  return rows;
}
