-- The bones of the reviewers' side: challenges, their peer teams, and the challenge shape, which no council can see into.
do $$ begin
  if not exists (select from pg_roles where rolname = 'goldthread_peer') then
    begin
      create role goldthread_peer nologin noinherit;
    exception when duplicate_object or unique_violation then null; -- another database's migration was first
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    grant goldthread_peer to current_user;
  end if;
end $$;
grant usage on schema public to goldthread_peer;

create table challenge (
  id uuid primary key default gen_random_uuid(),
  title text not null check (title <> ''),
  kind text not null check (kind in (
    'corporate-peer-challenge', 'finance-peer-challenge', 'governance-peer-challenge', 'progress-review'
  )),
  on_site_from date,
  on_site_to date check (on_site_to >= on_site_from),
  -- The day on which the team's notes are destroyed, told to the team from the start.
  notes_until date not null,
  opened_at timestamptz not null default scope_now()
);
-- One challenge may look at several councils together.
create table challenge_council (
  challenge_id uuid not null references challenge,
  council_id uuid not null references council,
  primary key (council_id, challenge_id)
);
create index challenge_council_by_challenge on challenge_council (challenge_id);

create table challenge_peer (
  challenge_id uuid not null references challenge,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  role text not null default '',
  -- Who chooses the team.
  manager boolean not null default false,
  access_from date not null,
  access_until date not null check (access_until >= access_from),
  primary key (challenge_id, person_id)
);
create index challenge_peer_by_person on challenge_peer (person_id);

-- What a peer heard, told by the band or group it was heard from and never by a name.
create table peer_note (
  challenge_id uuid not null references challenge,
  id uuid not null default gen_random_uuid(),
  written_by uuid not null,
  session text not null default '',
  heard_from text not null default '',
  text text not null check (text <> ''),
  written_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (challenge_id, id),
  foreign key (challenge_id, written_by) references challenge_peer (challenge_id, person_id)
);

-- Scope ---------------------------------------------------------------------------------------------------------
-- The first part of a scope is a council's identifier, or 'challenge/' and a challenge's: never both, so nobody acts for
-- a council and for those who review it in one transaction.
create or replace function current_council() returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when (sealed_scope())[1] like 'challenge/%' then null else nullif((sealed_scope())[1], '')::uuid end
$$;
-- "No link to the council" is a condition of being a peer. An invitation that waits is no link: else any council could
-- shut a peer out by inviting them.
create function serves_reviewed_council(wanted_challenge uuid, wanted_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from membership m join challenge_council c using (council_id)
    where c.challenge_id = wanted_challenge and m.person_id = wanted_person
      and (m.left_on is null or m.left_on > (scope_now() at time zone 'Europe/London')::date)
      and not exists (select from invitation i where i.council_id = m.council_id and i.person_id = m.person_id and i.accepted_at is null)
  )
$$;
-- The challenge of the scope, while its person is in the team, within the dates of their access and without a link to
-- the councils under review; else null.
create function current_challenge() returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.challenge_id from challenge_peer p
  where 'challenge/' || p.challenge_id::text = (sealed_scope())[1] and p.person_id = current_person()
    and (scope_now() at time zone 'Europe/London')::date between p.access_from and p.access_until
    and not serves_reviewed_council(p.challenge_id, p.person_id)
$$;
create function own_challenges() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select challenge_id from challenge_council where council_id = current_council()
$$;
alter function serves_reviewed_council(uuid, uuid) owner to goldthread_definer;
alter function current_challenge() owner to goldthread_definer;
alter function own_challenges() owner to goldthread_definer;
grant execute on function current_challenge(), current_person(), scope_now() to goldthread_peer;
grant execute on function own_challenges() to goldthread_council;

