import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Block } from '../../engines/reading/blocks.ts';
import { inReadingOrder, type Letters, type Line, toLines } from './pdf-lines.ts';
import { findTables } from './pdf-tables.ts';
import { Refused } from './refusals.ts';

/** More pages than any report has. */
const maxPages = 2000;
/** Letters a page of real text has at the very least, over the whole file: a scan carries none, or a stamp a page. */
const fewestLettersPerPage = 20;
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

type PdfDocument = Awaited<ReturnType<typeof open>>;
type Face = { readonly bold: boolean; readonly italic: boolean };

/**
 * Reads a PDF into lines with page, place, size and bold or italic type, in reading order. Works from the letters as
 * they are set and not from tags, which many PDFs lack or get wrong. Runs nothing that the file carries.
 * @param onPages told the number of pages as soon as it is known
 * @throws Refused for a damaged file, one that needs a password, and a scan.
 */
export async function readPdf(bytes: Uint8Array, onPages?: (pages: number) => void): Promise<Block[]> {
  const document = await open(bytes);
  try {
    if (document.numPages > maxPages) throw new Refused('too-long');
    onPages?.(document.numPages);
    const faces = new Map<string, Face>();
    const blocks: Block[] = [];
    let letters = 0;
    let tables = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number, faces, tables);
      tables = page.blocks.findLast((block) => block.cell)?.cell?.table ?? tables;
      letters += page.letters;
      for (const block of page.blocks) blocks.push(block);
    }
    if (letters < fewestLettersPerPage * (document.numPages > 2 ? document.numPages : 0.05))
      throw new Refused((await hasPictures(document)) || letters > 0 ? 'scan' : 'no-text');
    return blocks;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array) {
  // The worker's code runs on this thread: the reader already has a process of its own.
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs' as string);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  const pdfjs: typeof import('pdfjs-dist') = await import('pdfjs-dist/legacy/build/pdf.min.mjs' as string);
  try {
    return await pdfjs.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      fontExtraProperties: true,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      enableXfa: false,
      // Pictures are never decoded: only their presence matters.
      maxImageSize: 0,
      isOffscreenCanvasSupported: false,
      cMapUrl: `${join(packageFolder, 'cmaps')}/`,
      standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new Refused('password');
    throw new Refused('damaged-pdf');
  }
}

async function readPage(document: PdfDocument, number: number, faces: Map<string, Face>, tablesBefore: number) {
  const page = await document.getPage(number).catch(() => null);
  if (!page) return { blocks: [], letters: 0 };
  const content = await page.getTextContent().catch(() => null);
  if (!content) return { blocks: [], letters: 0 };
  if (Object.keys(content.styles).some((name) => !faces.has(name))) await learnFaces(page, content.styles, faces);
  const view = page.getViewport({ scale: 1 });
  const letters: Letters[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    const placed = place(item, view.transform, faces.get(item.fontName));
    if (placed) letters.push(placed);
  }
  page.cleanup();
  const size = { pageWidth: view.width, pageHeight: view.height };
  const toBlock = (line: Line): Block => ({
    kind: 'line',
    text: line.text,
    page: number,
    place: { left: line.left, right: line.right, top: line.top, bottom: line.bottom, ...size },
    size: line.size,
    ...(line.bold.length > 0 ? { bold: line.bold } : {}),
    ...(line.italic.length > 0 ? { italic: line.italic } : {}),
  });
  const blocks = findTables(inReadingOrder(toLines(letters))).map((placed): Block => {
    if ('line' in placed) return toBlock(placed.line);
    const text = placed.lines.map((line) => line.text.trim()).join(' ');
    return { kind: 'table-cell', text, page: number, cell: { table: tablesBefore + placed.table, ...placed.cell } };
  });
  return { blocks, letters: blocks.reduce((n, b) => n + b.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0) };
}

/** From PDF space to points from the top left corner of the page as it is seen; slanted and upright text is left out. */
function place(item: TextItem, view: readonly number[], face: Face | undefined): Letters | null {
  const [a, b, c, d, e, f] = item.transform as number[];
  const along = [view[0]! * a! + view[2]! * b!, view[1]! * a! + view[3]! * b!];
  const up = [view[0]! * c! + view[2]! * d!, view[1]! * c! + view[3]! * d!];
  const size = Math.hypot(up[0]!, up[1]!);
  if (!Number.isFinite(size) || Math.abs(along[1]!) > Math.abs(along[0]!) * 0.1) return null;
  const left = view[0]! * e! + view[2]! * f! + view[4]!;
  const bottom = view[1]! * e! + view[3]! * f! + view[5]!;
  return {
    text: item.str,
    left,
    right: left + item.width,
    bottom,
    size,
    bold: face?.bold ?? false,
    italic: face?.italic ?? false,
  };
}

/**
 * Learns which fonts are bold or italic. Text alone does not tell, so the page is taken apart as if to be drawn, but
 * only where it uses a font not met before: few pages do.
 */
async function learnFaces(
  page: Awaited<ReturnType<PdfDocument['getPage']>>,
  styles: Record<string, unknown>,
  faces: Map<string, Face>,
): Promise<void> {
  await page.getOperatorList().catch(() => null);
  for (const id of Object.keys(styles)) {
    let font: { name?: string; bold?: boolean; black?: boolean; italic?: boolean } | null = null;
    if (page.commonObjs.has(id)) font = page.commonObjs.get(id);
    const name = font?.name ?? '';
    faces.set(id, {
      bold: Boolean(font?.bold || font?.black) || /bold|black|heavy|semibd|demi(?!r)/iu.test(name),
      italic: Boolean(font?.italic) || /italic|oblique/iu.test(name),
    });
  }
}

/** Does one of the first pages hold a picture? Asked only of files without text. */
async function hasPictures(document: PdfDocument): Promise<boolean> {
  const source = new TextDecoder('latin1').decode(await document.getData());
  if (/\/Subtype\s*\/Image/u.test(source)) return true;
  // Pictures described in compressed objects do not show; a page with any drawing at all counts.
  for (let number = 1; number <= Math.min(3, document.numPages); number++) {
    const page = await document.getPage(number).catch(() => null);
    const list = await page?.getOperatorList().catch(() => null);
    if (list && list.fnArray.length > 4) return true;
  }
  return false;
}
