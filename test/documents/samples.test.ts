import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ReportRecord, readReport } from '../../src/engines/reading/index.ts';
import { readBlocks } from '../../src/platform/readers/read-blocks.ts';

type Answer = {
  readonly kind: string;
  readonly council: string;
  readonly recommendations: readonly {
    readonly group: string;
    readonly number: number;
    readonly heading?: string;
    readonly text: string;
    readonly parts?: readonly { readonly label: string; readonly text: string }[];
  }[];
};

const samples = join(import.meta.dirname, '../../samples');
const reports = ['northmere-2026', 'wendshire-2026'].flatMap((report) =>
  ['pdf', 'docx', 'html', 'txt']
    .map((format) => ({ report, format, path: join(samples, report, `report.${format}`) }))
    .filter(({ path }) => existsSync(path)),
);

/** Word's quotation marks and a browser's may differ; the words may not. */
const fold = (text: string) => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();

for (const { report, format, path } of reports) {
  test(`the sample report ${report}.${format} gives its recommendations word for word`, async () => {
    const answer = JSON.parse(await readFile(join(samples, report, 'answer.gold.json'), 'utf8')) as Answer;
    const record = readReport((await readBlocks(path)).blocks);
    assert.equal(record.kind, answer.kind);
    assert.equal(record.council.name, answer.council);
    // The text file has lost its bold type: nothing tells there where a headline ends.
    const withHeadings = format !== 'txt';
    assert.deepEqual(
      record.recommendations.map((r) => ({
        of: `${r.group} ${r.number}`,
        text: fold(r.text),
        heading: withHeadings && r.heading ? fold(r.heading) : null,
        parts: (r.parts ?? []).map((x) => `${x.label} ${fold(x.text)}`),
      })),
      answer.recommendations.map((r) => ({
        of: `${r.group} ${r.number}`,
        text: fold(r.text),
        heading: withHeadings && r.heading ? fold(r.heading) : null,
        parts: (r.parts ?? []).map((x) => `${x.label} ${fold(x.text)}`),
      })),
    );
    for (const item of record.recommendations) assert.ok(isInPlace(item, record), `${item.group} ${item.number}`);
  });
}

/** The passage begins with the first words of the recommendation and ends with its last. */
function isInPlace(item: ReportRecord['recommendations'][number], record: ReportRecord): boolean {
  const passage = fold(record.text.slice(...item.span));
  const last = item.parts?.at(-1)?.text ?? item.text;
  return passage.startsWith(fold(item.text).slice(0, 30)) && passage.endsWith(fold(last).slice(-30));
}
