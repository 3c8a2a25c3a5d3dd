// The forms of sharing: an agreement, proposals, and what a council ends for itself.
import { readText, readWhole } from '../../engines/fields/fields.ts';
import { type FormRead, finish, readOneOf, readOptionalDay, type Typed, textOf } from '../recommendations/index.ts';
import type { ProposeInput } from './actions.ts';
import type { Decided, NewPost, NewTerms, Notice } from './queries.ts';
import type { Agreement, Depth } from './rules/arrangement.ts';

const NOT_A_DAY = 'Enter a date, like 31 January 2027';

/** A decision has a day, not in the future, and a place: the body that took it. */
export function readDecision(typed: Typed, today: string): FormRead<Decided> {
  const errors: Record<string, string> = {};
  const agreedOn = readOptionalDay(typed, 'agreed', errors);
  const decidedByBody = readText(textOf(typed, 'body'));
  if (agreedOn === null) errors.agreed ??= NOT_A_DAY;
  else if (agreedOn > today) errors.agreed = 'The decision must be today or before';
  if (decidedByBody === '') errors.body = 'Say where it was decided';
  const decisionReference = readText(textOf(typed, 'reference'));
  return finish(errors, { agreedOn: agreedOn ?? '', decidedByBody, decisionReference });
}

/** What is shared, with whom, and from when its posts are seen by all. */
export function readProposal(typed: Typed, withCouncils: readonly string[]): FormRead<ProposeInput> {
  const errors: Record<string, string> = {};
  const name = readText(textOf(typed, 'name'));
  const purpose = readText(textOf(typed, 'purpose'));
  const postsFrom = readOptionalDay(typed, 'from', errors);
  if (name === '') errors.name = 'Say what is shared';
  if (withCouncils.length === 0) errors.with = 'Choose at least two councils: yours and another';
  if (postsFrom === null) errors.from ??= NOT_A_DAY;
  return finish(errors, { name, purpose, withCouncils, postsFrom: postsFrom ?? '' });
}

/** From when posts are shared again. */
export function readSharing(typed: Typed): FormRead<{ fromOn: string }> {
  const errors: Record<string, string> = {};
  const fromOn = readOptionalDay(typed, 'from', errors);
  if (fromOn === null) errors.from ??= NOT_A_DAY;
  return finish(errors, { fromOn: fromOn ?? '' });
}

export const DEPTHS: readonly Depth[] = ['shared_leader', 'shared_team', 'integrated'];
const MOST_MONTHS = 120;

/** How deep the sharing goes is always said; the rest may be not known yet. */
export function readTerms(typed: Typed): FormRead<Omit<NewTerms, 'arrangementId'>> {
  const errors: Record<string, string> = {};
  const depth = readOneOf(textOf(typed, 'depth'), DEPTHS);
  if (depth === null) errors.depth = 'Choose how deep the sharing goes';
  const months = readText(textOf(typed, 'notice'));
  const noticeMonths = months === '' ? null : readWhole(months, MOST_MONTHS);
  if (months !== '' && noticeMonths === null) errors.notice = `Enter whole months from 0 to ${MOST_MONTHS}, like 12`;
  const nextReviewOn = readOptionalDay(typed, 'review', errors);
  return finish(errors, {
    depth: depth ?? 'shared_team',
    hostCouncilId: textOf(typed, 'host') || null,
    legalBasis: readText(textOf(typed, 'basis')),
    noticeMonths,
    nextReviewOn,
    why: readText(textOf(typed, 'why')),
  });
}

/** The field of a council's share of a post's time. */
export const shareField = (councilId: string) => `share-${councilId}`;

/** A post: its title and employer, whose time it is in whole percents that make 100 or not known, from when until when. */
export function readPost(typed: Typed, sharing: readonly Agreement[]): FormRead<Omit<NewPost, 'arrangementId'>> {
  const errors: Record<string, string> = {};
  const title = readText(textOf(typed, 'title'));
  if (title === '') errors.title = 'Say what the post is called';
  const employerCouncilId = readOneOf(
    textOf(typed, 'employer'),
    sharing.map(({ councilId }) => councilId),
  );
  if (employerCouncilId === null) errors.employer = 'Choose the council that employs the holder';
  const typedShares = sharing.map(
    ({ councilId }) => [councilId, readText(textOf(typed, shareField(councilId)))] as const,
  );
  const timeShares: Record<string, number> = {};
  if (typedShares.some(([, text]) => text !== '')) {
    for (const [councilId, text] of typedShares) {
      const share = readWhole(text.replace(/\s*%$/, ''), 100);
      if (share === null) errors[shareField(councilId)] = 'Enter a whole percent from 0 to 100, or leave all empty';
      else timeShares[councilId] = share;
    }
    const sum = Object.values(timeShares).reduce((all, one) => all + one, 0);
    if (Object.keys(timeShares).length === sharing.length && sum !== 100) {
      errors[shareField(sharing[0]!.councilId)] = `Shares add to ${sum}%. Make them 100%`;
    }
  }
  const fromOn = readOptionalDay(typed, 'from', errors);
  const untilOn = readOptionalDay(typed, 'until', errors);
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) errors.until = '‘Until’ must be after ‘From’';
  const why = readText(textOf(typed, 'why'));
  return finish(errors, { title, employerCouncilId: employerCouncilId ?? '', timeShares, fromOn, untilOn, why });
}

/** Notice that something ends: from a day, today or later, for a reason that the others will read. */
export function readNotice(typed: Typed, earliest: string, tooEarly: string): FormRead<Notice> {
  const errors: Record<string, string> = {};
  const endsOn = readOptionalDay(typed, 'ends', errors);
  if (endsOn === null) errors.ends ??= NOT_A_DAY;
  else if (endsOn < earliest) errors.ends = tooEarly;
  const reason = readText(textOf(typed, 'reason'));
  if (reason === '') errors.reason = 'Give the reason: the other councils will read it';
  const decidedByBody = readText(textOf(typed, 'body'));
  if (decidedByBody === '') errors.body = 'Say where it was decided';
  const decisionReference = readText(textOf(typed, 'reference'));
  return finish(errors, { endsOn: endsOn ?? '', reason, decidedByBody, decisionReference });
}
