-- The library: what councils were told, searched together. Passages of published reports, and of public reports that a
-- council added from their own address. Nothing stands here that is not public already.

-- The words of the field: phrases that mean one thing share a concept, and most point to a theme. A concept stands in
-- the index as a word of its own, so "MTFS" finds "medium term financial plan" without a file on the server.
create table library_term (
  phrase text primary key,
  -- What all its phrases mean, in plain words; null for a word that tells a theme and has no other name.
  concept text,
  theme text check (theme in ('priorities', 'leadership', 'governance', 'finance', 'capacity')),
  -- A short form that is a common word too, such as SEND: found in a text in capitals alone.
  capitals boolean not null default false,
  looked_for tsquery not null generated always as (phraseto_tsquery('pg_catalog.english', phrase)) stored,
  -- One of its words: a text without it holds not the phrase either.
  needs text not null generated always as ((tsvector_to_array(to_tsvector('pg_catalog.english', phrase)))[1]) stored
);
create index library_term_by_need on library_term (needs);

insert into library_term (theme, concept, phrase)
select theme, concept, unnest(phrases) from (values
  ('finance', 'medium term financial plan', array['mtfs', 'mtfp', 'medium term financial strategy', 'medium term financial plan', 'medium term financial planning', 'medium term plan', 'medium term budget']),
  ('finance', 'section 151 officer', array['s151', 'section 151', 'section 151 officer', 's151 officer', 'chief finance officer', 'chief financial officer', 'cfo', 'director of finance', 'finance director']),
  ('finance', 'section 114 notice', array['s114', 'section 114', 'section 114 notice']),
  ('finance', 'dedicated schools grant', array['dsg', 'dedicated schools grant', 'high needs block', 'high needs deficit']),
  ('finance', 'housing revenue account', array['hra', 'housing revenue account']),
  ('finance', 'minimum revenue provision', array['mrp', 'minimum revenue provision']),
  ('finance', 'exceptional financial support', array['efs', 'exceptional financial support', 'capitalisation direction']),
  ('finance', 'budget gap', array['budget gap', 'funding gap', 'financial gap', 'budget shortfall', 'budget deficit']),
  ('finance', 'reserves', array['reserves', 'general fund balance', 'earmarked reserves', 'reserve']),
  ('finance', 'savings', array['savings', 'saving', 'efficiencies', 'efficiency programme']),
  ('finance', 'capital programme', array['capital programme', 'capital plan', 'capital strategy', 'capital investment']),
  ('finance', 'invest to save', array['invest to save', 'spend to save']),
  ('finance', 'value for money', array['vfm', 'value for money']),
  ('finance', 'council tax', array['council tax', 'band d']),
  ('finance', 'commercial income', array['commercialisation', 'commercial income', 'commercial strategy', 'commercial investment', 'income generation']),
  ('finance', 'council property', array['asset management', 'property portfolio', 'estate strategy', 'council buildings', 'asset strategy']),
  ('governance', 'chief executive', array['cex', 'ceo', 'chief executive', 'chief exec', 'head of paid service']),
  ('governance', 'monitoring officer', array['monitoring officer']),
  ('governance', 'overview and scrutiny', array['scrutiny', 'overview and scrutiny', 'o&s', 'osc', 'scrutiny committee', 'select committee']),
  ('governance', 'audit committee', array['audit committee', 'audit and governance committee', 'audit and standards committee']),
  ('governance', 'internal audit', array['internal audit', 'head of audit', 'chief internal auditor']),
  ('governance', 'external audit', array['external audit', 'external auditor']),
  ('governance', 'annual governance statement', array['ags', 'annual governance statement']),
  ('governance', 'member development', array['member development', 'member training', 'councillor training', 'councillor development', 'member induction', 'councillor induction']),
  ('governance', 'risk management', array['risk management', 'risk register', 'risk appetite']),
  ('governance', 'constitution', array['constitution', 'scheme of delegation', 'standing orders']),
  ('governance', 'code of conduct', array['code of conduct', 'standards committee', 'member behaviour', 'councillor behaviour', 'member officer protocol']),
  ('governance', 'forward plan', array['forward plan', 'forward planning of decisions']),
  ('leadership', 'local enterprise partnership', array['lep', 'local enterprise partnership']),
  ('leadership', 'integrated care system', array['ics', 'icb', 'integrated care system', 'integrated care board', 'integrated care partnership']),
  ('leadership', 'health and wellbeing board', array['hwb', 'health and wellbeing board']),
  ('leadership', 'combined authority', array['combined authority', 'mayoral combined authority', 'mca']),
  ('leadership', 'devolution', array['devolution', 'devolution deal']),
  ('leadership', 'local government reorganisation', array['lgr', 'local government reorganisation', 'unitarisation']),
  ('leadership', 'local strategic partnership', array['lsp', 'local strategic partnership', 'partnership board', 'place board']),
  ('leadership', 'voluntary and community sector', array['vcs', 'vcse', 'voluntary sector', 'third sector', 'voluntary and community sector', 'voluntary organisations', 'community groups']),
  ('leadership', 'parish and town councils', array['parish councils', 'town councils', 'parish and town councils', 'town and parish councils']),
  ('leadership', 'shared services', array['shared service', 'shared services', 'joint service', 'joint team', 'shared posts', 'shared post', 'sharing services']),
  ('leadership', 'communications', array['communications', 'communications strategy', 'communications plan']),
  ('priorities', 'corporate plan', array['corporate plan', 'council plan', 'corporate strategy', 'council strategy', 'strategic plan']),
  ('priorities', 'local plan', array['local plan', 'local development plan']),
  ('priorities', 'climate change', array['climate change', 'climate emergency', 'net zero', 'carbon neutral', 'carbon reduction']),
  ('priorities', 'homelessness', array['homelessness', 'temporary accommodation', 'rough sleeping', 'homeless']),
  ('priorities', 'affordable housing', array['affordable housing', 'affordable homes', 'council homes', 'social housing']),
  ('priorities', 'adult social care', array['asc', 'adult social care', 'adults social care', 'adult services']),
  ('priorities', 'children''s services', array['children''s services', 'children''s social care', 'csc']),
  ('priorities', 'special educational needs', array['special educational needs', 'special educational needs and disabilities', 'sen']),
  ('priorities', 'children in care', array['children in care', 'looked after children', 'lac', 'cared for children', 'children looked after']),
  ('priorities', 'town centres', array['town centre', 'town centres', 'high street', 'city centre', 'regeneration']),
  ('priorities', 'needs assessment', array['jsna', 'joint strategic needs assessment', 'needs assessment']),
  ('priorities', 'hearing from residents', array['resident engagement', 'community engagement', 'public consultation', 'residents survey', 'engagement with residents', 'consultation']),
  ('priorities', 'equality and inclusion', array['edi', 'equality and diversity', 'equality diversity and inclusion', 'equality and inclusion', 'equalities']),
  ('capacity', 'human resources', array['hr', 'human resources', 'people services']),
  ('capacity', 'organisational development', array['od', 'organisational development']),
  ('capacity', 'workforce strategy', array['workforce strategy', 'workforce plan', 'people strategy', 'people plan', 'workforce planning']),
  ('capacity', 'recruitment and retention', array['recruitment and retention', 'recruitment', 'retention of staff', 'vacancies', 'agency staff', 'interim staff']),
  ('capacity', 'senior leadership team', array['slt', 'clt', 'cmt', 'senior leadership team', 'corporate leadership team', 'corporate management team', 'senior management team', 'senior team']),
  ('capacity', 'performance management', array['performance management', 'performance framework', 'performance reporting', 'kpi', 'kpis', 'key performance indicators', 'performance report']),
  ('capacity', 'transformation programme', array['transformation programme', 'transformation plan', 'change programme', 'improvement programme']),
  ('capacity', 'programme management office', array['pmo', 'programme office', 'programme management office', 'project management office', 'programme management']),
  ('capacity', 'digital services', array['digital strategy', 'digital services', 'ict', 'ict strategy', 'digital transformation']),
  ('capacity', 'appraisals', array['appraisal', 'appraisals', 'performance reviews', 'one to ones']),
  ('capacity', 'staff survey', array['staff survey', 'employee survey', 'pulse survey']),
  ('capacity', 'data and insight', array['data and insight', 'business intelligence', 'data strategy', 'use of data']),
  ('capacity', 'procurement', array['procurement', 'contract management', 'contracts register', 'contract register', 'register of contracts', 'contracts']),
  ('capacity', 'customer services', array['customer services', 'customer service', 'customer experience', 'customer contact', 'contact centre']),
  (null, 'peer challenge', array['cpc', 'peer challenge', 'peer review', 'corporate peer challenge']),
  (null, 'Local Government Association', array['lga', 'local government association']),
  (null, 'action plan', array['action plan', 'improvement plan', 'delivery plan']),
  ('finance', null, array['budget', 'financial', 'finance', 'treasury', 'spending', 'borrowing', 'debt', 'income', 'accounts', 'pays for']),
  ('governance', null, array['governance', 'decision making', 'decisions', 'audit', 'committee', 'councillors', 'members of every group', 'members and officers', 'backbench', 'cross party']),
  ('leadership', null, array['partners', 'partnership', 'partnerships', 'leadership of place', 'region', 'regional']),
  ('priorities', null, array['priorities', 'vision', 'residents', 'communities', 'inequality', 'housing', 'economy', 'growth', 'highways', 'care', 'families', 'young people']),
  ('capacity', null, array['capacity', 'workforce', 'staff', 'skills', 'culture of the organisation', 'transformation'])
) as terms (theme, concept, phrases);
insert into library_term (phrase, concept, theme, capitals) values ('send', 'special educational needs', 'priorities', true);
-- Shaped when it is filled: the owner of a table writes no row past its policies.
call shape_reference('library_term');

