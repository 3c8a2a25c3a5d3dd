import type { Block } from '../blocks.ts';
import { type LaidOut, layOut } from '../layout.ts';
import { toPiece } from '../pieces.ts';

/** A small report for tests: a string is a paragraph, "# x" a heading, "- x" and "1. x" list items. */
export function laidOut(blocks: readonly (string | Block)[]): LaidOut {
  return layOut(blocks.map((block) => toPiece(typeof block === 'string' ? blockOf(block) : block)));
}

function blockOf(text: string): Block {
  if (text.startsWith('# ')) return { kind: 'heading', text: text.slice(2), level: 3 };
  const item = /^(-|•|\d{1,2}[.)]|[a-z][.)]) (.*)$/su.exec(text);
  return item ? { kind: 'list-item', label: item[1]!, text: item[2]!, depth: 0 } : { kind: 'paragraph', text };
}

/** The cells of a table, row by row. */
export function tableOf(rows: readonly (readonly string[])[], table = 1): Block[] {
  return rows.flatMap((cells, row) =>
    cells.map((text, column): Block => ({ kind: 'table-cell', text, cell: { table, row, column } })),
  );
}
