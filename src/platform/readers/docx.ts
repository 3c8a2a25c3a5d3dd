import type { Block } from '../../engines/reading/blocks.ts';
import { Body } from './docx/body.ts';
import { Numbering } from './docx/numbering.ts';
import { openPackage, type Package } from './docx/package.ts';
import { readStyles } from './docx/styles.ts';
import { child, parseXml, type Xml } from './docx/xml.ts';
import { Refused } from './refusals.ts';

/**
 * Reads a Word file (.docx) into headings, paragraphs, list items with the labels Word would print, and table cells.
 * Inserted text is read and deleted text is not; headers, footers, notes and comments are not part of the text.
 * @throws Refused when it is damaged, needs a password, is no Word file, or unpacks to far more than a report.
 */
export async function readDocx(bytes: Uint8Array): Promise<Block[]> {
  const parts = await openPackage(bytes);
  const main = await mainPart(parts);
  try {
    const document = await part(parts, main);
    const body = document && child(document, 'w:body');
    if (!body) throw new Refused('damaged-word');
    const beside = main.replace(/[^/]*$/u, '');
    const styles = readStyles(await part(parts, `${beside}styles.xml`));
    const reader = new Body(styles, new Numbering(await part(parts, `${beside}numbering.xml`)));
    reader.walk(body);
    return reader.blocks;
  } catch (error) {
    // What cannot be unpacked fails in the middle of the stream, in the unpacker's own words.
    throw error instanceof Refused ? error : new Refused('damaged-word');
  }
}

async function part(parts: Package, name: string): Promise<Xml | null> {
  const source = await parts.text(name);
  return source === null ? null : parseXml(source);
}

/** Where the text stands: as the package says, else where Word puts it. */
async function mainPart(parts: Package): Promise<string> {
  const named = (name: string) => parts.names.find((n) => n.toLowerCase() === name.toLowerCase());
  const usual = named('word/document.xml');
  if (usual) return usual;
  const links = await part(parts, '_rels/.rels').catch(() => null);
  const link = links?.children.find((c) => /\/officeDocument$/u.test(c.attributes.Type ?? ''));
  const target = link?.attributes.Target?.replace(/^\//u, '');
  const found = target === undefined ? undefined : named(target);
  if (!found) throw new Refused('not-a-report');
  return found;
}
