// Money and words found in the real reports, in each format, against the answers that a person checked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findSums } from '../../src/engines/reading/money/sums.ts';
import { CORPUS, FORMATS, hasCorpus, readFromCorpus } from '../passages/corpus.ts';

type Answer = {
  readonly money: readonly string[];
  readonly quotes?: readonly string[];
  readonly savings?: { readonly years: readonly string[]; readonly rows: readonly unknown[] };
};

const skip = hasCorpus() ? false : `no real reports at ${CORPUS}; name their folder in GOLDTHREAD_CORPUS`;
const reports = ['peterborough-2021', 'stoke-on-trent-2016', 'shared-services-2019'];
// Read by eye: the short forms that each report explains itself.
const shortForms: Readonly<Record<string, readonly string[]>> = {
  'peterborough-2021': 'CCC CIPFA CPC EDI EFS FIP LGA MASH MHCLG NOC PCC PIP RIT'.split(' '),
  'stoke-on-trent-2016': ['LEP', 'LGA'],
  'shared-services-2019': 'CCC JWA MTFS P&C PCC'.split(' '),
};

for (const report of reports) {
  for (const format of FORMATS) {
    test(`sums, savings and quotations are those of the report: ${report}.${format}`, { skip }, async () => {
      const record = await readFromCorpus(report, format);
      const answer: Answer = JSON.parse(await readFile(join(CORPUS, `${report}.gold.json`), 'utf8'));
      const wanted = new Set(answer.money.map((sum) => findSums(sum)[0]?.pence));
      const inProse = record.figures.filter((figure) => figure.text.includes('£'));
      assert.deepEqual(new Set(inProse.map((figure) => figure.pence)), wanted);
      assert.deepEqual(
        record.quotes.map((quote) => quote.text),
        answer.quotes ?? [],
      );
      assert.deepEqual(
        record.savings && { years: record.savings.years, rows: record.savings.rows },
        answer.savings ?? null,
      );
      const short = new Set(record.abbreviations.map((abbreviation) => abbreviation.short));
      assert.deepEqual([...short].sort(), shortForms[report]);
      assert.deepEqual(
        record.definitions.map((definition) => definition.term),
        report === 'peterborough-2021' ? ['Shared Commission'] : [],
      );
      for (const found of [...record.figures, ...record.percentages, ...record.quotes])
        assert.equal(record.text.slice(...found.span), found.text);
    });
  }
}
