import type { Block } from './blocks.ts';
import { markContents } from './contents.ts';
import { labelCounted } from './counted-lines.ts';
import { readFacts, readFront } from './facts/facts.ts';
import { dropFurniture, furnitureReasons } from './furniture.ts';
import { findHeadings } from './headings.ts';
import { dropInterruptions } from './interruptions.ts';
import { nestLists, separateLabels, settleRomans } from './labels.ts';
import { layOut } from './layout.ts';
import { dropLeftovers } from './leftovers.ts';
import { assembleLines } from './lines.ts';
import { readMoney } from './money/money.ts';
import { joinCutSentences } from './page-joins.ts';
import { readPassages } from './passages/read-passages.ts';
import { toPiece } from './pieces.ts';
import { proposeRecommendations } from './recommendations/propose.ts';
import type { ReportRecord } from './record.ts';
import { readWords } from './words/words.ts';

/**
 * Reads a report: from the blocks of any reader to the record of what it says, by small passes in a fixed order.
 * Pure and total: any blocks give a record, and every span lies inside its text.
 */
export function readReport(blocks: readonly Block[]): ReportRecord {
  const furniture = dropFurniture(blocks.map(toPiece));
  const running = furniture.dropped.filter((d) => furnitureReasons.includes(d.why)).map((d) => d.text);
  const whole = dropInterruptions(furniture.pieces, running);
  const leftovers = dropLeftovers(assembleLines(whole.pieces));
  const labelled = settleRomans(separateLabels(markContents(leftovers.pieces)));
  const counted = labelCounted(joinCutSentences(nestLists(labelled)));
  const headed = findHeadings(counted.pieces);
  const pieces = nestLists(headed);
  const laid = layOut(pieces);
  const { text, blocks: laidOut } = laid;
  const front = readFront(laid);
  const recommendations = proposeRecommendations(pieces, laidOut, text);
  return {
    ...front,
    text,
    pages: blocks.reduce<number | null>((most, b) => (b.page === undefined ? most : Math.max(most ?? 0, b.page)), null),
    blocks: laidOut,
    recommendations,
    ...readFacts(laid, front),
    ...readMoney(laid),
    ...readWords(laid),
    ...readPassages(laid, recommendations),
    dropped: [...furniture.dropped, ...whole.dropped, ...leftovers.dropped, ...counted.dropped],
  };
}
