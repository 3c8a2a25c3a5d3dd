// What an arrangement is, and what it still needs. It binds nobody until every council in it has agreed, each for itself.

export interface Agreement {
  readonly councilId: string;
  readonly council: string;
  /** Null: not decided. */
  readonly agreedOn: string | null;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}

export interface Protocol {
  readonly id: string;
  readonly recordKind: 'post' | 'recommendation' | 'response' | 'cost' | 'benefit';
  readonly terms: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** The councils that have agreed to it. */
  readonly agreedBy: readonly string[];
}

export interface Post {
  readonly id: string;
  readonly title: string;
  readonly employer: string | null;
  readonly fromOn: string | null;
}

export interface Arrangement {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly depth: 'shared_leader' | 'shared_team' | 'integrated';
  readonly host: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly noticeMonths: number | null;
  readonly nextReviewOn: string | null;
  readonly proposedAt: Date;
  /** The council of the scope first. */
  readonly agreements: readonly Agreement[];
  readonly protocols: readonly Protocol[];
  readonly posts: readonly Post[];
}

/** The councils that have not agreed to the arrangement or to one of its protocols. */
export function waitingFor(arrangement: Pick<Arrangement, 'agreements' | 'protocols'>): Agreement[] {
  return arrangement.agreements.filter(
    ({ agreedOn, councilId }) =>
      agreedOn === null || arrangement.protocols.some((protocol) => !protocol.agreedBy.includes(councilId)),
  );
}

/** Whether every council has agreed to the arrangement itself. */
export function isInForce(arrangement: Pick<Arrangement, 'agreements'>): boolean {
  return arrangement.agreements.every(({ agreedOn }) => agreedOn !== null);
}

/** The day on which the last council agreed; null while one has not. */
export function inForceSince(arrangement: Pick<Arrangement, 'agreements'>): string | null {
  if (!isInForce(arrangement)) return null;
  return (
    arrangement.agreements
      .map(({ agreedOn }) => agreedOn!)
      .sort()
      .at(-1) ?? null
  );
}

/** Whether posts may be recorded on a day: under a protocol for posts, within its dates, agreed by every council. */
export function sharesPosts(arrangement: Pick<Arrangement, 'agreements' | 'protocols'>, today: string): boolean {
  return arrangement.protocols.some(
    (protocol) =>
      protocol.recordKind === 'post' &&
      protocol.fromOn <= today &&
      (protocol.untilOn === null || protocol.untilOn >= today) &&
      arrangement.agreements.every(({ councilId }) => protocol.agreedBy.includes(councilId)),
  );
}
