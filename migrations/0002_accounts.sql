-- Accounts: passwords, second factors, sign-ins, one-use links, invitations. Every table is reached through the named
-- functions below and in no other way. Tokens, recovery codes and the keys of limits are stored as hashes in hex;
-- the program makes and hashes them, so nothing here can be used to sign in as somebody.

create table credential (
  person_id uuid primary key references person,
  password_hash text not null,
  changed_at timestamptz not null default scope_now()
);
call shape_system('credential');

-- The secret is sealed by the program with a key derived from its configuration.
create table second_factor (
  person_id uuid primary key references person,
  secret text not null,
  confirmed_at timestamptz,
  -- The time step of the last code used: an older or equal one is a replay.
  last_step bigint not null default 0
);
call shape_system('second_factor');

create table recovery_code (
  person_id uuid not null references person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
call shape_system('recovery_code');

create table sign_in_session (
  token_hash text primary key,
  id uuid not null unique default gen_random_uuid(),
  person_id uuid not null references person,
  made_at timestamptz not null default scope_now(),
  last_seen_at timestamptz not null default scope_now(),
  expires_at timestamptz not null,
  address text not null,
  device text not null,
  way text not null check (way in ('password', 'openid', 'demonstration'))
);
create index sign_in_session_by_person on sign_in_session (person_id);
call shape_system('sign_in_session');

create table account_link (
  token_hash text primary key,
  purpose text not null check (purpose in ('password', 'second_step', 'invitation')),
  person_id uuid not null references person,
  council_id uuid references council,
  made_at timestamptz not null default scope_now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'invitation') = (council_id is not null))
);
create index account_link_by_person on account_link (person_id);
call shape_system('account_link');

-- A membership whose invitation is not accepted yet stands in the directory, so that its person can be named as an owner,
-- but opens nothing.
create table invitation (
  council_id uuid not null,
  person_id uuid not null,
  invited_by uuid references person,
  invited_at timestamptz not null default scope_now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references membership
);
call shape_system('invitation');

-- How often something was tried: an e-mail address, a network address, a person's second step. The subject is a keyed hash.
create table attempt_limit (
  subject text primary key,
  tries integer not null default 0,
  last_at timestamptz not null default scope_now(),
  wait_until timestamptz
);
call shape_system('attempt_limit');

create table openid_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  linked_at timestamptz not null default scope_now(),
  primary key (issuer, subject)
);
call shape_system('openid_identity');

-- Parts that only other functions here use ---------------------------------------------------------------------
-- Takes one try of a subject before it is known whether it succeeds, so that tries sent at the same moment count too.
-- Returns until when to wait, or null when the try may go on. The wait doubles with each try past the free ones.
create function take_attempt(wanted text, free integer, first_wait interval, longest interval) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare known attempt_limit; tried integer;
begin
  insert into attempt_limit (subject) values (wanted) on conflict do nothing;
  select * into known from attempt_limit where subject = wanted for update;
  if known.wait_until > scope_now() then return known.wait_until; end if;
  tried := case when known.last_at < scope_now() - interval '1 day' then 1 else known.tries + 1 end;
  update attempt_limit set tries = tried, last_at = scope_now(),
    wait_until = case when tried >= free then scope_now() + least(longest, first_wait * power(2, least(tried - free, 16))) end
    where subject = wanted;
  return null;
end $$;

-- An office shares one address, so an address may be wrong more often than an e-mail address.
create function take_address_attempt(wanted text) returns timestamptz
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select take_attempt(wanted, 50, interval '1 minute', interval '15 minutes')
$$;
create function take_person_attempt(wanted text) returns timestamptz
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select take_attempt(wanted, 5, interval '30 seconds', interval '1 hour')
$$;

