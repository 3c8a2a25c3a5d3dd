import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { BadRequest, TooLarge } from './errors.ts';
import type { Posted, ReceivedFile } from './pages.ts';

/** The largest file that is kept, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;
/** Past this a body is not even read to its end. */
const LARGEST_BODY = 1024 * 1024 * 1024;
/** The most text that a form may hold, in bytes, however it is sent. */
export const LARGEST_FORM = 2 * 1024 * 1024;
const MOST_FILES = 20;

export interface Received {
  form: Posted;
  files: ReceivedFile[];
  /** Takes the files off the disk; called when the answer has been sent. */
  discard(): Promise<void>;
}

/** Text as the database can hold it: the sign of no character at all is nothing anybody typed. */
const storable = (text: string) => text.replaceAll('\0', '');

function formOf(body: unknown): Posted {
  const fields = Object.entries((body ?? {}) as Posted).map(([name, value]) => [
    storable(name),
    typeof value === 'string' ? storable(value) : value.map(storable),
  ]);
  return Object.assign(Object.create(null), Object.fromEntries(fields)) as Posted;
}

/**
 * The fields and files of a posted form. Files go to `folder`, each under a name of ours; none larger than the limit is
 * kept. Where `keepFiles` is false, for visitors whom nobody knows, none is written at all: they could fill the disk.
 * @throws TooLarge when the fields alone hold more than LARGEST_FORM; BadRequest when it is no form that a page sends.
 */
export async function receive(request: FastifyRequest, folder: string, keepFiles: boolean): Promise<Received> {
  if (!request.isMultipart()) return { form: formOf(request.body), files: [], discard: async () => {} };
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > LARGEST_BODY) throw new BadRequest('The upload is far larger than 50 MB.');
  const form: Record<string, string | string[]> = Object.create(null);
  const files: ReceivedFile[] = [];
  const written: string[] = [];
  let text = 0;
  const discard = async () => {
    await Promise.all(written.map((path) => rm(path, { force: true })));
  };
  if (keepFiles) await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const parts = request.parts({
      limits: { fileSize: LARGEST_FILE, files: MOST_FILES, fields: 500, fieldSize: LARGEST_FORM },
    });
    for await (const part of parts) {
      if (part.type === 'field') {
        // A part that calls itself JSON would arrive as anything; no form of ours sends one.
        if (typeof part.value !== 'string') throw new BadRequest('A field that is not text.');
        text += Buffer.byteLength(part.value);
        if (text > LARGEST_FORM || part.valueTruncated) throw new TooLarge('The form holds too much text.');
        const value = storable(part.value);
        const name = storable(part.fieldname);
        const before = form[name];
        form[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
        continue;
      }
      if (!keepFiles) {
        part.file.resume();
        continue;
      }
      const path = join(folder, randomUUID());
      const kept = {
        field: part.fieldname,
        name: basename(storable(part.filename ?? '').replaceAll('\\', '/')).slice(0, 200),
        mediaType: part.mimetype,
        path,
      };
      // Named before it is written, so that what a broken connection leaves of it is taken off as well.
      written.push(path);
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      const tooLarge = part.file.truncated;
      if (tooLarge) await rm(path, { force: true });
      const size = tooLarge ? Math.max(declared, part.file.bytesRead) : part.file.bytesRead;
      // A file field left empty arrives as a nameless file of no bytes.
      if (kept.name === '' && size === 0) await rm(path, { force: true });
      else files.push({ ...kept, size, tooLarge });
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { form, files, discard };
}
