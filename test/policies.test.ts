import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { listPolicies } from '../scripts/policies/list.ts';
import { databaseKind, openTestDatabase } from './databases.ts';

test(`the committed listing of policies is what ${databaseKind} has`, async (t) => {
  const database = await openTestDatabase(t);
  const listing = await database.asKeeper(listPolicies);
  assert.equal(listing, readFileSync(new URL('../migrations/policies.txt', import.meta.url), 'utf8'));
});
