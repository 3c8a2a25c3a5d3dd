import { sql } from 'kysely';
import type { Progress, SubPoint, Visibility } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';

/** An action with its owners, how often its date moved, and the recommendations that it answers. */
export interface ActionRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly officerId: string | null;
  readonly officer: string | null;
  readonly memberId: string | null;
  readonly member: string | null;
  readonly startsOn: string | null;
  readonly targetOn: string | null;
  readonly originalTargetOn: string | null;
  readonly successMeasure: string;
  readonly costKnown: boolean;
  readonly costOneOffPence: number | null;
  readonly costYearlyPence: number | null;
  readonly peopleDays: number | null;
  readonly progress: Progress;
  readonly visibility: Visibility;
  readonly evidence: number;
  readonly moves: number;
  readonly sentence: string | null;
  readonly reportedAt: Date | null;
  readonly answers: readonly { id: string; number: number; groupName: string; heading: string | null; text: string }[];
}

const actionColumns = sql`a.id, a.version, a.title, a.officer_id, officer.name as officer, a.member_id,
  member.name as member, a.starts_on, a.target_on, a.original_target_on, a.success_measure, a.cost_known,
  a.cost_one_off_pence, a.cost_yearly_pence, a.people_days, a.progress, a.visibility,
  (select count(*) from evidence e where e.council_id = a.council_id and e.action_id = a.id) as evidence,
  (select count(*) from action_update u where u.council_id = a.council_id and u.action_id = a.id
    and u.new_target_on is not null and u.previous_target_on is not null) as moves,
  latest.sentence, latest.reported_at,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'groupName', r.group_name,
      'heading', r.heading, 'text', left(r.text, 400)) order by r.group_name, r.number)
    from recommendation_action ra join recommendation r on r.council_id = ra.council_id and r.id = ra.recommendation_id
    where ra.council_id = a.council_id and ra.action_id = a.id), '[]'::jsonb) as answers`;
const actionSource = sql`action a
  left join membership officer on officer.council_id = a.council_id and officer.person_id = a.officer_id
  left join membership member on member.council_id = a.council_id and member.person_id = a.member_id
  left join lateral (select u.sentence, u.reported_at from action_update u
    where u.council_id = a.council_id and u.action_id = a.id order by u.reported_at desc limit 1) latest on true`;

export async function findActions(tx: CouncilTx): Promise<ActionRow[]> {
  const { rows } = await sql<ActionRow>`
    select ${actionColumns} from ${actionSource} where a.council_id = current_council()
    order by a.target_on nulls last, a.added_at, a.id`.execute(tx);
  return rows;
}

export async function findAction(tx: CouncilTx, id: string): Promise<ActionRow | null> {
  const { rows } = await sql<ActionRow>`
    select ${actionColumns} from ${actionSource} where a.council_id = current_council() and a.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export interface LockedAction {
  readonly version: number;
  readonly title: string;
  readonly progress: Progress;
  readonly startsOn: string | null;
  readonly targetOn: string | null;
  readonly visibility: Visibility;
}

/** What a change is judged by, with a lock on the action until the transaction ends. */
export async function lockAction(tx: CouncilTx, id: string): Promise<LockedAction | null> {
  const row = await tx
    .selectFrom('action')
    .select(['version', 'title', 'progress', 'startsOn', 'targetOn', 'visibility'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export interface UpdateRow {
  readonly id: string;
  readonly progress: Progress;
  readonly sentence: string;
  readonly pauseReason: string;
  readonly previousTargetOn: string | null;
  readonly newTargetOn: string | null;
  readonly moveReason: string;
  readonly reportedAt: Date;
  readonly reportedBy: string | null;
}

/** What was reported on an action, newest first. */
export async function findUpdates(tx: CouncilTx, actionId: string): Promise<UpdateRow[]> {
  const { rows } = await sql<UpdateRow>`
    select u.id, u.progress, u.sentence, u.pause_reason, u.previous_target_on, u.new_target_on, u.move_reason,
      u.reported_at, reporter.name as reported_by
    from action_update u
    left join membership reporter on reporter.council_id = u.council_id and reporter.person_id = u.reported_by
    where u.council_id = current_council() and u.action_id = ${actionId}
    order by u.reported_at desc, u.id`.execute(tx);
  return rows;
}

/** Whether the same update was reported within the last minutes: a form sent twice. */
export async function hasSameUpdate(
  tx: CouncilTx,
  update: { actionId: string; progress: Progress; sentence: string; newTargetOn: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select exists (select from action_update
      where council_id = current_council() and action_id = ${update.actionId} and progress = ${update.progress}
        and sentence = ${update.sentence} and new_target_on is not distinct from ${update.newTargetOn}::date
        and reported_by is not distinct from current_person()
        and reported_at > scope_now() - interval '5 minutes') as same`.execute(tx);
  return rows[0]?.same ?? false;
}

export interface EvidenceRecord {
  readonly id: string;
  readonly recommendationId: string | null;
  readonly actionId: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly visibility: Visibility;
  readonly addedAt: Date;
  readonly addedBy: string | null;
}

const evidenceColumns = sql`e.id, e.recommendation_id, e.action_id, e.title, e.url, e.file_id, f.name as file_name,
  f.media_type, f.size, e.visibility, e.added_at, adder.name as added_by`;
const evidenceSource = sql`evidence e
  left join stored_file f on f.council_id = e.council_id and f.id = e.file_id
  left join membership adder on adder.council_id = e.council_id and adder.person_id = e.added_by`;

export async function findEvidence(tx: CouncilTx, id: string): Promise<EvidenceRecord | null> {
  const { rows } = await sql<EvidenceRecord>`
    select ${evidenceColumns} from ${evidenceSource} where e.council_id = current_council() and e.id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function findEvidenceOfAction(tx: CouncilTx, actionId: string): Promise<EvidenceRecord[]> {
  const { rows } = await sql<EvidenceRecord>`
    select ${evidenceColumns} from ${evidenceSource}
    where e.council_id = current_council() and e.action_id = ${actionId} order by e.added_at, e.id`.execute(tx);
  return rows;
}

export async function hasEvidence(tx: CouncilTx, actionId: string): Promise<boolean> {
  const row = await tx.selectFrom('evidence').select('id').where('actionId', '=', actionId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Whether a publication bears this evidence, or this action: then it can be made neither private nor away. */
export async function isPublished(tx: CouncilTx, kind: 'evidence' | 'action', id: string): Promise<boolean> {
  const { rows } = await sql<{ published: boolean }>`select ${
    kind === 'evidence'
      ? sql`exists (select from published_evidence where council_id = current_council() and evidence_id = ${id})`
      : sql`exists (select from published_action where council_id = current_council() and action_id = ${id})`
  } as published`.execute(tx);
  return rows[0]?.published ?? false;
}

export interface RecommendationBrief {
  readonly id: string;
  readonly number: number;
  readonly groupName: string;
  readonly heading: string | null;
  readonly text: string;
  readonly parts: readonly SubPoint[];
}

export async function findRecommendationBrief(tx: CouncilTx, id: string): Promise<RecommendationBrief | null> {
  const row = await tx
    .selectFrom('recommendation')
    .select(['id', 'number', 'groupName', 'heading', 'text', 'parts'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
