// Recommendations elsewhere that one is joint with, as links.
import type { Link } from '../../../platform/web/view.ts';
import type { JointWith } from '../queries/joint.ts';

/** In this council to the recommendation itself, of another council to its published plan. */
export function jointLinks(joint: readonly JointWith[], path: (below: string) => string): Link[] {
  return joint.map((one) => ({
    text: `${one.council === null ? one.report : `${one.council}, ${one.report}`}: ${one.groupName}, number ${one.number}`,
    href: one.slug === null ? path(`/recommendations/${one.id}`) : `/public/${one.code}/${one.slug}`,
  }));
}
