// Recommendations that may be joint: this council's own, and what others have published. Nothing else of another council can
// be read in this scope, so nothing else is compared.
import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { Asked } from '../rules/joint.ts';

/** The most that one report is compared with; the nearest in time come first. */
export const MOST_COMPARED = 3000;

interface Row {
  readonly councilId: string;
  readonly code: string;
  readonly council: string;
  readonly id: string;
  readonly report: string;
  readonly slug: string | null;
  readonly groupName: string;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: { label: string; text: string }[];
}

function asked(row: Row): Asked {
  const { councilId, council, id, report, groupName: group, number, heading, text, parts } = row;
  const own = row.slug === null;
  return {
    councilId,
    council,
    id,
    report,
    wording: { group, number, heading, text, parts },
    href: own ? `/councils/${row.code}/recommendations/${id}` : `/public/${row.code}/${row.slug}`,
    own,
  };
}

const OWN = sql`select r.council_id, c.code, c.name as council, r.id, report.title as report, null::text as slug,
    r.group_name, r.number, r.heading, r.text, r.parts
  from recommendation r
  join report on report.council_id = r.council_id and report.id = r.report_id
  join council c on c.id = r.council_id
  where r.council_id = current_council()`;
const PUBLISHED = sql`select r.council_id, c.code, c.name as council, r.recommendation_id as id, p.title as report, p.slug,
    r.group_name, r.number, r.heading, r.text, r.parts
  from published_recommendation r
  join publication p on p.council_id = r.council_id and p.id = r.publication_id
  join council c on c.id = r.council_id
  where p.replaced_at is null and p.withdrawn_at is null and r.council_id <> current_council()`;

/** The recommendations of one report of this council. */
export async function ofReport(tx: CouncilTx, reportId: string): Promise<Asked[]> {
  const { rows } = await sql<Row>`${OWN} and r.report_id = ${reportId} order by r.position`.execute(tx);
  return rows.map(asked);
}

/** What it may be compared with: this council's other reports, and the standing published ones of others. */
export async function ofOthers(tx: CouncilTx, reportId: string): Promise<Asked[]> {
  const own =
    await sql<Row>`${OWN} and r.report_id <> ${reportId} order by r.registered_at desc limit ${MOST_COMPARED}`.execute(
      tx,
    );
  const published = await sql<Row>`${PUBLISHED}
    order by abs(coalesce(p.fieldwork_to, p.published_at::date)
      - (select coalesce(fieldwork_to, registered_at::date) from report where council_id = current_council() and id = ${reportId}))
    limit ${MOST_COMPARED}`.execute(tx);
  return [...own.rows, ...published.rows].map(asked);
}

export interface JointLink {
  readonly recommendationId: string;
  readonly otherCouncilId: string;
  readonly otherRecommendationId: string;
  /** Whether the other council can see the link. */
  readonly shown: boolean;
  /** Another council made it. */
  readonly byOther: boolean;
}

/** Links of the recommendations of a report, made here or published by others. */
export async function listLinks(tx: CouncilTx, reportId: string): Promise<JointLink[]> {
  const { rows } = await sql<JointLink>`
    select l.recommendation_id, l.other_council_id, l.other_recommendation_id, s.id is not null as shown, false as by_other
    from joint_link l
    join recommendation r on r.council_id = l.council_id and r.id = l.recommendation_id
    left join published_joint_link s on s.council_id = l.council_id and s.recommendation_id = l.recommendation_id
      and s.other_council_id = l.other_council_id and s.other_recommendation_id = l.other_recommendation_id
    where l.council_id = current_council() and r.report_id = ${reportId}
    union all
    select r.id, s.council_id, s.recommendation_id, true, true
    from published_joint_link s
    join recommendation r on r.council_id = s.other_council_id and r.id = s.other_recommendation_id
    where r.council_id = current_council() and s.council_id <> r.council_id and r.report_id = ${reportId}`.execute(tx);
  return rows;
}

/** Whether a recommendation of this council stands published. */
export async function isPublished(tx: CouncilTx, recommendationId: string): Promise<boolean> {
  const { rows } = await sql`select from published_recommendation r
    join publication p on p.council_id = r.council_id and p.id = r.publication_id
    where r.council_id = current_council() and r.recommendation_id = ${recommendationId}
      and p.replaced_at is null and p.withdrawn_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

type Ends = { recommendationId: string; otherCouncilId: string; otherRecommendationId: string };

export async function insertLink(
  tx: CouncilTx,
  row: Ends & { councilId: string; linkedBy: string | null },
): Promise<void> {
  await tx
    .insertInto('jointLink')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Lets the other council see a link. The table refuses it unless this council's own end stands published. */
export async function showLink(tx: CouncilTx, row: Ends & { councilId: string }): Promise<void> {
  await tx
    .insertInto('publishedJointLink')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteLink(tx: CouncilTx, ends: Ends): Promise<void> {
  await tx
    .deleteFrom('jointLink')
    .where('recommendationId', '=', ends.recommendationId)
    .where('otherCouncilId', '=', ends.otherCouncilId)
    .where('otherRecommendationId', '=', ends.otherRecommendationId)
    .execute();
}
