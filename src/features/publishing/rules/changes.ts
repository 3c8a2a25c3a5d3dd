// What changed from one published version to the next, from the two copies alone.
import type { Answer, Grade, Progress } from '../../../platform/db/schema/index.ts';
import type { Contents } from './contents.ts';
import { type Place, placesOf } from './places.ts';

export type Change = { readonly place: Place } & (
  | { readonly kind: 'answer'; readonly was: Answer | null; readonly now: Answer | null }
  | { readonly kind: 'verdict'; readonly was: Grade | null; readonly now: Grade | null }
  | { readonly kind: 'progress'; readonly title: string; readonly was: Progress; readonly now: Progress }
  | {
      readonly kind: 'date';
      readonly title: string;
      readonly was: string | null;
      readonly now: string | null;
      readonly first: string | null;
    }
  | { readonly kind: 'new action' | 'action gone' | 'new evidence'; readonly title: string }
  | { readonly kind: 'new recommendation' }
);

const ORDER: readonly Change['kind'][] = [
  'date',
  'answer',
  'progress',
  'verdict',
  'new recommendation',
  'new action',
  'action gone',
  'new evidence',
];

/**
 * The changes a reader should know, dates that moved first. What was taken out of either version is no change: its
 * place says so itself. An action under two recommendations is told once.
 */
export function changesBetween(before: Contents, after: Contents): Change[] {
  const changes: Change[] = [];
  const removed = new Set([...before.removals, ...after.removals].map((one) => one.recordId));
  const told = new Set<string>();
  const once = (key: string) => !told.has(key) && told.add(key) !== undefined;
  const places = placesOf(after);
  for (const place of places) {
    const now = place.recommendation;
    if (!now || removed.has(place.recommendationId)) continue;
    const was = before.recommendations.find((one) => one.recommendationId === place.recommendationId);
    if (!was) {
      changes.push({ kind: 'new recommendation', place });
      continue;
    }
    if (was.answer !== now.answer) changes.push({ kind: 'answer', place, was: was.answer, now: now.answer });
    if (was.verdict !== now.verdict) changes.push({ kind: 'verdict', place, was: was.verdict, now: now.verdict });
    for (const { action } of place.actions) {
      if (removed.has(action.actionId) || !once(action.actionId)) continue;
      const old = before.actions.find((one) => one.actionId === action.actionId);
      const { title } = action;
      if (!old) {
        changes.push({ kind: 'new action', place, title });
        continue;
      }
      if (old.targetOn !== action.targetOn) {
        const first = action.originalTargetOn;
        changes.push({ kind: 'date', place, title, was: old.targetOn, now: action.targetOn, first });
      }
      if (old.progress !== action.progress) {
        changes.push({ kind: 'progress', place, title, was: old.progress, now: action.progress });
      }
    }
    for (const evidence of [...place.evidence, ...place.actions.flatMap((one) => one.evidence)]) {
      const known = before.evidence.some((one) => one.evidenceId === evidence.evidenceId);
      if (!known && !removed.has(evidence.evidenceId) && once(evidence.evidenceId)) {
        changes.push({ kind: 'new evidence', place, title: evidence.title });
      }
    }
  }
  for (const old of before.actions) {
    const stays = after.actions.some((one) => one.actionId === old.actionId);
    const place = places.find((one) => one.recommendationId === old.recommendationId && one.recommendation);
    if (!stays && place && !removed.has(old.actionId) && once(old.actionId)) {
      changes.push({ kind: 'action gone', place, title: old.title });
    }
  }
  return changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
