// Findings of a document, each with the last of the decisions about it.
import { sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { Decision, Span } from '../rules/find.ts';
import type { Finding, FindingKind, FindingValue } from '../rules/finding.ts';
import type { NewFinding } from '../rules/findings-of.ts';

/** The findings in play, in the report's order. */
export async function listFindings(
  tx: CouncilTx,
  documentId: string,
  kinds?: readonly FindingKind[],
): Promise<Finding[]> {
  const rows = await tx
    .selectFrom('finding')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('findingDecision as d')
          .selectAll('d')
          .whereRef('d.councilId', '=', 'finding.councilId')
          .whereRef('d.findingId', '=', 'finding.id')
          .orderBy('d.number', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('membership as decider', (join) =>
      join.onRef('decider.councilId', '=', 'finding.councilId').onRef('decider.personId', '=', 'last.decidedBy'),
    )
    .leftJoin('membership as adder', (join) =>
      join.onRef('adder.councilId', '=', 'finding.councilId').onRef('adder.personId', '=', 'finding.addedBy'),
    )
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.councilId', '=', 'finding.councilId')
        .onRef('proposal.findingId', '=', 'finding.id')
        .on('proposal.decision', '<>', 'left_out'),
    )
    .selectAll('finding')
    .select([
      'last.number as version',
      'last.decision',
      'last.correction',
      'decider.name as decider',
      'adder.name as adder',
      'proposal.id as proposalId',
      'proposal.groupName',
      'proposal.number as proposalNumber',
    ])
    .where('finding.documentId', '=', documentId)
    .$if(kinds !== undefined, (query) => query.where('finding.kind', 'in', [...kinds!]))
    .where((eb) => eb.or([eb('last.decision', 'is', null), eb('last.decision', '<>', 'replaced')]))
    .orderBy('finding.position')
    .orderBy('finding.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    position: row.position,
    value: (row.correction ?? row.value) as FindingValue,
    proposed: row.value as FindingValue,
    corrected: row.correction !== null,
    span: row.spanStart === null || row.spanEnd === null ? null : ([row.spanStart, row.spanEnd] as const),
    page: row.page,
    pageEnd: row.pageEnd,
    confidence: row.confidence,
    addedBy: row.adder,
    byHand: row.addedBy !== null,
    decision: (row.decision ?? 'undecided') as Decision,
    decidedBy: row.decider,
    version: row.version ?? 0,
    takenAs:
      row.proposalId === null ? null : { id: row.proposalId, group: row.groupName!, number: row.proposalNumber! },
  }));
}

/** How many findings of each kind are in play, and how many of them nobody has decided. */
export async function countFindings(
  tx: CouncilTx,
  documentId: string,
): Promise<readonly { kind: FindingKind; all: number; undecided: number }[]> {
  const { rows } = await sql<{ kind: FindingKind; all: string | number; undecided: string | number }>`
    select f.kind, count(*) as all, count(*) filter (where coalesce(d.decision, 'undecided') = 'undecided') as undecided
    from finding f
    left join lateral (
      select decision from finding_decision d where d.council_id = f.council_id and d.finding_id = f.id
      order by number desc limit 1
    ) d on true
    where f.document_id = ${documentId} and d.decision is distinct from 'replaced'
    group by f.kind`.execute(tx);
  return rows.map(({ kind, all, undecided }) => ({ kind, all: Number(all), undecided: Number(undecided) }));
}

/** @returns the identifiers, in the order given */
export async function insertFindings(
  tx: CouncilTx,
  into: { councilId: string; documentId: string; addedBy: string | null },
  findings: readonly NewFinding[],
): Promise<string[]> {
  const ids: string[] = [];
  // In pieces, since a statement takes some tens of thousands of values.
  for (let from = 0; from < findings.length; from += 500) {
    const rows = await tx
      .insertInto('finding')
      .values(
        findings.slice(from, from + 500).map(({ span, value, ...rest }) => ({
          ...into,
          ...rest,
          value: json(value),
          spanStart: span?.[0] ?? null,
          spanEnd: span?.[1] ?? null,
        })),
      )
      .returning('id')
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export interface NewDecision {
  readonly findingId: string;
  /** The number of decisions there were when it was made. */
  readonly after: number;
  readonly decision: Decision | 'replaced';
  readonly correction: FindingValue | null;
}

/** Writes decisions, each after those there are. The table refuses two with one number. */
export async function insertDecisions(
  tx: CouncilTx,
  by: { councilId: string; personId: string | null; at: Date },
  decisions: readonly NewDecision[],
): Promise<void> {
  for (let from = 0; from < decisions.length; from += 500) {
    await tx
      .insertInto('findingDecision')
      .values(
        decisions.slice(from, from + 500).map(({ findingId, after, decision, correction }) => ({
          councilId: by.councilId,
          findingId,
          number: after + 1,
          decision,
          correction: correction === null ? null : json(correction),
          decidedBy: by.personId,
          decidedAt: by.at,
        })),
      )
      .execute();
  }
}

/** Moves a finding to where its words stand in the text as it was read again. */
export async function moveFinding(
  tx: CouncilTx,
  id: string,
  place: { span: Span | null; page: number | null; pageEnd: number | null; position: number },
): Promise<void> {
  const { span, ...rest } = place;
  await tx
    .updateTable('finding')
    .set({ ...rest, spanStart: span?.[0] ?? null, spanEnd: span?.[1] ?? null })
    .where('id', '=', id)
    .execute();
}

/** Who last decided or corrected a finding, and when. */
export async function lastDecision(
  tx: CouncilTx,
  findingId: string,
): Promise<{ who: string | null; personId: string | null; at: Date } | null> {
  const row = await tx
    .selectFrom('findingDecision')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.councilId', '=', 'findingDecision.councilId')
        .onRef('membership.personId', '=', 'findingDecision.decidedBy'),
    )
    .select(['membership.name as who', 'findingDecision.decidedBy as personId', 'findingDecision.decidedAt as at'])
    .where('findingId', '=', findingId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