-- A try that succeeded: the person starts afresh; an address only gets that one try back, or a guesser with an
-- account of their own could wipe the slate.
create function forgive(person_subject text, address_subject text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from attempt_limit where subject = person_subject;
  update attempt_limit set tries = greatest(tries - 1, 0), wait_until = null where subject = address_subject;
$$;

create function today_in_london() returns date
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (scope_now() at time zone 'Europe/London')::date
$$;

-- A membership that opens its council: not ended, and not waiting for its invitation to be accepted.
create function opens_council(wanted membership) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (wanted.left_on is null or wanted.left_on > today_in_london()) and not exists (
    select from invitation i
    where i.council_id = wanted.council_id and i.person_id = wanted.person_id and i.accepted_at is null
  )
$$;

create function person_may_enter(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from membership m where m.person_id = wanted and opens_council(m))
$$;

-- The person of a sign-in that still holds: not past its end, and used within the last twelve hours.
create function person_of_session(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select person_id from sign_in_session
  where token_hash = wanted and expires_at > scope_now() and last_seen_at > scope_now() - interval '12 hours'
$$;

create function open_session(person uuid, session jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made uuid;
begin
  delete from sign_in_session where person_id = person
    and (expires_at <= scope_now() or last_seen_at <= scope_now() - interval '12 hours');
  delete from attempt_limit where last_at < scope_now() - interval '2 days';
  insert into sign_in_session (token_hash, person_id, expires_at, address, device, way)
    values (session ->> 'tokenHash', person, scope_now() + interval '7 days',
      session ->> 'address', session ->> 'device', session ->> 'way')
    returning id into made;
  return made;
end $$;

-- Sets a password and ends every sign-in and open link of the person.
create function put_password(person uuid, hash text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into credential (person_id, password_hash) values (person, hash)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = scope_now();
  delete from sign_in_session where person_id = person;
  update account_link set used_at = scope_now() where person_id = person and purpose <> 'invitation' and used_at is null;
$$;

create function put_link(hash text, what text, person uuid, council uuid, until timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from account_link where expires_at < scope_now() - interval '90 days';
  update account_link set used_at = scope_now()
    where person_id = person and purpose = what and council_id is not distinct from council and used_at is null
      and what <> 'second_step';
  insert into account_link (token_hash, purpose, person_id, council_id, expires_at) values (hash, what, person, council, until);
$$;

-- 'open', 'used', 'expired', or null when there is no such link.
create function state_of(link account_link) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when link.token_hash is null then null when link.used_at is not null then 'used'
    when link.expires_at <= scope_now() then 'expired' else 'open' end
$$;

-- Signing in ----------------------------------------------------------------------------------------------------
create function any_account() returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select to_jsonb(exists (select from person)) $$;

create function begin_sign_in(wanted_email text, email_subject text, address_subject text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wait timestamptz; found jsonb;
begin
  wait := coalesce(take_address_attempt(address_subject), take_person_attempt(email_subject));
  if wait is not null then return jsonb_build_object('waitUntil', wait, 'person', null); end if;
  select jsonb_build_object('id', p.id, 'passwordHash', c.password_hash,
      'secondFactor', exists (select from second_factor s where s.person_id = p.id and s.confirmed_at is not null))
    into found from person p join credential c on c.person_id = p.id where p.email = wanted_email;
  return jsonb_build_object('waitUntil', null, 'person', found);
end $$;

-- The password was right. With a second factor a short-lived link to the second step is kept, else the session opens.
create function finish_sign_in(person uuid, email_subject text, address_subject text, session jsonb, step_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform forgive(email_subject, address_subject);
  if exists (select from second_factor where person_id = person and confirmed_at is not null) then
    perform put_link(step_hash, 'second_step', person, null, scope_now() + interval '10 minutes');
    return jsonb_build_object('step', true);
  end if;
  perform open_session(person, session);
  return jsonb_build_object('step', false);
end $$;

create function take_second_step(step_hash text, step_subject text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link; factor second_factor; wait timestamptz;
begin
  select * into link from account_link where token_hash = step_hash and purpose = 'second_step';
  if state_of(link) is distinct from 'open' then return jsonb_build_object('state', 'gone'); end if;
  -- The limit is the person's, not the step's: a new password entry gives no new tries.
  wait := take_person_attempt(step_subject || ':' || link.person_id);
  if wait is not null then return jsonb_build_object('state', 'wait', 'waitUntil', wait); end if;
  select * into factor from second_factor where person_id = link.person_id and confirmed_at is not null;
  return jsonb_build_object('state', 'open', 'secret', factor.secret, 'lastStep', factor.last_step);
end $$;

-- Uses up a code of the authenticator (its time step) or a recovery code, once, and opens the session.
create function finish_second_step(step_hash text, step_subject text, code_step bigint, recovery_hash text, session jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link; hit integer;
begin
  select * into link from account_link where token_hash = step_hash and purpose = 'second_step' for update;
  if state_of(link) is distinct from 'open' then return 'false'; end if;
  if code_step is not null then
    update second_factor set last_step = code_step where person_id = link.person_id and confirmed_at is not null and last_step < code_step;
  else
    update recovery_code set used_at = scope_now() where person_id = link.person_id and code_hash = recovery_hash and used_at is null;
  end if;
  get diagnostics hit = row_count;
  if hit = 0 then return 'false'; end if;
  update account_link set used_at = scope_now() where token_hash = step_hash;
  delete from attempt_limit where subject = step_subject || ':' || link.person_id;
  perform open_session(link.person_id, session);
  return 'true';
end $$;

-- The person of an identity at an outside provider. A first sign-in links by an e-mail address that the provider has
-- verified, and only to a person who is there already.
create function sign_in_by_openid(wanted_issuer text, wanted_subject text, verified_email text, session jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found uuid;
begin
  select person_id into found from openid_identity where issuer = wanted_issuer and subject = wanted_subject;
  if found is null and verified_email is not null then
    select id into found from person where email = verified_email and person_may_enter(id);
    if found is not null then
      insert into openid_identity (issuer, subject, person_id) values (wanted_issuer, wanted_subject, found) on conflict do nothing;
    end if;
  end if;
  if found is null or not person_may_enter(found) then return 'false'; end if;
  perform open_session(found, session);
  return 'true';
end $$;

-- Only people whose every council is a demonstration are let in without a password.
create function sign_in_demonstration(wanted_email text, session jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found uuid;
begin
  select p.id into found from person p where p.email = wanted_email and person_may_enter(p.id) and not exists (
    select from membership m join council c on c.id = m.council_id where m.person_id = p.id and not c.demonstration
  );
  if found is null then return 'false'; end if;
  perform open_session(found, session);
  return 'true';
end $$;

-- Who holds a sign-in. When and where from it was last used is kept every five minutes at most.
create function find_session(wanted text, seen_from text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare person_found uuid := person_of_session(wanted);
begin
  if person_found is null then return null; end if;
  update sign_in_session set last_seen_at = scope_now(), address = coalesce(seen_from, address)
    where token_hash = wanted and last_seen_at < scope_now() - interval '5 minutes';
  return (
    select jsonb_build_object(
      'sessionId', (select s.id from sign_in_session s where s.token_hash = wanted),
      'person', jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email),
      'councils', coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'letters', c.letters, 'band', c.band,
          'kind', m.kind, 'roles', to_jsonb(m.roles)) order by c.name)
        from membership m join council c on c.id = m.council_id where m.person_id = p.id and opens_council(m)
      ), '[]'))
    from person p where p.id = person_found
  );
end $$;

create function end_session(wanted text) returns jsonb
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from sign_in_session where token_hash = wanted;
  select 'true'::jsonb
$$;

-- Owner and grants of functions: every one belongs to the definer; those named may be called by a role.
create procedure hand_over(names text[], caller text default null) language plpgsql as $$
declare name text; subject regprocedure;
begin
  foreach name in array names loop
    select oid::regprocedure into strict subject from pg_proc where proname = name and pronamespace = 'public'::regnamespace;
    execute format('alter function %s owner to goldthread_definer', subject);
    if caller is not null then execute format('grant execute on function %s to %I', subject, caller); end if;
  end loop;
end $$;

call hand_over(array['take_attempt', 'take_address_attempt', 'take_person_attempt', 'forgive', 'today_in_london', 'opens_council',
  'person_may_enter', 'person_of_session', 'open_session', 'put_password', 'put_link', 'state_of']);
call hand_over(array['any_account', 'begin_sign_in', 'finish_sign_in', 'take_second_step', 'finish_second_step',
  'sign_in_by_openid', 'sign_in_demonstration', 'find_session', 'end_session'], 'goldthread_visitor');
