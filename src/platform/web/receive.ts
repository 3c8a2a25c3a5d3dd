import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { BadRequest } from './errors.ts';
import type { Posted, ReceivedFile } from './pages.ts';

/** The largest file that is kept, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;
/** Past this a body is not even read to its end. */
const LARGEST_BODY = 1024 * 1024 * 1024;
const MOST_FILES = 20;

export interface Received {
  form: Posted;
  files: ReceivedFile[];
  /** Takes the files off the disk; called when the answer has been sent. */
  discard(): Promise<void>;
}

/** The fields and files of a posted form. Files go to `folder`, each under a name of ours; none larger than the limit is kept. */
export async function receive(request: FastifyRequest, folder: string): Promise<Received> {
  if (!request.isMultipart()) {
    return { form: (request.body ?? {}) as Posted, files: [], discard: async () => {} };
  }
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > LARGEST_BODY) throw new BadRequest('The upload is far larger than 50 MB.');
  const form: Record<string, string | string[]> = Object.create(null);
  const files: ReceivedFile[] = [];
  const discard = async () => {
    await Promise.all(files.map((file) => rm(file.path, { force: true })));
  };
  await mkdir(folder, { recursive: true });
  try {
    const parts = request.parts({
      limits: { fileSize: LARGEST_FILE, files: MOST_FILES, fields: 500, fieldSize: 1024 * 1024 },
    });
    for await (const part of parts) {
      if (part.type === 'field') {
        const value = String(part.value ?? '');
        const before = form[part.fieldname];
        form[part.fieldname] =
          before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
        continue;
      }
      const path = join(folder, randomUUID());
      const kept = {
        field: part.fieldname,
        name: basename(part.filename.replaceAll('\\', '/')).slice(0, 200),
        mediaType: part.mimetype,
        path,
      };
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
