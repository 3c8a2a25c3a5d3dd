/**
 * The neutral form in which every reader hands a document over. A block is one printed piece (a line, a paragraph, a
 * heading, a list item, a table cell) with whatever the layout said about it. Readers report; they never decide
 * what a piece means: the passes of this engine do that, and no pass knows which format a block came from.
 */

/** Half-open range [start, end) in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/**
 * - `line`: one printed line, not yet assembled (formats that know positions or line ends only)
 * - `paragraph`, `heading`, `list-item`, `table-cell`: what the document itself declares
 */
export type BlockKind = 'line' | 'paragraph' | 'heading' | 'list-item' | 'table-cell';

/** Where a piece stood on its page. Points (1/72 inch) from the top left corner of the page. */
export type Place = {
  readonly left: number;
  readonly right: number;
  /** Top edge and baseline-side edge of the letters. */
  readonly top: number;
  readonly bottom: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
};

/** A cell's place in its table. Tables are numbered from 1 in the order of the document, rows and columns from 0. */
export type CellPlace = { readonly table: number; readonly row: number; readonly column: number };

export type Block = {
  readonly kind: BlockKind;
  /** Text as printed, without the list label. White space may be wild; control characters are gone. */
  readonly text: string;
  /** 1 to 6, for a heading the document declares. */
  readonly level?: number;
  /** List label as printed or as a browser would print it: "1.", "a)", "•". */
  readonly label?: string;
  /** Nesting of lists, 0 for the outermost; 0 outside lists. */
  readonly depth?: number;
  /** Page, counted from 1, where the format has pages. */
  readonly page?: number;
  readonly place?: Place;
  /** Size of most of the letters, in points. */
  readonly size?: number;
  /** Ranges of `text` in bold type. */
  readonly bold?: readonly Span[];
  /** Ranges of `text` in italics. */
  readonly italic?: readonly Span[];
  readonly cell?: CellPlace;
  /** Lines only: an empty line stood before this one. */
  readonly gapBefore?: boolean;
  /** The document itself says that this is no body text: a page header or footer, or a site's navigation. */
  readonly furniture?: boolean;
};

/** The share of a block's letters (white space aside) that is bold, 0 to 1. */
export function boldShare(block: Pick<Block, 'text' | 'bold'>): number {
  const letters = block.text.replace(/\s/g, '').length;
  if (letters === 0) return 0;
  let bold = 0;
  for (const [start, end] of block.bold ?? []) bold += block.text.slice(start, end).replace(/\s/g, '').length;
  return Math.min(1, bold / letters);
}
