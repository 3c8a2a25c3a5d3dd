import type { Answer, AnswerRecommendation } from './pieces.ts';
import { type Placed, placed, type ReadRecord } from './score.ts';
import { fold, loose, words } from './score-words.ts';

type Check = (field: string, right: number, total: number, notes?: readonly string[]) => void;

/** Scores the recommendations: found by group and number, then text, heading, sub-points and place. */
export function scoreRecommendations(
  answer: Answer,
  record: ReadRecord,
  check: Check,
  one: (field: string, ok: boolean, note: string) => void,
  claim: (field: string, confidence: number | undefined, right: boolean) => void,
): void {
  const want = answer.recommendations;
  const got = record.recommendations ?? [];
  // A group "*" may be called anything: the report does not say.
  const anyGroup = want.every((recommendation) => recommendation.group === '*');
  const id = (recommendation: { group: string; number: number }) =>
    `${anyGroup ? '' : loose(recommendation.group)}#${recommendation.number}`;
  const find = (wanted: AnswerRecommendation) => got.find((recommendation) => id(recommendation) === id(wanted));
  const whole = (recommendation: AnswerRecommendation) =>
    [recommendation.text, ...(recommendation.parts ?? []).map((part) => part.text)].join(' ');
  const missed: string[] = [];
  const headless: string[] = [];
  const unplaced: string[] = [];
  const pointless: string[] = [];
  let points = 0;
  for (const wanted of want) {
    const found = find(wanted);
    if (!found || !sameText(found, wanted))
      missed.push(`${id(wanted)}: ${found ? differ(found.text, wanted.text) : 'absent'}`);
    if (wanted.heading !== undefined && loose(found?.heading) !== loose(wanted.heading))
      headless.push(`${id(wanted)}: "${found?.heading}" for "${wanted.heading}"`);
    if (
      !found ||
      !(
        placed(record, found.span, whole(wanted)) ||
        (wanted.ownLine && placed(record, found.span, `${wanted.heading} ${whole(wanted)}`))
      )
    )
      unplaced.push(id(wanted));
    for (const part of wanted.parts ?? []) {
      points += 1;
      if (!found?.parts?.some((other) => other.label === part.label && loose(other.text) === loose(part.text)))
        pointless.push(`${id(wanted)} ${part.label}: ${part.text}`);
    }
  }
  const headed = want.filter((wanted) => wanted.heading !== undefined).length;
  check('recommendations', want.length - missed.length, want.length, missed);
  one(
    'recommendations: none invented',
    got.length > 0 && got.length <= want.length,
    `${got.length} for ${want.length}`,
  );
  check('recommendations: sub-points', points - pointless.length, points, pointless);
  check('recommendations: headings', headed - headless.length, headed, headless);
  check('recommendations: places', want.length - unplaced.length, want.length, unplaced);
  for (const found of got) {
    const wanted = want.find((other) => id(other) === id(found));
    const parts = (recommendation: AnswerRecommendation) =>
      (recommendation.parts ?? []).map((part) => `${part.label} ${loose(part.text)}`).join('|');
    claim(
      'recommendations',
      (found as Placed).confidence,
      wanted !== undefined && sameText(found, wanted) && parts(wanted) === parts(found),
    );
  }
}

/** A heading on a line of its own may be printed before the text or stand apart. */
function sameText(found: { readonly text: string }, wanted: AnswerRecommendation): boolean {
  const got = loose(found.text);
  return (
    got === loose(wanted.text) ||
    (wanted.ownLine === true && bareWords(found.text) === bareWords(`${wanted.heading} ${wanted.text}`))
  );
}
const bareWords = (text: string): string => words(text).join(' ');

/** Where two texts part, in few words. */
function differ(got: string, want: string): string {
  const [a, b] = [fold(got), fold(want)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 15);
  return `"…${a.slice(from, at + 25)}" for "…${b.slice(from, at + 25)}"`;
}
