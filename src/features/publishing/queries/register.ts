// What publishing reads of the council's own register. Public actions and evidence only; of the rest, counts.
import { sql } from 'kysely';
import type { Progress } from '../../../platform/db/schema/index.ts';
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { askedOf, findProposed, notRegistered } from '../../recommendations/index.ts';
import type { PublicEvidence, RegisterCopy } from '../rules/contents.ts';

export interface ReportToPublish {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly fieldworkFrom: string | null;
  readonly fieldworkTo: string | null;
}

/** The report, or null. `lock` makes a second publishing of it wait for the first. */
export async function findReport(tx: CouncilTx, reportId: string, lock = false): Promise<ReportToPublish | null> {
  let query = tx
    .selectFrom('report')
    .select(['id', 'title', 'kind', 'fieldworkFrom', 'fieldworkTo'])
    .where('id', '=', reportId);
  if (lock) query = query.forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export interface ReportInHand extends ReportToPublish {
  readonly recommendations: number;
}

/** Reports with at least one registered recommendation, newest first. */
export async function listReports(tx: CouncilTx): Promise<ReportInHand[]> {
  return tx
    .selectFrom('report')
    .innerJoin('recommendation', (join) =>
      join
        .onRef('recommendation.councilId', '=', 'report.councilId')
        .onRef('recommendation.reportId', '=', 'report.id'),
    )
    .select(['report.id', 'report.title', 'report.kind', 'report.fieldworkFrom', 'report.fieldworkTo'])
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('recommendations'))
    .groupBy(['report.councilId', 'report.id'])
    .orderBy('report.registeredAt', 'desc')
    .execute();
}

/** Added to the place of a suggestion in the prose: in every copy it stands after what the reviewers recommended. */
const AFTER_ALL_RECOMMENDATIONS = 1e9;

