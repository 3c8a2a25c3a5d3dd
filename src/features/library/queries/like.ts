// What councils were told that is like something: found by the words that they share.
import { sql } from 'kysely';
import type { Wanted, Weighed } from '../rules/like.ts';
import { exactly, type Reader } from './search.ts';

/** How many passages, by chance of their identifiers, tell how common a word is. */
export const SAMPLE = 400;
/** So many that share two telling words are compared, those of the newest years. */
const MOST_COMPARED = 600;

/**
 * The words of a text as the index has them, terms of the field in place of their words, each with the number of sampled
 * passages of other councils that hold it.
 */
export async function weighWords(
  tx: Reader,
  { heading, text, about }: { heading: string | null; text: string; about: string },
): Promise<{ words: Weighed[]; sample: number }> {
  const { rows } = await sql<Weighed & { sample: number }>`
    with own as (select library_words(${heading}::text, ${text}::text) as words),
    sample as materialized (
      select vector from published_passage where about <> ${about} order by id limit ${SAMPLE}),
    counted as (select lexeme, count(*)::integer as times from sample, unnest(vector) group by lexeme),
    named as (
      select unnest(tsvector_to_array(to_tsvector('english', t.phrase))) as lexeme from library_term t, own
      where t.concept is not null and own.words @@ t.looked_for
    )
    select w.lexeme as word, coalesce(counted.times, 0) as others, (select count(*)::integer from sample) as sample
    from own, unnest(own.words) w left join counted using (lexeme)
    where w.lexeme not in (select lexeme from named) and w.lexeme !~ '^[0-9.,-]+$'`.execute(tx);
  return { words: rows.map(({ word, others }) => ({ word, others })), sample: rows[0]?.sample ?? 0 };
}

export interface Shared {
  readonly id: string;
  readonly about: string;
  readonly shared: readonly string[];
}

/** Recommendations and suggestions that hold one of the pairs of words, with the wanted words that each holds. */
export async function findShared(
  tx: Reader,
  pairs: readonly (readonly [string, string])[],
  wanted: readonly Wanted[],
  years: readonly number[],
): Promise<Shared[]> {
  if (pairs.length === 0) return [];
  const question = sql.join(
    pairs.map(([one, other]) => sql`(${exactly(one)} && ${exactly(other)})`),
    sql` || `,
  );
  const kinds = sql`(${exactly('=krecommendation')} || ${exactly('=ksuggestion')})`;
  // One test a word in the row itself: a subquery for each row would cost ten times as much.
  const shared = sql.join(wanted.map(({ word }) => sql`case when p.vector @@ ${exactly(word)} then ${word}::text end`));
  const { rows } = await sql<Shared>`
    select p.id, p.about, array_remove(array[${shared}], null) as shared
    from library_find(${question}, ${kinds}, ${[...years]}::integer[], ${MOST_COMPARED}) f
    join published_passage p on p.id = f.id`.execute(tx);
  return rows;
}

/** For words of the index, those of a text from which they come: "reserv" from "reserves". The first of each. */
export async function wordsInFull(tx: Reader, words: readonly string[], text: string): Promise<Map<string, string>> {
  const typed = [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [])].slice(0, 400);
  const { rows } = await sql<{ word: string; typed: string }>`
    select distinct on (word) word, typed from (
      select typed, place, unnest(tsvector_to_array(to_tsvector('english', library_plain(typed)))) as word
      from unnest(${typed}::text[]) with ordinality as t (typed, place)
    ) made where word = any(${[...words]}::text[]) order by word, place`.execute(tx);
  return new Map(rows.map(({ word, typed }) => [word, typed.toLowerCase()]));
}

/** A recommendation of the council whose scope this is; row security shows no other. */
export async function findOwnRecommendation(
  tx: Reader,
  id: string,
): Promise<{ heading: string | null; text: string } | null> {
  const { rows } = await sql<{ heading: string | null; text: string }>`
    select heading, concat_ws(E'\n', text, (
      select string_agg(rtrim(part ->> 'label', '.)') || ') ' || (part ->> 'text'), E'\n') from jsonb_array_elements(parts) part)) as text
    from recommendation where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}
