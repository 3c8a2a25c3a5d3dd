-- A council has said that one of its recommendations was asked in nearly the same words elsewhere: in another report of its
-- own, or of another council, as that council has published it. Linked, never merged: each stands, is answered and is
-- closed by itself. The other end has no foreign key, since published copies come and go.
create table joint_link (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  other_council_id uuid not null references council,
  other_recommendation_id uuid not null check (other_recommendation_id <> recommendation_id),
  linked_by uuid,
  linked_at timestamptz not null default scope_now(),
  primary key (council_id, recommendation_id, other_council_id, other_recommendation_id),
  unique (council_id, id),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id),
  foreign key (council_id, linked_by) references membership (council_id, person_id)
);
call shape_owned('joint_link', 'select, insert, delete');
call keep_history('joint_link');

-- What others may know of such a link: a copy, made only while the council's own recommendation stands published, since
-- that a council holds one which it has not published is nobody else's to know.
create table published_joint_link (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  other_council_id uuid not null,
  other_recommendation_id uuid not null,
  primary key (council_id, recommendation_id, other_council_id, other_recommendation_id),
  unique (council_id, id),
  foreign key (council_id, recommendation_id, other_council_id, other_recommendation_id)
    references joint_link (council_id, recommendation_id, other_council_id, other_recommendation_id) on delete cascade
);
create index published_joint_link_by_other on published_joint_link (other_council_id, other_recommendation_id);
call shape_published('published_joint_link');
call keep_history('published_joint_link');
drop policy published_joint_link_publish on published_joint_link;
create policy published_joint_link_publish on published_joint_link for insert to goldthread_council with check (
  council_id = (select current_council()) and exists (
    select from published_recommendation r
    join publication p on p.council_id = r.council_id and p.id = r.publication_id
    where r.council_id = published_joint_link.council_id and r.recommendation_id = published_joint_link.recommendation_id
      and p.replaced_at is null and p.withdrawn_at is null
  )
);
revoke update on published_joint_link from goldthread_council;
