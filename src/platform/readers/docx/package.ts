import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { Refused } from '../refusals.ts';

/** Caps while unpacking. A long report's largest part is some 10 MB of XML; pictures are never unpacked. */
export const caps = {
  entries: 20_000,
  /** Bytes of one unpacked part. */
  part: 40 * 1024 * 1024,
  /** Bytes of everything unpacked. */
  total: 80 * 1024 * 1024,
  /** How many times larger than packed a part may get, once it passes `ratioFrom` bytes. XML packs 10 to 60 times. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
  /** Bytes that the whole file says it unpacks to, pictures included. */
  declared: 2 * 1024 * 1024 * 1024,
} as const;

export type Package = {
  /** Names of all parts, as written, folders left out. */
  readonly names: readonly string[];
  /** One part as text, or null where there is none of that name. Capped while it unpacks. */
  readonly text: (name: string) => Promise<string | null>;
};

/**
 * Opens a ZIP package without unpacking it.
 * @throws Refused when it is damaged, or unpacks to far more than a report.
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await listEntries(zip);
  const declared = [...entries.values()].reduce((sum, e) => sum + e.uncompressedSize, 0);
  if (declared > caps.declared) throw new Refused('zip-bomb');
  let total = 0;
  const text = async (name: string): Promise<string | null> => {
    const entry = entries.get(name.replace(/^\//u, '').toLowerCase());
    if (!entry) return null;
    if (entry.isEncrypted()) throw new Refused('word-password');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await openEntry(zip, entry)) {
      const piece = chunk as Buffer;
      size += piece.length;
      total += piece.length;
      const ratio = size / Math.max(1, entry.compressedSize);
      if (size > caps.part || total > caps.total || (size > caps.ratioFrom && ratio > caps.ratio))
        throw new Refused('zip-bomb');
      chunks.push(piece);
    }
    return decodeXml(Buffer.concat(chunks));
  };
  return { names: [...entries.values()].map((e) => e.fileName), text };
}

function fromBuffer(buffer: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
      if (error || !zip) reject(new Refused('damaged-word'));
      else resolve(zip);
    });
  });
}

function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    if (zip.entryCount > caps.entries) return reject(new Refused('zip-bomb'));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new Refused('damaged-word')));
    zip.readEntry();
  });
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) reject(new Refused('damaged-word'));
      else resolve(stream);
    });
  });
}

function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
