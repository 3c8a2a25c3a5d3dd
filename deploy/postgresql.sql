-- Run once by a superuser of the server:
--   psql -v owner_password=… -v web_password=… -v worker_password=… -f deploy/postgresql.sql
-- Then, with the three addresses in the environment: npx goldthread migrate

-- Owns the tables; migrates, backs up and restores. It makes the program's roles, hence createrole. No superuser.
create role goldthread_owner login createrole password :'owner_password';
-- Serves pages: may become a council, a peer team or the public, inside a sealed scope, and holds no right by itself.
create role goldthread_web login noinherit password :'web_password';
-- Signs people in and does jobs: may become the system or a visitor.
create role goldthread_worker login noinherit password :'worker_password';

create database goldthread owner goldthread_owner template template0 encoding 'UTF8';
revoke all on database goldthread from public;
-- To connect and no more: in a temporary table one council could catch what another writes.
grant connect on database goldthread to goldthread_web, goldthread_worker;
