import type { Piece, SyntheticReport } from '../pieces.ts';
import { plain } from '../pieces.ts';
import { runs } from './inline.ts';
import type { PdfStyle } from './pdf.ts';
import { printable, widthOf } from './type.ts';

/** A run of words set on a page, in points from its top left corner; `bottom` is the base line. */
export type Placed = {
  readonly text: string;
  readonly left: number;
  readonly bottom: number;
  readonly size: number;
  readonly bold: boolean;
  readonly mark: number | null;
};
/** What a tagged file says a stretch of text is. `parent` is an index in the list of elements, or null. */
export type Element = { readonly role: string; readonly parent: number | null };
export type Setting = { readonly pages: readonly (readonly Placed[])[]; readonly elements: readonly Element[] };

type Word = { readonly text: string; readonly bold: boolean };
const pageWidth = 595;
const [top, bottom, side, gutter] = [86, 770, 68, 24];

/** Lays a report out on A4 pages. */
export class Typesetter {
  readonly #style: PdfStyle;
  readonly #report: SyntheticReport;
  readonly #pages: Placed[][] = [];
  readonly #elements: Element[] = [];
  #column = 0;
  #y = top;
  /** The cover is set across the page. */
  #columns = 1;

  constructor(report: SyntheticReport, style: PdfStyle) {
    this.#report = report;
    this.#style = style;
  }

  set(): Setting {
    this.#page();
    let open = 0;
    let list: number | null = null;
    for (const piece of this.#report.pieces) {
      if (piece.kind !== 'item') list = null;
      else if (list === null || open !== piece.list) {
        open = piece.list;
        list = this.#element('L', null);
      }
      this.#piece(piece, list);
    }
    return { pages: this.#pages, elements: this.#elements };
  }

  #element(role: string, parent: number | null): number {
    this.#elements.push({ role, parent });
    return this.#elements.length - 1;
  }

