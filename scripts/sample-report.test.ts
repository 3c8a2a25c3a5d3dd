import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { northmere } from '../samples/northmere-2026/report.ts';
import { wendshire } from '../samples/wendshire-2026/report.ts';
import { answer, lists } from './sample-report/answer.ts';
import { type Report, wholeText } from './sample-report/model.ts';
import { readPages } from './sample-report/pdf.ts';

const file = (report: Report, name: string) => join(import.meta.dirname, '..', 'samples', report.folder, name);
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
const texts = (report: Report) =>
  lists(report).flatMap((list) => list.items.flatMap((item) => [wholeText(item), ...(item.parts ?? [])]));

/** The text file without what stands at the head and foot of each page. */
function withoutFurniture(text: string, report: Report): string {
  const pages = text.split('\f').map((page) =>
    page
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith(`${report.council}: Corporate Peer Challenge\t`) && !/^\d+$/.test(line))
      .join('\n'),
  );
  return fold(pages.join('\n'));
}

/** A web page as read: no tags, no styles. */
const withoutTags = (html: string) =>
  fold(
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

for (const report of [northmere, wendshire]) {
  test(`${report.council}: every format is there and the PDF has ${report.pages} pages`, async () => {
    for (const format of report.formats) assert.ok(readFileSync(file(report, `report.${format}`)).length > 10_000);
    const pages = await readPages(readFileSync(file(report, 'report.pdf')));
    assert.equal(pages.length, report.pages);
  });

  test(`${report.council}: the answer on disk is the answer of the source`, () => {
    const onDisk = JSON.parse(readFileSync(file(report, 'answer.gold.json'), 'utf8'));
    assert.deepEqual(onDisk, answer(report));
  });
}

test('Northmere has 14 key recommendations and 4 on shared services, the second list from 1 again', () => {
  const found = (answer(northmere).recommendations as { group: string; number: number }[]).map(
    (item) => `${item.group} ${item.number}`,
  );
  assert.equal(found.length, 18);
  assert.equal(found[13], 'Key recommendations 14');
  assert.equal(found[14], 'Shared services recommendations 1');
});

test('the text and the web page of Northmere hold every recommendation word for word', () => {
  const text = withoutFurniture(readFileSync(file(northmere, 'report.txt'), 'utf8'), northmere);
  const web = withoutTags(readFileSync(file(northmere, 'report.html'), 'utf8'));
  for (const words of texts(northmere)) {
    assert.ok(text.includes(words), `not in the text file: ${words.slice(0, 60)}`);
    assert.ok(web.includes(words), `not on the web page: ${words.slice(0, 60)}`);
  }
});

test('recommendation 4 of Northmere is cut, in the middle of a sentence, by the turn from page 7 to page 8', async () => {
  const pages = await readPages(readFileSync(file(northmere, 'report.pdf')));
  const body = (number: number) => (pages[number - 1] ?? []).filter((line) => line !== '').slice(1, -1);
  const words = wholeText(lists(northmere)[0]!.items[3]!);
  const seven = fold(body(7).join(' '));
  const lastLine = body(7).at(-1) ?? '';
  const firstLine = body(8).at(0) ?? '';
  assert.ok(seven.includes('4. Publish the reserves'));
  assert.doesNotMatch(lastLine, /[.:;]$/);
  assert.ok(words.includes(`${lastLine} ${firstLine}`));
});

test('the same shared recommendations stand in both reports, but for a few words in the second', () => {
  const [ours, theirs] = [northmere, wendshire].map((report) => lists(report)[1]!.items.map(wholeText));
  assert.equal(ours?.length, 4);
  assert.deepEqual(
    ours?.map((text, index) => text === theirs?.[index]),
    [true, false, true, true],
  );
});
