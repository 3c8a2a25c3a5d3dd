// Writes migrations/policies.txt: who may do what to which row, as the database itself tells it. The file is committed,
// so that a change of protection shows in a review. With --check it writes nothing, prints the difference and ends with 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/platform/db/open.ts';
import { difference } from './policies/difference.ts';
import { listPolicies } from './policies/list.ts';

const file = fileURLToPath(new URL('../migrations/policies.txt', import.meta.url));

function committed(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const database = await openDatabase({ kind: 'embedded', folder: null });
const made = await database.asKeeper(listPolicies);
await database.close();
const before = committed();

if (made === before) {
  console.log('The listing of policies is up to date.');
} else if (process.argv.includes('--check')) {
  console.log(
    'migrations/policies.txt is not what the migrations make. Read the difference, run "npm run policies", commit.',
  );
  console.log(difference(before, made));
  process.exitCode = 1;
} else {
  writeFileSync(file, made);
  console.log('migrations/policies.txt written.');
}
