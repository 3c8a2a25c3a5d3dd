// The recommendations elsewhere that one has been linked with as joint, as far as this council may see them.
import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';

export interface JointWith {
  /** Null for another report of this council. */
  readonly council: string | null;
  readonly code: string;
  readonly report: string;
  /** Of its published plan; null for a recommendation of this council. */
  readonly slug: string | null;
  readonly id: string;
  readonly groupName: string;
  readonly number: number;
}

/** Links made by this council, and those that other councils have published, each once. */
export async function findJoint(tx: CouncilTx, recommendationId: string): Promise<JointWith[]> {
  const { rows } = await sql<JointWith>`
    with linked as (
      select other_council_id as council_id, other_recommendation_id as id
      from joint_link where council_id = current_council() and recommendation_id = ${recommendationId}
      union
      select council_id, recommendation_id from joint_link
      where council_id = current_council() and other_council_id = current_council() and other_recommendation_id = ${recommendationId}
      union
      select council_id, recommendation_id from published_joint_link
      where other_council_id = current_council() and other_recommendation_id = ${recommendationId}
    )
    select null::text as council, c.code, report.title as report, null::text as slug, r.id, r.group_name, r.number
    from linked join recommendation r on r.council_id = linked.council_id and r.id = linked.id
    join report on report.council_id = r.council_id and report.id = r.report_id join council c on c.id = r.council_id
    where r.council_id = current_council()
    union all
    select c.name, c.code, p.title, p.slug, r.recommendation_id, r.group_name, r.number
    from linked join published_recommendation r on r.council_id = linked.council_id and r.recommendation_id = linked.id
    join publication p on p.council_id = r.council_id and p.id = r.publication_id join council c on c.id = r.council_id
    where r.council_id <> current_council() and p.replaced_at is null and p.withdrawn_at is null
    order by 1 nulls first, 3, 7`.execute(tx);
  return rows;
}
