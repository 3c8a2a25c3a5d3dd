// A believable report in a council's register, for the tests of publishing and for looking at its pages. Northmere is invented.

import type { Doors } from '../../platform/db/open.ts';
import type { Progress } from '../../platform/db/schema/index.ts';
import type { Actor, CouncilTx } from '../../platform/db/scope.ts';

export interface ReportMade {
  readonly reportId: string;
  /** Identifiers by number: recommendation 1 is [0]. */
  readonly recommendations: readonly string[];
  /** The public actions by a short name. */
  readonly actions: Readonly<Record<'floor' | 'brief' | 'estate' | 'forum', string>>;
  readonly privateAction: string;
  readonly evidence: Readonly<Record<'floor' | 'estate', string>>;
  readonly fileId: string;
}

export interface MakeReport {
  readonly officer: string;
  readonly member: string;
  /** Stands in every private field, so that any output can be searched for it. */
  readonly secret: string;
}

const ASKED: readonly (readonly [group: string, number: number, text: string])[] = [
  [
    'Key recommendations',
    1,
    'Publish the level of reserves below which the council will not go, and explain in plain words how it was reached.',
  ],
  [
    'Key recommendations',
    2,
    'Brief every councillor on the medium term plan. Members told the team that they first saw the largest savings in the week of the budget meeting, and that the papers did not say what would stop. Make the briefings regular, and open to every group.',
  ],
  ['Key recommendations', 3, 'Decide which buildings the council needs, and sell or share the rest.'],
  [
    'Key recommendations',
    4,
    'Set up one forum with the county council for decisions that bind both, and meet before each cabinet cycle.',
  ],
  ['Shared services', 1, 'Write down what each shared post is for, who pays and who decides.'],
  ['Shared services', 2, 'Report twice a year to both councils on what sharing has saved.'],
];

export const FILE_TEXT = 'How the reserves floor was reached: a paper for cabinet.';

/** Registers the report, in the scope of the actor's council. */
export async function makeReport(doors: Doors, actor: Actor, given: MakeReport): Promise<ReportMade> {
  return doors.inCouncil(actor, (tx) => insertReport(tx, actor.councilId, given));
}

async function insertReport(tx: CouncilTx, councilId: string, given: MakeReport): Promise<ReportMade> {
  const { officer, member, secret } = given;
  const id = async (row: Promise<{ id: string }>) => (await row).id;
  const reportId = await id(
    tx
      .insertInto('report')
      .values({
        councilId,
        title: 'Corporate peer challenge of Northmere City Council',
        fieldworkFrom: '2026-06-15',
        fieldworkTo: '2026-06-18',
        registeredBy: officer,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const recommendations: string[] = [];
  for (const [at, [groupName, number, text]] of ASKED.entries()) {
    recommendations.push(
      await id(
        tx
          .insertInto('recommendation')
          .values({
            ...{ councilId, reportId, position: at + 1, groupName, number, text, page: 7, pageEnd: at === 0 ? 8 : 7 },
            officerId: at === 5 ? null : officer,
            memberId: at === 5 ? null : member,
            nextReviewOn: '2027-07-01',
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
    );
  }
  const answers = ['accepted', 'accepted', 'accepted_in_part', 'accepted', 'accepted'] as const;
  for (const [at, answer] of answers.entries()) {
    await tx
      .insertInto('response')
      .values({
        councilId,
        recommendationId: recommendations[at]!,
        answer,
        reason: answer === 'accepted' ? '' : 'Two of the buildings are on leases that do not end before 2031.',
        decidedOn: '2026-10-14',
        decidedByBody: 'Cabinet',
        decisionReference: 'decision 26/118',
        decisionUrl: 'https://northmere.example/decisions/26-118',
      })
      .execute();
  }
  const action = async (at: number, title: string, progress: Progress, targetOn: string, more: object = {}) => {
    const made = await id(
      tx
        .insertInto('action')
        .values({
          ...{ councilId, title, progress, targetOn, costKnown: true, visibility: 'public' as const },
          ...{ officerId: officer, memberId: member, progressOn: '2026-11-03', startsOn: '2026-09-01' },
          ...more,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
    await tx
      .insertInto('recommendationAction')
      .values({ councilId, recommendationId: recommendations[at]!, actionId: made })
      .execute();
    return made;
  };
  const actions = {
    floor: await action(0, 'Publish the reserves floor with the autumn forecast', 'reported_complete', '2026-10-30', {
      costOneOffPence: 1_800_000,
      successMeasure: 'The floor and its reasons stand on the council’s site, and the auditor has read them.',
    }),
    brief: await action(1, 'Brief every member on the medium term plan', 'in_progress', '2026-10-30', {
      originalTargetOn: '2026-09-30',
      successMeasure: 'Every member has been to one briefing before the budget meeting.',
      costOneOffPence: 240_000,
      costYearlyPence: 90_000,
      peopleDays: 12,
    }),
    estate: await action(2, 'List every building, what it costs and who uses it', 'in_progress', '2027-03-31', {
      costKnown: false,
    }),
    forum: await action(3, 'Agree the forum’s terms with the county council', 'not_started', '2026-11-28'),
  };
  await tx
    .insertInto('actionUpdate')
    .values({
      ...{ councilId, actionId: actions.brief, progress: 'in_progress' as const, reportedBy: officer },
      sentence: 'Two of five sessions held; the rest by 30 January 2027.',
    })
    .execute();
  const privateAction = await action(2, `${secret} action title`, 'not_started', '2026-12-01', {
    visibility: 'council',
    successMeasure: `${secret} measure`,
  });
  await tx
    .insertInto('actionUpdate')
    .values({
      ...{ councilId, actionId: privateAction, progress: 'paused' as const, reportedBy: officer },
      ...{ sentence: `${secret} sentence`, pauseReason: `${secret} pause` },
    })
    .execute();
  const file = (name: string, bytes: Uint8Array) =>
    tx
      .insertInto('storedFile')
      .values({ councilId, name, mediaType: 'application/pdf', size: bytes.length, sha256: '0'.repeat(64) })
      .returning('id')
      .executeTakeFirstOrThrow()
      .then(async (made) => {
        await tx.insertInto('storedFilePiece').values({ councilId, fileId: made.id, position: 0, bytes }).execute();
        return made.id;
      });
  const fileId = await file('reserves-floor.pdf', new TextEncoder().encode(FILE_TEXT));
  const secretFile = await file(`${secret}-file.pdf`, new TextEncoder().encode(`${secret} bytes`));
  const evidence = (row: object) =>
    id(
      tx
        .insertInto('evidence')
        .values({ councilId, title: 'Evidence', visibility: 'public', ...row })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  const floorEvidence = await evidence({ actionId: actions.floor, title: 'How the floor was reached', fileId });
  const estateEvidence = await evidence({
    recommendationId: recommendations[2],
    title: 'The list of buildings',
    url: 'https://northmere.example/buildings',
  });
  await evidence({ actionId: actions.estate, title: `${secret} evidence`, fileId: secretFile, visibility: 'council' });
  await evidence({ actionId: privateAction, title: `${secret} public on private`, url: `https://${secret}.example/` });
  await tx
    .insertInto('verdict')
    .values({
      ...{ councilId, recommendationId: recommendations[0]!, grade: 'partly_met' as const, givenOn: '2026-11-10' },
      ...{ reviewer: 'Audit committee', source: `${secret} source` },
    })
    .execute();
  return {
    ...{ reportId, recommendations, actions, privateAction, fileId },
    evidence: { floor: floorEvidence, estate: estateEvidence },
  };
}
