import type { Dice } from '../dice.ts';
import { type Piece, plain, type SyntheticReport } from '../pieces.ts';

export type TextStyle = {
  /** Letters in a line, or null for a paragraph on a single line, as a person copies it. */
  readonly width: number | null;
  /** Lines on a page, or null for no pages. */
  readonly page: number | null;
  /** An empty line between the items of a list. */
  readonly airy: boolean;
  /** `**` around bold text, as copied from a web editor. */
  readonly emphasis: boolean;
  readonly indent: number;
  /** Long words cut with a hyphen at the end of a line. */
  readonly hyphens: boolean;
  /** Empty lines between paragraphs. */
  readonly gaps: boolean;
};

export function chooseTextStyle(dice: Dice): TextStyle {
  const copied = dice.chance(0.4);
  return {
    width: copied ? null : dice.int(76, 104),
    page: copied ? null : dice.int(42, 56),
    airy: dice.chance(0.3),
    emphasis: copied && dice.chance(0.4),
    indent: dice.pick([0, 0, 2, 4]),
    hyphens: false,
    gaps: true,
  };
}

/** The report as the text of a PDF (lines cut, pages with header and number) or as a person copies it by hand. */
export function textLines(report: SyntheticReport, style: TextStyle): string[] {
  const lines: { text: string; gap: boolean }[] = [];
  const letters = (text: string) => (style.emphasis ? text : plain(text));
  const put = (text: string, gap: boolean, indent = '') => {
    wrap(text, style.width === null ? null : style.width - indent.length, style.hyphens).forEach((line, i) => {
      lines.push({ text: indent + line, gap: gap && i === 0 && style.gaps });
    });
  };
  let before: Piece['kind'] | null = null;
  for (const piece of report.pieces) {
    switch (piece.kind) {
      case 'title':
        put(plain(piece.text), true);
        break;
      case 'heading':
        put(plain(piece.text), true);
        break;
      case 'paragraph':
        put(letters(piece.text), true);
        break;
      case 'item': {
        const indent = ' '.repeat(style.indent * piece.depth + (piece.depth > 0 ? 2 : 0));
        put(`${piece.label} ${letters(piece.text)}`.trim(), style.airy || before !== 'item', indent);
        break;
      }
      case 'table':
        piece.rows.forEach((row, i) => {
          if (style.width === null) lines.push({ text: row.join('\t'), gap: i === 0 });
          else
            columns(row, style.width).forEach((text, j) => {
              lines.push({ text, gap: i === 0 && j === 0 });
            });
        });
        break;
      case 'contents':
        piece.entries.forEach(({ text, page }, i) => {
          lines.push({
            text:
              style.width === null
                ? `${text}\t${page}`
                : `${text} ${'.'.repeat(Math.max(3, 60 - text.length))} ${page}`,
            gap: i === 0,
          });
        });
        break;
      case 'chapter':
        break;
    }
    if (piece.kind !== 'chapter') before = piece.kind;
  }
  return style.page === null
    ? lines.flatMap(({ text, gap }) => (gap ? ['', text] : [text]))
    : paged(report, lines, style.page);
}

function paged(report: SyntheticReport, lines: readonly { text: string; gap: boolean }[], length: number): string[] {
  const out: string[] = [];
  let page = 1;
  let on = 0;
  const open = () => {
    if (report.header !== null) out.push(report.header, '');
  };
  const close = () => {
    out.push('');
    if (report.footer !== null) out.push(report.footer.replace('#', String(page)));
    out.push('\f');
    page += 1;
    on = 0;
  };
  open();
  for (const { text, gap } of lines) {
    if (on >= length) {
      close();
      open();
    } else if (gap) {
      out.push('');
      on += 1;
    }
    out.push(text);
    on += 1;
  }
  close();
  return out;
}

/** Breaks a text into lines of at most `width` letters, at spaces; long words in two where `hyphens` says so. */
function wrap(text: string, width: number | null, hyphens = false): string[] {
  if (width === null) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - line.length - 1;
    if (line === '' || word.length <= room) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    const cut = hyphens && /^[a-z]{9,}[.,;]?$/.test(word) ? Math.min(Math.floor(word.length / 2), room - 1) : 0;
    if (cut >= 3) {
      lines.push(`${line} ${word.slice(0, cut)}-`);
      line = word.slice(cut);
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

/** A row of a table as pdftotext sets it with its layout kept: a long last cell goes on below itself. */
function columns(row: readonly string[], width: number): string[] {
  const but = row
    .slice(0, -1)
    .map((cell, i) => (i === 0 && row.length > 2 ? cell.padEnd(34) : cell.padEnd(row.length > 2 ? 14 : 8)));
  const lead = but.map((cell) => `${cell}  `).join('');
  return wrap(row.at(-1) ?? '', width - lead.length).map((line, i) =>
    ((i === 0 ? lead : ' '.repeat(lead.length)) + line).trimEnd(),
  );
}

/** The whole text file. */
export const writeText = (report: SyntheticReport, style: TextStyle): string => finishText(textLines(report, style));

/** Lines as a file; a page's end is a form feed before the first line of the next. */
export const finishText = (lines: readonly string[]): string =>
  `${lines.join('\n').replaceAll('\n\f\n', '\n\f').replace(/^\n+/, '')}\n`;
