import { pdfOf } from './locked-pdf.ts';

export interface Picture {
  jpeg: Buffer;
  width: number;
  height: number;
}

/** A4 pages that hold one picture each and no text, as an office scanner makes them. */
export function scanPdf(pictures: Picture[]): Buffer {
  const page = (index: number) => 3 + index * 3;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Kids [${pictures.map((_, index) => `${page(index)} 0 R`).join(' ')}] /Count ${pictures.length} >>`,
    ),
    ...pictures.flatMap(({ jpeg, width, height }, index) => {
      const draw = 'q 595 0 0 842 0 0 cm /Scan Do Q';
      return [
        Buffer.from(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page(index) + 1} 0 R /Resources << /XObject << /Scan ${page(index) + 2} 0 R >> >> >>`,
        ),
        Buffer.from(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`),
        Buffer.concat([
          Buffer.from(
            `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
          ),
          jpeg,
          Buffer.from('\nendstream'),
        ]),
      ];
    }),
  ];
  return pdfOf(objects, '/Root 1 0 R');
}
