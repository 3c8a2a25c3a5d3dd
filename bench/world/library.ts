// Fills a database with a library of public reports, straight into its tables. Only the keeper may do that.
import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/open.ts';
import { randomFrom } from './random.ts';
import { makePublicReport } from './reports.ts';

const AT_ONCE = 250;

export interface FilledLibrary {
  readonly reports: number;
  readonly passages: number;
  readonly seconds: number;
}

/** `reports` public reports that one council has added. Their words are indexed by the product's own triggers. */
export async function fillLibrary(database: Database, reports: number): Promise<FilledLibrary> {
  const started = performance.now();
  const random = randomFrom(9);
  const council = random.uuid();
  const file = random.uuid();
  let passages = 0;
  await database.asKeeper(async (tx) => {
    await sql`insert into council (id, code, name, letters) values (${council}, 'adder', 'Adder District Council', 'AD')`.execute(
      tx,
    );
    await sql`insert into stored_file (council_id, id, name, media_type, size, sha256)
      values (${council}, ${file}, 'report.pdf', 'application/pdf', 0, '')`.execute(tx);
  });
  for (let from = 0; from < reports; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, reports - from) }, (_, i) => ({
      id: random.uuid(),
      ...makePublicReport(from + i),
    }));
    const sources = JSON.stringify(made.map(({ passages: _, ...source }) => source));
    const texts = JSON.stringify(
      made.flatMap((report) => report.passages.map((one, position) => ({ ...one, source: report.id, position }))),
    );
    await database.asKeeper(async (tx) => {
      await sql`insert into library_addition (council_id, id, file_id, address, state)
        select ${council}, (s ->> 'id')::uuid, ${file}, 'https://reports.example/' || (s ->> 'id'), 'added'
        from jsonb_array_elements(${sources}::jsonb) s`.execute(tx);
      await sql`insert into published_source (council_id, id, title, about, about_gss, authority, report_kind, year, address)
        select ${council}, (s ->> 'id')::uuid, s ->> 'title', s ->> 'about', s ->> 'gss', library_authority(s ->> 'gss', ''),
          'corporate-peer-challenge', (s ->> 'year')::integer, 'https://reports.example/' || (s ->> 'id')
        from jsonb_array_elements(${sources}::jsonb) s`.execute(tx);
      const { rows } = await sql<{ made: number }>`with made as (
        insert into published_passage (council_id, source_id, position, kind, strength, about, authority, year, text, page)
        select ${council}, s.id, (p ->> 'position')::integer, p ->> 'kind', p ->> 'strength', s.about, s.authority, s.year,
          p ->> 'text', (p ->> 'page')::integer
        from jsonb_array_elements(${texts}::jsonb) p join published_source s on s.council_id = ${council} and s.id = (p ->> 'source')::uuid
        returning 1
      ) select count(*)::integer as made from made`.execute(tx);
      passages += rows[0]!.made;
    });
  }
  return { reports, passages, seconds: (performance.now() - started) / 1000 };
}
