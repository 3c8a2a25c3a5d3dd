import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from './blocks.ts';
import { readReport } from './read-report.ts';

const words = fc.constantFrom(
  ...'1. 2. 3) a) b) i. • - R1 Recommendation 4 Key recommendations 5 the council should publish it: . ++ ** <li> | \t \u0000 \u202e Page 2 of 9 Contents ..... 7 £3.2m 2. Next steps evidence- based Ashcombe Borough Council 🙂 é'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(words, { maxLength: 14 }).map((w) => w.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('Key recommendations', '2. Key recommendations', 'Recommendations:', 'Recommendation 3'),
);
const block: fc.Arbitrary<Block> = fc
  .record(
    {
      kind: fc.constantFrom('line', 'paragraph', 'heading', 'list-item', 'table-cell'),
      text,
      level: fc.integer({ min: 1, max: 6 }),
      label: fc.constantFrom('1.', '2.', 'a)', '•', 'iv.', 'R3', ''),
      depth: fc.integer({ min: 0, max: 4 }),
      page: fc.integer({ min: 1, max: 4 }),
      size: fc.constantFrom(0, 9, 11, 18),
      gapBefore: fc.boolean(),
      place: fc.record({
        left: fc.integer({ min: -10, max: 500 }),
        right: fc.integer({ min: 0, max: 700 }),
        top: fc.integer({ min: -10, max: 850 }),
        bottom: fc.integer({ min: 0, max: 860 }),
        pageWidth: fc.constant(595),
        pageHeight: fc.constant(842),
      }),
      cell: fc
        .tuple(fc.constantFrom(1, 2), fc.nat(3), fc.nat(3))
        .map(([table, row, column]) => ({ table, row, column })),
      bold: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'text'], noNullPrototype: true },
  )
  .map(({ bold, ...rest }) => {
    const within = (at: number) => Math.min(at, rest.text.length);
    const ranges = bold?.map(([a, b]) => [within(Math.min(a, b)), within(Math.max(a, b))] as const);
    return { ...rest, ...(ranges ? { bold: ranges } : {}) } as Block;
  });

test('any blocks give a record, and every span in it lies inside its text', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const record = readReport(blocks);
      const inside = ([start, end]: readonly [number, number]) =>
        start >= 0 && start <= end && end <= record.text.length;
      const ids = new Set(record.blocks.map((b) => b.id));
      let last = 0;
      for (const b of record.blocks) {
        assert.ok(inside(b.span) && b.span[0] >= last, `${b.id} ${b.span}`);
        last = b.span[1];
        for (const bold of b.bold ?? []) assert.ok(bold[0] >= b.span[0] && bold[1] <= b.span[1]);
        for (const turn of b.pageBreaks) assert.ok(turn.at >= b.span[0] && turn.at <= b.span[1]);
      }
      for (const r of record.recommendations) {
        assert.ok(inside(r.span) && r.span[0] < r.span[1], `${r.id} ${r.span}`);
        for (const part of r.parts ?? []) assert.ok(inside(part.span));
        assert.ok(r.blockIds.length > 0 && r.blockIds.every((id) => ids.has(id)));
        assert.ok(r.confidence > 0 && r.confidence <= 1);
      }
      assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
    }),
    { numRuns: 400 },
  );
});

test('no letter of the report is lost: it is in the text or among what was dropped', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 12 }), { minLength: 1, maxLength: 20 }), (sentences) => {
      const record = readReport(sentences.map((s): Block => ({ kind: 'paragraph', text: s })));
      const all = [record.text, ...record.dropped.map((d) => d.text)].join(' ');
      for (const sentence of sentences) for (const word of sentence.split(/\s+/u)) assert.ok(all.includes(word), word);
    }),
    { numRuns: 100 },
  );
});

test('a very long document is read in one go', () => {
  const blocks = Array.from(
    { length: 20_000 },
    (_, i): Block => ({ kind: 'line', text: `Line ${i} of a long document that goes on and on`, page: 1 + (i % 400) }),
  );
  assert.ok(readReport(blocks).text.length > 500_000);
});
