// Finds of a document (the table proposal) and what they became in the register.
import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { ProposalTable } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { Decision, Find, Span, Wording } from '../rules/find.ts';

/** The finds in play, in the report's order. */
export async function listFinds(tx: CouncilTx, documentId: string): Promise<Find[]> {
  const rows = await tx
    .selectFrom('proposal')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.councilId', '=', 'proposal.councilId')
        .onRef('membership.personId', '=', 'proposal.decidedBy'),
    )
    .leftJoin('proposalMatch as match', (join) =>
      join.onRef('match.councilId', '=', 'proposal.councilId').onRef('match.proposalId', '=', 'proposal.id'),
    )
    // What the register holds of one version of a find is of all that are the same.
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('recommendation as r')
          .leftJoin('proposalMatch as m', (join) =>
            join.onRef('m.councilId', '=', 'r.councilId').onRef('m.proposalId', '=', 'r.proposalId'),
          )
          .select((one) => ['r.councilId', 'r.id', one.fn.coalesce('m.rootId', 'r.proposalId').as('rootId')])
          .where('r.proposalId', 'is not', null)
          .as('registered'),
      (join) =>
        join
          .onRef('registered.councilId', '=', 'proposal.councilId')
          .on((eb) => eb('registered.rootId', '=', eb.fn.coalesce('match.rootId', 'proposal.id'))),
    )
    .selectAll('proposal')
    .select(['membership.name as decider', 'registered.id as recommendationId'])
    .where('proposal.documentId', '=', documentId)
    .orderBy('proposal.position')
    .orderBy('proposal.id')
    .execute();
  const madeFrom = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.decision !== 'replaced') continue;
    for (const successor of row.replacedBy ?? []) madeFrom.set(successor, [...(madeFrom.get(successor) ?? []), row.id]);
  }
  return rows.flatMap((row) => {
    // Two versions may both have been added to the register before a person said that they are the same.
    if (row.decision === 'replaced' || seen.has(row.id)) return [];
    seen.add(row.id);
    return {
      id: row.id,
      position: row.position,
      wording: { group: row.groupName, number: row.number, heading: row.heading, text: row.text, parts: row.parts },
      asRead: row.asRead as Wording | null,
      span: row.spanStart === null || row.spanEnd === null ? null : ([row.spanStart, row.spanEnd] as const),
      page: row.page,
      pageEnd: row.pageEnd,
      doubts: row.doubts,
      decision: row.decision,
      decidedBy: row.decider,
      version: row.version,
      recommendationId: row.recommendationId,
      fromSuggestion: row.findingId !== null,
      madeFrom: madeFrom.get(row.id) ?? [],
    };
  });
}

/** How many finds of each document are in each state, for lists. */
export async function countFinds(
  tx: CouncilTx,
): Promise<Map<string, { undecided: number; accepted: number; all: number }>> {
  const rows = await tx
    .selectFrom('proposal')
    .select((eb) => ['documentId', 'decision', eb.fn.countAll<string | number>().as('count')])
    .where('decision', '<>', 'replaced')
    .groupBy(['documentId', 'decision'])
    .execute();
  const counts = new Map<string, { undecided: number; accepted: number; all: number }>();
  for (const row of rows) {
    const one = counts.get(row.documentId) ?? { undecided: 0, accepted: 0, all: 0 };
    const count = Number(row.count);
    if (row.decision === 'undecided') one.undecided = count;
    if (row.decision === 'accepted') one.accepted = count;
    one.all += count;
    counts.set(row.documentId, one);
  }
  return counts;
}

export interface NewFind {
  readonly position: number;
  readonly wording: Wording;
  readonly asRead: Wording | null;
  readonly span: Span | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly confidence: number;
  readonly doubts: readonly string[];
  readonly decision?: Decision;
  readonly decidedBy?: string | null;
  readonly decidedAt?: Date;
  /** The suggestion in the prose that it is made from. */
  readonly findingId?: string;
}

