-- What a published copy says of where its words come from. Null in copies made before this: they say nothing of it.
alter table published_recommendation
  -- report: read in the report. suggestion: advice in its prose, taken up by the council. council: added by the council.
  -- typed: the whole report was typed in by the council.
  add column origin text check (origin in ('report', 'suggestion', 'council', 'typed')),
  -- The council changed the words that were read.
  add column reworded boolean;
-- Numbers that were read in the report and are not in the copy: [{ group, numbers }].
alter table publication add column not_registered jsonb;

-- The library holds what councils were told: what a council added itself is none of it, and advice of the prose is not
-- found as a recommendation.
create or replace function gather_recommendation() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- A restored backup brings its passages with it.
  if current_setting('role') = 'goldthread_keeper' then return null; end if;
  delete from published_passage p where p.council_id = new.council_id and p.publication_id = new.publication_id
    and p.recommendation_id = new.recommendation_id;
  insert into published_passage
    (council_id, publication_id, recommendation_id, position, kind, about, authority, year, heading, text, page)
  select new.council_id, new.publication_id, new.recommendation_id, new.position,
    case when new.origin = 'suggestion' then 'suggestion' else 'recommendation' end, c.name,
    library_authority(c.gss_code, c.name), extract(year from coalesce(p.fieldwork_from, p.fieldwork_to))::integer,
    new.heading, concat_ws(E'\n', new.text, (
      select string_agg(rtrim(part ->> 'label', '.)') || ') ' || (part ->> 'text'), E'\n') from jsonb_array_elements(new.parts) part)),
    new.page
  from publication p join council c on c.id = p.council_id
  where p.council_id = new.council_id and p.id = new.publication_id and p.replaced_at is null and p.withdrawn_at is null
    and new.origin is distinct from 'council';
  return null;
end $$;
