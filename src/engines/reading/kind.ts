import { isUsualTitle } from './headings.ts';
import { type Piece, wordCount } from './pieces.ts';
import type { ReportKind } from './record.ts';

/** What kind of document this is, by its first pages and its own words. A committee report is no challenge report. */
export function kindOf(pieces: readonly Piece[]): ReportKind {
  const front = pieces
    .slice(0, 25)
    .map((p) => p.text)
    .join('\n');
  const whole = pieces.map((p) => p.text).join('\n');
  const committee = /agenda item|report of:|wards? affected|contact officers?\b|report to:|portfolio holder/iu.test(
    front,
  );
  if (committee && /\b(?:committee|cabinet|executive|council|panel|board)\b/iu.test(front)) return 'committee-report';
  if (!/peer (?:challenge|review|team)/iu.test(whole)) return 'unknown';
  if (/progress review|check-in (?:report|visit|review)|follow-up (?:visit|report)|revisit/iu.test(front))
    return 'progress-review';
  if (/\bfinanc(?:e|ial) (?:governance )?peer (?:challenge|review)/iu.test(front)) return 'finance-peer-challenge';
  if (/\bgovernance (?:and scrutiny )?peer (?:challenge|review)/iu.test(front)) return 'governance-peer-challenge';
  return /corporate peer challenge|\bCPC\b/iu.test(whole) ? 'corporate-peer-challenge' : 'unknown';
}

/** The title on the front: the line that says what the document is, else the first heading; null where there is none. */
export function titleOf(pieces: readonly Piece[]): string | null {
  const end = pieces.findIndex((p) => p.contents || isUsualTitle(p.text) || p.text.length > 220);
  const front = pieces.slice(0, Math.min(12, end < 0 ? 12 : end)).filter((p) => p.kind !== 'table-cell');
  const lines = front.filter(
    (p) => wordCount(p.text) <= 20 && !/^(?:public|exempt|private|confidential) report$|agenda item/iu.test(p.text),
  );
  const says = (p: Piece) => /\b(?:peer challenge|peer review|progress review|report|review|update)\b/iu.test(p.text);
  const headings = lines.filter((p) => p.kind === 'heading');
  return (headings.find(says) ?? lines.find(says) ?? headings[0] ?? lines[0])?.text ?? null;
}
