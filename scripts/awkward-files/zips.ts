import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const mtime = new Date('2026-10-16T09:00:00Z');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const relationship = (type: string, target: string) =>
  `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const types = (parts: [string, string][]) =>
  `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;

function zipOf(parts: [string, string | Readable][]): Promise<Buffer> {
  const zip = new ZipFile();
  const options = { mtime, forceDosTimestamp: true, compressionLevel: 9 };
  for (const [name, content] of parts) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, options);
    else zip.addReadStream(content, name, options);
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** A spreadsheet with one sheet, of the smallest kind that opens. */
export function spreadsheet(rows: string[][]): Promise<Buffer> {
  const main = `${office}/spreadsheetml/2006/main`;
  const cells = rows.map(
    (row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
  );
  return zipOf([
    [
      '[Content_Types].xml',
      types([
        ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
        ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ]),
    ],
    ['_rels/.rels', relationship('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Action plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationship('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${head}<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
    ],
  ]);
}

/** A Word file of a few hundred kilobytes whose text unpacks to `megabytes`. */
export function bomb(megabytes: number): Promise<Buffer> {
  const space = Buffer.alloc(1_000_000, ' ');
  function* body() {
    yield Buffer.from(
      `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t xml:space="preserve">`,
    );
    for (let count = 0; count < megabytes; count += 1) yield space;
    yield Buffer.from('</w:t></w:r></w:p></w:body></w:document>');
  }
  return zipOf([
    ['[Content_Types].xml', types([['/word/document.xml', 'wordprocessingml.document.main']])],
    ['_rels/.rels', relationship('officeDocument', 'word/document.xml')],
    ['word/document.xml', Readable.from(body())],
  ]);
}