/** Everything of a report that may be published, without one private word. */
export async function readRegister(tx: CouncilTx, reportId: string): Promise<RegisterCopy> {
  const recommendations = await tx
    .selectFrom('recommendation as r')
    .innerJoin('report', (join) =>
      join.onRef('report.councilId', '=', 'r.councilId').onRef('report.id', '=', 'r.reportId'),
    )
    .leftJoin('response as a', (join) =>
      join.onRef('a.councilId', '=', 'r.councilId').onRef('a.recommendationId', '=', 'r.id'),
    )
    .leftJoin('membership as officer', (join) =>
      join.onRef('officer.councilId', '=', 'r.councilId').onRef('officer.personId', '=', 'r.officerId'),
    )
    .leftJoin('membership as member', (join) =>
      join.onRef('member.councilId', '=', 'r.councilId').onRef('member.personId', '=', 'r.memberId'),
    )
    .select(['r.proposalId', 'report.documentId'])
    .select(['r.id as recommendationId', 'r.position', 'r.groupName', 'r.number', 'r.heading', 'r.text', 'r.parts'])
    .select(['r.page', 'r.pageEnd', 'r.nextReviewOn', 'a.answer', 'a.reason as answerReason'])
    .select(['a.decidedOn as answeredOn', 'a.decidedByBody as answeredBy', 'a.decisionReference as answerReference'])
    .select(['a.decisionUrl as answerUrl', 'officer.name as officerName', 'officer.jobTitle as officerTitle'])
    .select(['member.name as memberName', 'member.jobTitle as memberTitle'])
    .where('r.reportId', '=', reportId)
    .orderBy('r.position')
    .execute();
  const verdicts = await tx
    .selectFrom('verdict as v')
    .innerJoin('recommendation as r', (join) =>
      join.onRef('r.councilId', '=', 'v.councilId').onRef('r.id', '=', 'v.recommendationId'),
    )
    .select(['v.recommendationId', 'v.grade', 'v.givenOn', 'v.reviewer'])
    .where('r.reportId', '=', reportId)
    .orderBy('v.givenOn')
    .orderBy('v.recordedAt')
    .execute();
  const latest = new Map(verdicts.map((verdict) => [verdict.recommendationId, verdict]));
  const actions = await tx
    .selectFrom('recommendationAction as link')
    .innerJoin('recommendation as r', (join) =>
      join.onRef('r.councilId', '=', 'link.councilId').onRef('r.id', '=', 'link.recommendationId'),
    )
    .innerJoin('action as a', (join) =>
      join.onRef('a.councilId', '=', 'link.councilId').onRef('a.id', '=', 'link.actionId'),
    )
    .leftJoin('membership as officer', (join) =>
      join.onRef('officer.councilId', '=', 'a.councilId').onRef('officer.personId', '=', 'a.officerId'),
    )
    .leftJoin('membership as member', (join) =>
      join.onRef('member.councilId', '=', 'a.councilId').onRef('member.personId', '=', 'a.memberId'),
    )
    .select(['link.recommendationId', 'a.id as actionId', 'a.title', 'a.startsOn', 'a.targetOn', 'a.originalTargetOn'])
    .select(['a.successMeasure', 'a.costKnown', 'a.costOneOffPence', 'a.costYearlyPence', 'a.peopleDays'])
    .select(['a.progress', 'a.progressOn', 'officer.name as officerName', 'officer.jobTitle as officerTitle'])
    .select(['member.name as memberName', 'member.jobTitle as memberTitle'])
    .select((eb) =>
      eb
        .selectFrom('actionUpdate as u')
        .select('u.sentence')
        .whereRef('u.councilId', '=', 'a.councilId')
        .whereRef('u.actionId', '=', 'a.id')
        .where('u.sentence', '<>', '')
        .orderBy('u.reportedAt', 'desc')
        .limit(1)
        .as('latest'),
    )
    .where('r.reportId', '=', reportId)
    .where('a.visibility', '=', 'public')
    .orderBy('a.targetOn')
    .orderBy('a.addedAt')
    .execute();
  const { finds, newestDocumentId } = await findProposed(tx, reportId);
  return {
    notRegistered: notRegistered(recommendations, finds, newestDocumentId),
    recommendations: recommendations.map((row) => {
      const { officerName, officerTitle, memberName, memberTitle, proposalId, documentId, ...one } = row;
      const asked = askedOf({ ...one, proposalId }, finds, documentId !== null);
      const verdict = latest.get(one.recommendationId);
      return {
        ...one,
        ...asked,
        position: one.position + (asked.origin === 'suggestion' ? AFTER_ALL_RECOMMENDATIONS : 0),
        officer: { name: officerName, jobTitle: officerTitle },
        member: { name: memberName, jobTitle: memberTitle },
        verdict: verdict?.grade ?? null,
        verdictOn: verdict?.givenOn ?? null,
        verdictBy: verdict?.reviewer ?? null,
      };
    }),
    actions: actions.map(({ officerName, officerTitle, memberName, memberTitle, latest: sentence, ...one }) => ({
      ...one,
      latest: sentence ?? '',
      officer: { name: officerName, jobTitle: officerTitle },
      member: { name: memberName, jobTitle: memberTitle },
    })),
    evidence: await readEvidence(tx, reportId),
  };
}

