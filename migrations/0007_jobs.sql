-- The job queue's tables stand in the schema pgboss; its own program makes them. Here: who may add and see a job.
-- A council adds jobs for itself, in the transaction that makes the change, and sees its own; payloads hold identifiers only.
grant usage on schema pgboss to goldthread_council, goldthread_system, goldthread_visitor;
grant select on pgboss.queue to goldthread_council;
grant execute on all functions in schema pgboss to goldthread_council, goldthread_system;
grant usage on type pgboss.job_state to goldthread_council;
grant select, insert, update, delete on all tables in schema pgboss to goldthread_system;
grant select, insert on pgboss.job, pgboss.job_common to goldthread_council;

do $$
declare
  subject regclass;
begin
  for subject in select c.oid::regclass from pg_class c where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table %s enable row level security', subject);
    execute format('alter table %s force row level security', subject);
    execute format('create policy queue_system on %s to goldthread_system using (true) with check (true)', subject);
  end loop;
  foreach subject in array array['pgboss.job'::regclass, 'pgboss.job_common'::regclass] loop
    execute format('create policy queue_council on %s to goldthread_council using (data ->> ''council'' = (select current_council())::text) with check (data ->> ''council'' = (select current_council())::text)', subject);
  end loop;
end $$;
create policy queue_council on pgboss.queue for select to goldthread_council using (true);