  #piece(piece: Piece, list: number | null): void {
    const { size } = this.#style;
    switch (piece.kind) {
      case 'title':
        this.#block(piece.text, {
          size: { large: 22, middle: 15, small: 12 }[piece.size],
          mark: this.#element('P', null),
          before: 12,
        });
        break;
      case 'heading':
        this.#block(`**${piece.text}**`, {
          size: size + [0, 5, 2.5, 1][piece.level]!,
          mark: this.#element(`H${piece.level}`, null),
          before: 12,
          keep: true,
        });
        break;
      case 'paragraph':
        this.#block(piece.text, { size, mark: this.#element('P', null), before: 7 });
        break;
      case 'item': {
        const item = this.#element('LI', list);
        const indent = 14 + piece.depth * 18;
        const label = printable(piece.label);
        const hang = indent + Math.max(16, widthOf(`${label} `, size, false));
        const at = this.#room(size, 3);
        if (label !== '') this.#draw(label, at, indent, size, false, this.#element('Lbl', item));
        this.#block(piece.text, {
          size,
          mark: this.#element('LBody', item),
          before: 0,
          indent: label === '' ? indent : hang,
          from: at,
        });
        break;
      }
      case 'table':
        this.#table(piece.rows, piece.head);
        break;
      case 'contents':
        for (const { text, page } of piece.entries) {
          const at = this.#room(size, 3);
          const mark = this.#element('P', null);
          const end = String(page);
          const right = this.#width() - widthOf(end, size, false);
          this.#draw(printable(plain(text)), at, 0, size, false, mark);
          const dots = Math.max(3, Math.floor((right - widthOf(text, size, false) - 10) / widthOf('.', size, false)));
          this.#draw('.'.repeat(dots), at, right - widthOf('.', size, false) * dots - 3, size, false, mark);
          this.#draw(end, at, right, size, false, mark);
        }
        break;
      case 'chapter':
        if (this.#columns !== this.#style.columns) {
          this.#columns = this.#style.columns;
          this.#page();
        } else if (this.#style.chapters === 'new-page') this.#page();
        else this.#y += 10;
    }
  }

  #width(): number {
    return (pageWidth - 2 * side - (this.#columns - 1) * gutter) / this.#columns;
  }

  #left(): number {
    return side + this.#column * (this.#width() + gutter);
  }

  #page(): void {
    const page: Placed[] = [];
    this.#pages.push(page);
    const number = this.#pages.length;
    const furniture = (text: string, y: number) =>
      page.push({ text: printable(text), left: side, bottom: y, size: 9, bold: false, mark: null });
    if (this.#report.header !== null && number > 1) furniture(this.#report.header, 46);
    if (this.#report.footer !== null && number > 1) furniture(this.#report.footer.replace('#', String(number)), 806);
    this.#column = 0;
    this.#y = top;
  }

  /** The base line of the next line, in a new column or page where this one is full. */
  #room(size: number, before: number): number {
    const step = size * 1.3;
    if (this.#y > top) this.#y += before;
    if (this.#y + step > bottom) {
      if (this.#column + 1 < this.#columns) {
        this.#column += 1;
        this.#y = top;
      } else this.#page();
    }
    this.#y += step;
    return this.#y;
  }

  #draw(text: string, at: number, indent: number, size: number, bold: boolean, mark: number): void {
    this.#pages.at(-1)!.push({ text, left: this.#left() + indent, bottom: at, size, bold, mark });
  }

  #block(
    text: string,
    how: { size: number; mark: number; before: number; indent?: number; from?: number; keep?: boolean },
  ): void {
    const indent = how.indent ?? 0;
    const lines = this.#lines(text, how.size, this.#width() - indent);
    // A heading is not left alone at the foot of a column.
    if (how.keep && this.#y + how.before + how.size * 4 > bottom) this.#y = bottom;
    lines.forEach((line, i) => {
      const at = i === 0 && how.from !== undefined ? how.from : this.#room(how.size, i === 0 ? how.before : 0);
      this.#line(line, at, indent, how.size, how.mark);
    });
  }

  #line(words: readonly Word[], at: number, indent: number, size: number, mark: number): void {
    let x = indent;
    const gap = widthOf(' ', size, false);
    if (this.#style.drawn === 'words') {
      for (const word of words) {
        this.#draw(word.text, at, x, size, word.bold, mark);
        x += widthOf(word.text, size, word.bold) + gap;
      }
      return;
    }
    for (let i = 0; i < words.length; ) {
      let j = i;
      while (j < words.length && words[j]!.bold === words[i]!.bold) j += 1;
      const text =
        words
          .slice(i, j)
          .map((word) => word.text)
          .join(' ') + (j < words.length ? ' ' : '');
      this.#draw(text, at, x, size, words[i]!.bold, mark);
      x += widthOf(text, size, words[i]!.bold);
      i = j;
    }
  }

  /** Words in lines no wider than `width`; a long word may be cut with a hyphen where the style says so. */
  #lines(text: string, size: number, width: number): Word[][] {
    const words = runs(text).flatMap((run) =>
      printable(run.text)
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ text: word, bold: run.bold })),
    );
    const lines: Word[][] = [[]];
    let x = 0;
    const gap = widthOf(' ', size, false);
    for (const word of words) {
      const wide = widthOf(word.text, size, word.bold);
      if (x > 0 && x + wide > width) {
        const cut = this.#style.hyphens && /^[a-z]{9,}[.,]?$/.test(word.text) ? Math.floor(word.text.length / 2) : 0;
        if (cut > 0 && x + widthOf(`${word.text.slice(0, cut)}-`, size, word.bold) <= width) {
          lines.at(-1)!.push({ text: `${word.text.slice(0, cut)}-`, bold: word.bold });
          const rest = word.text.slice(cut);
          lines.push([{ text: rest, bold: word.bold }]);
          x = widthOf(rest, size, word.bold) + gap;
          continue;
        }
        lines.push([]);
        x = 0;
      }
      lines.at(-1)!.push(word);
      x += wide + gap;
    }
    return lines;
  }

  #table(rows: readonly (readonly string[])[], head: boolean): void {
    const { size } = this.#style;
    const count = rows[0]?.length ?? 0;
    const table = this.#element('Table', null);
    // A first column of bare numbers is narrow, else all share the width.
    const narrow = rows.every((row) => (row[0] ?? '').length < 20) && count === 2;
    const shares = narrow
      ? [0.2, 0.8]
      : count === 3
        ? [0.36, 0.32, 0.32]
        : [0.4, ...Array.from({ length: count - 1 }, () => 0.6 / (count - 1))];
    rows.forEach((row, r) => {
      const tr = this.#element('TR', table);
      const cells = row.map((cell, c) => this.#lines(cell, size, this.#width() * (shares[c] ?? 0.2) - 8));
      const depth = Math.max(...cells.map((lines) => lines.length));
      const first = this.#room(size, 5);
      const starts = [first, ...Array.from({ length: depth - 1 }, () => this.#room(size, 0))];
      cells.forEach((lines, c) => {
        const mark = this.#element(head && r === 0 ? 'TH' : 'TD', tr);
        const indent = this.#width() * shares.slice(0, c).reduce((sum, share) => sum + share, 0);
        lines.forEach((words, i) => {
          this.#line(
            words.map((word) => ({ ...word, bold: word.bold || (head && r === 0) })),
            starts[i]!,
            indent,
            size,
            mark,
          );
        });
      });
    });
  }
}
