import { type Label, readLabel } from '../labels.ts';
import { type Piece, wordCount } from '../pieces.ts';
import type { Unit } from './units.ts';

/** Recommendations set as a table: one a row, in the column headed so or else the column with the longest texts. */
export function unitsOfTable(pieces: readonly Piece[], at: readonly number[]): Unit[] {
  const cells = at.filter((i) => pieces[i]!.kind === 'table-cell' && pieces[i]!.cell);
  const tables = Map.groupBy(cells, (i) => pieces[i]!.cell!.table);
  return [...tables.values()].flatMap((table) => rowsOf(pieces, table));
}

function rowsOf(pieces: readonly Piece[], cells: readonly number[]): Unit[] {
  const rows = [...Map.groupBy(cells, (i) => pieces[i]!.cell!.row).values()];
  const column = textColumn(pieces, cells, rows[0] ?? []);
  const head = rows[0]?.find((i) => pieces[i]!.cell!.column === column);
  const hasHead = head !== undefined && wordCount(pieces[head]!.text) <= 4 && rows.length > 1;
  return rows.slice(hasHead ? 1 : 0).flatMap((row) => {
    const texts = row.filter((i) => pieces[i]!.cell!.column === column && wordCount(pieces[i]!.text) >= 3);
    if (texts.length === 0) return [];
    const numberCell = row.find(
      (i) =>
        pieces[i]!.cell!.column < column &&
        /^(?:(?:key )?(?:R|rec|recommendation)\.?\s*)?\(?\d{1,3}[.):]?$/iu.test(pieces[i]!.text),
    );
    const printed = numberCell === undefined ? null : pieces[numberCell]!.text;
    const inText = readLabel(pieces[texts[0]!]!.text);
    const numbered = printed === null && inText && inText.label.kind !== 'bullet' ? inText : null;
    const label: Label | null =
      printed === null
        ? (numbered?.label ?? null)
        : { kind: 'number', value: Number(printed.replace(/\D/gu, '')), bare: printed.replace(/\D/gu, '') };
    return [
      {
        label,
        printed: printed ?? numbered?.printed ?? null,
        headline: null,
        text: texts.map((i, k) => ({
          at: i,
          start: k === 0 ? (numbered?.length ?? 0) : 0,
          end: pieces[i]!.text.length,
        })),
        parts: [],
        continued: false,
      },
    ];
  });
}

function textColumn(pieces: readonly Piece[], cells: readonly number[], head: readonly number[]): number {
  const named = head.find(
    (i) =>
      /recommendation/iu.test(pieces[i]!.text) &&
      wordCount(pieces[i]!.text) <= 5 &&
      readLabel(pieces[i]!.text)?.label.kind !== 'recommendation',
  );
  if (named !== undefined && !/^(?:no|ref|number)/iu.test(pieces[named]!.text)) return pieces[named]!.cell!.column;
  const lengths = new Map<number, number>();
  for (const i of cells)
    lengths.set(pieces[i]!.cell!.column, (lengths.get(pieces[i]!.cell!.column) ?? 0) + pieces[i]!.text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
