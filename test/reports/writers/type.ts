/** Widths of Helvetica and Helvetica Bold in thousandths of the size (Adobe's published metrics), and WinAnsi codes. */

const upright =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const bold =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 ' +
  '975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 ' +
  '333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584';
const tables = [upright, bold].map((table) => table.split(' ').map(Number));

/** Characters beyond ASCII: WinAnsi code, width upright, width bold. */
const others: Readonly<Record<string, readonly [number, number, number]>> = {
  '£': [163, 556, 556],
  '–': [150, 556, 556],
  '—': [151, 1000, 1000],
  '‘': [145, 222, 278],
  '’': [146, 222, 278],
  '“': [147, 333, 500],
  '”': [148, 333, 500],
  '•': [149, 350, 350],
  '·': [183, 278, 278],
  '…': [133, 1000, 1000],
  '©': [169, 737, 737],
  '\u00a0': [160, 278, 278],
  '\u00ad': [173, 333, 333],
  '§': [167, 556, 556],
  Ø: [216, 778, 778],
};
/** What a typesetter with these letters alone would print instead. */
const instead: Readonly<Record<string, string>> = {
  '▪': '•',
  '\uf0b7': '•',
  ﬁ: 'fi',
  ﬂ: 'fl',
  '\t': ' ',
  '\u2011': '-',
};

export const printable = (text: string): string => text.replace(/[▪\uf0b7ﬁﬂ\t\u2011]/g, (letter) => instead[letter]!);

/** Width of a printable text at a size, in points. */
export function widthOf(text: string, size: number, heavy: boolean): number {
  let sum = 0;
  for (const letter of text) {
    const other = others[letter];
    sum += other ? other[heavy ? 2 : 1] : (tables[heavy ? 1 : 0]![letter.charCodeAt(0) - 32] ?? 556);
  }
  return (sum * size) / 1000;
}

/** A PDF string of a printable text. @throws when a letter is not in WinAnsi */
export function pdfString(text: string): string {
  let out = '';
  for (const letter of text) {
    const code = others[letter]?.[0] ?? letter.charCodeAt(0);
    if (code > 255 || (code > 126 && !others[letter])) throw new Error(`"${letter}" is not in the typeface.`);
    out += code > 126 ? `\\${code.toString(8).padStart(3, '0')}` : /[\\()]/.test(letter) ? `\\${letter}` : letter;
  }
  return `(${out})`;
}
