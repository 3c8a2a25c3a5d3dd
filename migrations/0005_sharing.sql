-- The bones of sharing: partnerships, arrangements, the protocols under which records are shared, and the shared shape.
create table partnership (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> '')
);
create table partnership_council (
  partnership_id uuid not null references partnership,
  council_id uuid not null references council,
  joined_on date,
  primary key (council_id, partnership_id)
);

-- A service shared under an agreement. It is in force when every council in it has agreed, each for itself.
create table arrangement (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid references partnership,
  name text not null check (name <> ''),
  purpose text not null default '',
  legal_basis text not null default '',
  depth text not null default 'shared_team' check (depth in ('shared_leader', 'shared_team', 'integrated')),
  host_council_id uuid references council,
  starts_on date,
  ends_on date,
  notice_months integer check (notice_months >= 0),
  next_review_on date,
  proposed_at timestamptz not null default scope_now()
);
create table arrangement_council (
  arrangement_id uuid not null references arrangement,
  council_id uuid not null references council,
  agreed_on date,
  decided_by_body text not null default '',
  decision_reference text not null default '',
  primary key (council_id, arrangement_id)
);
create index arrangement_council_by_arrangement on arrangement_council (arrangement_id);

-- A protocol says which kind of record the councils of an arrangement share, from when until when.
create table protocol (
  id uuid primary key default gen_random_uuid(),
  arrangement_id uuid not null references arrangement,
  record_kind text not null check (record_kind in ('post', 'recommendation', 'response', 'cost', 'benefit')),
  terms text not null default '',
  from_on date not null,
  until_on date check (until_on >= from_on),
  proposed_at timestamptz not null default scope_now(),
  unique (arrangement_id, id)
);
create table protocol_agreement (
  protocol_id uuid not null,
  arrangement_id uuid not null,
  council_id uuid not null,
  agreed_on date not null,
  decided_by_body text not null default '',
  decision_reference text not null default '',
  primary key (council_id, protocol_id),
  foreign key (arrangement_id, protocol_id) references protocol (arrangement_id, id),
  foreign key (council_id, arrangement_id) references arrangement_council (council_id, arrangement_id)
);

-- A post that councils share: the first kind of shared record.
create table shared_post (
  arrangement_id uuid not null references arrangement,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  employer_council_id uuid references council,
  recorded_by_council_id uuid not null references council,
  from_on date,
  primary key (arrangement_id, id)
);

-- The arrangements to which the current council belongs.
create function own_arrangements() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select arrangement_id from arrangement_council where council_id = current_council()
$$;
-- Those of them under a protocol in force for this kind of record: agreed by every council, within its dates.
create function shared_arrangements(kind text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.arrangement_id
  from protocol p join arrangement_council mine on mine.arrangement_id = p.arrangement_id
  where mine.council_id = current_council() and p.record_kind = kind
    and p.from_on <= (scope_now() at time zone 'Europe/London')::date
    and (p.until_on is null or p.until_on >= (scope_now() at time zone 'Europe/London')::date)
    and not exists (
      select from arrangement_council c
      where c.arrangement_id = p.arrangement_id and not exists (
        select from protocol_agreement a where a.protocol_id = p.id and a.council_id = c.council_id
      )
    )
$$;
alter function own_arrangements() owner to goldthread_definer;
alter function shared_arrangements(text) owner to goldthread_definer;
grant execute on function own_arrangements(), shared_arrangements(text) to goldthread_council;

-- Proposes an arrangement between the current council and others. It binds nobody until each has agreed for itself.
create function propose_arrangement(wanted_name text, wanted_purpose text, with_councils uuid[]) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  made uuid;
begin
  if current_council() is null then raise exception 'no council' using errcode = 'insufficient_privilege'; end if;
  insert into arrangement (name, purpose) values (wanted_name, wanted_purpose) returning id into made;
  insert into arrangement_council (arrangement_id, council_id)
    select made, c from (select current_council() as c union select unnest(with_councils)) councils;
  return made;
end $$;
alter function propose_arrangement(text, text, uuid[]) owner to goldthread_definer;
grant execute on function propose_arrangement(text, text, uuid[]) to goldthread_council;

-- shared: the row's arrangement is one to which the current council belongs, under a protocol in force for its kind.
create procedure shape_shared(subject regclass, kind text) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council using (arrangement_id in (select shared_arrangements(%L)))', subject::text || '_shared', subject, kind);
  execute format('create policy %I on %s for insert to goldthread_council with check (recorded_by_council_id = (select current_council()) and arrangement_id in (select shared_arrangements(%L)))', subject::text || '_record', subject, kind);
  execute format('grant select, insert on %s to goldthread_council', subject);
end $$;

-- The arrangement itself and its protocols are seen by the councils in it; each council writes its own agreement alone.
create procedure shape_arrangement(subject regclass, arrangement_column text) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council using (%I in (select own_arrangements()))', subject::text || '_members', subject, arrangement_column);
  execute format('create policy %I on %s to goldthread_definer using (true) with check (true)', subject::text || '_definer', subject);
  execute format('grant select on %s to goldthread_council', subject);
  execute format('grant select, insert on %s to goldthread_definer', subject);
end $$;

call shape_arrangement('arrangement', 'id');
call shape_arrangement('arrangement_council', 'arrangement_id');
create policy arrangement_council_agree on arrangement_council for update to goldthread_council
  using (council_id = (select current_council())) with check (council_id = (select current_council()));
grant update (agreed_on, decided_by_body, decision_reference) on arrangement_council to goldthread_council;
call shape_arrangement('protocol', 'arrangement_id');
create policy protocol_propose on protocol for insert to goldthread_council with check (arrangement_id in (select own_arrangements()));
grant insert on protocol to goldthread_council;
call shape_arrangement('protocol_agreement', 'arrangement_id');
create policy protocol_agreement_agree on protocol_agreement for insert to goldthread_council
  with check (council_id = (select current_council()) and arrangement_id in (select own_arrangements()));
grant insert on protocol_agreement to goldthread_council;
call shape_shared('shared_post', 'post');

create function own_partnerships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select partnership_id from partnership_council where council_id = current_council()
$$;
alter function own_partnerships() owner to goldthread_definer;
grant execute on function own_partnerships() to goldthread_council;
create procedure shape_partnership(subject regclass, partnership_column text) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council using (%I in (select own_partnerships()))', subject::text || '_members', subject, partnership_column);
  execute format('create policy %I on %s to goldthread_definer using (true) with check (true)', subject::text || '_definer', subject);
  execute format('create policy %I on %s to goldthread_system using (true) with check (true)', subject::text || '_system', subject);
  execute format('grant select on %s to goldthread_council, goldthread_definer', subject);
  execute format('grant select, insert on %s to goldthread_system', subject);
end $$;
call shape_partnership('partnership', 'id');
call shape_partnership('partnership_council', 'partnership_id');
