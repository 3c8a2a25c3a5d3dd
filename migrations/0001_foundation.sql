-- Roles, sealed scopes, policy shapes, history, and the first tables: councils and the people who serve them.
--
-- Roles belong to the whole server, so they are made once and shared by the databases on it.
-- No login is granted the definer or the keeper; the owner alone may become the keeper, for backups.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['council', 'public', 'visitor', 'system', 'definer', 'keeper'] loop
    if not exists (select from pg_roles where rolname = 'goldthread_' || wanted) then
      begin
        execute format('create role %I nologin noinherit', 'goldthread_' || wanted);
      exception when duplicate_object or unique_violation then null; -- another database's migration was first
      end;
    end if;
    -- The owner hands functions to the definer and becomes the keeper for backups. Being asked whether it is a member is
    -- not enough: since PostgreSQL 16 the creator of a role is one without the right to take it on.
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant %I to current_user', 'goldthread_' || wanted);
    end if;
  end loop;
end $$;

revoke create on schema public from public;
-- A temporary table outlives its transaction and is found before a real one of the same name: left by one council's
-- scope on a pooled connection, it would receive what the next council writes. So nobody may make one.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
grant usage on schema public to goldthread_council, goldthread_public, goldthread_visitor, goldthread_system, goldthread_definer, goldthread_keeper;
grant create on schema public to goldthread_definer;
alter default privileges revoke execute on functions from public;

