import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findHistory, type HistoryRow } from '../../history/index.ts';

/** All that happened to a recommendation, its response, verdicts and evidence, and to every action ever linked to it; oldest first. */
export function findHistoryOfRecommendation(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  const linked = sql`
    select (l.record ->> 'action_id')::uuid from history l
    where l.council_id = current_council() and l.table_name = 'recommendation_action' and l.record ->> 'recommendation_id' = ${id}::text`;
  return findHistory(
    tx,
    sql`(h.table_name in ('recommendation', 'response') and h.record_id = ${id})
      or (h.table_name in ('verdict', 'recommendation_action', 'evidence') and h.record ->> 'recommendation_id' = ${id}::text)
      or (h.table_name = 'action' and h.record_id in (${linked}))
      or (h.table_name in ('action_update', 'evidence') and (h.record ->> 'action_id')::uuid in (${linked}))`,
  );
}

/** All that happened to one action, its updates, evidence and links; oldest first. */
export function findHistoryOfAction(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  return findHistory(
    tx,
    sql`(h.table_name = 'action' and h.record_id = ${id})
      or (h.table_name in ('recommendation_action', 'action_update', 'evidence') and h.record ->> 'action_id' = ${id}::text)`,
  );
}

/** All that happened to one piece of evidence; oldest first. */
export function findHistoryOfEvidence(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  return findHistory(tx, sql`h.table_name = 'evidence' and h.record_id = ${id}`);
}
