-- Uploaded documents, their files, what was read in them, and what a person decided about each find.
create table stored_file (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  added_at timestamptz not null default scope_now(),
  added_by uuid,
  primary key (council_id, id),
  foreign key (council_id, added_by) references membership (council_id, person_id)
);
call shape_owned('stored_file');
call keep_history('stored_file');

-- Files are kept in pieces of at most 1 MiB, under the same policies and in the same backup as their record.
create table stored_file_piece (
  council_id uuid not null,
  file_id uuid not null,
  position integer not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (council_id, file_id, position),
  foreign key (council_id, file_id) references stored_file (council_id, id) on delete cascade
);
call shape_owned('stored_file_piece', 'select, insert, delete');

create table document (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  file_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'refused', 'dropped')),
  -- How far reading has come: received, text, recommendations.
  step text not null default 'received',
  pages integer,
  refusal_code text,
  refusal text,
  -- The report record, as src/engines/reading defines it. Proposals below are what people work on.
  record jsonb,
  attempts integer not null default 0,
  uploaded_by uuid,
  uploaded_at timestamptz not null default scope_now(),
  read_at timestamptz,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, file_id) references stored_file (council_id, id),
  foreign key (council_id, uploaded_by) references membership (council_id, person_id)
);
call shape_owned('document', 'select, insert, update');
call keep_history('document', array['record']);

-- A find of the reader, or one a person added; nothing is registered until a person confirms it.
create table proposal (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  position double precision not null,
  -- As it will be registered: corrected by a person, or as read.
  group_name text not null,
  number integer not null,
  heading text,
  text text not null,
  -- Sub-points: [{ label, text }].
  parts jsonb not null default '[]',
  -- Where it stands in the record's text, as [span_start, span_end), and on which pages.
  span_start integer,
  span_end integer,
  page integer,
  page_end integer,
  confidence double precision not null default 1,
  -- Plain sentences that say why a person should look twice.
  doubts jsonb not null default '[]',
  -- As the reader proposed it; null when a person added it.
  as_read jsonb,
  decision text not null default 'undecided' check (decision in ('undecided', 'accepted', 'left_out', 'replaced')),
  decided_by uuid,
  decided_at timestamptz,
  -- When it was joined with or split from others: the proposals that stand in its place.
  replaced_by uuid[],
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, document_id) references document (council_id, id),
  foreign key (council_id, decided_by) references membership (council_id, person_id)
);
create index proposal_by_document on proposal (council_id, document_id, position);
call shape_owned('proposal', 'select, insert, update');
call keep_history('proposal');
