-- The link of an invitation is made by the program as a visitor, not in a council's scope. While a council's scope named
-- the hash of the link, a statement smuggled into it could name one whose token it knew, invite somebody else's e-mail
-- address, and choose the password of a person whom another council had added but who had none yet.
drop function invite_person(text, text, text, text, text[], text);
drop function invite_again(uuid, text);
drop function put_invitation(uuid, text);

create function put_invitation(guest uuid) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare until timestamptz := scope_now() + interval '14 days';
begin
  insert into invitation (council_id, person_id, invited_by, invited_at, expires_at)
    values (current_council(), guest, current_person(), scope_now(), until)
    on conflict (council_id, person_id) do update set invited_by = excluded.invited_by, invited_at = excluded.invited_at,
      expires_at = excluded.expires_at, accepted_at = null;
  return until;
end $$;

-- Finds or makes the person and adds the membership, which opens nothing until a link is made and used. What is returned
-- does not depend on whether the person serves another council.
create function invite_person(new_email text, new_name text, new_job_title text, new_kind text, new_roles text[]) returns jsonb
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
  return jsonb_build_object('outcome', 'invited', 'personId', guest, 'expiresAt', put_invitation(guest));
end $$;

-- More time for an invitation that still waits. Null when none waits.
create function invite_again(guest uuid) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform require_administrator();
  if not exists (select from invitation i join membership m using (council_id, person_id) where i.council_id = current_council()
    and i.person_id = guest and i.accepted_at is null and (m.left_on is null or m.left_on > today_in_london())) then return null; end if;
  return jsonb_build_object('expiresAt', put_invitation(guest));
end $$;

-- The link that goes into the mail; an older one stops working. False when no such invitation waits.
create function link_invitation(council uuid, guest uuid, link_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare until timestamptz;
begin
  select i.expires_at into until from invitation i join membership m using (council_id, person_id)
    where i.council_id = council and i.person_id = guest and i.accepted_at is null and i.expires_at > scope_now()
      and (m.left_on is null or m.left_on > today_in_london());
  if until is null then return 'false'; end if;
  perform put_link(link_hash, 'invitation', guest, council, until);
  return 'true';
end $$;

alter function put_invitation(uuid) owner to goldthread_definer;
alter function invite_person(text, text, text, text, text[]) owner to goldthread_definer;
alter function invite_again(uuid) owner to goldthread_definer;
alter function link_invitation(uuid, uuid, text) owner to goldthread_definer;
grant execute on function invite_person(text, text, text, text, text[]), invite_again(uuid) to goldthread_council;
grant execute on function link_invitation(uuid, uuid, text) to goldthread_visitor;
