// Writes the sample reports in every format, and the answer that a reader of them is marked against.
// Use: node scripts/sample-report.ts   (needs Chromium at /usr/bin/chromium or in the variable CHROMIUM)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { northmere } from '../samples/northmere-2026/report.ts';
import { wendshire } from '../samples/wendshire-2026/report.ts';
import { answer } from './sample-report/answer.ts';
import type { Report } from './sample-report/model.ts';
import { readPages, withChromium, writePdf } from './sample-report/pdf.ts';
import { writeText } from './sample-report/text.ts';
import { writeWebPage } from './sample-report/web-page.ts';
import { writeWord } from './sample-report/word.ts';

const samples = join(import.meta.dirname, '..', 'samples');

async function write(report: Report, { pdf, pages }: { pdf: Buffer; pages: Map<string, number> }): Promise<void> {
  const folder = join(samples, report.folder);
  const printed = await readPages(pdf);
  if (printed.length !== report.pages) {
    throw new Error(
      `${report.council}: ${printed.length} pages, not ${report.pages}. Are the Liberation fonts installed?`,
    );
  }
  const content = {
    pdf: () => pdf,
    txt: () => writeText(printed),
    html: () => writeWebPage(report),
    docx: () => writeWord(report, pages),
  };
  mkdirSync(folder, { recursive: true });
  for (const format of report.formats) writeFileSync(join(folder, `report.${format}`), await content[format]());
  writeFileSync(join(folder, 'answer.gold.json'), `${JSON.stringify(answer(report), null, 1)}\n`);
  console.log(`${report.folder}: ${report.pages} pages, ${report.formats.join(', ')}`);
}

await withChromium(async (browser) => {
  for (const report of [northmere, wendshire]) await write(report, await writePdf(browser, report));
});
