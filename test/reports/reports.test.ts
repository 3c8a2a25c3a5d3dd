import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureSample, readMarks } from './marks.ts';

test('over forty synthetic reports no field is read worse than it has been', async () => {
  const marks = readMarks();
  const measured = await measureSample();
  for (const [name, tally] of Object.entries(measured)) {
    const fallen = Object.entries(marks[name as keyof typeof marks]).flatMap(([field, mark]) => {
      const share = tally.fields().get(field) ?? 0;
      return share < mark ? [`${field}: ${(share * 100).toFixed(1)}%, was to be ${(mark * 100).toFixed(1)}%`] : [];
    });
    assert.deepEqual(fallen, [], `${name}; see every fault with: node test/reports/run.ts --count 60 --field FIELD`);
  }
});
