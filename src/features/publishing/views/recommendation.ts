// The public page of one recommendation: asked, answered, acted, shown, judged.

import { date } from '../../../platform/web/dates-and-money.ts';
import { ANSWER_WORDS, GRADE_WORDS } from '../../recommendations/index.ts';
import type { Publication } from '../rules/contents.ts';
import { answerDueBy } from '../rules/late.ts';
import type { Place } from '../rules/places.ts';
import { frameOf, type RecommendationView, type RemovedView, recommendationView, removedPlaceView } from './pieces.ts';
import { type NoticeView, noticeOf } from './plan.ts';
import { kindLine } from './words.ts';

export interface RecommendationPageView {
  readonly about: string;
  readonly groupName: string;
  readonly number: number;
  readonly shown: RecommendationView | null;
  readonly removed: RemovedView | null;
  readonly notice: NoticeView;
  readonly answered: string | null;
  readonly noAnswer: string | null;
  readonly judged: { readonly state: 'joined' | 'not-due' | 'missing'; readonly says: string };
  readonly publishedAt: Date;
  readonly version: number;
  readonly total: number;
  readonly planHref: string;
  readonly embedHref: string;
  /** Null where there is nothing to show in another page: taken out, or not the newest version. */
  readonly embedCode: string | null;
  readonly citation: string;
  readonly address: string;
}

export interface RecommendationPageInput {
  readonly councilName: string;
  readonly origin: string;
  readonly reportHref: string;
  readonly publication: Publication;
  readonly versions: readonly Publication[];
  readonly place: Place;
  readonly total: number;
}

function judgedOf(place: Place): RecommendationPageView['judged'] {
  const one = place.recommendation;
  if (one?.verdict && one.verdictOn) {
    const by = one.verdictBy ? ` (${one.verdictBy})` : '';
    return { state: 'joined', says: `${GRADE_WORDS[one.verdict]}, ${date(one.verdictOn)}${by}.` };
  }
  if (one?.nextReviewOn) return { state: 'not-due', says: `The reviewers return on ${date(one.nextReviewOn)}.` };
  return { state: 'not-due', says: 'No date for the next independent review has been published.' };
}

export function recommendationPageView(input: RecommendationPageInput): RecommendationPageView {
  const { publication, place, reportHref, origin } = input;
  const base = `${reportHref}/${publication.number}`;
  const due = answerDueBy(publication.reportKind, publication.fieldworkTo);
  const frame = frameOf(publication, base, due);
  const one = place.recommendation;
  const notice = noticeOf(publication, input.versions, reportHref);
  const embedHref = `${reportHref}/embed/${place.address}`;
  const address = `${origin}${base}/${place.address}`;
  const title = `${place.groupName}, number ${place.number}`;
  return {
    about: kindLine(publication.reportKind, publication.fieldworkFrom, publication.fieldworkTo),
    groupName: place.groupName,
    number: place.number,
    shown: one ? recommendationView(place, frame) : null,
    removed: one ? null : removedPlaceView(place, frame).removed,
    // The new version stands at the same place of the report's own address.
    notice: notice.kind === 'replaced' ? { ...notice, newHref: `${notice.newHref}#${place.address}` } : notice,
    answered: one?.answer
      ? `${ANSWER_WORDS[one.answer]}, ${one.answeredOn ? date(one.answeredOn) : 'date not given'}${one.answeredBy ? `, ${one.answeredBy}` : ''}.`
      : null,
    noAnswer: one?.answer
      ? null
      : due
        ? `The council’s answer is due by ${date(due)}.`
        : 'The council has published no answer yet.',
    judged: judgedOf(place),
    publishedAt: publication.publishedAt,
    version: publication.number,
    total: input.total,
    planHref: notice.kind === 'current' ? reportHref : base,
    embedHref,
    embedCode:
      one && notice.kind === 'current'
        ? `<iframe src="${origin}${embedHref}" title="${title.replace(/[&"<>]/g, '')}" width="100%" height="420"></iframe>`
        : null,
    citation: `${input.councilName}. ${title}, in ${publication.title.replace(/\.$/, '')}. Version ${publication.number}, published ${date(publication.publishedAt)}.`,
    address,
  };
}
