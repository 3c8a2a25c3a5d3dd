// Recommendations of this report that were asked nearly word for word elsewhere: offered as joint, linked, never merged.
import { type DiffPiece, wordDiff } from '../rules/compare.ts';
import { type Asked, likelyJoint } from '../rules/joint.ts';
import { allWords } from '../rules/wording.ts';

interface Link {
  readonly recommendationId: string;
  readonly otherCouncilId: string;
  readonly otherRecommendationId: string;
  readonly shown: boolean;
  readonly byOther: boolean;
}

export interface JointPair {
  readonly anchor: string;
  readonly ours: { readonly text: string; readonly href: string };
  /** "Wendshire County Council, Recommendations, number 3". */
  readonly other: { readonly text: string; readonly href: string };
  readonly report: string;
  readonly pieces: readonly DiffPiece[];
  readonly state: string | null;
  readonly ends: { readonly recommendation: string; readonly council: string; readonly other: string };
  readonly act: 'link' | 'unlink' | null;
}

export interface JointView {
  readonly title: string;
  readonly action: string;
  readonly says: string;
  readonly linked: readonly JointPair[];
  readonly offered: readonly JointPair[];
}

export function jointView(given: {
  readonly title: string;
  readonly here: string;
  readonly ours: readonly Asked[];
  readonly others: readonly Asked[];
  readonly links: readonly Link[];
  readonly mayChange: boolean;
}): JointView {
  const { ours, others, links } = given;
  const keyOf = (recommendation: string, other: string) => `${recommendation} ${other}`;
  const linked = new Map(Map.groupBy(links, (one) => keyOf(one.recommendationId, one.otherRecommendationId)));
  const pair = (one: Asked, other: Asked, state: string | null, act: JointPair['act']): JointPair => ({
    anchor: `joint-${one.id}-${other.id}`,
    ours: { text: `${one.wording.group}, number ${one.wording.number}`, href: one.href },
    other: {
      text: `${other.own ? '' : `${other.council}: `}${other.wording.group}, number ${other.wording.number}`,
      href: other.href,
    },
    report: other.report,
    pieces: wordDiff(allWords(one.wording), allWords(other.wording)),
    state,
    ends: { recommendation: one.id, council: other.councilId, other: other.id },
    act: given.mayChange ? act : null,
  });
  const joined = [...linked.values()].flatMap((same) => {
    const mine = same.find((link) => !link.byOther);
    const link = mine ?? same[0]!;
    const one = ours.find((own) => own.id === link.recommendationId);
    const other = others.find((their) => their.id === link.otherRecommendationId);
    if (!one || !other) return [];
    return [pair(one, other, stateOf(same, other), mine ? 'unlink' : 'link')];
  });
  return {
    title: given.title,
    action: `${given.here}/joint`,
    says: `Compared with ${others.length} recommendations that you may read: those of your other reports, and those that other councils have published.`,
    linked: joined,
    offered: likelyJoint(ours, others)
      .filter(({ ours: one, other }) => !linked.has(keyOf(one.id, other.id)))
      .map(({ ours: one, other }) => pair(one, other, null, 'link')),
  };
}

function stateOf(links: readonly Link[], other: Asked): string {
  const mine = links.find((link) => !link.byOther);
  const theirs = links.some((link) => link.byOther);
  if (mine && theirs) return 'Both councils say that they are joint.';
  if (theirs) return `${other.council} says that they are joint.`;
  if (other.own) return 'Linked.';
  return mine!.shown
    ? `Linked. ${other.council} can see it.`
    : `Linked. ${other.council} cannot see it, as yours was not published when you linked them.`;
}
