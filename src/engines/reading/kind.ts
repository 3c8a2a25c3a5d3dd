import type { Piece } from './pieces.ts';
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

const councilName =
  /(?:(?:the\s+)?(?:London Borough|Royal Borough|City|Borough|County|District|Metropolitan Borough) of \p{Lu}[\p{L}'’-]+(?:[ -](?:and|&|upon|on|in|the|with|\p{Lu}[\p{L}'’-]+))*(?: Council)?|\p{Lu}[\p{L}'’-]+(?: (?:and|&|upon|on|in|the|with|of|\p{Lu}[\p{L}'’-]+))* Council)\b/gu;

/** The council the report is about: the name printed most often on its first pages, as printed; null when none is. */
export function councilOf(pieces: readonly Piece[]): string | null {
  const counts = new Map<string, { times: number; first: number }>();
  pieces.slice(0, 60).forEach((piece, i) => {
    for (const [found] of piece.text.matchAll(councilName)) {
      const name = found
        .replace(/^(?:the|that|for|at|of|and|in|to|with|from) /iu, '')
        .replace(/^(?:The|Corporate Peer Challenge|Peer Challenge|Feedback Report) /u, '');
      if (
        /^(?:Leader|Cabinet|Full|County|District|Borough|City|Parish|Town|Local|Each|Both|This|Your) ?(?:of the )?Council$/u.test(
          name,
        )
      )
        continue;
      const seen = counts.get(name) ?? { times: 0, first: i };
      counts.set(name, { ...seen, times: seen.times + (i < 6 ? 4 : 1) });
    }
  });
  const best = [...counts].sort((a, b) => b[1].times - a[1].times || a[1].first - b[1].first)[0];
  return best?.[0] ?? null;
}
