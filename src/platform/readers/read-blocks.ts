import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Block } from '../../engines/reading/blocks.ts';
import { detectFormat, type Format } from './detect.ts';
import { maxFileBytes, Refused, tooLarge } from './refusals.ts';

/** Characters of text that no report reaches: some 3,000 full pages. */
const maxLetters = 10_000_000;

export type ReadBlocksOptions = { readonly name?: string; readonly onPages?: (pages: number) => void };
export type ReadBlocks = { readonly format: Format; readonly blocks: Block[] };

/**
 * Reads a file of any known format into blocks. Its content decides what it is, not its name.
 * The reader of one format is loaded only when a file of that format comes.
 * @param name how the person called the file, for wording a refusal; the path's own name when left out
 * @param onPages told the number of pages as soon as it is known, for formats that have pages
 * @throws Refused with the sentence for the person.
 */
export async function readBlocks(path: string, options: ReadBlocksOptions = {}): Promise<ReadBlocks> {
  const { size } = await stat(path);
  if (size === 0) throw new Refused('empty');
  if (size > maxFileBytes) throw tooLarge(size);
  return readBytes(await readFile(path), path, options);
}

/** The same for what is in memory already. */
export async function readBytes(bytes: Uint8Array, path: string, options: ReadBlocksOptions = {}): Promise<ReadBlocks> {
  const format = await detectFormat(bytes, extname(options.name ?? path).toLowerCase());
  const blocks = await readAs(format, bytes, options.onPages);
  let letters = 0;
  for (const block of blocks) letters += block.text.length;
  if (letters > maxLetters) throw new Refused('too-long');
  if (!blocks.some((block) => /[\p{L}\p{N}]/u.test(block.text))) throw new Refused('no-text');
  return { format, blocks };
}

async function readAs(format: Format, bytes: Uint8Array, onPages?: (pages: number) => void): Promise<Block[]> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, onPages);
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes);
    case 'html':
      return (await import('./html.ts')).readHtml(bytes);
    case 'text':
      return (await import('./text.ts')).readText(bytes);
  }
}
