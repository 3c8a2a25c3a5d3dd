import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';

/** A row of history, with the columns of its record as the database names them. */
export interface HistoryRow {
  readonly id: number;
  readonly tableName: string;
  readonly recordId: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly who: string | null;
  readonly change: 'added' | 'changed' | 'removed';
  readonly reason: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>> | null;
}

const columns = sql`h.id, h.table_name, h.record_id, h.at, h.person_id, who.name as who, h.change, h.reason, h.record, h.was`;
const source = sql`history h left join membership who on who.council_id = h.council_id and who.person_id = h.person_id`;

/** All that happened to a recommendation, its response, verdicts and evidence, and to every action ever linked to it; oldest first. */
export async function findHistoryOfRecommendation(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    with linked as (
      select distinct (record ->> 'action_id')::uuid as id from history
      where council_id = current_council() and table_name = 'recommendation_action' and record ->> 'recommendation_id' = ${id}::text
    )
    select ${columns} from ${source}
    where h.council_id = current_council() and (
      (h.table_name in ('recommendation', 'response') and h.record_id = ${id})
      or (h.table_name in ('verdict', 'recommendation_action', 'evidence') and h.record ->> 'recommendation_id' = ${id}::text)
      or (h.table_name = 'action' and h.record_id in (select id from linked))
      or (h.table_name in ('action_update', 'evidence') and (h.record ->> 'action_id')::uuid in (select id from linked)))
    order by h.id`.execute(tx);
  return rows;
}

/** All that happened to one action, its updates, evidence and links; oldest first. */
export async function findHistoryOfAction(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select ${columns} from ${source}
    where h.council_id = current_council() and (
      (h.table_name = 'action' and h.record_id = ${id})
      or (h.table_name in ('recommendation_action', 'action_update', 'evidence') and h.record ->> 'action_id' = ${id}::text))
    order by h.id`.execute(tx);
  return rows;
}
