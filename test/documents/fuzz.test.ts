// Damaged and hostile files: whatever comes, the reader answers with a record or a refusal. Many more in npm run bench.
import { test } from 'node:test';
import { type FuzzKind, fuzzCase } from './fuzz/cases.ts';
import { readDamaged } from './fuzz/check.ts';

const COUNTS: readonly [FuzzKind, number][] = [
  ['text', 300],
  ['html', 300],
  ['docx', 40],
  ['pdf', 30],
];

for (const [kind, count] of COUNTS) {
  test(`${count} damaged ${kind} files are read or refused, and nothing breaks`, async () => {
    const faults: string[] = [];
    for (let number = 0; number < count; number++) {
      const { name, bytes } = await fuzzCase(kind, number);
      await readDamaged(bytes, name).catch((error: Error) => faults.push(`case ${number}: ${error.stack}`));
    }
    if (faults.length > 0) throw new Error(`${faults.length} broke the reader\n${faults.slice(0, 5).join('\n')}`);
  });
}
