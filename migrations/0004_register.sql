-- The register: reports, recommendations, the council's response, actions, updates and evidence.
create table report (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  document_id uuid,
  title text not null check (title <> ''),
  kind text not null default 'corporate-peer-challenge' check (kind in (
    'corporate-peer-challenge', 'finance-peer-challenge', 'governance-peer-challenge', 'progress-review', 'committee-report', 'unknown'
  )),
  fieldwork_from date,
  fieldwork_to date,
  received_on date,
  registered_by uuid,
  registered_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, document_id),
  foreign key (council_id, document_id) references document (council_id, id),
  foreign key (council_id, registered_by) references membership (council_id, person_id)
);
call shape_owned('report', 'select, insert, update');
call keep_history('report');

create table recommendation (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  report_id uuid not null,
  proposal_id uuid,
  position double precision not null,
  group_name text not null,
  number integer not null,
  heading text,
  text text not null check (text <> ''),
  -- Sub-points: [{ label, text }].
  parts jsonb not null default '[]',
  span_start integer,
  span_end integer,
  page integer,
  page_end integer,
  -- The officer and the member accountable for the answer as a whole; each action has its own.
  officer_id uuid,
  member_id uuid,
  -- The next independent look at it, when known.
  next_review_on date,
  registered_by uuid,
  registered_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, report_id, group_name, number),
  foreign key (council_id, report_id) references report (council_id, id),
  foreign key (council_id, proposal_id) references proposal (council_id, id),
  foreign key (council_id, officer_id) references membership (council_id, person_id),
  foreign key (council_id, member_id) references membership (council_id, person_id),
  foreign key (council_id, registered_by) references membership (council_id, person_id)
);
create index recommendation_by_report on recommendation (council_id, report_id, position);
call shape_owned('recommendation', 'select, insert, update');
call keep_history('recommendation');

-- The council's answer. No row: no response yet. A reason is required unless it is accepted whole.
create table response (
  council_id uuid not null,
  recommendation_id uuid not null,
  answer text not null check (answer in ('accepted', 'accepted_in_part', 'accepted_in_principle', 'not_accepted')),
  reason text not null default '' check (answer = 'accepted' or reason <> ''),
  decided_on date not null,
  decided_by_body text not null default '',
  decision_reference text not null default '',
  decision_url text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, recommendation_id),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id),
  foreign key (council_id, recorded_by) references membership (council_id, person_id)
);
call shape_owned('response', 'select, insert, update');
call keep_history('response');

create table action (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  officer_id uuid,
  member_id uuid,
  starts_on date,
  -- The date in force, and the first one ever promised, which never changes once set.
  target_on date,
  original_target_on date,
  success_measure text not null default '',
  -- Integer pence. "Not known" is a value of its own: cost_known false, amounts null.
  cost_known boolean not null,
  cost_one_off_pence bigint check (cost_one_off_pence >= 0),
  cost_yearly_pence bigint check (cost_yearly_pence >= 0),
  people_days integer check (people_days >= 0),
  progress text not null default 'not_started' check (progress in (
    'not_started', 'in_progress', 'paused', 'reported_complete', 'business_as_usual', 'superseded'
  )),
  progress_on date,
  visibility text not null default 'council' check (visibility in ('public', 'council')),
  added_by uuid,
  added_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, id, visibility),
  check (starts_on is null or target_on is null or target_on >= starts_on),
  check (cost_known or (cost_one_off_pence is null and cost_yearly_pence is null and people_days is null)),
  foreign key (council_id, officer_id) references membership (council_id, person_id),
  foreign key (council_id, member_id) references membership (council_id, person_id),
  foreign key (council_id, added_by) references membership (council_id, person_id)
);
create index action_by_officer on action (council_id, officer_id);
create index action_by_member on action (council_id, member_id);
create index action_by_target on action (council_id, target_on);
call shape_owned('action', 'select, insert, update');
call keep_history('action');

create function keep_original_target() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.original_target_on is not null and new.original_target_on is distinct from old.original_target_on then
    raise exception 'the first date promised cannot be changed' using errcode = 'check_violation';
  end if;
  if new.original_target_on is null then new.original_target_on := new.target_on; end if;
  return new;
end $$;
create trigger action_original_target before insert or update on action for each row execute function keep_original_target();

create table recommendation_action (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  action_id uuid not null,
  primary key (council_id, recommendation_id, action_id),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id),
  foreign key (council_id, action_id) references action (council_id, id)
);
create index recommendation_action_by_action on recommendation_action (council_id, action_id);
call shape_owned('recommendation_action', 'select, insert, delete');
call keep_history('recommendation_action');

-- What an owner reported. A moved date stands here with its reason, beside the date it replaced.
create table action_update (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  action_id uuid not null,
  progress text not null,
  sentence text not null default '',
  pause_reason text not null default '',
  previous_target_on date,
  new_target_on date,
  move_reason text not null default '' check (new_target_on is null or move_reason <> ''),
  reported_by uuid,
  reported_at timestamptz not null default scope_now(),
  primary key (council_id, id),
  foreign key (council_id, action_id) references action (council_id, id),
  foreign key (council_id, reported_by) references membership (council_id, person_id)
);
create index action_update_by_action on action_update (council_id, action_id, reported_at desc);
create index action_update_by_time on action_update (council_id, reported_at desc);
call shape_owned('action_update', 'select, insert');
call keep_history('action_update');

-- Evidence for a claim: a file or an address, on an action or on the recommendation itself.
create table evidence (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid,
  action_id uuid,
  title text not null check (title <> ''),
  file_id uuid,
  url text,
  visibility text not null default 'council' check (visibility in ('public', 'council')),
  added_by uuid,
  added_at timestamptz not null default scope_now(),
  version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, id, visibility),
  unique (council_id, id, file_id),
  check (num_nonnulls(recommendation_id, action_id) = 1),
  check (num_nonnulls(file_id, url) = 1),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id),
  foreign key (council_id, action_id) references action (council_id, id),
  foreign key (council_id, file_id) references stored_file (council_id, id),
  foreign key (council_id, added_by) references membership (council_id, person_id)
);
create index evidence_by_recommendation on evidence (council_id, recommendation_id);
create index evidence_by_action on evidence (council_id, action_id);
call shape_owned('evidence');
call keep_history('evidence');

-- A reviewer's verdict, from a dated review. No row: not assessed.
create table verdict (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  grade text not null check (grade in ('fully_met', 'partly_met', 'not_met', 'contrary', 'not_assessed', 'no_report')),
  given_on date not null,
  reviewer text not null check (reviewer <> ''),
  source text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default scope_now(),
  primary key (council_id, id),
  foreign key (council_id, recommendation_id) references recommendation (council_id, id),
  foreign key (council_id, recorded_by) references membership (council_id, person_id)
);
create index verdict_by_recommendation on verdict (council_id, recommendation_id, given_on desc);
call shape_owned('verdict', 'select, insert');
call keep_history('verdict');
