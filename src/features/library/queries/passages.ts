// Passages with all that a page says of them: whose they are, where they stand, and what came of them.
import { sql } from 'kysely';
import type {
  Answer,
  Authority,
  Grade,
  PassageKind,
  PassageStrength,
  Progress,
  ReportKind,
  Theme,
} from '../../../platform/db/schema/index.ts';
import type { Reader } from './search.ts';

export interface PassageRow {
  readonly id: string;
  readonly kind: PassageKind;
  readonly strength: PassageStrength | null;
  readonly theme: Theme | null;
  readonly about: string;
  readonly authority: Authority | null;
  readonly year: number | null;
  readonly heading: string | null;
  readonly text: string;
  readonly page: number | null;
  /** The text with its hits marked, or a part of it; only of a search. */
  readonly excerpt?: string;
  /** The council that published the plan, or that added the report. */
  readonly councilId: string;
  readonly councilCode: string;
  readonly councilName: string;
  readonly reportTitle: string;
  readonly reportKind: ReportKind;
  /** Of a published recommendation; null for a passage of an added report. */
  readonly publicationId: string | null;
  readonly recommendationId: string | null;
  readonly slug: string | null;
  readonly version: number | null;
  readonly groupName: string | null;
  readonly number: number | null;
  readonly answer: Answer | null;
  readonly answeredOn: string | null;
  readonly answerReason: string | null;
  readonly progress: Progress | null;
  readonly progressOn: string | null;
  readonly verdict: Grade | null;
  readonly verdictOn: string | null;
  readonly verdictBy: string | null;
  /** Of an added report; null for a published recommendation. */
  readonly sourceId: string | null;
  readonly address: string | null;
  readonly addedAt: Date | null;
}

export const passageColumns = sql`p.id, p.kind, p.strength, p.theme, p.about, p.authority, p.year, p.heading, p.text, p.page,
  p.council_id, c.code as council_code, c.name as council_name, coalesce(pub.title, s.title) as report_title,
  coalesce(pub.report_kind, s.report_kind) as report_kind, p.publication_id, p.recommendation_id, pub.slug,
  pub.number as version, r.group_name, r.number, r.answer, r.answered_on, r.answer_reason, r.progress, r.progress_on,
  r.verdict, r.verdict_on, r.verdict_by, p.source_id, s.address, s.added_at`;

export const passageTables = sql`join council c on c.id = p.council_id
  left join publication pub on pub.council_id = p.council_id and pub.id = p.publication_id
  left join published_recommendation r on r.council_id = p.council_id and r.publication_id = p.publication_id
    and r.recommendation_id = p.recommendation_id
  left join published_source s on s.council_id = p.council_id and s.id = p.source_id`;

export async function findPassage(tx: Reader, id: string): Promise<PassageRow | null> {
  const { rows } = await sql<PassageRow>`
    select ${passageColumns} from published_passage p ${passageTables} where p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function findPassagesById(tx: Reader, ids: readonly string[]): Promise<PassageRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PassageRow>`
    select ${passageColumns} from published_passage p ${passageTables} where p.id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** A public report that a council added. */
export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly authority: Authority | null;
  readonly reportKind: ReportKind;
  readonly year: number | null;
  readonly address: string;
  readonly addedAt: Date;
  readonly councilName: string;
}

export async function findSource(tx: Reader, id: string): Promise<SourceRow | null> {
  const { rows } = await sql<SourceRow>`
    select s.id, s.title, s.about, s.authority, s.report_kind, s.year, s.address, s.added_at, c.name as council_name
    from published_source s join council c on c.id = s.council_id where s.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function findPassagesOfSource(tx: Reader, sourceId: string): Promise<PassageRow[]> {
  const { rows } = await sql<PassageRow>`
    select ${passageColumns} from published_passage p ${passageTables} where p.source_id = ${sourceId}
    order by p.position`.execute(tx);
  return rows;
}

/** How many reports can be searched: published plans, and reports added. */
export async function countLibrary(tx: Reader): Promise<{ published: number; added: number }> {
  const { rows } = await sql<{ published: number; added: number }>`
    select (select count(*)::integer from publication where replaced_at is null and withdrawn_at is null) as published,
      (select count(*)::integer from published_source) as added`.execute(tx);
  return rows[0]!;
}

export interface PlaceRow {
  readonly publicationId: string;
  readonly recommendationId: string;
  readonly groupName: string;
  readonly number: number;
}

/** The places of some publications in their order, those of taken-out recommendations among them: addresses are made of all. */
export async function findPlaces(tx: Reader, publicationIds: readonly string[]): Promise<PlaceRow[]> {
  if (publicationIds.length === 0) return [];
  const { rows } = await sql<PlaceRow>`
    select publication_id, recommendation_id, group_name, number from (
      select publication_id, recommendation_id, group_name, number, position from published_recommendation
      where publication_id = any(${[...publicationIds]}::uuid[])
      union all
      select publication_id, recommendation_id, group_name, number, position from published_redaction
      where kind = 'recommendation' and publication_id = any(${[...publicationIds]}::uuid[])
    ) places order by publication_id, position, number`.execute(tx);
  return rows;
}

export interface PublicActionRow {
  readonly publicationId: string;
  readonly recommendationId: string;
  readonly title: string;
  readonly progress: Progress;
}

/** The public actions of some publications. */
export async function findPublicActions(tx: Reader, publicationIds: readonly string[]): Promise<PublicActionRow[]> {
  if (publicationIds.length === 0) return [];
  const { rows } = await sql<PublicActionRow>`
    select publication_id, recommendation_id, title, progress from published_action
    where publication_id = any(${[...publicationIds]}::uuid[]) order by target_on nulls last, title`.execute(tx);
  return rows;
}
