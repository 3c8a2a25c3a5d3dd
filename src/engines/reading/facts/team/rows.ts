import type { Peer } from '../../findings.ts';
import type { Line } from '../lines.ts';
import { peerOf } from './peer-line.ts';

/**
 * The peer of one row of a table, its cells in any order. Null where the row introduces nobody (a row of column
 * headings, or of a group).
 */
export function peersOfRow(lines: readonly Line[], row: readonly number[]): Omit<Peer, 'group'> | null {
  const cells = row.map((at) => lines[at]!);
  // A cell of several columns may hold the person alone; between columns stands a mark as strong as a dash.
  const peer = peerOf(cells.map((cell) => cell.text).join(' | '));
  return peer && { ...peer, span: [cells[0]!.block.span[0], cells.at(-1)!.block.span[1]] };
}
