import { foundAt, isTitleLike, type Line, plainTitle } from './facts/lines.ts';
import type { Found } from './findings.ts';
import { isUsualTitle } from './headings.ts';
import { wordCount } from './pieces.ts';
import type { ReportKind } from './record.ts';

/** A value with the place it was read from, or null where it was not read from one. */
export type Placed<T> = { readonly value: T; readonly place: Found | null };

/** How many lines from the front may show that a document is a committee report, or say what it reports on. */
const front = 40;
const longestTitlePage = 14;

/** What a report to a committee carries on its front; a report of peers carries none, or one that was stamped on it. */
const committeeSigns: readonly RegExp[] = [
  /\bagenda item\b|^item (?:no\b|number\b|\d)/iu,
  /\breport (?:of|by|from|author)(?: the)?\b.{0,60}:|^report (?:of|by|from|author)\b/iu,
  /\breport to\b.{0,40}:|^report to\b/iu,
  /\bwards?(?:\(s\))? affected\b/iu,
  /\bcontact officers?\b|\blead officer\b(?! peer).{0,20}:|\breport author\b/iu,
  /\bportfolio holder\b|\bcabinet members?(?:\(s\))? (?:responsible|for)\b|\blead (?:cabinet )?member\b(?! peer).{0,20}:/iu,
  /\bkey decision\b|\bforward plan\b|\bcall-?in\b/iu,
  /\bdate of meeting\b|\bmeeting date\b/iu,
  /^(?:public|exempt|open|part (?:1|i)) report$|\bexempt information\b|^classification\b/iu,
  /\brecommended that (?:the )?[^.]{0,80}\b(?:committee|cabinet|executive|council|panel|board)\b/iu,
  /^\W*(?:reason for (?:the )?report|purpose (?:and reason )?(?:of|for) (?:the )?report)/iu,
];
const body = /\b(?:committee|cabinet|executive|council|panel|board)\b/iu;

const review =
  /\bprogress review\b|\b(?:six[ -]month |6[ -]month )?check-?\s?in(?: (?:report|visit|review|meeting|session))?\b|\bfollow[ -]?up\b|\bre-?visit\b/iu;
const peers = /\bpeer (?:challenge|review|support|team)\b|\bCPC\b|\bLGA\b/iu;
const corporate = /\bcorporate (?:(?:and|&) \p{L}+ )?peer (?:challenge|review)|\bCPC\b/iu;
const finance =
  /\b(?:finance|financial)(?: \p{L}+){0,3} peer (?:challenge|review)|\bpeer (?:challenge|review)\W{1,3}(?:finance|financial)\b/iu;
const governance =
  /\b(?:governance|scrutiny|decision[ -]making)(?: (?:and|&) \p{L}+| \p{L}+){0,2} peer (?:challenge|review)|\bpeer (?:challenge|review)\W{1,3}(?:of )?governance\b/iu;