-- challenge: only the peer team of that challenge; a row is changed by who wrote it. Not even the keeper reads it, so that
-- no backup holds a note.
create procedure shape_challenge(subject regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', subject);
  execute format('alter table %s force row level security', subject);
  execute format('create policy %I on %s for select to goldthread_peer using (challenge_id = (select current_challenge()))', subject::text || '_team', subject);
  execute format('create policy %I on %s for insert to goldthread_peer with check (challenge_id = (select current_challenge()) and written_by = (select current_person()))', subject::text || '_write', subject);
  execute format('create policy %I on %s for update to goldthread_peer using (challenge_id = (select current_challenge()) and written_by = (select current_person())) with check (challenge_id = (select current_challenge()) and written_by = (select current_person()))', subject::text || '_change', subject);
  execute format('create policy %I on %s for delete to goldthread_peer using (challenge_id = (select current_challenge()) and written_by = (select current_person()))', subject::text || '_remove', subject);
  execute format('grant select, insert, update, delete on %s to goldthread_peer', subject);
end $$;
call shape_challenge('peer_note');

-- review: what a challenge is and who is in its team. Read by the team, and where its councils may know it by them;
-- written by named functions alone, so that no council chooses who reviews it.
create procedure shape_review(subject regclass, challenge_column text, councils_read boolean) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_peer using (%I = (select current_challenge()))', subject::text || '_team', subject, challenge_column);
  execute format('create policy %I on %s to goldthread_definer using (true) with check (true)', subject::text || '_definer', subject);
  execute format('grant select on %s to goldthread_peer', subject);
  execute format('grant select, insert, update on %s to goldthread_definer', subject);
  if councils_read then
    execute format('create policy %I on %s for select to goldthread_council using (%I in (select own_challenges()))', subject::text || '_reviewed', subject, challenge_column);
    execute format('grant select on %s to goldthread_council', subject);
  end if;
end $$;
call shape_review('challenge', 'id', true);
call shape_review('challenge_council', 'challenge_id', true);
call shape_review('challenge_peer', 'challenge_id', false);

-- Opens a challenge of some councils with the manager of its team, as the operator is told by whoever arranges the
-- challenge. A council cannot: it would choose its own reviewers.
create function open_challenge(
  new_title text, new_kind text, councils uuid[], first_day date, last_day date, notes_end date,
  manager_email text, manager_name text
) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made uuid; manager_id uuid;
begin
  if cardinality(councils) is distinct from (select count(distinct id) from council where id = any (councils)) or cardinality(councils) = 0 then
    raise exception 'every council must be known' using errcode = 'foreign_key_violation';
  end if;
  insert into challenge (title, kind, on_site_from, on_site_to, notes_until)
    values (new_title, new_kind, first_day, last_day, notes_end) returning id into made;
  insert into challenge_council (challenge_id, council_id) select made, unnest(councils);
  insert into person (email, name) values (manager_email, manager_name) on conflict (email) do nothing;
  select id into manager_id from person where email = manager_email;
  perform put_peer(made, manager_id, manager_name, 'Peer challenge manager', true, notes_end);
  return jsonb_build_object('challengeId', made, 'personId', manager_id);
end $$;

create function put_peer(wanted_challenge uuid, wanted_person uuid, peer_name text, peer_role text, is_manager boolean, until date) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if serves_reviewed_council(wanted_challenge, wanted_person) then
    raise exception 'this person serves a council under review' using errcode = 'check_violation';
  end if;
  insert into challenge_peer (challenge_id, person_id, name, role, manager, access_from, access_until)
    values (wanted_challenge, wanted_person, peer_name, peer_role, is_manager, (scope_now() at time zone 'Europe/London')::date, until)
    on conflict (challenge_id, person_id) do update set name = excluded.name, role = excluded.role, access_until = excluded.access_until;
end $$;

-- The manager adds a peer, or changes until when one has access. No later than the notes are kept.
create function add_peer(new_email text, new_name text, new_role text, until date) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare here uuid := current_challenge(); guest uuid;
begin
  if not exists (select from challenge_peer where challenge_id = here and person_id = current_person() and manager) then
    raise exception 'only the manager of the challenge chooses its team' using errcode = 'insufficient_privilege';
  end if;
  insert into person (email, name) values (new_email, new_name) on conflict (email) do nothing;
  select id into guest from person where email = new_email;
  perform put_peer(here, guest, new_name, new_role, false, least(until, (select notes_until from challenge where id = here)));
  return guest;
end $$;
alter function open_challenge(text, text, uuid[], date, date, date, text, text) owner to goldthread_definer;
alter function put_peer(uuid, uuid, text, text, boolean, date) owner to goldthread_definer;
alter function add_peer(text, text, text, date) owner to goldthread_definer;
grant execute on function open_challenge(text, text, uuid[], date, date, date, text, text) to goldthread_system;
grant execute on function add_peer(text, text, text, date) to goldthread_peer;
