/** A line set on a page, in points from its top left corner; `bottom` is the base line. */
export type SetLine = {
  readonly text: string;
  readonly left?: number;
  readonly bottom: number;
  readonly size?: number;
  readonly bold?: boolean;
};

/** An untagged PDF, A4 upright, in Helvetica, its lines set in the order given. */
export function makePdf(pages: readonly (readonly SetLine[])[]): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((lines, i) => {
    const content = lines.map(draw).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function draw({ text, left = 72, bottom, size = 11, bold = false }: SetLine): string {
  const escaped = text
    .replace(/[\\()]/gu, '\\$&')
    .replace(/•/gu, '\\225')
    .replace(/–/gu, '\\226');
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${left} ${842 - bottom} Tm (${escaped}) Tj ET`;
}

/** Lines one under another from `top`, one every `step` points. */
export function column(
  texts: readonly (string | Omit<SetLine, 'bottom'>)[],
  top = 130,
  left = 72,
  step = 14,
): SetLine[] {
  return texts.map((entry, i) => ({
    left,
    ...(typeof entry === 'string' ? { text: entry } : entry),
    bottom: top + i * step,
  }));
}
