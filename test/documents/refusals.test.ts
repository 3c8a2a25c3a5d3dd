import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type ReadingStep, type ReadOptions, readable, readFileInChild } from '../../src/platform/readers/child.ts';
import { makeDocx, makeZip, p } from './make-docx.ts';
import { column, makePdf } from './make-pdf.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goldthread-files-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const awkward = (name: string) => join(import.meta.dirname, '../../samples/awkward', name);

async function messageFor(name: string, content: string | Buffer, options?: ReadOptions): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return said(path, options);
}

async function said(path: string, options?: ReadOptions): Promise<string> {
  const outcome = await readFileInChild(path, options);
  return outcome.ok ? `read: ${outcome.record.text.slice(0, 80)}` : outcome.refusal.message;
}

test('each file that cannot be read says why, in the words of the upload page', async () => {
  assert.equal(await said(awkward('empty.pdf')), 'This file is empty');
  assert.equal(
    await said(awkward('scan.pdf')),
    'This PDF is a scan: pictures of pages, no text. Ask for the Word file, or run text recognition first',
  );
  assert.equal(await said(awkward('password.pdf')), 'This PDF needs a password. Save a copy without one');
  assert.equal(await said(awkward('damaged.docx')), 'This Word file is damaged. Save it again and upload the copy');
  assert.equal(
    await said(awkward('spreadsheet-renamed.pdf')),
    'This is a spreadsheet named .pdf. Upload the report itself',
  );
  assert.equal(await said(awkward('bomb.docx')), 'This file unpacks to far more than a report. It was not opened');
});

test('a file over the limit is refused by its size alone', async () => {
  const path = join(folder, 'large.pdf');
  const file = await open(path, 'w');
  await file.truncate(300 * 1024 * 1024);
  await file.close();
  assert.equal(await said(path), 'This file is 300 MB. The limit is 50 MB');
});

test('what a file is, its content says and not its name', async () => {
  const html = '<!doctype html><title>x</title><p>Words of a web page.</p>';
  assert.equal(await messageFor('page.pdf', html), 'read: Words of a web page.');
  assert.equal(await messageFor('word.txt', await makeDocx({ body: p('Words of Word.') })), 'read: Words of Word.');
  const sheet = await makeZip({ 'xl/workbook.xml': '<workbook/>', '[Content_Types].xml': '<Types/>' });
  assert.equal(await messageFor('sheet.docx', sheet), 'This is a spreadsheet named .docx. Upload the report itself');
  const rows = Array.from({ length: 9 }, (_, i) => `${i},Saving ${i},1200`).join('\n');
  assert.equal(await messageFor('rows.pdf', rows), 'This is a spreadsheet named .pdf. Upload the report itself');
  const slides = await makeZip({ 'ppt/presentation.xml': '<p/>' });
  assert.match(await messageFor('slides.docx', slides), /^This is not a PDF, Word file, web page or text/u);
  assert.match(await messageFor('noise.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])), /^This is not a PDF/u);
  assert.match(await messageFor('noise.docx', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])), /^This Word file is damaged/u);
});

test('nesting without end and control characters do no harm', async () => {
  const deep = `<html><body>${'<div>'.repeat(200_000)}text`;
  assert.match(await messageFor('deep.html', deep), /nested far deeper/u);
  const lists = `<!doctype html>${'<ul><li>'.repeat(150)}The innermost`;
  assert.match(await messageFor('lists.html', lists), /^read: .*The innermost/su);
  const marks = `Publish\u0000 the\u0007 plan\u202e\n${'Words that fill the file. '.repeat(40)}`;
  assert.match(await messageFor('marks.txt', marks), /^read: Publish the plan/u);
  assert.equal(await messageFor('blank.txt', '\n \t \n'), 'We found no text in this file');
});

test('a reading that takes too long or too much memory is ended, and says that nothing was changed', async () => {
  const pages = Array.from({ length: 40 }, () => column(Array.from({ length: 45 }, () => 'Words and more words here')));
  const file = makePdf(pages);
  const ended = 'Reading took too long. Nothing was changed';
  assert.equal(await messageFor('slow.pdf', file, { timeoutMs: 1 }), ended);
  assert.equal(await messageFor('heavy.pdf', file, { maxResidentBytes: 30 * 1024 * 1024 }), ended);
});

test('progress is told step by step, with the pages once they are known', async () => {
  const path = join(folder, 'short.pdf');
  await writeFile(path, makePdf([column(['Words on the first page']), column(['Words on the second page'])]));
  const steps: [ReadingStep, number | undefined][] = [];
  const outcome = await readFileInChild(path, { onProgress: (step, { pages }) => steps.push([step, pages]) });
  assert.ok(outcome.ok);
  assert.equal(outcome.record.pages, 2);
  assert.deepEqual(steps, [
    ['received', undefined],
    ['received', 2],
    ['text', 2],
    ['recommendations', 2],
  ]);
});

test('the process that reads a report can read that file and the program, and nothing else of the machine', async () => {
  const file = fileURLToPath(new URL('../../samples/northmere-2026/report.txt', import.meta.url));
  const look = (path: string) =>
    spawnSync(
      process.execPath,
      ['--permission', ...readable(file, null).map((place) => `--allow-fs-read=${place}`), '-e', LOOK, path],
      { encoding: 'utf8' },
    ).stdout.trim();
  assert.equal(look(file), 'read');
  for (const other of [file.replace('report.txt', 'report.html'), folder, tmpdir()]) {
    assert.equal(look(other), 'ERR_ACCESS_DENIED', other);
  }
});
const LOOK =
  "try { require('node:fs').openSync(process.argv[1], 'r'); console.log('read') } catch (error) { console.log(error.code) }";
