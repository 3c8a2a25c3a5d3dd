import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fromBufferPromise } from 'yauzl';
import { readPages } from './sample-report/pdf.ts';

const path = (name: string) => join(import.meta.dirname, '..', 'samples', 'awkward', name);
const bytes = (name: string) => readFileSync(path(name));

test('the scan has two pages and not one letter of text', async () => {
  assert.deepEqual(await readPages(bytes('scan.pdf')), [[], []]);
});

test('the locked PDF stays shut without its password and opens with it', async () => {
  await assert.rejects(readPages(bytes('password.pdf')), { name: 'PasswordException' });
  const task = getDocument({ data: new Uint8Array(bytes('password.pdf')), password: 'northmere', verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const content = await page.getTextContent();
  await task.destroy();
  assert.ok(content.items.some((item) => 'str' in item && item.str === 'Northmere City Council'));
});

test('the damaged Word file begins like one and cannot be unpacked', async () => {
  const file = bytes('damaged.docx');
  assert.equal(file.subarray(0, 2).toString(), 'PK');
  await assert.rejects(fromBufferPromise(file));
});

test('the spreadsheet is a zip behind a .pdf name', async () => {
  const zip = await fromBufferPromise(bytes('spreadsheet-renamed.pdf'), { lazyEntries: true });
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  assert.ok(names.includes('xl/workbook.xml'));
});

test('the empty file is empty', () => {
  assert.equal(statSync(path('empty.pdf')).size, 0);
});

test('the bomb is small on disk and says that it unpacks to more than 300 MB', async () => {
  const file = bytes('bomb.docx');
  assert.ok(file.length < 500_000);
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  let largest = 0;
  for await (const entry of zip.eachEntry()) largest = Math.max(largest, entry.uncompressedSize);
  assert.ok(largest > 300_000_000);
});