/** Public evidence on the recommendations and on their public actions, once under each recommendation it stands for. */
async function readEvidence(tx: CouncilTx, reportId: string): Promise<PublicEvidence[]> {
  const columns = ['evidence.id as evidenceId', 'evidence.title', 'evidence.url', 'evidence.fileId'] as const;
  const own = await tx
    .selectFrom('evidence')
    .innerJoin('recommendation as r', (join) =>
      join.onRef('r.councilId', '=', 'evidence.councilId').onRef('r.id', '=', 'evidence.recommendationId'),
    )
    .leftJoin('storedFile as f', (join) =>
      join.onRef('f.councilId', '=', 'evidence.councilId').onRef('f.id', '=', 'evidence.fileId'),
    )
    .select(['r.id as recommendationId', 'f.name as fileName', 'f.mediaType', 'f.size', ...columns])
    .where('r.reportId', '=', reportId)
    .where('evidence.visibility', '=', 'public')
    .orderBy('evidence.addedAt')
    .execute();
  const onActions = await tx
    .selectFrom('evidence')
    .innerJoin('action as a', (join) =>
      join.onRef('a.councilId', '=', 'evidence.councilId').onRef('a.id', '=', 'evidence.actionId'),
    )
    .innerJoin('recommendationAction as link', (join) =>
      join.onRef('link.councilId', '=', 'a.councilId').onRef('link.actionId', '=', 'a.id'),
    )
    .innerJoin('recommendation as r', (join) =>
      join.onRef('r.councilId', '=', 'link.councilId').onRef('r.id', '=', 'link.recommendationId'),
    )
    .leftJoin('storedFile as f', (join) =>
      join.onRef('f.councilId', '=', 'evidence.councilId').onRef('f.id', '=', 'evidence.fileId'),
    )
    .select(['r.id as recommendationId', 'a.id as actionId', 'f.name as fileName', 'f.mediaType', 'f.size', ...columns])
    .where('r.reportId', '=', reportId)
    .where('a.visibility', '=', 'public')
    .where('evidence.visibility', '=', 'public')
    .orderBy('evidence.addedAt')
    .execute();
  return [...own.map((one) => ({ ...one, actionId: null })), ...onActions];
}

/** What stays private when a report is published, and why. Shown to the council alone. */
export interface KeptPrivate {
  readonly councilOnlyActions: number;
  readonly councilOnlyEvidence: number;
  /** Public evidence that hangs on a council-only action: it would show that there is one. */
  readonly evidenceOfCouncilOnlyActions: number;
  /** Recommendations whose progress over all actions differs from that over the public ones. */
  readonly progress: readonly { readonly recommendationId: string; readonly progress: Progress }[];
}

export async function readKeptPrivate(tx: CouncilTx, reportId: string): Promise<KeptPrivate> {
  const { rows } = await sql<{ councilOnlyActions: number; councilOnlyEvidence: number; hanging: number }>`
    with ours as (
      select distinct a.council_id, a.id, a.visibility from action a
      join recommendation_action l on l.council_id = a.council_id and l.action_id = a.id
      join recommendation r on r.council_id = l.council_id and r.id = l.recommendation_id
      where r.report_id = ${reportId}
    ), shown as (
      select e.visibility, ours.visibility as action_visibility from evidence e
      left join ours on ours.council_id = e.council_id and ours.id = e.action_id
      where ours.id is not null or exists (
        select from recommendation r
        where r.council_id = e.council_id and r.id = e.recommendation_id and r.report_id = ${reportId}
      )
    )
    select (select count(*)::integer from ours where visibility = 'council') as council_only_actions,
      (select count(*)::integer from shown where visibility = 'council') as council_only_evidence,
      (select count(*)::integer from shown where visibility = 'public' and action_visibility = 'council') as hanging
  `.execute(tx);
  const counts = rows[0]!;
  const progress = await tx
    .selectFrom('recommendationAction as link')
    .innerJoin('recommendation as r', (join) =>
      join.onRef('r.councilId', '=', 'link.councilId').onRef('r.id', '=', 'link.recommendationId'),
    )
    .innerJoin('action as a', (join) =>
      join.onRef('a.councilId', '=', 'link.councilId').onRef('a.id', '=', 'link.actionId'),
    )
    .select(['link.recommendationId', 'a.progress'])
    .where('r.reportId', '=', reportId)
    .execute();
  return {
    councilOnlyActions: counts.councilOnlyActions,
    councilOnlyEvidence: counts.councilOnlyEvidence,
    evidenceOfCouncilOnlyActions: counts.hanging,
    progress,
  };
}
