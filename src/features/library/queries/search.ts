// Looking for words among published passages. Everything here is public: either door reads the same rows.
import { type RawBuilder, sql } from 'kysely';
import type { CouncilTx, PublicTx } from '../../../platform/db/scope.ts';
import { type Cursor, type Filters, HIT_BEGINS, HIT_ENDS, LESS, MORE, MOST_RANKED, PAGE_SIZE } from '../rules/asked.ts';
import type { Part, Term } from '../rules/words.ts';
import { type PassageRow, passageColumns, passageTables } from './passages.ts';

export type Reader = PublicTx | CouncilTx;

/** The words of the field, from the table that migrations fill. */
export async function readTerms(tx: Reader): Promise<Term[]> {
  const { rows } = await sql<Term>`select phrase, concept from library_term where concept is not null`.execute(tx);
  return rows;
}

/** Questions to the index, as text; '' where nothing can be looked for. */
export interface Questions {
  /** Every part, and none of those after a minus. */
  readonly all: string;
  /** Any part. */
  readonly any: string;
  /** What is marked in the texts. */
  readonly marked: string;
}

/** A word of the index as a question, without looking into it. */
export function exactly(word: string): RawBuilder<string> {
  return sql`${`'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`}::tsquery`;
}

function questionOf(part: Part): RawBuilder<string> {
  if (part.kind === 'concept') return exactly(`=~${part.text}`);
  return part.kind === 'phrase'
    ? sql`phraseto_tsquery('english', ${part.text})`
    : sql`plainto_tsquery('english', ${part.text})`;
}

/** Only the server's own functions make questions of words, so nothing typed is read as part of one. */
export async function askFor(tx: Reader, parts: readonly Part[]): Promise<Questions> {
  const wanted = parts.filter(({ not }) => !not);
  const refused = parts.filter(({ not }) => not);
  if (wanted.length === 0) return { all: '', any: '', marked: '' };
  const nothing = sql`''::tsquery`;
  const all = sql.join([nothing, ...wanted.map(questionOf)], sql` && `);
  const none = sql.join([nothing, ...refused.map((part) => sql`!!(${questionOf(part)})`)], sql` && `);
  const any = sql.join([nothing, ...wanted.map(questionOf)], sql` || `);
  const terms = wanted.flatMap(({ kind, text }) => (kind === 'concept' ? [text] : []));
  const { rows } = await sql<Questions>`
    with asked as (select ${all} as every, ${none} as without, ${any} as either)
    select case when numnode(every) = 0 then '' else (every && without)::text end as "all",
      case when numnode(either) = 0 then '' else (either && without)::text end as "any",
      (either || coalesce((select string_agg('(' || looked_for::text || ')', ' | ')::tsquery from library_term
        where concept = any(${terms}::text[]) and numnode(looked_for) > 0), ''::tsquery))::text as marked
    from asked`.execute(tx);
  return rows[0]!;
}

export interface FoundPage {
  readonly rows: readonly (PassageRow & { readonly rank: number })[];
  /** Up to MOST_RANKED; there may be more when it is that many. */
  readonly total: number;
  readonly next: Cursor | null;
}

/** One page of what matches, best first. `question` and `marked` come from `askFor`; '' asks for the filters alone. */
export async function findPassages(
  tx: Reader,
  asked: { question: string; marked: string; filters: Filters; years: readonly number[]; after: Cursor | null },
): Promise<FoundPage> {
  const { filters, after } = asked;
  const narrowed = [
    filters.authority && `=a${filters.authority}`,
    filters.theme && `=t${filters.theme}`,
    filters.kind && `=k${filters.kind}`,
    filters.strength && `=s${filters.strength}`,
  ].filter((word): word is string => word !== null);
  const narrow = sql.join([sql`''::tsquery`, ...narrowed.map(exactly)], sql` && `);
  const from = after ? sql`where (f.rank, f.id) < (${after.rank}::integer, ${after.id}::uuid)` : sql``;
  const text = sql`translate(p.text, ${`<>${HIT_BEGINS}${HIT_ENDS}${LESS}${MORE}`}, ${LESS + MORE})`;
  const marks = `StartSel="${HIT_BEGINS}", StopSel="${HIT_ENDS}"`;
  const { rows } = await sql<PassageRow & { rank: number; total: number }>`
    with found as materialized (
      select id, (rank * 1000000)::integer as rank
      from library_find(${asked.question}::tsquery, ${narrow}, ${[...asked.years]}::integer[], ${MOST_RANKED})
    ), shown as (
      select f.id, f.rank, (select count(*)::integer from found) as total from found f ${from}
      order by f.rank desc, f.id desc limit ${PAGE_SIZE + 1}
    )
    select ${passageColumns}, shown.rank, shown.total,
      ts_headline('english', ${text}, ${asked.marked}::tsquery, case when length(p.text) < 700
        then ${`${marks}, HighlightAll=true`}::text
        else ${`${marks}, MaxFragments=2, MaxWords=50, MinWords=20, FragmentDelimiter=" … "`}::text end) as excerpt
    from shown join published_passage p on p.id = shown.id ${passageTables}
    order by shown.rank desc, shown.id desc`.execute(tx);
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]! : null;
  return {
    rows: rows.slice(0, PAGE_SIZE),
    total: rows[0]?.total ?? 0,
    next: last ? { rank: last.rank, id: last.id } : null,
  };
}
