-- Accounts, continued: links by mail, a person's own account, a council's people, the operator's commands.

-- Links by mail -------------------------------------------------------------------------------------------------
-- Whom to write to, or null. The program says the same to the person who asked in either case.
create function request_reset(wanted_email text, email_subject text, address_subject text, link_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found person;
begin
  if coalesce(take_address_attempt(address_subject), take_person_attempt(email_subject)) is not null then return null; end if;
  select * into found from person where email = wanted_email and person_may_enter(id);
  if found.id is null then return null; end if;
  perform put_link(link_hash, 'password', found.id, null, scope_now() + interval '1 hour');
  return jsonb_build_object('name', found.name, 'email', found.email, 'until', scope_now() + interval '1 hour');
end $$;

create function look_at_password_link(link_hash text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link;
begin
  select * into link from account_link where token_hash = link_hash and purpose = 'password';
  return jsonb_build_object('state', state_of(link), 'expiresAt', link.expires_at) || coalesce(
    (select jsonb_build_object('email', email, 'name', name) from person where id = link.person_id and state_of(link) = 'open'),
    jsonb_build_object('email', null, 'name', null));
end $$;

create function use_password_link(link_hash text, password_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link;
begin
  select * into link from account_link where token_hash = link_hash and purpose = 'password' for update;
  if state_of(link) is distinct from 'open' then return jsonb_build_object('state', state_of(link)); end if;
  perform put_password(link.person_id, password_hash);
  return jsonb_build_object('state', 'open') || (select jsonb_build_object('email', email, 'name', name) from person where id = link.person_id);
end $$;

-- What the person invited sees: what this council wrote, and nothing that another council knows.
create function look_at_invitation(link_hash text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link; state text;
begin
  select * into link from account_link where token_hash = link_hash and purpose = 'invitation';
  state := state_of(link);
  if state is null then return jsonb_build_object('state', null); end if;
  return (
    select jsonb_build_object('state', state, 'expiresAt', link.expires_at, 'email', m.email, 'name', m.name, 'jobTitle', m.job_title,
      'roles', to_jsonb(m.roles), 'kind', m.kind,
      'council', jsonb_build_object('code', c.code, 'name', c.name, 'letters', c.letters, 'band', c.band),
      'hasAccount', exists (select from credential k where k.person_id = m.person_id)
        or exists (select from openid_identity o where o.person_id = m.person_id))
    from membership m join council c on c.id = m.council_id
    where m.council_id = link.council_id and m.person_id = link.person_id
  );
end $$;

-- A new person sets a name and a password; one who has an account just gains the council.
create function accept_invitation(link_hash text, new_name text, new_password_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare link account_link; known boolean; council_name text;
begin
  select * into link from account_link where token_hash = link_hash and purpose = 'invitation' for update;
  if state_of(link) is distinct from 'open' then return jsonb_build_object('state', state_of(link)); end if;
  if exists (select from membership m where m.council_id = link.council_id and m.person_id = link.person_id
    and m.left_on <= today_in_london()) then return jsonb_build_object('state', 'expired'); end if;
  known := exists (select from credential where person_id = link.person_id)
    or exists (select from openid_identity where person_id = link.person_id);
  if not known then
    if new_password_hash is null then return jsonb_build_object('state', 'needs_password'); end if;
    update person set name = new_name where id = link.person_id;
    update membership set name = new_name where council_id = link.council_id and person_id = link.person_id and name <> new_name;
    perform put_password(link.person_id, new_password_hash);
  end if;
  update account_link set used_at = scope_now() where token_hash = link_hash;
  update invitation set accepted_at = scope_now() where council_id = link.council_id and person_id = link.person_id and accepted_at is null;
  select name into council_name from council where id = link.council_id;
  return jsonb_build_object('state', 'open', 'personId', link.person_id, 'council', council_name);
end $$;

-- A person's own account: the token of the sign-in says whose ------------------------------------------------------
create function own_account(token text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object(
    'name', p.name, 'email', p.email,
    'passwordChangedAt', (select changed_at from credential where person_id = p.id),
    'secondFactorSince', (select confirmed_at from second_factor where person_id = p.id),
    'codesLeft', (select count(*) from recovery_code where person_id = p.id and used_at is null),
    'sessions', (
      select jsonb_agg(jsonb_build_object('id', s.id, 'madeAt', s.made_at, 'lastSeenAt', s.last_seen_at, 'address', s.address,
        'device', s.device, 'way', s.way, 'current', s.token_hash = token) order by s.token_hash = token desc, s.last_seen_at desc)
      from sign_in_session s where s.person_id = p.id and s.expires_at > scope_now()
        and s.last_seen_at > scope_now() - interval '12 hours'))
  from person p where p.id = person_of_session(token)
$$;

-- A person's name, as each council's directory shows it too.
create function rename_self(token text, new_name text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token);
begin
  if me is null then return 'false'; end if;
  update person set name = new_name where id = me;
  update membership set name = new_name, version = version + 1 where person_id = me and name <> new_name;
  return 'true';
end $$;

-- The hash of the person's password, to check what was typed before a change; limited like signing in.
create function own_password(token text, subject_prefix text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token); wait timestamptz;
begin
  if me is null then return null; end if;
  wait := take_person_attempt(subject_prefix || ':' || me);
  return jsonb_build_object('waitUntil', wait,
    'passwordHash', case when wait is null then (select password_hash from credential where person_id = me) end);
end $$;

create function own_password_was_right(token text, subject_prefix text) returns jsonb
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from attempt_limit where subject = subject_prefix || ':' || person_of_session(token);
  select 'true'::jsonb
$$;

-- Sets a new password, ends every sign-in, and opens a new one in this place.
create function change_own_password(token text, new_hash text, session jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token);
begin
  if me is null then return 'false'; end if;
  perform put_password(me, new_hash);
  perform open_session(me, session);
  return 'true';
end $$;

-- A secret waits, unconfirmed, until a code made from it is given. A confirmed one is never replaced by this.
create function begin_second_factor(token text, sealed text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token); kept second_factor;
begin
  if me is null then return null; end if;
  if sealed is not null then
    insert into second_factor (person_id, secret) values (me, sealed) on conflict (person_id) do nothing;
  end if;
  select * into kept from second_factor where person_id = me;
  return jsonb_build_object('secret', kept.secret, 'confirmed', kept.confirmed_at is not null);
end $$;

create function put_recovery_codes(person uuid, code_hashes text[]) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from recovery_code where person_id = person;
  insert into recovery_code (person_id, code_hash) select person, unnest(code_hashes);
$$;

create function confirm_second_factor(token text, code_step bigint, code_hashes text[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token);
begin
  update second_factor set confirmed_at = scope_now(), last_step = code_step where person_id = me and confirmed_at is null;
  if not found then return 'false'; end if;
  perform put_recovery_codes(me, code_hashes);
  return 'true';
end $$;

create function replace_recovery_codes(token text, code_hashes text[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token);
begin
  if not exists (select from second_factor where person_id = me and confirmed_at is not null) then return 'false'; end if;
  perform put_recovery_codes(me, code_hashes);
  return 'true';
end $$;

create function remove_second_factor(token text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token);
begin
  delete from recovery_code where person_id = me;
  delete from second_factor where person_id = me;
  return to_jsonb(found);
end $$;

-- Ends one sign-in of the person's own, or with no identifier all but this one. How many were ended.
create function end_own_sessions(token text, wanted uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me uuid := person_of_session(token); ended integer;
begin
  delete from sign_in_session where person_id = me and case when wanted is null then token_hash <> token else id = wanted end;
  get diagnostics ended = row_count;
  return to_jsonb(ended);
end $$;

-- A council's people: the seal says which council and who acts ------------------------------------------------------
create function require_administrator() returns void
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from membership m where m.council_id = current_council() and m.person_id = current_person()
    and 'administrator' = any(m.roles) and opens_council(m)) then
    raise exception 'only an administrator of the council may do this' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- The council's own invitations that are not accepted yet.
create function council_invitations() returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'invitedAt', invited_at, 'expiresAt', expires_at)), '[]')
  from invitation where council_id = current_council() and accepted_at is null
$$;

-- Finds or makes the person and adds the membership, which opens nothing until the link is used. What is returned does
-- not depend on whether the person serves another council.
create function invite_person(new_email text, new_name text, new_job_title text, new_kind text, new_roles text[], link_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare here uuid := current_council(); guest uuid;
begin
  perform require_administrator();
  insert into person (email, name) values (new_email, new_name) on conflict (email) do nothing;
  select id into guest from person where email = new_email;
  if exists (select from membership m where m.council_id = here and m.person_id = guest
    and (m.left_on is null or m.left_on > today_in_london())) then
    return jsonb_build_object('outcome', 'already_here', 'personId', guest);
  end if;
  insert into membership (council_id, person_id, name, email, job_title, kind, roles)
    values (here, guest, new_name, new_email, new_job_title, new_kind, new_roles)
    on conflict (council_id, person_id) do update set name = excluded.name, job_title = excluded.job_title,
      kind = excluded.kind, roles = excluded.roles, left_on = null, version = membership.version + 1;
  return jsonb_build_object('outcome', 'invited', 'personId', guest, 'expiresAt', put_invitation(guest, link_hash));
end $$;

create function put_invitation(guest uuid, link_hash text) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare until timestamptz := scope_now() + interval '14 days';
begin
  insert into invitation (council_id, person_id, invited_by, invited_at, expires_at)
    values (current_council(), guest, current_person(), scope_now(), until)
    on conflict (council_id, person_id) do update set invited_by = excluded.invited_by, invited_at = excluded.invited_at,
      expires_at = excluded.expires_at, accepted_at = null;
  perform put_link(link_hash, 'invitation', guest, current_council(), until);
  return until;
end $$;

-- A new link for an invitation that still waits; the old one stops working. Null when none waits.
create function invite_again(guest uuid, link_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform require_administrator();
  if not exists (select from invitation i join membership m using (council_id, person_id) where i.council_id = current_council()
    and i.person_id = guest and i.accepted_at is null and (m.left_on is null or m.left_on > today_in_london())) then return null; end if;
  return jsonb_build_object('expiresAt', put_invitation(guest, link_hash));
end $$;

-- A council's own update of its directory: by an administrator, and never so that no administrator is left.
create function guard_membership() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_setting('role') <> 'goldthread_council' then return new; end if;
  if (old.council_id, old.person_id, old.email) is distinct from (new.council_id, new.person_id, new.email) then
    raise exception 'a membership stays with its person' using errcode = 'insufficient_privilege';
  end if;
  perform require_administrator();
  -- Two administrators who end each other at the same moment take turns here.
  perform pg_advisory_xact_lock(hashtextextended('administrators of ' || new.council_id, 0));
  if ('administrator' <> all(new.roles) or new.left_on is not null) and not exists (
    select from membership m where m.council_id = new.council_id and m.person_id <> new.person_id
      and 'administrator' = any(m.roles) and m.left_on is null and opens_council(m)
  ) then
    raise exception 'the last administrator of a council' using errcode = 'check_violation', constraint = 'last_administrator';
  end if;
  return new;
end $$;

-- The operator's commands --------------------------------------------------------------------------------------------
-- Adds a person to a council at once, with a link to set a password where there is none yet.
create function add_account(council_code text, new_email text, new_name text, new_job_title text, new_kind text, new_roles text[], link_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare here uuid; who uuid; known boolean;
begin
  select id into here from council where code = council_code;
  if here is null then return jsonb_build_object('outcome', 'no_such_council'); end if;
  insert into person (email, name) values (new_email, new_name) on conflict (email) do nothing;
  select id into who from person where email = new_email;
  known := exists (select from credential where person_id = who);
  if exists (select from membership m where m.council_id = here and m.person_id = who and (m.left_on is null or m.left_on > today_in_london())) then
    return jsonb_build_object('outcome', 'already_here', 'personId', who);
  end if;
  insert into membership (council_id, person_id, name, email, job_title, kind, roles)
    values (here, who, new_name, new_email, new_job_title, new_kind, new_roles)
    on conflict (council_id, person_id) do update set name = excluded.name, job_title = excluded.job_title,
      kind = excluded.kind, roles = excluded.roles, left_on = null, version = membership.version + 1;
  update invitation set accepted_at = scope_now() where council_id = here and person_id = who and accepted_at is null;
  if not known then perform put_link(link_hash, 'password', who, null, scope_now() + interval '7 days'); end if;
  return jsonb_build_object('outcome', 'added', 'personId', who, 'needsPassword', not known, 'expiresAt', scope_now() + interval '7 days');
end $$;

create function reset_account(wanted_email text, link_hash text, drop_second_factor boolean) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare who uuid;
begin
  select id into who from person where email = wanted_email;
  if who is null then return null; end if;
  if drop_second_factor then
    delete from recovery_code where person_id = who;
    delete from second_factor where person_id = who;
  end if;
  perform put_link(link_hash, 'password', who, null, scope_now() + interval '1 day');
  return jsonb_build_object('personId', who, 'expiresAt', scope_now() + interval '1 day');
end $$;

create function list_accounts() returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'name', p.name, 'council', c.code, 'kind', m.kind,
    'roles', to_jsonb(m.roles), 'leftOn', m.left_on, 'invited', exists (select from invitation i where i.council_id = m.council_id
      and i.person_id = m.person_id and i.accepted_at is null),
    'password', exists (select from credential k where k.person_id = p.id),
    'secondFactor', exists (select from second_factor s where s.person_id = p.id and s.confirmed_at is not null)
  ) order by c.code, p.email), '[]')
  from person p join membership m on m.person_id = p.id join council c on c.id = m.council_id
$$;

call hand_over(array['put_recovery_codes', 'require_administrator', 'put_invitation', 'guard_membership']);
call hand_over(array['request_reset', 'look_at_password_link', 'use_password_link', 'look_at_invitation', 'accept_invitation',
  'own_account', 'rename_self', 'own_password', 'own_password_was_right', 'change_own_password', 'begin_second_factor',
  'confirm_second_factor', 'replace_recovery_codes', 'remove_second_factor', 'end_own_sessions'], 'goldthread_visitor');
call hand_over(array['council_invitations', 'invite_person', 'invite_again'], 'goldthread_council');
call hand_over(array['add_account', 'reset_account', 'list_accounts'], 'goldthread_system');
drop procedure hand_over(text[], text);
-- After the handing over, so that nothing else could fire it meanwhile.
create trigger membership_guard before update on membership for each row execute function guard_membership();
