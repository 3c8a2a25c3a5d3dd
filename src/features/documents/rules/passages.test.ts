import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { readReport } from '../../../engines/reading/index.ts';
import { readText } from '../../../platform/readers/text.ts';
import { newFinds } from '../actions/reading.ts';
import type { Find } from './find.ts';
import { layOutReport, paragraphOf, passageOf, stretchInWords } from './passages.ts';

const record = readReport(
  readText(readFileSync(new URL('../../../../samples/northmere-2026/report.txt', import.meta.url))),
);
const finds: Find[] = newFinds(record).map((find, index) => ({
  ...find,
  id: `find${String(index).padStart(2, '0')}`,
  decision: 'undecided',
  decidedBy: null,
  version: 1,
  recommendationId: null,
  madeFrom: [],
}));

test('a sentence that runs over a page break shows the break where it is', () => {
  const fourth = finds.find((find) => find.wording.number === 4)!;
  const passage = passageOf(record, fourth.span!)!;
  assert.equal(passage.source, 'Pages 7 to 8');
  const marks = passage.lit.flatMap((paragraph) => paragraph.runs).filter((run) => run.kind === 'page');
  assert.deepEqual(marks, [{ kind: 'page', page: 8 }]);
  assert.equal(passage.before.length, 2);
  assert.equal(passage.after.length, 3);
});

test('every paragraph of the report is on the pages of a review once, whatever their length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (size) => {
      const ids: string[] = [];
      const covered = new Set<string>();
      for (let at = 0; at < finds.length; at += size) {
        for (const part of layOutReport(record, finds, finds.slice(at, at + size))) {
          if (part.kind === 'stretch') ids.push(...part.blocks.map((block) => block.id));
          else for (const paragraph of passageOf(record, part.find.span!)!.lit) covered.add(paragraph.id);
        }
      }
      const all = record.blocks.map((block) => block.id);
      assert.deepEqual(new Set([...ids, ...covered]), new Set(all));
      assert.equal(ids.length, new Set(ids).size);
      assert.ok(ids.every((id) => !covered.has(id)));
    }),
  );
});

test('the words of a paragraph come through whole, lit where the find is', () => {
  const block = record.blocks.find((one) => one.kind === 'paragraph' && one.pageBreaks.length === 0)!;
  const [start, end] = block.span;
  const paragraph = paragraphOf(record, block, [[start + 5, start + 12]]);
  const words = paragraph.runs.flatMap((run) => (run.kind === 'words' ? [run] : []));
  assert.equal(words.map((run) => run.text).join(''), record.text.slice(start, end));
  assert.deepEqual(
    words.filter((run) => run.lit).map((run) => run.text),
    [record.text.slice(start + 5, start + 12)],
  );
  assert.equal(paragraph.partly, true);
});

test('a stretch without finds says its pages and how many paragraphs it has', () => {
  const two = record.blocks.filter((block) => block.kind === 'paragraph' && block.page === 4).slice(0, 2);
  assert.equal(stretchInWords(two), 'Page 4: no recommendation in 2 paragraphs. Read them');
  assert.equal(
    stretchInWords([{ ...two[0]!, page: null, pageEnd: null }]),
    'No recommendation in 1 paragraph. Read it',
  );
});
