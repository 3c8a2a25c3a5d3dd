// Everything that one council of the bench's world holds, as rows of the tables.
import type { Random } from './random.ts';
import * as words from './words.ts';

/** Rows by table, with columns as the database names them. */
export type Rows = Record<string, Record<string, unknown>[]>;

/** The world's present day: dates lie around it, so that some are late and some are due. */
export const WORLD_DAY = '2026-11-20';
const DAY = 86_400_000;
const day = (offset: number) => new Date(Date.parse(WORLD_DAY) + offset * DAY).toISOString().slice(0, 10);
const at = (offset: number, random: Random) =>
  new Date(
    Date.parse(WORLD_DAY) + offset * DAY + (9 + random.below(8)) * 3_600_000 + random.below(3_600_000),
  ).toISOString();

// Councils are not of one size. Each list's mean is the share of 400 councils in 8,000, 30,000 and 150,000.
const RECOMMENDATIONS = [10, 12, 15, 18, 20, 20, 22, 24, 27, 32];
const ACTIONS = [2, 3, 3, 4, 4, 4, 5, 5];
const UPDATES = [1, 3, 4, 5, 5, 6, 7, 9];

interface Maker {
  random: Random;
  councilId: string;
  officers: string[];
  members: string[];
  names: Map<string, string>;
  rows: Rows;
}

export interface MadeCouncil {
  rows: Rows;
  code: string;
  councilId: string;
  /** Those who may see the register: officers first. */
  people: string[];
  slug: string;
}

/** The n-th council of the world, with nothing shared between councils. */
export function makeCouncil(n: number, random: Random): MadeCouncil {
  const councilId = random.uuid();
  const { name, code, letters } = words.councilName(n);
  const maker: Maker = { random, councilId, officers: [], members: [], names: new Map(), rows: {} };
  put(maker, 'council', { id: councilId, code, name, letters, band: 'ink', demonstration: false });
  addPeople(maker, code);
  const reportId = random.uuid();
  put(maker, 'report', {
    council_id: councilId,
    id: reportId,
    title: `Corporate peer challenge of ${name}`,
    kind: 'corporate-peer-challenge',
    fieldwork_from: day(-500),
    fieldwork_to: day(-497),
    received_on: day(-460),
    registered_by: maker.officers[5],
    registered_at: at(-455, random),
    version: 1,
  });
  const slug = 'peer-challenge-2025';
  const publicationId = random.uuid();
  put(maker, 'publication', {
    council_id: councilId,
    id: publicationId,
    report_id: reportId,
    slug,
    number: 1,
    title: `What ${name} was told, and what it has done`,
    summary: '',
    report_kind: 'corporate-peer-challenge',
    fieldwork_from: day(-500),
    fieldwork_to: day(-497),
    published_at: at(-20, random),
  });
  const count = RECOMMENDATIONS[n % RECOMMENDATIONS.length]!;
  for (let i = 0; i < count; i++) addRecommendation(maker, reportId, publicationId, i);
  return { rows: maker.rows, code, councilId, people: [...maker.officers, ...maker.members], slug };
}

function put({ rows }: Maker, table: string, row: Record<string, unknown>): void {
  rows[table] ??= [];
  rows[table].push(row);
}

function addPeople(maker: Maker, code: string): void {
  const { random, councilId } = maker;
  for (let i = 0; i < 12; i++) {
    const officer = i < words.JOBS.length;
    const id = random.uuid();
    const name = officer ? words.personName(random) : `Cllr ${words.personName(random)}`;
    const email = `person${i}@${code}.example`;
    put(maker, 'person', { id, email, name });
    put(maker, 'membership', {
      council_id: councilId,
      person_id: id,
      name,
      email,
      job_title: officer ? words.JOBS[i] : 'Councillor',
      kind: officer ? 'officer' : 'member',
      roles: [i === 5 ? 'improvement_lead' : officer ? 'officer' : 'member'],
      added_at: at(-520, random),
      version: 1,
    });
    (officer ? maker.officers : maker.members).push(id);
    maker.names.set(id, name);
  }
}

const name = (maker: Maker, id: string | null) => (id === null ? null : maker.names.get(id)!);

