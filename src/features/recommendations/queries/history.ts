import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { HistoryRow } from '../rules/history.ts';

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

/** Who changed a record last, and when: for the second of two editors. */
export async function findLastChange(
  tx: CouncilTx,
  tableName: 'recommendation' | 'response' | 'action',
  recordId: string,
): Promise<{ who: string; at: Date } | null> {
  const { rows } = await sql<{ who: string | null; at: Date }>`
    select who.name as who, h.at from ${source}
    where h.council_id = current_council() and h.table_name = ${tableName} and h.record_id = ${recordId}
    order by h.id desc limit 1`.execute(tx);
  const row = rows[0];
  return row ? { who: row.who ?? 'The program', at: row.at } : null;
}

/** The names of everybody who ever served the council, by identifier: history names people who have left. */
export async function findNames(tx: CouncilTx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('membership').select(['personId', 'name']).execute();
  return new Map(rows.map((row) => [row.personId, row.name]));
}
