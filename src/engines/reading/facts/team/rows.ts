import type { Peer } from '../../findings.ts';
import type { Line } from '../lines.ts';
import { peerOfFlatRow } from './flat-rows.ts';
import { peerOf } from './peer-line.ts';

/**
 * The peer of one row of a table, its cells in any order. Null where the row introduces nobody (a row of column
 * headings, or of a group).
 */
export function peersOfRow(lines: readonly Line[], row: readonly number[]): Omit<Peer, 'group'> | null {
  const cells = row.map((at) => lines[at]!);
  // A cell of several columns may hold the person alone; between columns stands a mark as strong as a dash.
  const printed = peerOf(cells.map((cell) => cell.text).join(' | '));
  // Two columns that ran into one: "Cabinet Member Ashby Council".
  const merged = printed !== null && printed.organisation !== null && !isPrintedIn(printed.organisation, cells);
  const flat = printed === null || printed.organisation === null || merged;
  const peer = (flat ? peerOfFlatRow(cells.map((cell) => cell.text).join(' ')) : null) ?? printed;
  return peer && { ...peer, span: [cells[0]!.block.span[0], cells.at(-1)!.block.span[1]] };
}

/** Is this what one cell, or one line of it, holds? */
function isPrintedIn(organisation: string, cells: readonly Line[]): boolean {
  return cells.some(
    (cell) => cell.text.replace(/[.;,\s]+$/u, '').endsWith(organisation) && cell.text.startsWith(organisation),
  );
}
