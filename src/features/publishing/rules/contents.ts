// What one published copy holds, and how it is made from the register. The copy is all that the public site can read.
import type { Progress } from '../../../platform/db/schema/index.ts';
import { type NotRegistered, rollUp } from '../../recommendations/index.ts';
import type { PublicAction, Publication, PublicEvidence, PublicRecommendation, Removal } from '../queries/rows.ts';

export type { PublicAction, Publication, PublicEvidence, PublicRecommendation, Removal };

/** The rows of one published copy. An action that answers two recommendations stands here twice, once under each. */
export interface Contents {
  readonly recommendations: readonly PublicRecommendation[];
  readonly actions: readonly PublicAction[];
  readonly evidence: readonly PublicEvidence[];
  readonly removals: readonly Removal[];
}

/** A person as the register knows them. Their e-mail address is not among it. */
export interface Named {
  readonly name: string | null;
  readonly jobTitle: string | null;
}

export type RegisterRecommendation = Omit<PublicRecommendation, 'officer' | 'member' | 'progress' | 'progressOn'> & {
  readonly officer: Named;
  readonly member: Named;
};
export type RegisterAction = Omit<PublicAction, 'officer' | 'member'> & {
  readonly officer: Named;
  readonly member: Named;
};

/** What publishing reads of the register: public actions and public evidence only. */
export interface RegisterCopy {
  /** Numbers that were read in the report and are not among the recommendations. */
  readonly notRegistered: readonly NotRegistered[];
  readonly recommendations: readonly RegisterRecommendation[];
  readonly actions: readonly RegisterAction[];
  readonly evidence: readonly PublicEvidence[];
}

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** The text without e-mail addresses: they are never public, whoever typed them where. */
export function withoutEmail(text: string): string {
  return text.replace(EMAIL, '[e-mail address left out]');
}

/** A link as it may be published: a web address that carries nobody's e-mail address or password; otherwise none. */
export function publicLink(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { username, password } = new URL(url);
  const carriesEmail = url.replace(/%40/gi, '@').search(EMAIL) >= 0;
  return username || password || carriesEmail ? null : url;
}

const orNull = (text: string | null) => (text === null || text === '' ? null : withoutEmail(text));

function officerText(officer: Named): string | null {
  if (officer.name === null) return null;
  return withoutEmail(officer.jobTitle ? `${officer.name}, ${officer.jobTitle}` : officer.name);
}

const FINISHED: readonly Progress[] = ['reported_complete', 'business_as_usual', 'superseded'];

/** Whether nothing more is due of an action with this progress. */
export function isFinished(progress: Progress): boolean {
  return FINISHED.includes(progress);
}

/** The progress of a recommendation from its actions, as the register rolls it up. Null: there is no action. */
export function progressOf(actions: readonly { progress: Progress }[]): Progress | null {
  return actions.length === 0 ? null : rollUp(actions.map((action) => action.progress));
}

/** The latest of some days, or null. */
function latestDay(days: readonly (string | null)[]): string | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}

/**
 * The copy to be published. What was taken out of the last version stays out, with its reason, unless it is named in
 * `putBack` (identifiers of records). The progress of a recommendation counts the public actions alone: anything else
 * would show that there are others.
 */
export function composeContents(
  register: RegisterCopy,
  removedBefore: readonly Removal[],
  putBack: readonly string[] = [],
): Contents {
  const removals = removedBefore.filter(
    (removal) =>
      !putBack.includes(removal.recordId) &&
      register.recommendations.some((one) => one.recommendationId === removal.recommendationId),
  );
  const isOut = (kind: Removal['kind'], recommendationId: string, recordId: string) =>
    removals.some(
      (one) => one.kind === kind && one.recordId === recordId && one.recommendationId === recommendationId,
    ) || removals.some((one) => one.kind === 'recommendation' && one.recommendationId === recommendationId);
  const actions = register.actions
    .filter((action) => !isOut('action', action.recommendationId, action.actionId))
    .map((action) => ({
      ...action,
      officer: officerText(action.officer),
      member: orNull(action.member.name),
      title: withoutEmail(action.title),
      successMeasure: withoutEmail(action.successMeasure),
      latest: withoutEmail(action.latest),
    }));
  const shown = new Set(actions.map((action) => `${action.recommendationId} ${action.actionId}`));
  const evidence = register.evidence
    .filter((one) => one.actionId === null || shown.has(`${one.recommendationId} ${one.actionId}`))
    .filter((one) => !isOut('evidence', one.recommendationId, one.evidenceId))
    .map((one) => ({
      ...one,
      title: withoutEmail(one.title),
      url: publicLink(one.url),
      fileName: orNull(one.fileName),
    }));
  const recommendations = register.recommendations
    .filter((one) => !isOut('recommendation', one.recommendationId, one.recommendationId))
    .map((one) => {
      const own = actions.filter((action) => action.recommendationId === one.recommendationId);
      return {
        ...one,
        heading: orNull(one.heading),
        text: withoutEmail(one.text),
        parts: one.parts.map(({ label, text }) => ({ label, text: withoutEmail(text) })),
        officer: officerText(one.officer),
        member: orNull(one.member.name),
        answerReason: orNull(one.answerReason),
        answeredBy: orNull(one.answeredBy),
        answerReference: orNull(one.answerReference),
        answerUrl: publicLink(one.answerUrl),
        verdictBy: orNull(one.verdictBy),
        progress: progressOf(own),
        progressOn: latestDay(own.map((action) => action.progressOn)),
      };
    });
  return { recommendations, actions, evidence, removals };
}
