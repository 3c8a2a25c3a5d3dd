// Two versions of a report: what is the same, changed, new and gone, for a person to confirm.
import {
  type Comparison,
  compareFinds,
  type DiffPiece,
  isCorrected,
  readWording,
  type Version,
  wordDiff,
} from '../rules/compare.ts';
import type { DocumentBrief } from '../rules/document.ts';
import { type Find, sameGroup } from '../rules/find.ts';
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
  /** "Accepted in the earlier version. Its words were corrected in the earlier version." */
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
  /** Added by hand or taken from the suggestions, in either version: neither new nor gone. */
  readonly own: readonly {
    readonly title: string;
    readonly text: string;
    readonly says: string;
    readonly href: string;
  }[];
  readonly others: readonly {
    readonly text: string;
    readonly same: number;
    readonly added: number;
    readonly gone: number;
    /** Added by hand in either version; 0 when none was. */
    readonly byHand: number;
  }[];
  readonly carry: { readonly action: string; readonly says: string } | null;
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
        pieces: wordDiff(allWords(readWording(before)), allWords(readWording(now))),
        state: stateOf(before, now),
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
      text: allWords(readWording(find)),
      href: `${here}/review#find-${find.id}`,
    })),
    gone: compared.gone.map((find) => ({
      title: titleOf(find),
      text: allWords(readWording(find)),
      state: stateOf(find),
      href: find.recommendationId
        ? given.path(`/recommendations/${find.recommendationId}`)
        : `${there}/review#find-${find.id}`,
    })),
    same: compared.same.map(({ earlier: before, later: now }) => ({
      title: titleOf(now),
      before: beforeOf(before, now),
      state: stateOf(before, now),
      confirmed: matched.has(now.id),
    })),
    own: [
      ...compared.own.earlier.map((find) => ({ find, version: 'earlier', from: there })),
      ...compared.own.later.map((find) => ({ find, version: 'later', from: here })),
    ].map(({ find, version, from }) => ({
      title: titleOf(find),
      text: allWords(find.wording),
      says: `${find.fromSuggestion ? 'Taken from the suggestions of' : 'Added by hand to'} the ${version} version.${
        find.recommendationId === null ? '' : ' It is in the register.'
      }`,
      href: find.recommendationId
        ? given.path(`/recommendations/${find.recommendationId}`)
        : `${from}/review#find-${find.id}`,
    })),
    others: TABS.map(({ text, kinds }) => {
      const of = (list: readonly Finding[]) => list.filter((one) => kinds.includes(one.kind));
      const read = (list: readonly Finding[]) => of(list).filter((one) => !one.byHand);
      const byHand = [...of(findings.earlier), ...of(findings.later)].filter((one) => one.byHand).length;
      return { text, ...countLike(read(findings.earlier), read(findings.later)), byHand };
    }),
    carry:
      mayChange && unconfirmed + carried > 0
        ? { action: `${here}/compare`, says: carrySays(unconfirmed, carried) }
        : null,
  };
}

function countsOf({ same, changed, added, gone }: Comparison): string {
  return `Recommendations: ${same.length} the same, ${changed.length} changed, ${added.length} new, ${gone.length} gone.`;
}

/** What the button does, said before it. */
function carrySays(finds: number, findings: number): string {
  const first =
    finds === 0
      ? ''
      : `${finds === 1 ? '1 recommendation reads' : `${finds} recommendations read`} the same in both. You can confirm ${
          finds === 1 ? 'it' : 'them'
        } here, and carry over what was decided and corrected in the earlier version. `;
  const other =
    findings === 0
      ? ''
      : `${findings === 1 ? '1 decision' : `${findings} decisions`} about suggestions, team, figures and dates that read the same ${
          findings === 1 ? 'is' : 'are'
        } carried over${finds === 0 ? '' : ' too'}.`;
  return `${first}${other}`.trim();
}

function beforeOf(before: Find, now: Find): string | null {
  const [was, is] = [readWording(before), readWording(now)];
  if (was.number === is.number && sameGroup(was.group, is.group)) return null;
  return `${was.group}, number ${was.number} in the earlier version.`;
}

function stateOf(find: Find, later: Find | null = null): string {
  const corrected = [...(isCorrected(find) ? ['earlier'] : []), ...(later && isCorrected(later) ? ['later'] : [])];
  return [
    find.recommendationId !== null
      ? 'In the register.'
      : find.decision === 'undecided'
        ? 'Not decided in the earlier version.'
        : `${find.decision === 'accepted' ? 'Accepted' : 'Left out'} in the earlier version.`,
    ...(find.asRead === null ? ['Added by hand to the earlier version.'] : []),
    ...(find.asRead !== null && find.fromSuggestion ? ['Taken from the suggestions of the earlier version.'] : []),
    ...(corrected.length > 0 ? [`Its words were corrected in the ${corrected.join(' and in the ')} version.`] : []),
  ].join(' ');
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
