import assert from 'node:assert/strict';
import test from 'node:test';
import { faultOfFile } from './evidence-file.ts';

const offered = (name: string, begins: string) => {
  const head = Buffer.from(begins, 'latin1');
  return faultOfFile({ name, head, size: head.length, tooLarge: false });
};

test('documents, tables and pictures are taken as evidence', () => {
  for (const [name, begins] of [
    ['Minutes.PDF', '%PDF-1.7'],
    ['plan.docx', 'PK\x03\x04'],
    ['costs.xlsx', 'PK\x03\x04'],
    ['old.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['figures.csv', 'a,b\n1,£2'],
    ['wide.txt', '\xff\xfea\0b\0'],
    ['board.png', '\x89PNG\r\n'],
    ['board.jpeg', '\xff\xd8\xff\xe0'],
  ] as const) {
    assert.equal(offered(name, begins), null, name);
  }
});

test('what runs, what is a page, and what is not what its name says are refused, with what to do', () => {
  for (const name of [
    'setup.exe',
    'minutes.pdf.exe',
    'page.html',
    'drawing.svg',
    'macro.docm',
    'pdf',
    'x.constructor',
  ]) {
    assert.match(offered(name, 'MZ\x90\0') ?? '', /^Choose a document, table or picture/, name);
  }
  for (const name of ['minutes.pdf', 'plan.docx', 'note.txt', 'board.png']) {
    assert.match(offered(name, 'MZ\x90\0') ?? '', /^This is not a [A-Z]+ file, though its name says so/, name);
  }
  assert.equal(offered('minutes.pdf', ''), 'This file is empty');
});
