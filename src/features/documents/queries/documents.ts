// Documents. The transaction is the first argument; row security shows one council's rows.
import { type Insertable, sql, type Updateable } from 'kysely';
import { json } from '../../../platform/db/json.ts';
import type { DocumentTable } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { ReportRecord } from '../rules/find.ts';

function briefs(tx: CouncilTx) {
  return tx
    .selectFrom('document')
    .innerJoin('storedFile', (join) =>
      join.onRef('storedFile.councilId', '=', 'document.councilId').onRef('storedFile.id', '=', 'document.fileId'),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.councilId', '=', 'document.councilId')
        .onRef('membership.personId', '=', 'document.uploadedBy'),
    )
    .leftJoin('documentVersion as version', (join) =>
      join.onRef('version.councilId', '=', 'document.councilId').onRef('version.documentId', '=', 'document.id'),
    )
    .leftJoin('report', (join) =>
      join
        .onRef('report.councilId', '=', 'document.councilId')
        .on((eb) => eb('report.documentId', '=', eb.fn.coalesce('version.rootId', 'document.id'))),
    )
    .select([
      'document.id',
      'document.title',
      'document.fileId',
      'storedFile.name as fileName',
      'storedFile.mediaType',
      'storedFile.size',
      'storedFile.sha256',
      'document.state',
      'document.step',
      'document.pages',
      'document.refusalCode',
      'document.refusal',
      'document.attempts',
      'document.uploadedAt',
      'membership.name as uploadedBy',
      'report.id as reportId',
      'document.version',
    ])
    .select(
      sql<boolean>`exists (
        select from report own where own.council_id = document.council_id and own.document_id = document.id
      ) or exists (
        select from proposal p join recommendation r on r.council_id = p.council_id and r.proposal_id = p.id
        where p.council_id = document.council_id and p.document_id = document.id
      )`.as('registered'),
    );
}

export async function findDocument(tx: CouncilTx, id: string): Promise<DocumentBrief | null> {
  return (await briefs(tx).where('document.id', '=', id).executeTakeFirst()) ?? null;
}

/** Every document that has not been dropped, newest first. */
export async function listDocuments(tx: CouncilTx): Promise<DocumentBrief[]> {
  return briefs(tx)
    .where('document.state', '<>', 'dropped')
    .orderBy('document.uploadedAt', 'desc')
    .orderBy('document.id')
    .execute();
}

/** The first other document, still kept, made from a file with the same content. */
export async function findSameFile(tx: CouncilTx, document: DocumentBrief): Promise<DocumentBrief | null> {
  const found = await briefs(tx)
    .where('storedFile.sha256', '=', document.sha256)
    .where('document.id', '<>', document.id)
    .where('document.state', '<>', 'dropped')
    .where('document.uploadedAt', '<=', document.uploadedAt)
    .orderBy('document.uploadedAt')
    .executeTakeFirst();
  return found ?? null;
}

/** What was read; null while nothing has been, or when it was dropped. */
export async function findRecord(tx: CouncilTx, id: string): Promise<ReportRecord | null> {
  const row = await tx.selectFrom('document').select('record').where('id', '=', id).executeTakeFirst();
  return (row?.record as ReportRecord | null | undefined) ?? null;
}

/** Holds the document until the transaction ends: whoever else would change it or its finds waits. Null when there is none. */
export async function holdDocument(tx: CouncilTx, id: string) {
  const row = await tx
    .selectFrom('document')
    .select(['id', 'state', 'attempts', 'version', 'uploadedAt', 'refusalCode', 'fileId', 'title'])
    .select((eb) => eb('record', 'is not', null).as('wasRead'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDocument(tx: CouncilTx, row: Insertable<DocumentTable>): Promise<string> {
  const { id } = await tx.insertInto('document').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateDocument(
  tx: CouncilTx,
  id: string,
  changes: Omit<Updateable<DocumentTable>, 'record' | 'version'> & { record?: ReportRecord | null },
): Promise<void> {
  const { record, ...rest } = changes;
  await tx
    .updateTable('document')
    .set((eb) => ({
      ...rest,
      ...(record === undefined ? {} : { record: record === null ? null : json(record) }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** A step of a reading under way. A reading that has ended meanwhile is left as it is. */
export async function recordStep(tx: CouncilTx, id: string, step: string, pages: number | null): Promise<void> {
  await tx
    .updateTable('document')
    .set({ step, ...(pages === null ? {} : { pages }) })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute();
}

/** The council with a code, for commands. */
export async function findCouncilByCode(
  tx: import('../../../platform/db/scope.ts').SystemTx,
  code: string,
): Promise<{ id: string; name: string } | null> {
  return (await tx.selectFrom('council').select(['id', 'name']).where('code', '=', code).executeTakeFirst()) ?? null;
}
