// Everything read from the published copies: by the public site, and by the council before it changes them.
import { type Kysely, type Selectable, sql } from 'kysely';
import type { CouncilTable, PublicTables } from '../../../platform/db/schema/index.ts';
import type { CouncilTx, PublicTx } from '../../../platform/db/scope.ts';
import type { Contents, Publication } from '../rules/contents.ts';

/** The council of this scope. */
const ownCouncil = sql<string>`(select current_council())`;

const PUBLICATION = [
  ...(['id', 'reportId', 'slug', 'number', 'title', 'summary', 'reportKind', 'fieldworkFrom', 'fieldworkTo'] as const),
  ...(['publishedAt', 'replacedAt', 'withdrawnAt', 'withdrawalReason', 'notRegistered'] as const),
];

/** Either door: a council also sees published copies. */
export type Reader = PublicTx | CouncilTx;
const reading = (tx: Reader) => tx as unknown as Kysely<PublicTables>;

export type PublishingCouncil = Pick<Selectable<CouncilTable>, 'id' | 'code' | 'name' | 'letters' | 'band'>;

export interface Version extends Publication {
  /** How many things were taken out of it: part of what tells one state of it from another. */
  readonly removals: number;
}

export interface Shelf {
  readonly council: PublishingCouncil;
  /** Newest first within each report. */
  readonly versions: readonly Version[];
}

/** A council and the versions it has published, of one report or of all: one query. Null: nothing was ever published. */
export async function findShelf(tx: Reader, code: string, slug: string | null): Promise<Shelf | null> {
  let query = shelves(tx).where('council.code', '=', code);
  if (slug !== null) query = query.where('publication.slug', '=', slug);
  const rows = await query.execute();
  const first = rows[0];
  return first ? { council: councilOf(first), versions: rows.map(versionOf) } : null;
}

/** Every council that has published, with its versions: one query. */
export async function listShelves(tx: Reader): Promise<Shelf[]> {
  const rows = await shelves(tx).execute();
  const byCouncil = Map.groupBy(rows, (row) => row.code);
  return [...byCouncil.values()].map((own) => ({ council: councilOf(own[0]!), versions: own.map(versionOf) }));
}

