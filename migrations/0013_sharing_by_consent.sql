-- What councils share changes only by consent, and each may end its own part. Terms and posts become editions that are
-- proposed by one council and take effect when each council they bind has agreed; nothing that was proposed, agreed or
-- given notice of is ever rewritten. A council may leave an arrangement, or end its part of a protocol, alone, from a day.

create function scope_today() returns date
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (scope_now() at time zone 'Europe/London')::date
$$;
alter function scope_today() owner to goldthread_definer;
grant execute on function scope_today() to goldthread_council;

-- The terms of an arrangement, edition by edition. Of the proposals for one edition the first that all agreed to stands.
alter table arrangement
  drop column legal_basis, drop column depth, drop column host_council_id, drop column starts_on, drop column ends_on,
  drop column notice_months, drop column next_review_on;
create table arrangement_terms (
  arrangement_id uuid not null references arrangement,
  id uuid not null default gen_random_uuid(),
  edition integer not null check (edition >= 1),
  recorded_by_council_id uuid not null,
  depth text not null check (depth in ('shared_leader', 'shared_team', 'integrated')),
  host_council_id uuid,
  legal_basis text not null default '',
  notice_months integer check (notice_months between 0 and 120),
  next_review_on date,
  why text not null default '',
  proposed_at timestamptz not null default scope_now(),
  primary key (arrangement_id, id),
  foreign key (recorded_by_council_id, arrangement_id) references arrangement_council (council_id, arrangement_id),
  foreign key (host_council_id, arrangement_id) references arrangement_council (council_id, arrangement_id)
);
create table arrangement_terms_agreement (
  terms_id uuid not null,
  arrangement_id uuid not null,
  council_id uuid not null,
  agreed_on date not null,
  decided_by_body text not null default '',
  decision_reference text not null default '',
  recorded_at timestamptz not null default scope_now(),
  primary key (council_id, terms_id),
  foreign key (arrangement_id, terms_id) references arrangement_terms (arrangement_id, id),
  foreign key (council_id, arrangement_id) references arrangement_council (council_id, arrangement_id)
);

-- A shared post, edition by edition in the same way. What stands there already was agreed to with its protocol.
alter table shared_post
  add column post_id uuid not null default gen_random_uuid(),
  add column edition integer not null default 1 check (edition >= 1),
  add column until_on date,
  -- How its time is shared: whole percents by the identifier of the council; empty where that is not known.
  add column time_shares jsonb not null default '{}' check (jsonb_typeof(time_shares) = 'object'),
  add column why text not null default '',
  add column proposed_at timestamptz not null default scope_now(),
  add check (until_on >= from_on);
create table shared_post_agreement (
  shared_post_id uuid not null,
  arrangement_id uuid not null,
  council_id uuid not null,
  agreed_on date not null,
  decided_by_body text not null default '',
  decision_reference text not null default '',
  recorded_at timestamptz not null default scope_now(),
  primary key (council_id, shared_post_id),
  foreign key (arrangement_id, shared_post_id) references shared_post (arrangement_id, id),
  foreign key (council_id, arrangement_id) references arrangement_council (council_id, arrangement_id)
);

-- A council's notice that it leaves, and its end of sharing by a protocol that it had agreed to: from that day on. Neither
-- can be dated back, nor taken back: who would share again agrees anew.
create table arrangement_leaving (
  arrangement_id uuid not null,
  council_id uuid not null,
  leaves_on date not null,
  reason text not null check (reason <> ''),
  decided_by_body text not null default '',
  decision_reference text not null default '',
  given_at timestamptz not null default scope_now(),
  primary key (council_id, arrangement_id),
  foreign key (council_id, arrangement_id) references arrangement_council (council_id, arrangement_id)
);
create index arrangement_leaving_by_arrangement on arrangement_leaving (arrangement_id);
create table protocol_ending (
  protocol_id uuid not null,
  arrangement_id uuid not null,
  council_id uuid not null,
  ends_on date not null,
  reason text not null check (reason <> ''),
  decided_by_body text not null default '',
  decision_reference text not null default '',
  given_at timestamptz not null default scope_now(),
  primary key (council_id, protocol_id),
  foreign key (council_id, protocol_id) references protocol_agreement (council_id, protocol_id),
  foreign key (arrangement_id, protocol_id) references protocol (arrangement_id, id)
);
create index protocol_ending_by_protocol on protocol_ending (protocol_id);

-- The arrangements that the current council is in today; those that it has ever been in; what it agreed to for itself.
create or replace function own_arrangements() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.arrangement_id from arrangement_council c
  where c.council_id = current_council() and not exists (
    select from arrangement_leaving l
    where l.arrangement_id = c.arrangement_id and l.council_id = c.council_id and l.leaves_on <= scope_today())
