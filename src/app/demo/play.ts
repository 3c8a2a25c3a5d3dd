// Tells the demonstration's stories by the use cases that people's clicks would have called, under a clock that moves.
import { addCouncil, addUser } from '../../features/accounts/index.ts';
import { addAction, reportProgress } from '../../features/actions/index.ts';
import { publish } from '../../features/publishing/index.ts';
import { nameOwners, recordResponse, recordVerdict, registerByHand } from '../../features/recommendations/index.ts';
import { addPartnership } from '../../features/sharing/index.ts';
import { dayInLondon, type MovingClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/open.ts';
import { arrangements, guests, partnership } from './arrangements.ts';
import { Cast, expect } from './cast.ts';
import { Diary } from './events.ts';
import { addPublicReport } from './library/add.ts';
import { publicReports } from './library/reports.ts';
import { councils, emailOf } from './people.ts';
import { noteArrangement } from './sharing.ts';
import type { StoryAction, StoryCouncil, StoryRecommendation, StoryReport } from './story.ts';

/**
 * Fills an empty database with the demonstration's councils, people and stories, leaving out what lies after `until`.
 * Where the councils are there already it does nothing. The clock must be the database's own; it stands at `until` in the end.
 */
export async function playStory(database: Database, clock: MovingClock, until: Date): Promise<void> {
  const cast = new Cast();
  const diary = new Diary();
  for (const council of councils) {
    for (const report of council.reports) noteReport(diary, cast, council, report);
  }
  for (const arrangement of arrangements) noteArrangement(diary, cast, arrangement);
  for (const report of publicReports) {
    const { lead } = councils.find(({ code }) => code === report.by)!;
    diary.note(report.on, 'library', report.by, lead, (tx) => addPublicReport(tx, cast.council(report.by), report));
  }
  const events = diary.events().filter(({ at }) => at <= until);
  const first = events[0]?.at ?? until;
  clock.moveTo(new Date(first.getTime() - 86_400_000));
  if (!(await addCast(database, cast))) return;
  for (const { at, council, person, reason, deeds } of events) {
    clock.moveTo(at);
    const actor = { councilId: cast.council(council), personId: cast.person(council, person) };
    await database.inCouncil(
      actor,
      async (tx) => {
        for (const deed of deeds) await deed(tx, dayInLondon(at));
      },
      reason === null ? {} : { reason },
    );
  }
  clock.moveTo(until);
}

/** Councils and people; false when they were there before. */
async function addCast(database: Database, cast: Cast): Promise<boolean> {
  for (const council of councils) {
    const { code, name, letters, band } = council;
    const added = await addCouncil(database, { code, name, letters, band, demonstration: true });
    if (added.kind === 'already-there') return false;
    cast.set(code, '', expect(added, 'added', name).id);
    for (const person of council.people) {
      const { key, name, roles, jobTitle, kind } = person;
      const user = { council: code, email: emailOf(council, person), name, roles, jobTitle, kind };
      cast.set(code, key, expect(await addUser(database, user), 'added', name).personId);
    }
  }
  for (const guest of guests) {
    const from = councils.find(({ code }) => code === guest.of)!;
    const person = from.people.find(({ key }) => key === guest.person)!;
    const { jobTitle, roles } = guest;
    const user = { council: guest.in, email: emailOf(from, person), name: person.name, roles, jobTitle };
    expect(await addUser(database, user), 'added', person.name);
  }
  const joinedOn = arrangements[0]!.proposedOn;
  await addPartnership(database, { ...partnership, councilCodes: councils.map(({ code }) => code), joinedOn });
  return true;
}

function noteReport(diary: Diary, cast: Cast, council: StoryCouncil, report: StoryReport): void {
  const { code, lead } = council;
  const made: { reportId?: string } = {};
  for (const recommendation of report.recommendations) {
    const known: { id?: string } = {};
    diary.note(report.registered, 'register', code, lead, async (tx) => {
      const { groupName, kind, title, fieldwork } = report;
      const { number, heading, text, parts = [] } = recommendation;
      const into = made.reportId
        ? { id: made.reportId }
        : { title, kind, fieldworkFrom: fieldwork[0], fieldworkTo: fieldwork[1] };
      const outcome = await registerByHand(tx, { report: into, groupName, number, heading, text, parts });
      const registered = expect(outcome, 'registered', text);
      made.reportId = registered.reportId;
      known.id = registered.id;
    });
    noteAnswer(diary, cast, council, report, recommendation, known);
    for (const action of recommendation.actions) noteAction(diary, cast, council, action, known);
  }
  for (const [index, { on, slug, title, summary }] of report.published.entries()) {
    diary.note(on, 'publish', code, lead, async (tx) => {
      const input = { councilId: cast.council(code), reportId: made.reportId!, slug, title, summary };
      const { outcome } = await publish(tx, { ...input, expectedNumber: index + 1 });
      if (outcome !== 'published') throw new Error(`The story cannot be told. ${title}: ${outcome}.`);
    });
  }
}

interface Known {
  id?: string;
}

function noteAnswer(
  diary: Diary,
  cast: Cast,
  { code, lead }: StoryCouncil,
  report: StoryReport,
  recommendation: StoryRecommendation,
  known: Known,
): void {
  const { response, verdicts = [], nextReview = null, officer, member, text } = recommendation;
  if (response) {
    diary.note(response.on, 'answer', code, lead, async (tx) => {
      const { answer, reason = '', on, body, reference } = response;
      const decision = { decidedOn: on, decidedByBody: body, decisionReference: reference, decisionUrl: '' };
      const values = { recommendationId: known.id!, version: null, answer, reason, ...decision };
      expect(await recordResponse(tx, values), 'recorded', text);
    });
  }
  if (officer !== null || member !== null || (nextReview !== null && verdicts.length === 0)) {
    diary.note(response?.on ?? report.registered, 'own', code, lead, async (tx) => {
      const owners = {
        officerId: cast.personOrNull(code, officer),
        memberId: cast.personOrNull(code, member),
        nextReviewOn: verdicts.length === 0 ? nextReview : null,
      };
      expect(await nameOwners(tx, { recommendationId: known.id!, version: null, ...owners }), 'named', text);
    });
  }
  for (const [index, { on, ...verdict }] of verdicts.entries()) {
    diary.note(on, 'judge', code, lead, async (tx) => {
      const nextReviewOn = index === verdicts.length - 1 ? nextReview : null;
      const input = { recommendationId: known.id!, givenOn: on, nextReviewOn, ...verdict };
      expect(await recordVerdict(tx, input), 'recorded', text);
    });
  }
}

const pence = (pounds: number | undefined) => (pounds === undefined ? null : pounds * 100);

function noteAction(diary: Diary, cast: Cast, council: StoryCouncil, action: StoryAction, recommendation: Known): void {
  const { code, lead } = council;
  const known: Known = {};
  diary.note(action.on, 'act', code, lead, async (tx) => {
    const { cost } = action;
    const outcome = await addAction(tx, {
      recommendationIds: [recommendation.id!],
      title: action.title,
      officerId: cast.personOrNull(code, action.officer),
      memberId: cast.personOrNull(code, action.member),
      startsOn: action.starts ?? null,
      targetOn: action.target ?? null,
      successMeasure: action.measure ?? '',
      cost:
        cost === 'not known'
          ? { known: false }
          : {
              known: true,
              oneOffPence: pence(cost.once),
              yearlyPence: pence(cost.yearly),
              peopleDays: cost.days ?? null,
            },
      visibility: action.visibility,
    });
    known.id = expect(outcome, 'added', action.title).id;
  });
  for (const update of action.updates) {
    const reporter = action.officer ?? lead;
    const why = update.why ?? null;
    const report = async (...[tx, today]: Parameters<Parameters<Diary['note']>[4]>) => {
      const outcome = await reportProgress(tx, {
        actionId: known.id!,
        progress: update.progress,
        sentence: update.sentence,
        pauseReason: update.pause ?? '',
        newTargetOn: update.to ?? null,
        moveReason: why ?? '',
        today,
        evidence: update.evidence ? { ...update.evidence, file: null } : null,
      });
      expect(outcome, 'reported', `${action.title}, ${update.on}`);
    };
    diary.note(update.on, 'report', code, reporter, report, why);
  }
}
