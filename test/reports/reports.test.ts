import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { measureSamples, readMarks } from './marks.ts';
import { calibration } from './tally.ts';

let measured: Awaited<ReturnType<typeof measureSamples>>;
before(async () => {
  measured = await measureSamples();
});

test('over forty-eight reports, half of them damaged, no field is read worse than it has been', () => {
  const marks = readMarks();
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

test('what the reader proposes with a confidence of 0.9 or more from damaged reports is right about nine times in ten', () => {
  const sure = calibration(measured.damaged.claims).find(({ from }) => from === 0.9);
  assert.ok(sure !== undefined && sure.count > 300, 'there is something to judge by');
  assert.ok(sure.right > 0.88, `${(sure.right * 100).toFixed(1)}% of ${sure.count} are right`);
});
