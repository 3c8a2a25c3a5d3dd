-- When each person last opened a council's home page, so that it can say what changed since. Without history: it is no
-- record of the council's, and it is nobody's business but that person's. The queries ask for the person's own row.
create table visit (
  council_id uuid not null references council,
  person_id uuid not null,
  -- The visit before this one (null on the first): what changed after it is news.
  before_at timestamptz,
  -- When this visit began. Another begins when an hour has gone by.
  began_at timestamptz not null default scope_now(),
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references membership (council_id, person_id)
);
call shape_owned('visit', 'select, insert, update');
