import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a Word file that a test is about: what stands inside each part's outermost element. */
export type Parts = { readonly body: string; readonly numbering?: string; readonly styles?: string };

/** A Word file as small as one can be. */
export function makeDocx({ body, numbering, styles }: Parts): Promise<Buffer> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
  };
  if (numbering !== undefined) parts['word/numbering.xml'] = `<w:numbering ${w}>${numbering}</w:numbering>`;
  if (styles !== undefined) parts['word/styles.xml'] = `<w:styles ${w}>${styles}</w:styles>`;
  return makeZip(parts);
}

/** A ZIP file of these parts. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** One paragraph: its text, with properties (`<w:pPr>` content) and letters' properties. */
export function p(text: string, properties = '', letters = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${letters}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Properties of a paragraph in a list. */
export function inList(id: number, depth = 0): string {
  return `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** One level of a list's definition. */
export function level(depth: number, format: string, text: string, more = ''): string {
  const left = 360 * (depth + 1);
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${left}"/></w:pPr>${more}</w:lvl>`;
}
