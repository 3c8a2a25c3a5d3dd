import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { difference } from '../scripts/policies/difference.ts';
import { listPolicies } from '../scripts/policies/list.ts';
import { databaseKind, openTestDatabase } from './databases.ts';

test(`the committed listing of policies is what ${databaseKind} has`, async (t) => {
  const database = await openTestDatabase(t);
  const listing = await database.asKeeper(listPolicies);
  const committed = readFileSync(new URL('../migrations/policies.txt', import.meta.url), 'utf8');
  assert.equal(difference(committed, listing), '');
});

test('a difference shows lines taken and added in their order, and nothing of what stayed', () => {
  assert.equal(difference('a\nb\nc\nd', 'a\nx\nc\nd\ny'), '- b\n+ x\n+ y');
  assert.equal(difference('a\nb', 'a\nb'), '');
});
