import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findHistory, type HistoryRow } from '../../history/index.ts';

/** All that happened to an upload, to the report that it became, and to each find and finding in it; oldest first. */
export function findHistoryOfDocument(tx: CouncilTx, id: string): Promise<HistoryRow[]> {
  return findHistory(
    tx,
    sql`(h.table_name = 'document' and h.record_id = ${id})
      or (h.table_name in ('report', 'proposal', 'finding', 'document_version') and h.record ->> 'document_id' = ${id}::text)
      or (h.table_name = 'finding_decision' and exists (
        select from finding f
        where f.council_id = h.council_id and f.document_id = ${id} and f.id = (h.record ->> 'finding_id')::uuid
      ))`,
  );
}
