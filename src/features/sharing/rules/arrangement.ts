// What an arrangement is, and what it still needs. Nothing in it binds a council that has not agreed for itself, and each
// council ends its own part alone.

/** A decision of one council, as its people recorded it. */
export interface Decision {
  readonly councilId: string;
  readonly agreedOn: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
}
/** An agreement to one proposal, with the instant at which it was recorded. */
export interface Consent extends Decision {
  readonly recordedAt: Date;
}
/** A council's notice: from the day on it is out. */
export interface Ending {
  readonly councilId: string;
  readonly endsOn: string;
  readonly reason: string;
  readonly decidedByBody: string;
  readonly decisionReference: string;
  readonly givenAt: Date;
}

/** A council of an arrangement, and its agreement to it. */
export interface Agreement {
  readonly councilId: string;
  readonly council: string;
  /** Null: not decided. */
  readonly agreedOn: string | null;
  readonly decidedByBody: string;
  readonly decisionReference: string;
  /** Its notice to leave; null: none was given. */
  readonly leaving: Ending | null;
}

export interface Protocol {
  readonly id: string;
  readonly recordKind: 'post' | 'recommendation' | 'response' | 'cost' | 'benefit';
  readonly terms: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** The councils that have agreed to it. */
  readonly agreedBy: readonly string[];
  readonly endings: readonly Ending[];
}

/** One edition of the terms or of a post. Of the proposals for an edition the first that all agreed to stands. */
export interface Proposal {
  readonly id: string;
  readonly edition: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** The London day of it. */
  readonly proposedOn: string;
  readonly why: string;
  readonly consents: readonly Consent[];
}

export type Depth = 'shared_leader' | 'shared_team' | 'integrated';

export interface Terms extends Proposal {
  readonly depth: Depth;
  readonly hostCouncilId: string | null;
  readonly legalBasis: string;
  readonly noticeMonths: number | null;
  readonly nextReviewOn: string | null;
}

export interface Post extends Proposal {
  /** The same in each of its editions. */
  readonly postId: string;
  readonly title: string;
  readonly employerCouncilId: string | null;
  readonly fromOn: string | null;
  /** Null: no end. From the day after it the post is no longer shared. */
  readonly untilOn: string | null;
  /** Whole percents of the holder's time, by council; empty where that is not known. */
  readonly timeShares: Readonly<Record<string, number>>;
}

export interface Arrangement {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly proposedAt: Date;
  /** The council of the scope first. Of one that it has left a council sees its own part alone. */
  readonly agreements: readonly Agreement[];
  readonly protocols: readonly Protocol[];
  readonly terms: readonly Terms[];
  readonly posts: readonly Post[];
}

type Parties = Pick<Arrangement, 'agreements'>;
type Bound = Pick<Arrangement, 'agreements' | 'protocols'>;

const isOut = (ending: Ending | null, day: string) => ending !== null && ending.endsOn <= day;

/** The councils that are in the arrangement on a day: those that have not left. */
export function councilsIn(arrangement: Parties, day: string): Agreement[] {
  return arrangement.agreements.filter(({ leaving }) => !isOut(leaving, day));
}

/** The councils that a protocol binds on a day: those that have neither left nor ended their part. */
function boundBy(arrangement: Parties, protocol: Protocol, day: string): Agreement[] {
  return councilsIn(arrangement, day).filter(
    ({ councilId }) => !isOut(protocol.endings.find((ending) => ending.councilId === councilId) ?? null, day),
  );
}

/** The councils that share a protocol's kind of record by it on a day; none when one of them has not agreed, or but one is left. */
export function sharingBy(arrangement: Parties, protocol: Protocol, day: string): string[] {
  if (protocol.fromOn > day || (protocol.untilOn !== null && protocol.untilOn < day)) return [];
  const bound = boundBy(arrangement, protocol, day).map(({ councilId }) => councilId);
  return bound.length > 1 && bound.every((id) => protocol.agreedBy.includes(id)) ? bound : [];
}

/** The councils that share posts on a day. */
export function sharingPosts(arrangement: Bound, day: string): string[] {
  const all = arrangement.protocols
    .filter(({ recordKind }) => recordKind === 'post')
    .flatMap((protocol) => sharingBy(arrangement, protocol, day));
  return [...new Set(all)];
}

/** The councils in it that have not agreed to the arrangement or to a protocol that would bind them. */
export function waitingFor(arrangement: Bound, today: string): Agreement[] {
  const there = councilsIn(arrangement, today);
  if (there.length < 2) return [];
  return there.filter(
    ({ agreedOn, councilId }) =>
      agreedOn === null ||
      arrangement.protocols.some(
        (protocol) =>
          (protocol.untilOn === null || protocol.untilOn >= today) &&
          !protocol.agreedBy.includes(councilId) &&
          boundBy(arrangement, protocol, today).length > 1,
      ),
  );
}

/** The day on which the last of the councils in it agreed; null while one has not, and when fewer than two are left. */
export function inForceSince(arrangement: Parties, today: string): string | null {
  const there = councilsIn(arrangement, today);
  if (there.length < 2 || there.some(({ agreedOn }) => agreedOn === null)) return null;
  return (
    there
      .map(({ agreedOn }) => agreedOn!)
      .sort()
      .at(-1) ?? null
  );
}

/** Where a proposal stands: the councils that must still agree, or the moment (ISO) at which the last of them had. */
export type Standing = { readonly waitsFor: readonly string[] } | { readonly since: string };