function addRecommendation(maker: Maker, reportId: string, publicationId: string, index: number): void {
  const { random, councilId } = maker;
  const id = random.uuid();
  const { heading, text } = words.recommendationText(random);
  const officer = random.chance(0.93) ? random.pick(maker.officers) : null;
  const member = random.chance(0.88) ? random.pick(maker.members) : null;
  const printed = {
    position: index + 1,
    group_name: 'Key recommendations',
    number: index + 1,
    heading: random.chance(0.5) ? heading : null,
    text,
    parts: [],
    page: 7 + Math.floor(index / 4),
    page_end: 7 + Math.floor(index / 4),
  };
  put(maker, 'recommendation', {
    council_id: councilId,
    id,
    report_id: reportId,
    ...printed,
    officer_id: officer,
    member_id: member,
    registered_by: maker.officers[5],
    registered_at: at(-455, random),
    version: 1,
  });
  const answer = random.chance(0.86)
    ? random.pick(['accepted', 'accepted', 'accepted', 'accepted_in_part', 'accepted_in_principle', 'not_accepted'])
    : null;
  const reason = answer === null || answer === 'accepted' ? '' : 'The council will do this with the means it has.';
  const body = random.pick(words.BODIES);
  if (answer !== null) {
    put(maker, 'response', {
      council_id: councilId,
      recommendation_id: id,
      answer,
      reason,
      decided_on: day(-420 + random.below(60)),
      decided_by_body: body,
      decision_reference: '',
      decision_url: '',
      recorded_by: maker.officers[5],
      recorded_at: at(-350, random),
      version: 1,
    });
  }
  put(maker, 'published_recommendation', {
    council_id: councilId,
    publication_id: publicationId,
    recommendation_id: id,
    id: random.uuid(),
    ...printed,
    officer: name(maker, officer),
    member: name(maker, member),
    answer,
    answer_reason: answer === null ? null : reason,
    answered_on: answer === null ? null : day(-380),
    answered_by: answer === null ? null : body,
    progress: 'in_progress',
    progress_on: day(-30),
  });
  if (random.chance(0.1)) {
    put(maker, 'verdict', {
      council_id: councilId,
      id: random.uuid(),
      recommendation_id: id,
      grade: random.pick(['fully_met', 'partly_met', 'not_met']),
      given_on: day(-60),
      reviewer: 'The peer team',
      source: '',
      recorded_by: maker.officers[5],
      recorded_at: at(-55, random),
    });
  }
  const actions = random.pick(ACTIONS);
  for (let i = 0; i < actions; i++) addAction(maker, id, publicationId);
}

function addAction(maker: Maker, recommendationId: string, publicationId: string): void {
  const { random, councilId } = maker;
  const id = random.uuid();
  const start = -440 + random.below(300);
  const first = start + 60 + random.below(500);
  const moved = random.chance(0.25) ? first + 30 + random.below(90) : first;
  const done = moved < 30 && random.chance(0.7);
  const progress = done
    ? random.pick(['reported_complete', 'reported_complete', 'business_as_usual'])
    : random.pick(['not_started', 'in_progress', 'in_progress', 'in_progress', 'paused']);
  const costKnown = random.chance(0.7);
  const action = {
    title: words.actionTitle(random),
    starts_on: day(start),
    target_on: day(moved),
    original_target_on: day(first),
    success_measure: random.pick(words.MEASURES),
    cost_known: costKnown,
    cost_one_off_pence: costKnown ? random.below(80) * 100_000 : null,
    cost_yearly_pence: costKnown && random.chance(0.3) ? random.below(50) * 100_000 : null,
    progress,
    progress_on: day(-random.below(90)),
    visibility: random.chance(0.7) ? 'public' : 'council',
  };
  const officer = random.chance(0.95) ? random.pick(maker.officers) : null;
  const member = random.chance(0.85) ? random.pick(maker.members) : null;
  put(maker, 'action', {
    council_id: councilId,
    id,
    ...action,
    officer_id: officer,
    member_id: member,
    added_by: maker.officers[5],
    added_at: at(start - 10, random),
    version: 1,
  });
  put(maker, 'recommendation_action', {
    council_id: councilId,
    id: random.uuid(),
    recommendation_id: recommendationId,
    action_id: id,
  });
  const latest = addUpdates(maker, id, { start, first, moved, progress });
  if (action.visibility === 'public') {
    put(maker, 'published_action', {
      council_id: councilId,
      publication_id: publicationId,
      recommendation_id: recommendationId,
      action_id: id,
      id: random.uuid(),
      ...action,
      officer: name(maker, officer),
      member: name(maker, member),
      latest,
    });
  }
  if (random.chance(done ? 0.8 : 0.2)) {
    put(maker, 'evidence', {
      council_id: councilId,
      id: random.uuid(),
      action_id: id,
      title: random.pick(words.EVIDENCE),
      url: `https://${words.councilName(random.below(400)).code}.example/papers/${random.below(9999)}`,
      visibility: random.chance(0.5) ? 'public' : 'council',
      added_by: random.pick(maker.officers),
      added_at: at(-random.below(100), random),
      version: 1,
    });
  }
}

/** Returns the newest sentence. */
function addUpdates(
  maker: Maker,
  actionId: string,
  course: { start: number; first: number; moved: number; progress: string },
): string {
  const { random, councilId } = maker;
  const count = random.pick(UPDATES);
  const span = Math.max(30, -5 - course.start);
  let sentence = '';
  for (let i = 0; i < count; i++) {
    const last = i === count - 1;
    const moves = course.moved !== course.first && i === Math.floor(count / 2);
    sentence = words.news(random);
    put(maker, 'action_update', {
      council_id: councilId,
      id: random.uuid(),
      action_id: actionId,
      progress: last ? course.progress : i === 0 ? 'not_started' : 'in_progress',
      sentence,
      pause_reason: '',
      previous_target_on: moves ? day(course.first) : null,
      new_target_on: moves ? day(course.moved) : null,
      move_reason: moves ? words.delay(random) : '',
      reported_by: random.pick(maker.officers),
      reported_at: at(course.start + Math.round(((i + 1) * span) / (count + 1)), random),
    });
  }
  return sentence;
}
