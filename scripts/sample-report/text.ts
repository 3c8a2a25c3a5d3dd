/** The report as somebody would paste it out of the PDF: page furniture and form feeds left in. */
export function writeText(pages: string[][]): string {
  return `${pages.map((lines) => lines.join('\n')).join('\n\f')}\n`;
}
