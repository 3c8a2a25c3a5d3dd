import type { Dice } from '../dice.ts';
import type { SyntheticReport } from '../pieces.ts';
import { pdfString } from './type.ts';
import { type Placed, type Setting, Typesetter } from './typeset.ts';

export type PdfStyle = {
  readonly columns: 1 | 2;
  readonly tagged: boolean;
  readonly size: number;
  readonly chapters: 'new-page' | 'run-on';
  /** How text is put on the page: line by line, or every word in its place. */
  readonly drawn: 'lines' | 'words';
  readonly hyphens: boolean;
};

export function choosePdfStyle(dice: Dice): PdfStyle {
  return {
    columns: dice.chance(0.2) ? 2 : 1,
    tagged: dice.chance(0.4),
    size: dice.pick([10, 11, 11, 12]),
    chapters: dice.chance(0.5) ? 'new-page' : 'run-on',
    drawn: dice.chance(0.3) ? 'words' : 'lines',
    hyphens: false,
  };
}

/** The report as a PDF of our own setting, in Helvetica. */
export function writePdf(report: SyntheticReport, style: PdfStyle): Buffer {
  const setting = new Typesetter(report, style).set();
  return style.tagged ? tagged(setting) : file(setting.pages.map((page) => page.map(draw).join('\n')));
}

const draw = ({ text, left, bottom, size, bold }: Placed): string =>
  `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${left.toFixed(2)} ${(842 - bottom).toFixed(2)} Tm ${pdfString(text)} Tj ET`;

/** Numbers of the objects that every file begins with: catalogue, pages, two typefaces. */
const fixed = 4;

function file(
  contents: readonly string[],
  more: {
    readonly catalogue?: string;
    readonly page?: (i: number) => string;
    readonly objects?: readonly string[];
  } = {},
): Buffer {
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalogue ?? ''} >>`,
    `<< /Type /Pages /Kids [${contents.map((_, i) => `${fixed + 1 + i * 2} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  contents.forEach((content, i) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more.page?.(i) ?? ''} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${fixed + 2 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  objects.push(...(more.objects ?? []));
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** With a tree that says what each stretch of text is; headers and footers are marked as no part of it. */
function tagged({ pages, elements }: Setting): Buffer {
  const root = fixed + 1 + pages.length * 2;
  const [parentTree, first] = [root + 1, root + 2];
  const kids: string[][] = elements.map(() => []);
  const parents: number[][] = [];
  const contents = pages.map((page, p) => {
    const marked: number[] = [];
    parents.push(marked);
    const lines: string[] = [];
    for (let i = 0; i < page.length; ) {
      const mark = page[i]!.mark;
      const run: Placed[] = [];
      while (i < page.length && page[i]!.mark === mark) run.push(page[i++]!);
      if (mark === null) lines.push('/Artifact << /Type /Pagination >> BDC', ...run.map(draw), 'EMC');
      else {
        kids[mark]!.push(`<< /Type /MCR /Pg ${fixed + 1 + p * 2} 0 R /MCID ${marked.length} >>`);
        lines.push(`/${elements[mark]!.role} << /MCID ${marked.length} >> BDC`, ...run.map(draw), 'EMC');
        marked.push(mark);
      }
    }
    return lines.join('\n');
  });
  const at = (element: number) => `${first + 1 + element} 0 R`;
  elements.forEach(({ parent }, i) => {
    if (parent !== null) kids[parent]!.push(at(i));
  });
  const top = elements.flatMap(({ parent }, i) => (parent === null ? [at(i)] : []));
  return file(contents, {
    catalogue: `/MarkInfo << /Marked true >> /Lang (en-GB) /StructTreeRoot ${root} 0 R`,
    page: (i) => `/StructParents ${i}`,
    objects: [
      `<< /Type /StructTreeRoot /K [${first} 0 R] /ParentTree ${parentTree} 0 R >>`,
      `<< /Nums [${parents.map((marked, i) => `${i} [${marked.map(at).join(' ')}]`).join(' ')}] >>`,
      `<< /Type /StructElem /S /Document /P ${root} 0 R /K [${top.join(' ')}] >>`,
      ...elements.map(
        ({ role, parent }, i) =>
          `<< /Type /StructElem /S /${role} /P ${parent === null ? `${first} 0 R` : at(parent)} /K [${kids[i]!.join(' ')}] >>`,
      ),
    ],
  });
}
