import { openPackage } from './docx/package.ts';
import { maxFileBytes, Refused, spreadsheetNamed, tooLarge } from './refusals.ts';

export type Format = 'pdf' | 'docx' | 'html' | 'text';

/**
 * Tells a file's format by its content; the name only words a refusal.
 * @throws Refused for an empty or too large file, a spreadsheet, an old Word file and anything that is no report.
 */
export async function detectFormat(bytes: Uint8Array, extension: string): Promise<Format> {
  if (bytes.length === 0) throw new Refused('empty');
  if (bytes.length > maxFileBytes) throw tooLarge(bytes.length);
  const head = latin(bytes.subarray(0, 4096));
  if (head.slice(0, 1100).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return inPackage(bytes, extension);
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw inCompoundFile(bytes, extension);
  if (looksLikeText(bytes)) return textKind(bytes, head, extension);
  if (extension === '.pdf') throw new Refused('damaged-pdf');
  if (extension === '.docx') throw new Refused('damaged-word');
  throw new Refused('not-a-report');
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

async function inPackage(bytes: Uint8Array, extension: string): Promise<Format> {
  const names = (await openPackage(bytes)).names.map((n) => n.toLowerCase());
  if (names.some((n) => n.startsWith('word/'))) return 'docx';
  if (names.some((n) => n.startsWith('xl/'))) throw spreadsheetNamed(extension);
  if (names.includes('_rels/.rels') && !names.some((n) => n.startsWith('ppt/'))) return 'docx';
  if (names.includes('mimetype') && names.includes('content.xml')) {
    const type = latin(bytes.subarray(0, 200));
    if (type.includes('opendocument.spreadsheet')) throw spreadsheetNamed(extension);
  }
  throw new Refused('not-a-report');
}

/** The container of Office before 2007, and of every Office file that is locked with a password. */
function inCompoundFile(bytes: Uint8Array, extension: string): Refused {
  const has = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');
  if (has('EncryptedPackage')) return new Refused('word-password');
  if (has('WordDocument')) return new Refused('old-word');
  if (has('Workbook') || has('Book')) return spreadsheetNamed(extension);
  return new Refused('not-a-report');
}

/** UTF-16 by its mark; otherwise hardly any control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control += 1;
  return control <= sample.length * 0.02;
}

function textKind(bytes: Uint8Array, head: string, extension: string): Format {
  const start = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^\{\\rtf/u.test(start)) throw new Refused('not-a-report');
  if (/^<\?xml[^>]*>\s*<\?mso-application progid="Excel/iu.test(start)) throw spreadsheetNamed(extension);
  if (/^(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml[^>]*>\s*)*<!doctype html|<html[\s>]|<(?:head|body)[\s>]/iu.test(start))
    return 'html';
  if (/^<(?:h[1-6]|p|div|ol|ul|main|article|section)[\s>]/iu.test(start)) return 'html';
  // A spreadsheet saved as text is still a spreadsheet, whatever it is called.
  if (extension !== '.txt' && isSeparated(latin(bytes.subarray(0, 32 * 1024)))) throw spreadsheetNamed(extension);
  return 'text';
}

/** Rows of one and the same number of cells, parted by commas, semicolons or tabs, with few words in each. */
function isSeparated(text: string): boolean {
  const rows = text
    .split(/\r?\n/u)
    .slice(0, 60)
    .filter((row) => row.trim() !== '');
  if (rows.length < 4) return false;
  return [',', ';', '\t'].some((mark) => {
    const cells = rows.map((row) => row.replace(/"[^"]*"/gu, '').split(mark).length);
    return cells[0]! >= 3 && cells.filter((n) => n === cells[0]).length >= rows.length * 0.9;
  });
}