function shelves(tx: Reader) {
  return reading(tx)
    .selectFrom('publication')
    .innerJoin('council', 'council.id', 'publication.councilId')
    .select(['council.id as ownerId', 'council.code', 'council.name', 'council.letters', 'council.band'])
    .select(['publication.id', 'publication.reportId', 'publication.slug', 'publication.number', 'publication.title'])
    .select(['publication.summary', 'publication.reportKind', 'publication.fieldworkFrom', 'publication.fieldworkTo'])
    .select(['publication.publishedAt', 'publication.replacedAt', 'publication.withdrawnAt'])
    .select(['publication.withdrawalReason', 'publication.notRegistered'])
    .select((eb) =>
      eb
        .selectFrom('publishedRedaction as out')
        .whereRef('out.councilId', '=', 'publication.councilId')
        .whereRef('out.publicationId', '=', 'publication.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('removals'))
        .as('removals'),
    )
    .orderBy('council.name')
    .orderBy('publication.slug')
    .orderBy('publication.number', 'desc');
}

type ShelfRow = Awaited<ReturnType<ReturnType<typeof shelves>['execute']>>[number];
const councilOf = ({ ownerId, code, name, letters, band }: ShelfRow) => ({ id: ownerId, code, name, letters, band });
function versionOf({ ownerId, code, name, letters, band, removals, ...publication }: ShelfRow): Version {
  return { ...publication, removals: removals ?? 0 };
}

/** The versions of a report, newest first, of the council whose scope this is. */
export async function listVersions(tx: CouncilTx, reportId: string): Promise<Publication[]> {
  return tx
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('reportId', '=', reportId)
    .where('councilId', '=', ownCouncil)
    .orderBy('number', 'desc')
    .execute();
}

/** Every version of the council whose scope this is, newest first within each report. */
export async function listOwnVersions(tx: CouncilTx): Promise<Publication[]> {
  return tx
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('councilId', '=', ownCouncil)
    .orderBy('number', 'desc')
    .execute();
}

/** A version of the council's own. Published copies of other councils can be read too, so each query says whose. */
export async function findVersion(tx: CouncilTx, publicationId: string): Promise<Publication | null> {
  const found = await tx
    .selectFrom('publication')
    .select(PUBLICATION)
    .where('id', '=', publicationId)
    .where('councilId', '=', ownCouncil)
    .executeTakeFirst();
  return found ?? null;
}

/** Whether the council has used a short name for another report. */
export async function isSlugTaken(tx: CouncilTx, slug: string): Promise<boolean> {
  const taken = await tx
    .selectFrom('publication')
    .select('id')
    .where('councilId', '=', ownCouncil)
    .where('slug', '=', slug)
    .limit(1)
    .executeTakeFirst();
  return taken !== undefined;
}

/** The contents of some versions of one council: four queries for any number of them. */
export async function readContents(
  tx: Reader,
  councilId: string,
  publicationIds: readonly string[],
): Promise<Map<string, Contents>> {
  const db = reading(tx);
  const ids = [...publicationIds];
  if (ids.length === 0) return new Map();
  const recommendations = await db
    .selectFrom('publishedRecommendation')
    .selectAll()
    .where('councilId', '=', councilId)
    .where('publicationId', 'in', ids)
    .orderBy('position')
    .execute();
  const actions = await db
    .selectFrom('publishedAction')
    .selectAll()
    .where('councilId', '=', councilId)
    .where('publicationId', 'in', ids)
    .orderBy('targetOn')
    .orderBy('title')
    .execute();
  const evidence = await db
    .selectFrom('publishedEvidence')
    .selectAll()
    .where('councilId', '=', councilId)
    .where('publicationId', 'in', ids)
    .orderBy('title')
    .execute();
  const removals = await db
    .selectFrom('publishedRedaction')
    .selectAll()
    .where('councilId', '=', councilId)
    .where('publicationId', 'in', ids)
    .orderBy('position')
    .orderBy('redactedAt')
    .execute();
  const of = <T extends { publicationId: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.publicationId === id);
  return new Map(
    ids.map((id) => [
      id,
      {
        recommendations: of(recommendations, id),
        actions: of(actions, id),
        evidence: of(evidence, id),
        removals: of(removals, id),
      },
    ]),
  );
}

/** Everything a council took out of its versions. */
export async function listRemovals(tx: PublicTx, councilId: string) {
  return reading(tx).selectFrom('publishedRedaction').selectAll().where('councilId', '=', councilId).execute();
}

/**
 * A text that differs whenever anything a council published does: one small query. Versions and redactions are only ever
 * added or marked, so their numbers and latest times tell. Without a code: of every council. Null: nothing published.
 */
export async function readState(tx: PublicTx, code: string | null): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`
    select string_agg(concat_ws('|', c.id, c.name, c.letters, c.band, p.made, p.state, r.state), ',' order by c.id) as state
    from council c
    join lateral (
      select count(*) as made, concat_ws(' ', max(published_at), count(replaced_at), max(replaced_at),
        count(withdrawn_at), max(withdrawn_at)) as state
      from publication where council_id = c.id
    ) p on p.made > 0
    join lateral (
      select concat_ws(' ', count(*), max(redacted_at)) as state from published_redaction where council_id = c.id
    ) r on true
    where c.code = coalesce(${code}, c.code)`.execute(tx);
  return rows[0]?.state ?? null;
}

export interface PublishedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file published as evidence in a version, from the published pieces alone; null when it is not there. */
export async function readPublishedFile(
  tx: PublicTx,
  councilId: string,
  publicationId: string,
  evidenceId: string,
): Promise<PublishedFile | null> {
  const rows = await reading(tx)
    .selectFrom('publishedEvidence as e')
    .innerJoin('publishedFilePiece as piece', (join) =>
      join.onRef('piece.councilId', '=', 'e.councilId').onRef('piece.fileId', '=', 'e.fileId'),
    )
    .select(['e.recommendationId', 'e.fileName', 'e.mediaType', 'piece.bytes', 'piece.position'])
    .where('e.councilId', '=', councilId)
    .where('e.publicationId', '=', publicationId)
    .where('e.evidenceId', '=', evidenceId)
    .orderBy('e.recommendationId')
    .orderBy('piece.position')
    .execute();
  const first = rows[0];
  if (!first) return null;
  // The same file may stand under two recommendations: its pieces are wanted once.
  const pieces = rows.filter((row) => row.recommendationId === first.recommendationId);
  return {
    name: first.fileName ?? 'evidence',
    mediaType: first.mediaType ?? 'application/octet-stream',
    bytes: Buffer.concat(pieces.map((piece) => piece.bytes)),
  };
}
