import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureSamples, readMarks } from './marks.ts';

test('over forty-eight reports, half of them damaged, no field is read worse than it has been', async () => {
  const marks = readMarks();
  const measured = await measureSamples();
  for (const [name, tally] of Object.entries(measured)) {
    const fallen = Object.entries(marks[name as keyof typeof marks]).flatMap(([field, mark]) => {
      const share = tally.fields().get(field) ?? 0;
      return share < mark ? [`${field}: ${(share * 100).toFixed(1)}%, was to be ${(mark * 100).toFixed(1)}%`] : [];
    });
    assert.deepEqual(
      fallen,
      [],
      `${name}; see every fault with: node test/reports/run.ts --count 60 --field FIELD, with --damage any for the damaged`,
    );
  }
});
