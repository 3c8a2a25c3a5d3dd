import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { findHistory, type HistoryRow } from '../../history/index.ts';

/**
 * What happened to the versions of a report that were published, oldest first. Of what stood in them nothing is read: words
 * that were taken out stay out.
 */
export function findHistoryOfPublications(tx: CouncilTx, reportId: string): Promise<HistoryRow[]> {
  return findHistory(
    tx,
    sql`(h.table_name = 'publication' and h.record ->> 'report_id' = ${reportId}::text)
      or (h.table_name = 'published_redaction' and (h.record ->> 'publication_id')::uuid in (
        select p.id from publication p where p.council_id = current_council() and p.report_id = ${reportId}))`,
  );
}
