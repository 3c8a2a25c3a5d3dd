import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { Dice } from '../dice.ts';
import type { Item, Piece, SyntheticReport } from '../pieces.ts';
import { counting, escapeMarkup, runs } from './inline.ts';

export type DocxStyle = {
  /** Styles for headings, or bold lines as a typist makes them. */
  readonly headings: 'styles' | 'bold';
  /** Lists that Word counts, or labels typed by hand before a tab. */
  readonly lists: 'real' | 'typed';
  /** Contents as lines with a tab and a page number. */
  readonly contents: boolean;
};

export function chooseDocxStyle(dice: Dice): DocxStyle {
  return { headings: dice.chance(0.7) ? 'styles' : 'bold', lists: dice.chance(0.7) ? 'real' : 'typed', contents: true };
}

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The report as a Word file. */
export function writeDocx(report: SyntheticReport, style: DocxStyle): Promise<Buffer> {
  const numbering = new Numbering();
  const body = report.pieces.map((piece) => pieceXml(piece, style, numbering)).join('\n');
  const header = report.header === null ? '' : `<w:headerReference w:type="default" r:id="rId3"/>`;
  const footer = report.footer === null ? '' : `<w:footerReference w:type="default" r:id="rId4"/>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${relations}/header" Target="header1.xml"/><Relationship Id="rId4" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${main} xmlns:r="${relations}"><w:body>${body}<w:sectPr>${header}${footer}</w:sectPr></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${main}>${[1, 2, 3].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${36 - n * 4}"/></w:rPr></w:style>`).join('')}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${main}>${numbering.xml()}</w:numbering>`,
    'word/header1.xml': `<w:hdr ${main}>${paragraph(report.header ?? '')}</w:hdr>`,
    'word/footer1.xml': `<w:ftr ${main}>${paragraph((report.footer ?? '').replace('#', '1'))}</w:ftr>`,
  });
}

/** Always the same time in the archive, so that the same report is the same file. */
function zip(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts))
    file.addBuffer(Buffer.from(content), name, { mtime: new Date(2020, 0, 1) });
  file.end();
  return buffer(file.outputStream);
}

function letters(text: string, more = ''): string {
  return runs(text)
    .map((run) => {
      const bits = run.text.split('\t').map((bit) => `<w:t xml:space="preserve">${escapeMarkup(bit)}</w:t>`);
      return `<w:r><w:rPr>${run.bold ? '<w:b/>' : ''}${more}</w:rPr>${bits.join('<w:tab/>')}</w:r>`;
    })
    .join('');
}

const paragraph = (text: string, properties = '', more = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${letters(text, more)}</w:p>`;

function pieceXml(piece: Piece, style: DocxStyle, numbering: Numbering): string {
  switch (piece.kind) {
    case 'title': {
      const size = { large: 56, middle: 36, small: 26 }[piece.size];
      return paragraph(piece.text, '', `<w:sz w:val="${size}"/>`);
    }
    case 'heading':
      return style.headings === 'styles'
        ? paragraph(piece.text, `<w:pStyle w:val="Heading${piece.level}"/>`)
        : paragraph(`**${piece.text}**`, '', piece.level === 1 ? '<w:sz w:val="32"/>' : '');
    case 'paragraph':
      return paragraph(piece.text);
    case 'item':
      return style.lists === 'real' && piece.label !== ''
        ? paragraph(
            piece.text,
            `<w:numPr><w:ilvl w:val="${piece.depth}"/><w:numId w:val="${numbering.of(piece)}"/></w:numPr>`,
          )
        : paragraph(`${piece.label}\t${piece.text}`, `<w:ind w:left="${360 * (piece.depth + 1)}" w:hanging="360"/>`);
    case 'table':
      return `<w:tbl>${piece.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>${paragraph('')}`;
    case 'contents':
      return piece.entries
        .map(({ text, page }) =>
          paragraph(`${text}\t${page}`, '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'),
        )
        .join('\n');
    case 'chapter':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  }
}

/** Definitions of the lists that a report uses: one for each list, counted from where its first label begins. */
class Numbering {
  readonly #lists = new Map<string, { id: number; label: string; parts: string | null }>();

  of(item: Item): number {
    // A sub-point's list begins anew under every item, as its definition below says.
    const key = String(item.list);
    const known = this.#lists.get(key) ?? { id: this.#lists.size + 1, label: item.label, parts: null };
    if (item.depth === 1 && known.parts === null) known.parts = item.label;
    this.#lists.set(key, known);
    return known.id;
  }

  xml(): string {
    const all = [...this.#lists.values()];
    return [
      ...all.map(
        ({ id, label, parts }) =>
          `<w:abstractNum w:abstractNumId="${id}">${level(0, label)}${level(1, parts ?? 'a)')}</w:abstractNum>`,
      ),
      ...all.map(({ id }) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
    ].join('');
  }
}

function level(depth: number, label: string): string {
  const how = counting(label);
  const typed = /^(.*?)(\d+)(.*)$/.exec(label);
  const format = how
    ? { bullet: 'bullet', '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman' }[how.type]
    : 'decimal';
  const text =
    how?.type === 'bullet'
      ? label
      : how
        ? `${how.before}%${depth + 1}${how.after}`
        : typed
          ? `${typed[1]}%${depth + 1}${typed[3]}`
          : label;
  const start = typed ? Number(typed[2]) : 1;
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escapeMarkup(text)}"/><w:pPr><w:ind w:left="${360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
}
