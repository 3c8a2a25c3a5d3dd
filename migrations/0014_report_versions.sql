-- A report that comes again (a draft, then the final one) is a document of its own, tied to the one before it. The register
-- holds one report for all versions, under the first of them.
create table document_version (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null check (document_id <> earlier_id),
  earlier_id uuid not null,
  root_id uuid not null,
  made_by uuid,
  made_at timestamptz not null default scope_now(),
  primary key (council_id, document_id),
  foreign key (council_id, document_id) references document (council_id, id),
  foreign key (council_id, earlier_id) references document (council_id, id),
  foreign key (council_id, root_id) references document (council_id, id),
  foreign key (council_id, made_by) references membership (council_id, person_id)
);
create index document_version_by_earlier on document_version (council_id, earlier_id);
call shape_owned('document_version', 'select, insert');
call keep_history('document_version');

-- A person has said that two finds of two versions are the same recommendation, in the same words or in others. Both stay;
-- whatever the register holds of the one is of the other too.
create table proposal_match (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  proposal_id uuid not null check (proposal_id <> earlier_id),
  earlier_id uuid not null,
  -- The first of a line of finds that are the same.
  root_id uuid not null,
  matched_by uuid,
  matched_at timestamptz not null default scope_now(),
  primary key (council_id, proposal_id),
  foreign key (council_id, proposal_id) references proposal (council_id, id),
  foreign key (council_id, earlier_id) references proposal (council_id, id),
  foreign key (council_id, root_id) references proposal (council_id, id),
  foreign key (council_id, matched_by) references membership (council_id, person_id)
);
create index proposal_match_by_root on proposal_match (council_id, root_id);
call shape_owned('proposal_match', 'select, insert, delete');
call keep_history('proposal_match');
create index recommendation_by_proposal on recommendation (council_id, proposal_id);