/** Challenges of one service, which are none of the kinds known here. */
const service =
  /\b(?:planning|adults?|children['’]?s?|safeguarding|communications?|fire|health|housing|homelessness|digital|equalit\p{L}+|workforce|licensing|highways|transport|waste|care|preparation for assurance|prevention|regulat\p{L}+|cyber(?: security)?|climate(?: change)?|econom\p{L}+|SEND|culture|library|libraries|leisure|procurement|commissioning|community safety|social care|public health|use of resources)(?: \p{L}+){0,4} peer (?:challenge|review|diagnostic)/iu;

/** What kind of document this is, by its front and its own words. A committee report is no challenge report. */
export function kindOf(lines: readonly Line[]): Placed<ReportKind> {
  const committee = committeeOf(lines);
  if (committee) return committee;
  if (!lines.some((l) => /\bpeer (?:challenge|review|team)/iu.test(l.text))) return { value: 'unknown', place: null };
  const page = titlePage(lines);
  const named = page.some((l) => peers.test(l.text));
  for (const [kind, pattern] of kinds) {
    const line = page.find((l) => pattern.test(l.text) && (kind !== 'progress-review' || named));
    if (line) return placed(kind, line, pattern, 0.95);
  }
  if (page.some((l) => service.test(l.text))) return { value: 'unknown', place: null };
  return byProse(lines);
}

const kinds: readonly (readonly [ReportKind, RegExp])[] = [
  ['progress-review', review],
  ['corporate-peer-challenge', corporate],
  ['finance-peer-challenge', finance],
  ['governance-peer-challenge', governance],
];

function committeeOf(lines: readonly Line[]): Placed<ReportKind> | null {
  const head = lines.slice(0, front);
  if (!head.some((l) => body.test(l.text))) return null;
  const shown = committeeSigns.flatMap((sign) => {
    const line = head.find((l) => l.text.length < 200 && sign.test(l.text));
    return line ? [{ line, sign }] : [];
  });
  // One sign may be stamped on a report of peers that went to a committee: such a report speaks of its team throughout.
  const byPeers = lines.filter((l) => /\bpeer team\b|\bpeers\b/iu.test(l.text)).length >= 4;
  const calledSo = titlePage(lines).some((l) => /\bpeer (?:challenge|review)\b/iu.test(l.text));
  if (shown.length < (byPeers ? 3 : calledSo ? 2 : 1)) return null;
  return placed('committee-report', shown[0]!.line, shown[0]!.sign, shown.length >= 2 ? 0.95 : 0.7);
}

/** No title says it: the first sentences may, and what the report calls itself most. */
function byProse(lines: readonly Line[]): Placed<ReportKind> {
  const head = lines.slice(0, front);
  const own =
    /\b(?:the|this) (?:progress review|check-?in|follow[ -]?up visit|revisit) (?:was|took place|is|report|considered|provided)\b|\bpurpose of (?:the|this) (?:progress review|check-?in|follow[ -]?up|revisit)/iu;
  const about = head.find((l) => own.test(l.text));
  if (about && !lines.some((l) => isTitleLike(l) && /^key recommendations/u.test(plainTitle(l))))
    return placed('progress-review', about, own, 0.75);
  const counted = kinds.slice(1).map(([kind, pattern]) => {
    const at = lines.filter((l) => pattern.test(l.text));
    return { kind, pattern, line: at[0], times: at.length };
  });
  const most = counted.reduce((a, b) => (b.times > a.times ? b : a));
  return most.line ? placed(most.kind, most.line, most.pattern, 0.8) : { value: 'unknown', place: null };
}

/** The lines before the first chapter or the first long piece of prose. */
function titlePage(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((l) => isUsualTitle(l.text) || l.text.length > 220);
  return lines.slice(0, Math.min(longestTitlePage, end < 0 ? longestTitlePage : end));
}

function placed(value: ReportKind, line: Line, pattern: RegExp, confidence: number): Placed<ReportKind> {
  const found = pattern.exec(line.text)!;
  return { value, place: foundAt(line, found.index, found[0], confidence) };
}

/** The title on the front: the line that says what the document is, else the first heading; null where there is none. */
export function titleOf(lines: readonly Line[]): Placed<string | null> {
  const end = lines.findIndex((l) => isUsualTitle(l.text) || l.text.length > 220);
  const page = lines
    .slice(0, Math.min(24, end < 0 ? 24 : end))
    .filter((l) => l.block.kind !== 'table-cell' && !/:$/u.test(l.text))
    .slice(0, 16);
  const short = page.filter(
    (l) =>
      wordCount(l.text) <= 20 &&
      !/^(?:public|exempt|private|confidential) report$|agenda item|^report (?:of|to|by)\b|^R E C/iu.test(l.text),
  );
  const says = (l: Line) => /\b(?:peer challenge|peer review|progress review|report|review|update)\b/iu.test(l.text);
  const headings = short.filter((l) => l.block.kind === 'heading');
  const saying =
    short.find((l) => kinds.some(([, pattern]) => pattern.test(l.text))) ?? headings.find(says) ?? short.find(says);
  const title = saying ?? headings[0] ?? short[0];
  return title
    ? { value: title.text, place: foundAt(title, 0, title.text, saying ? 0.9 : 0.6) }
    : { value: null, place: null };
}
