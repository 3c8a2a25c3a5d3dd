// Money and words found in the sample reports, in each format, against answers made from their source.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readReport } from '../../src/engines/reading/index.ts';
import { findSums } from '../../src/engines/reading/money/sums.ts';
import { readBlocks } from '../../src/platform/readers/read-blocks.ts';

type Answer = {
  readonly money: readonly string[];
  readonly tableSums: readonly [name: string, year: string, pounds: number][];
  readonly percentages: readonly string[];
  readonly quotes: readonly string[];
  readonly abbreviations: readonly [short: string, long: string][];
  readonly definitions: readonly string[];
};

const samples = join(import.meta.dirname, '../../samples');
const sorted = (items: Iterable<string>) => [...new Set(items)].sort();

for (const report of ['northmere-2026', 'wendshire-2026']) {
  for (const format of ['pdf', 'docx', 'html', 'txt']) {
    const path = join(samples, report, `report.${format}`);
    if (!existsSync(path)) continue;
    test(`the sample report ${report}.${format} gives its figures, quotations and explanations, and no others`, async () => {
      const answer: Answer = JSON.parse(await readFile(join(samples, report, 'answer.gold.json'), 'utf8'));
      const record = readReport((await readBlocks(path)).blocks);
      const [prose, cells] = [
        record.figures.filter((f) => f.text.includes('£')),
        record.figures.filter((f) => !f.text.includes('£')),
      ];
      assert.deepEqual(
        sorted(prose.map((f) => `${f.pence}`)),
        sorted(answer.money.map((sum) => `${findSums(sum)[0]!.pence}`)),
      );
      assert.deepEqual(
        cells.map((f) => [f.measures, f.period, f.pence / 100]),
        answer.tableSums,
      );
      assert.deepEqual(sorted(record.percentages.map((p) => p.text)), sorted(answer.percentages));
      assert.deepEqual(
        record.quotes.map((quote) => quote.text.replaceAll('’', "'")),
        answer.quotes.map((quote) => quote.replaceAll('’', "'")),
      );
      assert.deepEqual(
        sorted(record.abbreviations.map((a) => `${a.short} ${a.long}`)),
        sorted(answer.abbreviations.map((a) => a.join(' '))),
      );
      assert.deepEqual(
        record.definitions.map((d) => d.term),
        answer.definitions,
      );
      assert.equal(record.savings, null);
    });
  }
}