-- A text as the server takes it apart into words, the same in every locale: where the database has none, every sign
-- beyond ASCII would count as a letter.
create function library_plain(body text) returns text
  language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select translate(body, '’‘–—“”…•£€·«»¬†‡' || chr(160) || chr(8203), '''''--              ')
$$;
-- The words of a passage as they are looked for, with the concepts among them as words that begin with "=~". In plpgsql
-- like the next, which keeps its plans from one passage to the next.
create function library_words(heading text, body text) returns tsvector
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  written tsvector := setweight(to_tsvector('english', library_plain(coalesce(heading, ''))), 'A')
    || setweight(to_tsvector('english', library_plain(body)), 'B');
  concepts text[];
begin
  select array_agg(distinct '=~' || t.concept) into concepts
  from library_term t where t.needs = any(tsvector_to_array(written)) and t.concept is not null and written @@ t.looked_for
    and (not t.capitals or concat_ws(' ', heading, body) ~ ('\m' || upper(t.phrase) || '\M'));
  return written || setweight(array_to_tsvector(coalesce(concepts, '{}')), 'A');
end $$;
-- The theme that most of a text's terms point to; null when none does, or two do alike.
create function library_theme(words tsvector) returns text
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  found_themes text[];
  found_times bigint[];
begin
  select array_agg(theme), array_agg(times) into found_themes, found_times from (
    select t.theme, count(distinct coalesce(t.concept, t.phrase)) as times from library_term t
    where t.needs = any(tsvector_to_array(words)) and t.theme is not null and not t.capitals and words @@ t.looked_for
    group by t.theme order by times desc limit 2
  ) counted;
  if found_times[1] = found_times[2] then return null; end if;
  return found_themes[1];
end $$;
-- The kind of council by its nine-character code; where it has none, by its name, as far as that tells.
create function library_authority(gss text, name text) returns text
  language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case left(coalesce(gss, ''), 3)
    when 'E06' then 'unitary' when 'E07' then 'district' when 'E08' then 'metropolitan' when 'E09' then 'london'
    when 'E10' then 'county' when 'E47' then 'combined'
    else case
      when name ~* '\mcombined authority\M' then 'combined'
      when name ~* '\mlondon borough\M|\mroyal borough\M' then 'london'
      when name ~* '\mmetropolitan\M' then 'metropolitan'
      when name ~* '\mdistrict\M' then 'district'
      when name ~* '\munitary\M' then 'unitary'
      when name ~* '\mcounty\M' then 'county'
    end end
$$;
grant execute on function library_plain(text), library_words(text, text), library_theme(tsvector), library_authority(text, text)
  to goldthread_council, goldthread_public, goldthread_keeper;

-- A public report of any council, being read for the library: the council's own until it puts it there.
create table library_addition (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  file_id uuid not null,
  -- Where the report itself can be read by everybody.
  address text not null check (address ~ '^https?://'),
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'refused', 'added', 'withdrawn')),
  attempts integer not null default 0,
  refusal text,
  -- What was read: title, council, year and the passages, as src/features/library/rules defines them.
  found jsonb,
  withdrawal_reason text check (state <> 'withdrawn' or withdrawal_reason <> ''),
  added_by uuid,
  added_at timestamptz not null default scope_now(),
  primary key (council_id, id),
  foreign key (council_id, file_id) references stored_file (council_id, id),
  foreign key (council_id, added_by) references membership (council_id, person_id)
);
call shape_owned('library_addition', 'select, insert, update');
call keep_history('library_addition', array['found']);

-- A public report that a council added, and says so.
create table published_source (
  council_id uuid not null,
  id uuid not null,
  title text not null check (title <> ''),
  -- The council that the report is about, which need not be on this installation.
  about text not null check (about <> ''),
  about_gss text,
  authority text,
  report_kind text not null,
  year integer check (year between 1990 and 2100),
  address text not null check (address ~ '^https?://'),
  added_at timestamptz not null default scope_now(),
  primary key (council_id, id),
  foreign key (council_id, id) references library_addition (council_id, id)
);
create index published_source_by_id on published_source (id);
call shape_published('published_source');
call keep_history('published_source');

-- What is searched. A passage falls with the recommendation or the report it was copied from, and its words with it.
create table published_passage (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  publication_id uuid,
  recommendation_id uuid,
  source_id uuid,
  position double precision not null,
  kind text not null check (kind in ('recommendation', 'suggestion', 'strength', 'concern')),
  -- Of a suggestion: how strongly it was put.
  strength text check (strength in ('must', 'should', 'could')),
  theme text check (theme in ('priorities', 'leadership', 'governance', 'finance', 'capacity')),
  about text not null,
  authority text,
  year integer,
  heading text,
  text text not null,
  page integer,
  -- Kept by trigger: words, concepts ("=~…") and what can be filtered by ("=y2024").
  vector tsvector not null default '',
  primary key (council_id, id),
  check (num_nonnulls(publication_id, source_id) = 1 and (publication_id is null) = (recommendation_id is null)),
  foreign key (council_id, publication_id, recommendation_id)
    references published_recommendation (council_id, publication_id, recommendation_id) on delete cascade,
  foreign key (council_id, source_id) references published_source (council_id, id) on delete cascade
);
create index published_passage_by_id on published_passage (id);
create index published_passage_by_recommendation on published_passage (council_id, publication_id, recommendation_id);
create index published_passage_by_source on published_passage (council_id, source_id, position);
-- No list of rows that wait for the index: each search would read through it.
create index published_passage_words on published_passage using gin (vector) with (fastupdate = off);
call shape_published('published_passage');

create function index_passage() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  words tsvector;
begin
  words := library_words(new.heading, new.text);
  if new.theme is null then new.theme := library_theme(words); end if;
  -- The council's name, without the words that most councils have in theirs: a search for "council" means another thing.
  -- "=y0" gathers what is older than 2012 or of no known year.
  new.vector := words || setweight(to_tsvector('english', regexp_replace(
    new.about, '\m(council|city|county|district|borough|metropolitan|royal|combined|authority)\M', '', 'gi')), 'D') || array_to_tsvector(array_remove(array[
    '=y' || new.year, case when new.year >= 2012 then null else '=y0' end, '=a' || new.authority, '=t' || new.theme, '=k' || new.kind, '=s' || new.strength
  ], null));
  return new;
end $$;
create trigger published_passage_index before insert or update on published_passage
  for each row execute function index_passage();

-- A published recommendation can be found from the moment it is published.
create function gather_recommendation() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- A restored backup brings its passages with it.
  if current_setting('role') = 'goldthread_keeper' then return null; end if;
  delete from published_passage p where p.council_id = new.council_id and p.publication_id = new.publication_id
    and p.recommendation_id = new.recommendation_id;
  insert into published_passage
    (council_id, publication_id, recommendation_id, position, kind, about, authority, year, heading, text, page)
  select new.council_id, new.publication_id, new.recommendation_id, new.position, 'recommendation', c.name,
    library_authority(c.gss_code, c.name), extract(year from coalesce(p.fieldwork_from, p.fieldwork_to))::integer,
    new.heading, concat_ws(E'\n', new.text, (
      select string_agg(rtrim(part ->> 'label', '.)') || ') ' || (part ->> 'text'), E'\n') from jsonb_array_elements(new.parts) part)),
    new.page
  from publication p join council c on c.id = p.council_id
  where p.council_id = new.council_id and p.id = new.publication_id and p.replaced_at is null and p.withdrawn_at is null;
  return null;
end $$;
create trigger published_recommendation_gather after insert or update on published_recommendation
  for each row execute function gather_recommendation();

-- Only the version that stands is searched.
create function leave_library() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.replaced_at is not null or new.withdrawn_at is not null then
    delete from published_passage p where p.council_id = new.council_id and p.publication_id = new.id;
  end if;
  return null;
end $$;
create trigger publication_leave after update on publication for each row execute function leave_library();

-- The passages that match, at most `most` of them, the newest years first, each with its rank. Every year is asked of
-- the index by itself: a word that stands in most passages then costs no more than the newest that hold it. A sequential
-- scan is never the better way, though the planner may think so where a limit stands.
create function library_find(wanted tsquery, narrowed tsquery, years integer[], most integer)
  returns table (id uuid, rank real)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  of_year integer;
  remaining integer := most;
  had integer;
  asked tsquery;
begin
  foreach of_year in array years loop
    asked := wanted && narrowed && ('''=y' || of_year || '''')::tsquery;
    return query select p.id, ts_rank(p.vector, wanted, 1) from published_passage p where p.vector @@ asked limit remaining;
    get diagnostics had = row_count;
    remaining := remaining - had;
    exit when remaining <= 0;
  end loop;
end $$;
grant execute on function library_find(tsquery, tsquery, integer[], integer) to goldthread_council, goldthread_public;

-- What stands published today.
set local role goldthread_keeper;
insert into published_passage
  (council_id, publication_id, recommendation_id, position, kind, about, authority, year, heading, text, page)
select r.council_id, r.publication_id, r.recommendation_id, r.position, 'recommendation', c.name,
  library_authority(c.gss_code, c.name), extract(year from coalesce(p.fieldwork_from, p.fieldwork_to))::integer,
  r.heading, concat_ws(E'\n', r.text, (
    select string_agg(rtrim(part ->> 'label', '.)') || ') ' || (part ->> 'text'), E'\n') from jsonb_array_elements(r.parts) part)), r.page
from published_recommendation r
join publication p on p.council_id = r.council_id and p.id = r.publication_id
join council c on c.id = r.council_id
where p.replaced_at is null and p.withdrawn_at is null;
reset role;