$$;
create function known_arrangements() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select arrangement_id from arrangement_council where council_id = current_council()
$$;
create function agreed_protocols() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select protocol_id from protocol_agreement where council_id = current_council()
$$;
create function agreed_terms() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select terms_id from arrangement_terms_agreement where council_id = current_council()
$$;
-- With whom the current council shares a kind of record today, and under which arrangement, itself among them. A protocol
-- binds the councils that have neither left nor ended their part, and is in force when each of those has agreed. So a
-- council that ends its part is out, and decides nothing between the others.
create function shared_with(kind text) returns table (arrangement_id uuid, council_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with bound as (
    select p.id as protocol_id, c.arrangement_id, c.council_id,
      exists (select from protocol_agreement a where a.protocol_id = p.id and a.council_id = c.council_id) as agreed
    from protocol p join arrangement_council c on c.arrangement_id = p.arrangement_id
    where p.record_kind = kind and p.from_on <= scope_today() and (p.until_on is null or p.until_on >= scope_today())
      and p.arrangement_id in (select own_arrangements())
      and not exists (
        select from arrangement_leaving l
        where l.arrangement_id = c.arrangement_id and l.council_id = c.council_id and l.leaves_on <= scope_today())
      and not exists (
        select from protocol_ending e
        where e.protocol_id = p.id and e.council_id = c.council_id and e.ends_on <= scope_today())
  )
  select distinct bound.arrangement_id, bound.council_id from bound
  where bound.protocol_id in (select b.protocol_id from bound b group by b.protocol_id having bool_and(b.agreed))
    and bound.protocol_id in (select b.protocol_id from bound b where b.council_id = current_council())
$$;
-- The arrangements under which it shares them with another council.
create or replace function shared_arrangements(kind text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.arrangement_id from shared_with(kind) s where s.council_id <> current_council()
$$;
alter function own_arrangements() owner to goldthread_definer;
alter function known_arrangements() owner to goldthread_definer;
alter function agreed_protocols() owner to goldthread_definer;
alter function agreed_terms() owner to goldthread_definer;
alter function shared_with(text) owner to goldthread_definer;
alter function shared_arrangements(text) owner to goldthread_definer;
grant execute on function known_arrangements(), agreed_protocols(), agreed_terms(), shared_with(text) to goldthread_council;

-- The arrangement shape again: what its councils see while they are in it, and what stays readable to one that left.
drop procedure shape_arrangement(regclass, text);
create procedure shape_arrangement(subject regclass, arrangement_column text, stays text) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council using (%I in (select own_arrangements()) or %s)', subject::text || '_members', subject, arrangement_column, stays);
  execute format('create policy %I on %s to goldthread_definer using (true) with check (true)', subject::text || '_definer', subject);
  execute format('grant select on %s to goldthread_council', subject);
  execute format('grant select, insert on %s to goldthread_definer', subject);
end $$;
alter policy arrangement_members on arrangement using (id in (select known_arrangements()));
alter policy arrangement_council_members on arrangement_council
  using (arrangement_id in (select own_arrangements()) or council_id = (select current_council()));
-- An agreement that was given stands.
alter policy arrangement_council_agree on arrangement_council
  using (council_id = (select current_council()) and agreed_on is null and arrangement_id in (select own_arrangements()));
alter policy protocol_members on protocol
  using (arrangement_id in (select own_arrangements()) or id in (select agreed_protocols()));
alter policy protocol_agreement_members on protocol_agreement
  using (arrangement_id in (select own_arrangements()) or council_id = (select current_council()));

call shape_arrangement('arrangement_terms', 'arrangement_id', 'id in (select agreed_terms()) or recorded_by_council_id = (select current_council())');
create policy arrangement_terms_propose on arrangement_terms for insert to goldthread_council
  with check (recorded_by_council_id = (select current_council()) and arrangement_id in (select own_arrangements()));
grant insert on arrangement_terms to goldthread_council;
call shape_arrangement('arrangement_terms_agreement', 'arrangement_id', 'council_id = (select current_council())');
create policy arrangement_terms_agreement_agree on arrangement_terms_agreement for insert to goldthread_council
  with check (council_id = (select current_council()) and arrangement_id in (select own_arrangements()));
grant insert on arrangement_terms_agreement to goldthread_council;
call shape_arrangement('arrangement_leaving', 'arrangement_id', 'council_id = (select current_council())');
create policy arrangement_leaving_end on arrangement_leaving for insert to goldthread_council
  with check (council_id = (select current_council()) and leaves_on >= (select scope_today()));
grant insert on arrangement_leaving to goldthread_council;
call shape_arrangement('protocol_ending', 'arrangement_id', 'council_id = (select current_council())');
create policy protocol_ending_end on protocol_ending for insert to goldthread_council
  with check (council_id = (select current_council()) and ends_on >= (select scope_today()));
grant insert on protocol_ending to goldthread_council;

-- The shared shape again: a row is seen by the councils with which the one that recorded it shares its kind, and always
-- by that one. A row about another council's own (a post it employs) names that council in a second column: then it is
-- that council's too, and is shared only where that council shares.
drop procedure shape_shared(regclass, text);
create procedure shape_shared(subject regclass, kind text, about text default 'recorded_by_council_id') language plpgsql as $$
begin
  call protect(subject);
  execute format(
    'create policy %1$I on %2$s for select to goldthread_council using ('
      'recorded_by_council_id = (select current_council()) or %4$I = (select current_council()) or ('
      '(arrangement_id, recorded_by_council_id) in (select s.arrangement_id, s.council_id from shared_with(%3$L) s) and '
      '(arrangement_id, coalesce(%4$I, recorded_by_council_id)) in (select s.arrangement_id, s.council_id from shared_with(%3$L) s)))',
    subject::text || '_shared', subject, kind, about);
  execute format(
    'create policy %1$I on %2$s for insert to goldthread_council with check ('
      'recorded_by_council_id = (select current_council()) and arrangement_id in (select shared_arrangements(%3$L)) and '
      '(arrangement_id, coalesce(%4$I, recorded_by_council_id)) in (select s.arrangement_id, s.council_id from shared_with(%3$L) s))',
    subject::text || '_record', subject, kind, about);
  execute format('grant select, insert on %s to goldthread_council', subject);
end $$;
drop policy shared_post_keeper on shared_post;
drop policy shared_post_shared on shared_post;
drop policy shared_post_record on shared_post;
call shape_shared('shared_post', 'post', 'employer_council_id');
-- An agreement to a post is seen with the post, and always by the council that gave it.
call protect('shared_post_agreement');
create policy shared_post_agreement_shared on shared_post_agreement for select to goldthread_council using (
  council_id = (select current_council()) or (arrangement_id, shared_post_id) in (select p.arrangement_id, p.id from shared_post p));
create policy shared_post_agreement_record on shared_post_agreement for insert to goldthread_council
  with check (council_id = (select current_council()) and arrangement_id in (select shared_arrangements('post')));
grant select, insert on shared_post_agreement to goldthread_council;

-- The history of these too. An agreement's record is what it agrees to.
create or replace function write_shared_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  row_before jsonb; row_after jsonb; was jsonb; subject jsonb;
  readers text := tg_argv[0];
  acting uuid := current_council();
  entry bigint;
begin
  if current_setting('role') = 'goldthread_keeper' then return null; end if;
  if tg_op <> 'INSERT' then row_before := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then row_after := to_jsonb(new); end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into was from jsonb_each(row_before) where row_after -> key is distinct from value;
    if was is null then return null; end if;
  end if;
  subject := coalesce(row_after, row_before);
  entry := nextval(pg_get_serial_sequence('shared_history', 'id'));
  insert into shared_history (id, arrangement_id, partnership_id, record_kind, table_name, record_id, at, acting_council_id, change, record, was)
  values (
    entry,
    case when readers <> 'partnership' then (case tg_table_name when 'arrangement' then subject ->> 'id' else subject ->> 'arrangement_id' end)::uuid end,
    case when readers = 'partnership' then (case tg_table_name when 'partnership' then subject ->> 'id' else subject ->> 'partnership_id' end)::uuid end,
    case when readers not in ('arrangement', 'partnership') then readers end,
    tg_table_name,
    coalesce(subject ->> 'id', subject ->> 'terms_id', subject ->> 'shared_post_id', subject ->> 'protocol_id', subject ->> 'arrangement_id', subject ->> 'partnership_id')::uuid,
    scope_now(), acting,
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    subject, was
  );
  if acting is not null then
    insert into shared_history_person (council_id, history_id, person_id, reason)
    values (acting, entry, current_person(), nullif(current_setting('goldthread.reason', true), ''));
  end if;
  return null;
end $$;
call keep_shared_history('arrangement_terms', 'arrangement');
call keep_shared_history('arrangement_terms_agreement', 'arrangement');
call keep_shared_history('arrangement_leaving', 'arrangement');
call keep_shared_history('protocol_ending', 'arrangement');
call keep_shared_history('shared_post_agreement', 'post');
-- It is read as its record is; what a council did itself it may read for good.
alter policy shared_history_arrangement on shared_history using (
  record_kind is null and (arrangement_id in (select own_arrangements())
    or arrangement_id is not null and acting_council_id = (select current_council())));
alter policy shared_history_post on shared_history using (
  record_kind = 'post' and (record_id in (select p.id from shared_post p)
    or table_name = 'shared_post_agreement' and acting_council_id = (select current_council())));

-- A post under an agreed protocol stood without more; each council's agreement to the protocol was its agreement to it.
set local role goldthread_keeper;
insert into shared_post_agreement (shared_post_id, arrangement_id, council_id, agreed_on, decided_by_body, decision_reference)
  select s.id, s.arrangement_id, a.council_id, max(a.agreed_on), max(a.decided_by_body), max(a.decision_reference)
  from shared_post s join protocol p on p.arrangement_id = s.arrangement_id and p.record_kind = 'post'
  join protocol_agreement a on a.protocol_id = p.id
  group by s.id, s.arrangement_id, a.council_id;
reset role;
