// The protection of every table, read from the catalogue in words that are the same on PGlite, PostgreSQL 15 and 18.
import { type Kysely, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: the catalogue has no types here.
type Catalogue = Pick<Kysely<any>, 'getExecutor'>;

/** The schemas that hold our tables and the job queue's. */
const SCHEMAS = sql`('public', 'pgboss')`;

const HEADING = `What protects every table. Made by "npm run policies" from the migrations; a test fails when it is out of date.
"owner" is whoever ran the migrations. A right that is not listed is not given.`;

/**
 * The listing, as one text: roles, schemas, then each table with its policies, grants and triggers, then the functions.
 * @param tx a transaction of any role: the catalogue is open to all.
 */
export async function listPolicies(tx: Catalogue): Promise<string> {
  const lines = async (query: ReturnType<typeof sql<{ line: string }>>) =>
    (await query.execute(tx as never)).rows.map(({ line }) => line.replace(/\s+/g, ' ').trim());
  const parts = [
    HEADING,
    section('Roles', await lines(roles)),
    section('Database and schemas', [...(await lines(database)), ...(await lines(schemas))]),
    ...tables(await lines(tableLines)),
    section('Functions', await lines(functions)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, lines: string[]) => [title, ...lines.map((line) => `  ${line}`)].join('\n');

/** Lines are "table|kind|words", sorted; each table becomes a section. */
function tables(lines: string[]): string[] {
  const byTable = new Map<string, string[]>();
  for (const line of lines) {
    const [table, , words] = splitLine(line);
    byTable.set(table, [...(byTable.get(table) ?? []), words]);
  }
  return [...byTable].map(([table, words]) => section(`Table ${table}`, words));
}

function splitLine(line: string): [string, string, string] {
  const [table, kind, ...rest] = line.split('|');
  return [table!, kind!, rest.join('|')];
}

const roles = sql<{ line: string }>`
  select rolname || ': ' || concat_ws(', ',
    case when rolcanlogin then 'login' else 'no login' end,
    case when rolinherit then 'inherits' else 'inherits nothing' end,
    case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'PASSES ROW SECURITY' end,
    case when rolcreaterole then 'CREATES ROLES' end, case when rolcreatedb then 'CREATES DATABASES' end,
    (select 'member of ' || string_agg(g.rolname, ' and ' order by g.rolname collate "C")
     from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid)) as line
  from pg_roles r where rolname in ('goldthread_council', 'goldthread_public', 'goldthread_visitor', 'goldthread_system',
    'goldthread_peer', 'goldthread_definer', 'goldthread_keeper')
  order by rolname collate "C"`;

const database = sql<{ line: string }>`
  select 'the database: everyone may ' || coalesce(string_agg(lower(privilege_type), ', ' order by privilege_type collate "C"), 'nothing') as line
  from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) as given
  where datname = current_database() and given.grantee = 0`;

// An owner's own rights and the bootstrap user's say nothing about protection, and differ between databases.
const schemas = sql<{ line: string }>`
  select 'schema ' || nspname || ': ' || coalesce(r.rolname, 'everyone') || ' may ' ||
    string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") as line
  from pg_namespace n, aclexplode(nspacl) as given left join pg_roles r on r.oid = given.grantee
  where nspname in ${SCHEMAS} and (given.grantee = 0 or r.rolname like 'goldthread\\_%') and given.grantee <> nspowner
    and r.rolname is distinct from 'goldthread_test_owner'
  group by nspname, r.rolname order by nspname collate "C", r.rolname collate "C" nulls first`;

const tableLines = sql<{ line: string }>`
  with subject as (
    select case nspname when 'public' then '' else nspname || '.' end ||
      -- The queue keeps its statistics in a table for each day.
      regexp_replace(relname, '_[0-9]{8}$', '_DAY') as name, c.*
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname in ${SCHEMAS} and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  ),
  facts (name, kind, words) as (
    select name, 1, 'row security ' ||
      case when relrowsecurity and relforcerowsecurity then 'enabled and forced'
           when relrowsecurity then 'enabled, NOT FORCED' else 'NOT ENABLED' end
    from subject where relkind in ('r', 'p', 'v', 'm', 'f')
    union all
    select s.name, 2, 'policy ' || polname || ' (' ||
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end ||
      case when polpermissive then '' else ', restrictive' end || ') to ' ||
      (select string_agg(case when r.rolname like 'goldthread\\_%' and r.rolname not like 'goldthread\\_test\\_%' then r.rolname
                              when role.id = 0 then 'everyone' else 'owner' end, ', ' order by r.rolname collate "C")
       from unnest(polroles) as role (id) left join pg_roles r on r.oid = role.id) ||
      coalesce(' using ' || pg_get_expr(polqual, polrelid), '') || coalesce(' check ' || pg_get_expr(polwithcheck, polrelid), '')
    from pg_policy p join subject s on s.oid = polrelid
    union all
    select s.name, 3, 'grant to ' || coalesce(r.rolname, 'everyone') || ': ' ||
      string_agg(lower(privilege_type), ', ' order by privilege_type collate "C")
    from subject s, aclexplode(relacl) as given left join pg_roles r on r.oid = given.grantee
    where given.grantee <> relowner group by s.name, r.rolname
    union all
    select s.name, 4, 'grant to ' || coalesce(r.rolname, 'everyone') || ': ' || lower(privilege_type) || ' of ' ||
      string_agg(attname, ', ' order by attnum)
    from subject s join pg_attribute a on a.attrelid = s.oid, aclexplode(attacl) as given left join pg_roles r on r.oid = given.grantee
    where given.grantee <> relowner group by s.name, r.rolname, privilege_type
    union all
    -- The section names the table already.
    select s.name, 5, 'trigger ' || regexp_replace(regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER ', ''), ' ON [^ ]+', '')
    from pg_trigger t join subject s on s.oid = tgrelid where not tgisinternal
  )
  select name || '|' || kind || '|' || words as line from (select distinct * from facts) as once
  order by name collate "C", kind, words collate "C"`;

const functions = sql<{ line: string }>`
  select case nspname when 'public' then '' else nspname || '.' end || proname || '(' || pg_get_function_identity_arguments(p.oid) || '): ' ||
    case when prosecdef then 'definer' else 'invoker' end || ', owned by ' ||
    case when o.rolname = 'goldthread_definer' then o.rolname else 'owner' end ||
    coalesce(', ' || array_to_string(proconfig, ', '), '') ||
    ', run by ' || coalesce((
      select string_agg(coalesce(r.rolname, 'everyone'), ', ' order by r.rolname collate "C" nulls first)
      from aclexplode(coalesce(proacl, acldefault('f', proowner))) as given left join pg_roles r on r.oid = given.grantee
      where given.grantee <> proowner), 'nobody else') as line
  from pg_proc p join pg_namespace n on n.oid = pronamespace join pg_roles o on o.oid = proowner
  where nspname in ${SCHEMAS}
  order by nspname collate "C" desc, proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;