/** @returns the identifiers, in the order given */
export async function insertFinds(
  tx: CouncilTx,
  councilId: string,
  documentId: string,
  finds: readonly NewFind[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const find of finds) {
    const row: Insertable<ProposalTable> = {
      councilId,
      documentId,
      position: find.position,
      ...columns(find.wording),
      asRead: find.asRead === null ? null : json(find.asRead),
      spanStart: find.span?.[0] ?? null,
      spanEnd: find.span?.[1] ?? null,
      page: find.page,
      pageEnd: find.pageEnd,
      confidence: find.confidence,
      doubts: json(find.doubts),
      decision: find.decision ?? 'undecided',
      decidedBy: find.decidedBy ?? null,
      decidedAt: find.decidedAt ?? null,
      findingId: find.findingId ?? null,
    };
    ids.push((await tx.insertInto('proposal').values(row).returning('id').executeTakeFirstOrThrow()).id);
  }
  return ids;
}

function columns(wording: Wording) {
  const { group, number, heading, text, parts } = wording;
  return { groupName: group, number, heading, text, parts: json(parts) };
}

export interface FindChanges {
  readonly wording?: Wording;
  readonly decision?: Decision;
  /** Who decided, when the decision is not "undecided". */
  readonly decidedBy?: string | null;
  readonly at: Date;
}

/** Changes one find if it still is at the version given. @returns whether it was */
export async function updateFind(tx: CouncilTx, id: string, version: number, changes: FindChanges): Promise<boolean> {
  const decided = changes.decision !== undefined && changes.decision !== 'undecided';
  const result = await tx
    .updateTable('proposal')
    .set((eb) => ({
      ...(changes.wording ? columns(changes.wording) : {}),
      ...(changes.decision === undefined
        ? {}
        : {
            decision: changes.decision,
            decidedBy: decided ? (changes.decidedBy ?? null) : null,
            decidedAt: decided ? changes.at : null,
          }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decision', '<>', 'replaced')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Moves a find, and the recommendation it became, to where its words stand in the text as it was read again. */
export async function moveFind(
  tx: CouncilTx,
  id: string,
  place: { span: Span | null; page: number | null; pageEnd: number | null; position: number },
): Promise<void> {
  const { span, ...rest } = place;
  const columns = { ...rest, spanStart: span?.[0] ?? null, spanEnd: span?.[1] ?? null };
  await tx.updateTable('proposal').set(columns).where('id', '=', id).execute();
  await tx.updateTable('recommendation').set(columns).where('proposalId', '=', id).execute();
}

/** The find that was made from a suggestion, wanted or not. */
export async function findOfSuggestion(
  tx: CouncilTx,
  findingId: string,
): Promise<{ id: string; version: number } | null> {
  const row = await tx
    .selectFrom('proposal')
    .select(['id', 'version'])
    .where('findingId', '=', findingId)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts finds out of play; `successors` stand in their place. */
export async function replaceFinds(
  tx: CouncilTx,
  ids: readonly string[],
  successors: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('proposal')
    .set((eb) => ({
      decision: 'replaced',
      decidedBy: null,
      decidedAt: null,
      replacedBy: [...successors],
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute();
}

/** Puts finds that were replaced back in play, undecided. */
export async function restoreFinds(tx: CouncilTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('proposal')
    .set((eb) => ({ decision: 'undecided', replacedBy: null, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('decision', '=', 'replaced')
    .execute();
}

/** The finds that were put in the place of those given. */
export async function successorsOf(tx: CouncilTx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('proposal')
    .select('replacedBy')
    .where('id', 'in', [...ids])
    .execute();
  return [...new Set(rows.flatMap((row) => row.replacedBy ?? []))];
}

/** Group names that this council's finds and recommendations already use, for suggestions while typing. */
export async function knownGroups(tx: CouncilTx, documentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('proposal')
    .select('groupName')
    .where('documentId', '=', documentId)
    .groupBy('groupName')
    .orderBy(sql`min(position)`)
    .execute();
  return rows.map((row) => row.groupName);
}
