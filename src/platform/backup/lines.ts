// Reads a backup line by line, and proves that it is whole.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupRefused, endLine, header } from './format.ts';

export const damaged = (what: string) => new BackupRefused(`The backup is damaged: ${what}. Nothing was restored.`);
const foreign = () => new BackupRefused('This is not a backup made by Goldthread.');

/**
 * Reads the file once through, without a database: its beginning, its end, its checksum.
 * @returns the rows that each table must have.
 * @throws BackupRefused when it is damaged or no backup.
 */
export async function checkWhole(path: string): Promise<Record<string, number>> {
  let last: { text: string; hash: string } | null = null;
  let first = true;
  for await (const { text, hashBefore } of readLines(path)) {
    if (first && !isHeader(text)) throw foreign();
    first = false;
    if (last) throw damaged('something stands after its end');
    if (text.startsWith('{"end"')) last = { text, hash: hashBefore() };
  }
  if (first) throw foreign();
  if (!last) throw damaged('its end is missing');
  const { end } = parseLine(endLine, last.text);
  if (end.sha256 !== last.hash) throw damaged('its checksum is wrong');
  return end.rows;
}

function isHeader(text: string): boolean {
  try {
    return header.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** A line of the file as what it should be. */
export function parseLine<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('a line cannot be read');
  }
  const read = schema.safeParse(value);
  if (!read.success) throw damaged('a line cannot be read');
  return read.data as T;
}

/** The lines of a packed file, one in memory at a time. `hashBefore` is the checksum of everything before the line. */
export async function* readLines(path: string): AsyncGenerator<{ text: string; hashBefore: () => string }> {
  const hash = createHash('sha256');
  const file = createReadStream(path);
  const gunzip = file.pipe(createGunzip());
  file.on('error', (error) => gunzip.destroy(error));
  let rest: Buffer[] = [];
  const line = (bytes: Buffer) => ({ text: bytes.toString('utf8'), hashBefore: () => hash.copy().digest('hex') });
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, at));
        const bytes = Buffer.concat(rest);
        rest = [];
        from = at + 1;
        yield line(bytes);
        hash.update(bytes).update('\n');
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (message === 'incorrect header check') throw foreign();
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw damaged('it breaks off or cannot be unpacked');
    throw error;
  } finally {
    file.destroy();
  }
  if (rest.length > 0) throw damaged('it breaks off in a line');
}
