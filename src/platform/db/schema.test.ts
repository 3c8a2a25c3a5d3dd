// schema/ says what the program believes of the tables; the database says what they are. The two must agree.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { after } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../test/databases.ts';

const folder = new URL('schema/', import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Each interface of the file as its members: [name, type], in their order. */
const interfaces = new Map(
  [...source.matchAll(/^export interface (\w+)(?: extends \w+)? \{\n(.*?)^\}/gms)].map(([, name, body]) => [
    name!,
    [...body!.matchAll(/^ {2}(\w+)(\??): (.+);$/gm)].map(([, member, , type]) => [member!, type!] as const),
  ]),
);

/** The tables that any door names, with the interface of each. */
const declared = new Map(
  ['PublicTables', 'CouncilTables', 'SystemTables']
    .flatMap((name) => interfaces.get(name) ?? [])
    .map(([table, type]) => [snake(table), type]),
);

const database = await openTestDatabase({ after });
interface Column {
  table: string;
  column: string;
  nullable: boolean;
  filled: boolean;
  type: string;
}
const columns = await database.asKeeper(async (tx) => {
  const { rows } = await sql<Column>`
    select c.relname as table, attname as column, not attnotnull as nullable, (atthasdef or attidentity <> '') as filled,
      format_type(atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped`.execute(
    tx,
  );
  return rows;
});

test('every table that a door names is there, with the columns of its interface and no others', async (t) => {
  assert.ok(declared.size >= 25);
  for (const [table, type] of declared) {
    await t.test(table, () => {
      const there = columns.filter((c) => c.table === table).map((c) => c.column);
      const here = (interfaces.get(type) ?? []).map(([member]) => snake(member));
      assert.deepEqual(here.sort(), there.sort());
    });
  }
});

test('what may be absent in the database may be null in the program, and only that', () => {
  const wrong: string[] = [];
  for (const [table, type] of declared) {
    for (const [member, written] of interfaces.get(type)!) {
      const column = columns.find((c) => c.table === table && c.column === snake(member))!;
      // A column without a type of its own is unknown, which null fits already.
      const mayBeNull = /\bnull\b|ColumnType<unknown/.test(written);
      if (mayBeNull !== column.nullable) wrong.push(`${table}.${column.column}: ${written}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('what the program may leave out, the database fills, or it is null', () => {
  const wrong: string[] = [];
  for (const [table, type] of declared) {
    for (const [member, written] of interfaces.get(type)!) {
      const column = columns.find((c) => c.table === table && c.column === snake(member))!;
      const optional = /^(Default|DefaultJson|Generated)<|^Instant$|undefined/.test(written);
      if (optional && !column.filled && !column.nullable) wrong.push(`${table}.${column.column}: ${written}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('days, numbers and truth values have the types that the drivers give', () => {
  const expected: readonly [RegExp, RegExp][] = [
    [/^Day\b/, /^date$/],
    [/^(Default<)?number\b/, /^(integer|bigint|double precision)$/],
    [/^(Default<|ColumnType<)?boolean\b/, /^boolean$/],
    [/^(Instant|Date)\b|^ColumnType<Date/, /^timestamp with time zone$/],
    [/^Uint8Array$/, /^bytea$/],
    [/^DefaultJson<|^ColumnType<\{/, /^jsonb$/],
  ];
  const wrong: string[] = [];
  for (const [table, type] of declared) {
    for (const [member, written] of interfaces.get(type)!) {
      const column = columns.find((c) => c.table === table && c.column === snake(member))!;
      const rule = expected.find(([words]) => words.test(written));
      if (rule && !rule[1].test(column.type)) wrong.push(`${table}.${column.column}: ${written} is ${column.type}`);
      const back = expected.find(([, words]) => words.test(column.type));
      if (back && !back[0].test(written) && !written.includes('unknown'))
        wrong.push(`${table}.${column.column}: ${column.type} is ${written}`);
    }
  }
  assert.deepEqual(wrong, []);
});
