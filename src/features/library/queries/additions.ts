// Public reports that a council adds: the council's own rows until they are in the library, and what it put there.
import { sql } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { Authority, ReportKind } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { FoundPassage, FoundReport } from '../rules/found.ts';

const ownCouncil = sql<string>`(select current_council())`;

export type AdditionState = 'waiting' | 'reading' | 'read' | 'refused' | 'added' | 'withdrawn';

export interface Addition {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly address: string;
  readonly state: AdditionState;
  readonly attempts: number;
  readonly refusal: string | null;
  readonly found: FoundReport | null;
  readonly withdrawalReason: string | null;
  readonly addedAt: Date;
  /** Of one that is in the library: its title there. */
  readonly title: string | null;
}

const additions = (tx: CouncilTx) =>
  tx
    .selectFrom('libraryAddition as a')
    .innerJoin('storedFile as f', (join) =>
      join.onRef('f.councilId', '=', 'a.councilId').onRef('f.id', '=', 'a.fileId'),
    )
    .leftJoin('publishedSource as s', (join) =>
      join.onRef('s.councilId', '=', 'a.councilId').onRef('s.id', '=', 'a.id'),
    )
    .select(['a.id', 'a.fileId', 'f.name as fileName', 'a.address', 'a.state', 'a.attempts', 'a.refusal'])
    .select(['a.withdrawalReason', 'a.addedAt', 's.title'])
    .where('a.councilId', '=', ownCouncil);

export async function listAdditions(tx: CouncilTx): Promise<Addition[]> {
  const rows = await additions(tx).orderBy('a.addedAt', 'desc').limit(500).execute();
  return rows.map((row) => ({ ...row, found: null }));
}

/** One of the council's own, held still until the transaction ends when it is to be changed. */
export async function findAddition(tx: CouncilTx, id: string, hold = false): Promise<Addition | null> {
  let query = additions(tx).select('a.found').where('a.id', '=', id);
  if (hold) query = query.forUpdate('a');
  const row = await query.executeTakeFirst();
  return row ? { ...row, found: row.found as FoundReport | null } : null;
}

export async function insertAddition(tx: CouncilTx, fileId: string, address: string): Promise<string> {
  const { id } = await tx
    .insertInto('libraryAddition')
    .values({ councilId: ownCouncil, fileId, address, addedBy: sql<string | null>`current_person()` })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface AdditionChange {
  readonly state: AdditionState;
  readonly attempts?: number;
  readonly refusal?: string | null;
  readonly found?: FoundReport;
  readonly withdrawalReason?: string;
}

export async function updateAddition(tx: CouncilTx, id: string, change: AdditionChange): Promise<void> {
  const { found, ...rest } = change;
  await tx
    .updateTable('libraryAddition')
    .set({ ...rest, ...(found ? { found: json(found) } : {}) })
    .where('councilId', '=', ownCouncil)
    .where('id', '=', id)
    .execute();
}

export interface NewSource {
  readonly title: string;
  readonly about: string;
  readonly aboutGss: string | null;
  readonly authority: Authority | null;
  readonly reportKind: ReportKind;
  readonly year: number | null;
  readonly address: string;
}

/** Puts a report and its passages into the library. */
export async function insertSource(
  tx: CouncilTx,
  id: string,
  source: NewSource,
  passages: readonly FoundPassage[],
): Promise<void> {
  await tx
    .insertInto('publishedSource')
    .values({ councilId: ownCouncil, id, ...source })
    .execute();
  const { about, authority, year } = source;
  const rows = json(passages.map((passage, position) => ({ ...passage, position })));
  await sql`insert into published_passage
      (council_id, source_id, position, kind, strength, theme, about, authority, year, heading, text, page)
    select ${ownCouncil}, ${id}::uuid, p.position, p.kind, p.strength, p.theme, ${about}, ${authority}::text, ${year}::integer,
      p.heading, p.text, p.page
    from jsonb_to_recordset(${rows}::jsonb) as p (position double precision, kind text, strength text, theme text,
      heading text, text text, page integer)`.execute(tx);
}

/** Takes a report out of the library; its passages fall with it. */
export async function deleteSource(tx: CouncilTx, id: string): Promise<void> {
  await tx.deleteFrom('publishedSource').where('councilId', '=', ownCouncil).where('id', '=', id).execute();
}
