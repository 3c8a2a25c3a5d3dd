// A tab of the review beside the recommendations: suggestions, team, figures or dates, each a row to decide.
import type { DocumentBrief } from '../rules/document.ts';
import { FINDS_A_PAGE, type ReportRecord } from '../rules/find.ts';
import { type Finding, type FindingTab, readsClearly, type Sieve, sifted, TABS } from '../rules/finding.ts';
import { shortTitle } from '../rules/finding-words.ts';
import { ADD } from './add-finding.ts';
import {
  type DecidedFinding,
  decidedFinding,
  type FindingAttempt,
  type FindingRow,
  findingRow,
} from './finding-row.ts';
import {
  type FindingCounts,
  type PaginationView,
  paginate,
  type SieveLinks,
  sieveLinks,
  sieveQuery,
  type TabLink,
  tabLinks,
} from './tabs.ts';

export type FindingPart =
  | { readonly kind: 'finding'; readonly row: FindingRow }
  | { readonly kind: 'decided'; readonly summary: string; readonly rows: readonly DecidedFinding[] };

export interface FindingsView {
  readonly title: string;
  readonly fileName: string;
  readonly heading: string;
  readonly tabs: readonly TabLink[];
  readonly counts: string;
  readonly found: boolean;
  readonly nothing: string;
  readonly sieve: SieveLinks;
  readonly parts: readonly FindingPart[];
  readonly pagination: PaginationView | null;
  readonly mayChange: boolean;
  readonly keep: { readonly show: string; readonly order: string };
  readonly sourceHref: string;
  readonly readAgain: string | null;
  readonly add: readonly { readonly text: string; readonly href: string }[];
  readonly clear: { readonly action: string; readonly text: string; readonly seen: string } | null;
}

export interface FindingsGiven {
  readonly document: Pick<DocumentBrief, 'id' | 'title' | 'fileName'>;
  readonly record: ReportRecord;
  readonly tab: FindingTab;
  /** Those of the tab. */
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  readonly recommendations: number;
  readonly path: (below: string) => string;
  readonly sieve: Sieve;
  readonly page: number;
  readonly mayChange: boolean;
  readonly attempt: FindingAttempt | null;
}

const HEADINGS: Readonly<Record<FindingTab, string>> = {
  suggestions: 'Suggestions in the prose',
  team: 'The peer team and what it did',
  figures: 'Sums of money and percentages',
  dates: 'Dates',
};
const NOTHING: Readonly<Record<FindingTab, string>> = {
  suggestions: 'We found no suggestions in the prose of this report.',
  team: 'We found no peer team, contact or count of interviews in this report.',
  figures: 'We found no sums of money or percentages in this report.',
  dates: 'We found no days on site and no promised dates in this report.',
};

export function findingsView(given: FindingsGiven): FindingsView {
  const { document, findings, tab, sieve, mayChange, attempt } = given;
  const here = given.path(`/reports/${document.id}`);
  const address = `${here}/${tab}`;
  const listed = sifted(findings, sieve, attempt?.findingId ?? null);
  const pages = Math.max(1, Math.ceil(listed.length / FINDS_A_PAGE));
  const page = attempt
    ? pageOfFinding(listed, attempt.findingId)
    : Math.min(Math.max(1, Math.floor(given.page) || 1), pages);
  const shown = listed.slice((page - 1) * FINDS_A_PAGE, page * FINDS_A_PAGE);
  const undecided = findings.filter((one) => one.decision === 'undecided').length;
  const clear = findings.filter(readsClearly);
  const count = (decision: Finding['decision']) => findings.filter((one) => one.decision === decision).length;
  return {
    title: document.title,
    fileName: document.fileName,
    heading: HEADINGS[tab],
    tabs: tabLinks(here, given.recommendations, given.counts, tab),
    counts: `${undecided} to check. ${count('accepted')} accepted, ${count('left_out')} left out.`,
    found: findings.length > 0,
    nothing: NOTHING[tab],
    sieve: sieveLinks(address, sieve, findings.length, undecided),
    parts: partsOf(shown, given, here),
    pagination: paginate(page, pages, (number) => `${address}${sieveQuery(sieve, number)}`),
    mayChange,
    keep: { show: sieve.onlyToCheck ? 'check' : '', order: sieve.checkFirst ? 'check' : '' },
    sourceHref: `${here}/source`,
    readAgain: mayChange ? `${here}/read-again` : null,
    add: mayChange
      ? TABS.find((one) => one.tab === tab)!.kinds.map((kind) => ({
          text: `Add ${ADD[kind]} that was missed`,
          href: `${here}/findings/new?kind=${kind}`,
        }))
      : [],
    clear:
      mayChange && clear.length > 0
        ? {
            action: `${here}/findings/accept-clear`,
            text:
              clear.length === 1 ? 'Accept the one that reads clearly' : `Accept the ${clear.length} that read clearly`,
            seen: clear.map((one) => `${one.id}:${one.version}`).join(','),
          }
        : null,
  };
}

/** The page of a tab on which a finding stands, from 1. */
export function pageOfFinding(listed: readonly Finding[], id: string): number {
  const index = listed.findIndex((one) => one.id === id);
  return index < 0 ? 1 : Math.floor(index / FINDS_A_PAGE) + 1;
}

function partsOf(shown: readonly Finding[], given: FindingsGiven, here: string): FindingPart[] {
  const parts: FindingPart[] = [];
  let decided: Finding[] = [];
  const flush = () => {
    if (decided.length > 0) {
      const names = decided.slice(0, 3).map((one) => shortTitle(one, 50));
      const more = decided.length > 3 ? ` and ${decided.length - 3} more` : '';
      parts.push({
        kind: 'decided',
        summary: `${names.join('; ')}${more}: ${statesInWords(decided)}`,
        rows: decided.map((one) => decidedFinding(one, given, here)),
      });
    }
    decided = [];
  };
  for (const finding of shown) {
    if (finding.decision !== 'undecided' && given.attempt?.findingId !== finding.id) decided.push(finding);
    else {
      flush();
      parts.push({ kind: 'finding', row: findingRow(finding, given, here) });
    }
  }
  flush();
  return parts;
}

/** "accepted", "left out", or "2 accepted, 1 left out" where they differ. */
function statesInWords(decided: readonly Finding[]): string {
  const accepted = decided.filter((one) => one.decision === 'accepted').length;
  const leftOut = decided.length - accepted;
  if (leftOut === 0) return 'accepted';
  return accepted === 0 ? 'left out' : `${accepted} accepted, ${leftOut} left out`;
}
