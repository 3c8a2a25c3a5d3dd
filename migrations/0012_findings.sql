-- What was read in a report beside its recommendations: suggestions in the prose, the peer team, figures, dates. One table
-- for every kind, since each is proposed, checked and corrected in the same way; the shape of a value by kind is the
-- program's (src/features/documents/rules/finding.ts), and no other table refers to a part of one.
--
-- A row is what was proposed and never changes: only its place moves when the report is read again and its text with it.
create table finding (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  kind text not null check (kind in (
    'suggestion', 'peer', 'contact', 'effort', 'figure', 'percentage', 'fieldwork', 'publish_within', 'review_due', 'deadline'
  )),
  -- Findings stand in the order of this: the place in the report's text, where there is one.
  position double precision not null,
  -- As the reader proposed it, or as the person who missed it added it.
  value jsonb not null,
  -- Where it stands in the record's text, as [span_start, span_end), and on which pages.
  span_start integer,
  span_end integer,
  page integer,
  page_end integer,
  confidence double precision not null default 1 check (confidence between 0 and 1),
  -- Null when the reader proposed it.
  added_by uuid,
  added_at timestamptz not null default scope_now(),
  primary key (council_id, id),
  foreign key (council_id, document_id) references document (council_id, id),
  foreign key (council_id, added_by) references membership (council_id, person_id)
);
create index finding_by_document on finding (council_id, document_id, position);
call shape_owned('finding', 'select, insert');
grant update (position, span_start, span_end, page, page_end) on finding to goldthread_council;
call keep_history('finding');

-- What people made of a finding, one row after another: the last one holds. A correction stands beside the proposal and
-- never in its place, so that both can be compared. The number settles who was first: two cannot write the same one.
create table finding_decision (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  finding_id uuid not null,
  number integer not null check (number > 0),
  -- replaced: a later reading proposed others in place of one that nobody had decided.
  decision text not null check (decision in ('undecided', 'accepted', 'left_out', 'replaced')),
  -- The whole value as corrected; null while it stands as proposed.
  correction jsonb,
  decided_by uuid,
  decided_at timestamptz not null default scope_now(),
  primary key (council_id, finding_id, number),
  unique (council_id, id),
  foreign key (council_id, finding_id) references finding (council_id, id),
  foreign key (council_id, decided_by) references membership (council_id, person_id)
);
call shape_owned('finding_decision', 'select, insert');
call keep_history('finding_decision');

-- A suggestion in the prose that a person takes into the register becomes a find like any other, and says where it came from.
alter table proposal add column finding_id uuid;
alter table proposal add constraint proposal_finding foreign key (council_id, finding_id) references finding (council_id, id);
create unique index proposal_by_finding on proposal (council_id, finding_id);
