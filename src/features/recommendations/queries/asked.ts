// The finds that recommendations of the register were made from, and those that were not taken into it.
import { sql } from 'kysely';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { Proposed } from '../rules/asked.ts';

export interface ProposedOf {
  /** In the order of the report. */
  readonly finds: readonly Proposed[];
  /** The newest version of the report that has been read and is kept; null when the report was typed in. */
  readonly newestDocumentId: string | null;
}

/** The finds of every version of a report of the register. */
export async function findProposed(tx: CouncilTx, reportId: string): Promise<ProposedOf> {
  const { rows: documents } = await sql<{ id: string; kept: boolean }>`
    select d.id, d.state = 'read' as kept from report
    left join document_version v on v.council_id = report.council_id and v.root_id = report.document_id
    join document d on d.council_id = report.council_id and d.id in (report.document_id, v.document_id)
    where report.id = ${reportId} and report.council_id = current_council()
    group by d.id, d.state, d.uploaded_at order by d.uploaded_at desc, d.id`.execute(tx);
  const { rows: finds } = await sql<Proposed>`
    select p.id, p.document_id, p.decision, p.as_read, p.finding_id, p.replaced_by, coalesce(m.root_id, p.id) as root_id
    from proposal p
    left join proposal_match m on m.council_id = p.council_id and m.proposal_id = p.id
    where p.council_id = current_council() and p.document_id in (
      select report.document_id from report where report.council_id = current_council() and report.id = ${reportId}
      union select v.document_id from report
        join document_version v on v.council_id = report.council_id and v.root_id = report.document_id
        where report.council_id = current_council() and report.id = ${reportId}
      union select printed.document_id from recommendation r
        join proposal printed on printed.council_id = r.council_id and printed.id = r.proposal_id
        where r.council_id = current_council() and r.report_id = ${reportId})
    order by p.position, p.id`.execute(tx);
  return { finds, newestDocumentId: documents.find((one) => one.kept)?.id ?? null };
}
