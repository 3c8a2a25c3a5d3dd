export type { Block, BlockKind, CellPlace, Place, Span } from './blocks.ts';
export { noFacts } from './facts/facts.ts';
export { noMoney } from './money/money.ts';
export { noProse } from './passages/read-passages.ts';
export { readReport } from './read-report.ts';
export type {
  DroppedPiece,
  ProposedRecommendation,
  RecommendationPart,
  RecordBlock,
  ReportKind,
  ReportRecord,
} from './record.ts';
export { noWords } from './words/words.ts';