/** A proposal binds the councils that were in when it was made; one that has left since need not agree any more. */
function standingOf(
  proposal: Proposal,
  bound: readonly string[],
  outOn: (councilId: string) => string | null,
): Standing {
  const waitsFor: string[] = [];
  let since = proposal.proposedAt.toISOString();
  for (const councilId of bound) {
    const consent = proposal.consents.find((one) => one.councilId === councilId);
    const when = consent ? consent.recordedAt.toISOString() : outOn(councilId);
    if (when === null) waitsFor.push(councilId);
    else if (when > since) since = when;
  }
  const given = bound.some((id) => proposal.consents.some(({ councilId }) => councilId === id));
  if (!given && waitsFor.length === 0) return { waitsFor: [proposal.proposedBy] };
  return waitsFor.length > 0 ? { waitsFor } : { since };
}

/** Where a proposal of terms stands: all councils in the arrangement must agree. */
export function termsStanding(arrangement: Parties, terms: Terms, today: string): Standing {
  const bound = councilsIn(arrangement, terms.proposedOn).map(({ councilId }) => councilId);
  const outOn = (id: string) => {
    const { leaving } = arrangement.agreements.find(({ councilId }) => councilId === id)!;
    return isOut(leaving, today) ? leaving!.endsOn : null;
  };
  return standingOf(terms, bound, outOn);
}

/** Where a proposal of a post stands: all councils that shared posts when it was made must agree. */
export function postStanding(arrangement: Bound, post: Post, today: string): Standing {
  // Of an arrangement that it left a council sees itself alone: its own agreement is what it knows.
  const known = arrangement.agreements.map(({ councilId }) => councilId);
  const bound = known.length < 2 ? known : sharingPosts(arrangement, post.proposedOn);
  const outOn = (id: string) => {
    const own = arrangement.protocols
      .filter(({ recordKind }) => recordKind === 'post')
      .flatMap(({ endings }) => endings.filter(({ councilId }) => councilId === id));
    const { leaving } = arrangement.agreements.find(({ councilId }) => councilId === id)!;
    const days = [...own, ...(leaving ? [leaving] : [])]
      .map(({ endsOn }) => endsOn)
      .filter((day) => day > post.proposedOn && day <= today);
    return days.sort()[0] ?? null;
  };
  return standingOf(post, bound, outOn);
}

export interface Editions<T> {
  /** The edition in force; null while none is. */
  readonly current: T | null;
  /** Proposals for the next edition, the oldest first. */
  readonly open: readonly T[];
  /** Editions that were in force before, and proposals that another has overtaken. */
  readonly past: readonly T[];
}

/**
 * Of the proposals for each edition the one stands that all had agreed to first; the others are overtaken, whoever agrees
 * to them later. So nobody is bound by an old proposal after what it would have changed has changed.
 */
export function editionsOf<T extends Proposal>(proposals: readonly T[], standing: (one: T) => Standing): Editions<T> {
  const past: T[] = [];
  let current: T | null = null;
  // A council that no longer shares may not see every edition of what is its own, so the numbers can have gaps.
  for (const edition of [...new Set(proposals.map((one) => one.edition))].sort((a, b) => a - b)) {
    const candidates = proposals.filter((one) => one.edition === edition);
    const complete = candidates.flatMap((one) => {
      const stands = standing(one);
      return 'since' in stands ? [{ one, since: stands.since }] : [];
    });
    complete.sort((a, b) => (a.since + a.one.id < b.since + b.one.id ? -1 : 1));
    const first = complete[0]?.one;
    if (!first) {
      const open = [...candidates].sort((a, b) => a.proposedAt.getTime() - b.proposedAt.getTime());
      return { current, open, past };
    }
    if (current) past.push(current);
    past.push(...candidates.filter((one) => one !== first));
    current = first;
  }
  return { current, open: [], past };
}

export function termsOf(arrangement: Arrangement, today: string): Editions<Terms> {
  return editionsOf(arrangement.terms, (terms) => termsStanding(arrangement, terms, today));
}

/** Each post of an arrangement with its editions, in the order of their titles. */
export function postsOf(arrangement: Arrangement, today: string): (Editions<Post> & { readonly postId: string })[] {
  const ids = [...new Set(arrangement.posts.map(({ postId }) => postId))];
  const editions = ids.map((postId) => ({
    postId,
    ...editionsOf(
      arrangement.posts.filter((post) => post.postId === postId),
      (post) => postStanding(arrangement, post, today),
    ),
  }));
  const title = (one: Editions<Post>) => (one.current ?? one.open[0])?.title ?? '';
  return editions.sort((a, b) => title(a).localeCompare(title(b)));
}

/** The posts shared on a day: in force, and not yet at their end. */
export function postsShared(arrangement: Arrangement, today: string): Post[] {
  return postsOf(arrangement, today).flatMap(({ current }) =>
    current && (current.untilOn === null || current.untilOn >= today) ? [current] : [],
  );
}

/** The day so many calendar months after a day; of a month that is too short, its last. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/**
 * The first day on which a council may leave when it gives notice today: after the months agreed in the terms. An
 * arrangement that is not in force binds nobody, and terms without a notice ask for none.
 */
export function earliestLeaving(arrangement: Arrangement, today: string): string {
  const months = termsOf(arrangement, today).current?.noticeMonths ?? 0;
  return inForceSince(arrangement, today) === null ? today : monthsAfter(today, months);
}