-- Sealed scope ------------------------------------------------------------------------------------------------
-- Definer functions name pg_temp last in their search path: unnamed, it would come first, and a temporary table called
-- scope_key would stand before the real one.
-- The key that seals scopes. Only the definer's functions read it; the program learns it once, as the system.
create table scope_key (
  only_row boolean primary key default true check (only_row),
  key bytea not null
);
insert into scope_key (key) values (
  sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
alter table scope_key enable row level security;
alter table scope_key force row level security;
create policy scope_key_definer on scope_key for select to goldthread_definer using (true);
grant select on scope_key to goldthread_definer;

-- A scope is 'council|person|at|expiry|seal': two identifiers, two instants in milliseconds, and a keyed hash over the rest.
-- Returns the first three parts, or null when there is no scope, the seal is wrong or the scope has run out.
create function sealed_scope() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  scope text := current_setting('goldthread.scope', true);
  parts text[];
  secret bytea;
begin
  if scope is null or scope = '' then return null; end if;
  parts := string_to_array(scope, '|');
  if array_length(parts, 1) is distinct from 5 then return null; end if;
  select key into secret from scope_key;
  if parts[5] is distinct from encode(
    sha256(secret || sha256(secret || convert_to(array_to_string(parts[1:4], '|'), 'UTF8'))), 'hex'
  ) then return null; end if;
  if parts[4]::bigint < extract(epoch from clock_timestamp()) * 1000 then return null; end if;
  return parts[1:3];
end $$;

create function current_council() returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select nullif((sealed_scope())[1], '')::uuid $$;
create function current_person() returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select nullif((sealed_scope())[2], '')::uuid $$;
-- The instant the program gave the scope: the one clock of every row written in it. Outside a scope, the server's.
create function scope_now() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(to_timestamp((sealed_scope())[3]::double precision / 1000), now())
$$;
create function read_scope_key() returns bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select key from scope_key $$;
alter function sealed_scope() owner to goldthread_definer;
alter function current_council() owner to goldthread_definer;
alter function current_person() owner to goldthread_definer;
alter function scope_now() owner to goldthread_definer;
alter function read_scope_key() owner to goldthread_definer;
grant execute on function sealed_scope(), current_council(), current_person(), scope_now()
  to goldthread_council, goldthread_public, goldthread_visitor, goldthread_system, goldthread_keeper;
revoke execute on function read_scope_key() from public;
grant execute on function read_scope_key() to goldthread_system;

-- History -----------------------------------------------------------------------------------------------------
create table history (
  council_id uuid not null,
  id bigint generated by default as identity,
  table_name text not null,
  record_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  change text not null check (change in ('added', 'changed', 'removed')),
  reason text,
  -- The whole row after the change (before it, when removed), without large columns.
  record jsonb not null,
  -- The columns that changed, as they were.
  was jsonb,
  primary key (council_id, id)
);
create index history_by_record on history (council_id, table_name, record_id, id);
create index history_by_time on history (council_id, at);

-- Written by trigger alone. The arguments name the columns left out (texts of whole documents).
-- The keeper restores history itself, so its writes leave none: a role no web login can take on.
create function write_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  row_before jsonb; row_after jsonb; was jsonb; subject jsonb;
begin
  if current_setting('role') = 'goldthread_keeper' then return null; end if;
  if tg_op <> 'INSERT' then row_before := to_jsonb(old) - coalesce(tg_argv::text[], '{}'); end if;
  if tg_op <> 'DELETE' then row_after := to_jsonb(new) - coalesce(tg_argv::text[], '{}'); end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into was from jsonb_each(row_before) where row_after -> key is distinct from value;
    if was is null then return null; end if;
  end if;
  subject := coalesce(row_after, row_before);
  insert into history (council_id, table_name, record_id, at, person_id, change, reason, record, was)
  values (
    (subject ->> 'council_id')::uuid,
    tg_table_name,
    coalesce(subject ->> 'id', subject ->> 'recommendation_id', subject ->> 'person_id')::uuid,
    scope_now(), current_person(),
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    nullif(current_setting('goldthread.reason', true), ''),
    subject, was
  );
  return null;
end $$;
alter function write_history() owner to goldthread_definer;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Policy shapes -----------------------------------------------------------------------------------------------
-- Every table gets exactly one of these; a test fails on a table without one.
-- The keeper (backup and restore) may read and write every row; no web or worker login can become it.
create procedure protect(subject regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', subject);
  execute format('alter table %s force row level security', subject);
  execute format('create policy %I on %s to goldthread_keeper using (true) with check (true)', subject::text || '_keeper', subject);
  execute format('grant select, insert, update, delete on %s to goldthread_keeper', subject);
  -- Restoring moves the counters of identities past the restored rows.
  execute coalesce((
    select string_agg(format('grant select, update on sequence %s to goldthread_keeper', pg_get_serial_sequence(subject::text, attname)), '; ')
    from pg_attribute where attrelid = subject and attidentity <> ''
  ), 'select');
end $$;
-- A backup names the migrations that made its tables; the running program checks that none is missing.
create policy migration_read on migration for select to goldthread_keeper, goldthread_public using (true);
grant select on migration to goldthread_keeper, goldthread_public;

-- owned: the row's council is the current one.
create procedure shape_owned(subject regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s to goldthread_council using (council_id = (select current_council())) with check (council_id = (select current_council()))', subject::text || '_owned', subject);
  execute format('grant %s on %s to goldthread_council', privileges, subject);
end $$;

-- history: written by trigger, read as its record is.
create procedure shape_history(subject regclass) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council using (council_id = (select current_council()))', subject::text || '_owned', subject);
  execute format('create policy %I on %s for insert to goldthread_definer with check (true)', subject::text || '_trigger', subject);
  execute format('grant select on %s to goldthread_council', subject);
  execute format('grant insert on %s to goldthread_definer', subject);
  execute format('create trigger %I before update or delete on %s for each row execute function refuse_change()', subject::text || '_append_only', subject);
end $$;

-- reference: public facts, read by all, written by the system.
create procedure shape_reference(subject regclass) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council, goldthread_public, goldthread_visitor, goldthread_definer using (true)', subject::text || '_read', subject);
  execute format('create policy %I on %s to goldthread_system using (true) with check (true)', subject::text || '_system', subject);
  execute format('grant select on %s to goldthread_council, goldthread_public, goldthread_visitor, goldthread_definer', subject);
  execute format('grant select, insert, update, delete on %s to goldthread_system', subject);
end $$;

-- published: copies made by publishing, readable by all, written by their council alone.
create procedure shape_published(subject regclass) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s for select to goldthread_council, goldthread_public using (true)', subject::text || '_read', subject);
  execute format('create policy %I on %s for insert to goldthread_council with check (council_id = (select current_council()))', subject::text || '_publish', subject);
  execute format('create policy %I on %s for update to goldthread_council using (council_id = (select current_council())) with check (council_id = (select current_council()))', subject::text || '_change', subject);
  execute format('create policy %I on %s for delete to goldthread_council using (council_id = (select current_council()))', subject::text || '_remove', subject);
  execute format('grant select on %s to goldthread_public', subject);
  execute format('grant select, insert, update, delete on %s to goldthread_council', subject);
end $$;

-- system: reached only through named definer functions.
create procedure shape_system(subject regclass) language plpgsql as $$
begin
  call protect(subject);
  execute format('create policy %I on %s to goldthread_definer using (true) with check (true)', subject::text || '_definer', subject);
  execute format('grant select, insert, update, delete on %s to goldthread_definer', subject);
end $$;

-- Records what happens to each row of an owned table. The columns named are left out of the record.
create procedure keep_history(subject regclass, left_out text[] default '{}') language plpgsql as $$
begin
  execute format(
    'create trigger %I after insert or update or delete on %s for each row execute function write_history(%s)',
    subject::text || '_history', subject, (select string_agg(quote_literal(c), ', ') from unnest(left_out) c)
  );
end $$;

call shape_history('history');

-- Councils and the people who serve them ------------------------------------------------------------------------
create table council (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  letters text not null check (length(letters) between 1 and 4),
  band text not null default 'ink' check (band in ('ink', 'plum', 'pine')),
  gss_code text,
  demonstration boolean not null default false
);
call shape_reference('council');

create table person (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null check (name <> '')
);
call shape_system('person');

-- A council's own directory of its people. A person may serve several councils.
create table membership (
  council_id uuid not null references council,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  email text not null,
  job_title text not null default '',
  kind text not null check (kind in ('officer', 'member')),
  roles text[] not null default '{}' check (
    roles <@ array['administrator', 'improvement_lead', 'finance_lead', 'officer', 'member', 'auditor']
  ),
  left_on date,
  added_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, person_id)
);
create index membership_by_person on membership (person_id);
-- A council changes its own directory; a row is added by the definer's functions alone, which find or make the person.
call shape_owned('membership', 'select, update');
call keep_history('membership');
create policy membership_definer on membership to goldthread_definer using (true) with check (true);
grant select, insert, update on membership to goldthread_definer;
