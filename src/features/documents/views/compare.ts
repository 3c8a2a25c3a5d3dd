// Two versions of a report: what is the same, changed, new and gone, for a person to confirm.
import { type Comparison, compareFinds, type DiffPiece, type Version, wordDiff } from '../rules/compare.ts';
import type { DocumentBrief } from '../rules/document.ts';
import type { Find } from '../rules/find.ts';
import { type Finding, TABS } from '../rules/finding.ts';
import { decisionsToCarry, sameFinding } from '../rules/findings-of.ts';
import { allWords } from '../rules/wording.ts';
import { titleOf } from './find-row.ts';

export interface ComparePair {
  readonly anchor: string;
  readonly title: string;
  /** "Number 3 in Key recommendations before", when list or number changed. */
  readonly before: string | null;
  readonly pieces: readonly DiffPiece[];
  /** "Accepted in the earlier version." */
  readonly state: string;
  readonly confirmed: boolean;
  readonly earlierFind: string;
  /** Where the buttons post to; null for those who may not, or when there is nothing to say. */
  readonly confirm: string | null;
  readonly undo: string | null;
  /** It stands in the register with the earlier words. */
  readonly mayReword: boolean;
  readonly registered: string | null;
}

export interface CompareView {
  readonly title: string;
  readonly earlier: { readonly fileName: string; readonly href: string };
  readonly later: { readonly fileName: string; readonly href: string };
  readonly counts: string;
  readonly changed: readonly ComparePair[];
  readonly added: readonly { readonly title: string; readonly text: string; readonly href: string }[];
  readonly gone: readonly {
    readonly title: string;
    readonly text: string;
    readonly state: string;
    readonly href: string;
  }[];
  readonly same: readonly {
    readonly title: string;
    readonly before: string | null;
    readonly state: string;
    readonly confirmed: boolean;
  }[];
  readonly others: readonly {
    readonly text: string;
    readonly same: number;
    readonly added: number;
    readonly gone: number;
  }[];
  readonly carry: { readonly action: string; readonly text: string } | null;
}

export interface CompareGiven {
  readonly document: Pick<DocumentBrief, 'id' | 'title' | 'fileName'>;
  readonly earlier: Version;
  readonly finds: { readonly earlier: readonly Find[]; readonly later: readonly Find[] };
  readonly findings: { readonly earlier: readonly Finding[]; readonly later: readonly Finding[] };
  /** By later find, the earlier one that a person has said it is. */
  readonly matched: ReadonlyMap<string, string>;
  readonly path: (below: string) => string;
  readonly mayChange: boolean;
}

export function compareView(given: CompareGiven): CompareView {
  const { document, earlier, finds, findings, matched, mayChange } = given;
  const here = given.path(`/reports/${document.id}`);
  const there = given.path(`/reports/${earlier.documentId}`);
  const compared = compareFinds(finds.earlier, finds.later, matched);
  const unconfirmed = compared.same.filter((pair) => !matched.has(pair.later.id)).length;
  const carried = decisionsToCarry(findings.earlier, findings.later).length;
  return {
    title: document.title,
    earlier: { fileName: earlier.fileName, href: `${there}/review` },
    later: { fileName: document.fileName, href: `${here}/review` },
    counts: countsOf(compared),
    changed: compared.changed.map(({ earlier: before, later: now }) => {
      const confirmed = matched.has(now.id);
      return {
        anchor: `pair-${now.id}`,
        title: titleOf(now),
        before: beforeOf(before, now),
        pieces: wordDiff(allWords(before.wording), allWords(now.wording)),
        state: stateOf(before),
        confirmed,
        earlierFind: before.id,
        confirm: mayChange && !confirmed ? `${here}/compare/${now.id}/confirm` : null,
        undo: mayChange && confirmed ? `${here}/compare/${now.id}/undo` : null,
        mayReword: before.recommendationId !== null,
        registered: before.recommendationId && given.path(`/recommendations/${before.recommendationId}`),
      };
    }),
    added: compared.added.map((find) => ({
      title: titleOf(find),
      text: allWords(find.wording),
      href: `${here}/review#find-${find.id}`,
    })),
    gone: compared.gone.map((find) => ({
      title: titleOf(find),
      text: allWords(find.wording),
      state: stateOf(find),
      href: find.recommendationId
        ? given.path(`/recommendations/${find.recommendationId}`)
        : `${there}/review#find-${find.id}`,
    })),
    same: compared.same.map(({ earlier: before, later: now }) => ({
      title: titleOf(now),
      before: beforeOf(before, now),
      state: stateOf(before),
      confirmed: matched.has(now.id),
    })),
    others: TABS.map(({ text, kinds }) => {
      const of = (list: readonly Finding[]) => list.filter((one) => kinds.includes(one.kind));
      return { text, ...countLike(of(findings.earlier), of(findings.later)) };
    }),
    carry:
      mayChange && unconfirmed + carried > 0
        ? { action: `${here}/compare`, text: carryText(unconfirmed, carried) }
        : null,
  };
}

function countsOf({ same, changed, added, gone }: Comparison): string {
  return `Recommendations: ${same.length} the same, ${changed.length} changed, ${added.length} new, ${gone.length} gone.`;
}

function carryText(finds: number, findings: number): string {
  const first = finds === 1 ? 'the one that is the same' : `the ${finds} that are the same`;
  const other = findings === 1 ? '1 other decision' : `${findings} other decisions`;
  if (findings === 0) return `Confirm ${first}, and carry over what was decided`;
  return finds === 0 ? `Carry over ${other}` : `Confirm ${first}, and carry over what was decided, with ${other}`;
}

function beforeOf(before: Find, now: Find): string | null {
  return titleOf(before) === titleOf(now) ? null : `${titleOf(before)} in the earlier version.`;
}

function stateOf(find: Find): string {
  if (find.recommendationId !== null) return 'In the register.';
  if (find.decision === 'undecided') return 'Not decided in the earlier version.';
  return `${find.decision === 'accepted' ? 'Accepted' : 'Left out'} in the earlier version.`;
}

/** How many read the same in both, by kind and value; the rest are new or gone. */
function countLike(earlier: readonly Finding[], later: readonly Finding[]) {
  const left = earlier.map((one) => ({ kind: one.kind, value: one.proposed }));
  let same = 0;
  for (const one of later) {
    const at = left.findIndex((other) => sameFinding(other, { kind: one.kind, value: one.proposed }));
    if (at < 0) continue;
    left.splice(at, 1);
    same += 1;
  }
  return { same, added: later.length - same, gone: left.length };
}
