// What an arrangement asks of one council today, and what the others in it have lately ended: for its Home.
import { shortName } from '../../../engines/fields/councils.ts';
import { date } from '../../../platform/web/dates-and-money.ts';
import {
  type Arrangement,
  councilsIn,
  type Ending,
  type Proposal,
  postStanding,
  postsOf,
  type Standing,
  termsOf,
  termsStanding,
  waitingFor,
} from './arrangement.ts';

export interface SharingTask {
  readonly text: string;
  /** Its page, below the council's address. */
  readonly below: string;
  readonly note: string;
}

export interface SharingWork {
  /** What waits for the council's own agreement. */
  readonly toAgree: readonly SharingTask[];
  /** What another council has ended, from its notice until some days after it took effect. */
  readonly ended: readonly SharingTask[];
}

/** For so many days after it took effect an end by another council is still told. */
const TOLD_DAYS = 30;
const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** @param today a day, "2026-11-22" */
export function workOf(arrangements: readonly Arrangement[], councilId: string, today: string): SharingWork {
  const there = arrangements.filter((one) => {
    const councils = councilsIn(one, today);
    return councils.length > 1 && councils.some((council) => council.councilId === councilId);
  });
  return {
    toAgree: there.flatMap((one) => toAgree(one, councilId, today)),
    ended: arrangements.flatMap((one) => endedBy(one, councilId, today)),
  };
}

const belowOf = (arrangement: Arrangement) => `/share/arrangements/${arrangement.id}`;

function toAgree(arrangement: Arrangement, councilId: string, today: string): SharingTask[] {
  const below = belowOf(arrangement);
  const asked = (standing: Standing) => 'waitsFor' in standing && standing.waitsFor.includes(councilId);
  const proposed = (text: string, where: string, one: Proposal): SharingTask => {
    const by = arrangement.agreements.find((council) => council.councilId === one.proposedBy);
    const who = by ? ` by ${shortName(by.council)}` : '';
    return { text, below: `${below}/${where}/${one.id}`, note: `Proposed${who} on ${date(one.proposedOn)}.` };
  };
  const whole = waitingFor(arrangement, today).some((one) => one.councilId === councilId);
  return [
    ...(whole ? [{ text: arrangement.name, below, note: `Proposed on ${date(arrangement.proposedAt)}.` }] : []),
    ...termsOf(arrangement, today)
      .open.filter((one) => asked(termsStanding(arrangement, one, today)))
      .map((one) => proposed(`Terms of ${arrangement.name}`, 'terms', one)),
    ...postsOf(arrangement, today)
      .flatMap(({ open }) => open)
      .filter((one) => asked(postStanding(arrangement, one, today)))
      .map((one) => proposed(`Post: ${one.title}, in ${arrangement.name}`, 'posts', one)),
  ];
}

function endedBy(arrangement: Arrangement, councilId: string, today: string): SharingTask[] {
  const told = (ending: Ending | null, what: string): SharingTask[] => {
    if (ending === null || ending.councilId === councilId || ending.endsOn < daysBefore(today, TOLD_DAYS)) return [];
    const by = arrangement.agreements.find((council) => council.councilId === ending.councilId);
    const who = by ? shortName(by.council) : 'Another council';
    const verb = ending.endsOn <= today ? `${what} ended` : `${what} ends`;
    const note = `${who}: ${verb} on ${date(ending.endsOn)}. ${ending.reason}`;
    return [{ text: arrangement.name, below: belowOf(arrangement), note }];
  };
  return [
    ...arrangement.agreements.flatMap(({ leaving }) => told(leaving, 'its place')),
    ...arrangement.protocols.flatMap(({ endings }) => endings.flatMap((ending) => told(ending, 'its part'))),
  ];
}
