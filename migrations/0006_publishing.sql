-- Published copies: what a council has put before the public, frozen on the day. Readable by all, written by its council alone.
-- Nothing private can stand here: actions and evidence are tied to rows whose visibility is public, by foreign keys.
create table publication (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  report_id uuid not null,
  -- The report's short name in the address, and the number of this snapshot of it: 1, 2, 3 …
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  summary text not null default '',
  report_kind text not null,
  fieldwork_from date,
  fieldwork_to date,
  published_at timestamptz not null default scope_now(),
  replaced_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text check (withdrawn_at is null or withdrawal_reason <> ''),
  primary key (council_id, id),
  unique (council_id, slug, number),
  foreign key (council_id, report_id) references report (council_id, id)
);
call shape_published('publication');
call keep_history('publication');

create table published_recommendation (
  council_id uuid not null,
  publication_id uuid not null,
  recommendation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position double precision not null,
  group_name text not null,
  number integer not null,
  heading text,
  text text not null,
  parts jsonb not null default '[]',
  page integer,
  page_end integer,
  officer text,
  member text,
  answer text,
  answer_reason text,
  answered_on date,
  answered_by text,
  answer_reference text,
  answer_url text,
  progress text,
  progress_on date,
  verdict text,
  verdict_on date,
  verdict_by text,
  next_review_on date,
  primary key (council_id, publication_id, recommendation_id),
  foreign key (council_id, publication_id) references publication (council_id, id),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id)
);
call shape_published('published_recommendation');
call keep_history('published_recommendation');

create table published_action (
  council_id uuid not null,
  publication_id uuid not null,
  recommendation_id uuid not null,
  action_id uuid not null,
  id uuid not null default gen_random_uuid(),
  visibility text not null default 'public' check (visibility = 'public'),
  title text not null,
  officer text,
  member text,
  starts_on date,
  target_on date,
  original_target_on date,
  success_measure text not null default '',
  cost_known boolean not null,
  cost_one_off_pence bigint,
  cost_yearly_pence bigint,
  people_days integer,
  progress text not null,
  progress_on date,
  latest text not null default '',
  primary key (council_id, publication_id, recommendation_id, action_id),
  foreign key (council_id, publication_id, recommendation_id)
    references published_recommendation (council_id, publication_id, recommendation_id) on delete cascade,
  foreign key (council_id, action_id, visibility) references action (council_id, id, visibility)
);
create index published_action_by_action on published_action (council_id, action_id);
call shape_published('published_action');
call keep_history('published_action');

create table published_evidence (
  council_id uuid not null,
  publication_id uuid not null,
  recommendation_id uuid not null,
  evidence_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid,
  visibility text not null default 'public' check (visibility = 'public'),
  title text not null,
  url text,
  file_id uuid,
  file_name text,
  media_type text,
  size bigint,
  primary key (council_id, publication_id, recommendation_id, evidence_id),
  foreign key (council_id, publication_id, recommendation_id)
    references published_recommendation (council_id, publication_id, recommendation_id) on delete cascade,
  foreign key (council_id, evidence_id, visibility) references evidence (council_id, id, visibility),
  -- The file is the one of this evidence, not a private one that was named by mistake.
  foreign key (council_id, evidence_id, file_id) references evidence (council_id, id, file_id)
);
create index published_evidence_by_evidence on published_evidence (council_id, evidence_id);
create index published_evidence_by_file on published_evidence (council_id, file_id);
call shape_published('published_evidence');
call keep_history('published_evidence');

-- The bytes of published evidence, copied when published and removed when no publication bears them any more.
create table published_file_piece (
  council_id uuid not null,
  file_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (council_id, file_id, position)
);
call shape_published('published_file_piece');
-- Bytes leave a council's keeping as those of published evidence only, whose own keys tie it to public evidence.
drop policy published_file_piece_publish on published_file_piece;
create policy published_file_piece_publish on published_file_piece for insert to goldthread_council with check (
  council_id = (select current_council()) and exists (
    select from published_evidence e where e.council_id = published_file_piece.council_id and e.file_id = published_file_piece.file_id
  )
);
revoke update on published_file_piece from goldthread_council;

-- What was taken out of a publication: the words are gone from it, the place and the reason stay.
create table published_redaction (
  council_id uuid not null,
  publication_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('recommendation', 'action', 'evidence')),
  recommendation_id uuid not null,
  record_id uuid not null,
  group_name text not null,
  number integer not null,
  position double precision not null,
  reason text not null check (reason <> ''),
  redacted_at timestamptz not null default scope_now(),
  primary key (council_id, publication_id, id),
  foreign key (council_id, publication_id) references publication (council_id, id)
);
call shape_published('published_redaction');
call keep_history('published_redaction');
