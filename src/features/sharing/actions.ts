// What a council does about what it shares. Each writes its own council's part alone; the database refuses the rest.
import type { CouncilTx } from '../../platform/db/scope.ts';
import {
  agreeProtocols,
  type Decided,
  findArrangements,
  findCouncils,
  insertEnding,
  insertLeaving,
  insertPost,
  insertPostConsent,
  insertProposal,
  insertProtocol,
  insertTerms,
  insertTermsConsent,
  type NewPost,
  type NewTerms,
  type Notice,
  saveAgreement,
} from './queries.ts';
import {
  type Arrangement,
  councilsIn,
  earliestLeaving,
  type Post,
  type Proposal,
  postStanding,
  postsOf,
  type Standing,
  sharingPosts,
  type Terms,
  termsOf,
  termsStanding,
} from './rules/arrangement.ts';
import { type SharingWork, workOf } from './rules/work.ts';

/** The council that acts, on which day. */
export interface Acting {
  readonly councilId: string;
  readonly today: string;
}

export interface ProposeInput {
  readonly name: string;
  readonly purpose: string;
  /** The other councils. */
  readonly withCouncils: readonly string[];
  /** From this day on, once every council has agreed, the councils see the arrangement's posts. */
  readonly postsFrom: string;
}

const POST_TERMS = 'Title, employer, share of time and dates of each post under this arrangement. No name of a person.';

/** Proposes an arrangement, with a protocol for sharing its posts. It binds nobody, not even the proposer, until each has agreed. */
export async function propose(
  tx: CouncilTx,
  input: ProposeInput,
): Promise<{ kind: 'proposed'; id: string } | { kind: 'no-other-council' }> {
  const there = new Set((await findCouncils(tx)).map(({ id }) => id));
  if (input.withCouncils.length === 0 || input.withCouncils.some((id) => !there.has(id))) {
    return { kind: 'no-other-council' };
  }
  const id = await insertProposal(tx, input);
  await insertProtocol(tx, { arrangementId: id, recordKind: 'post', terms: POST_TERMS, fromOn: input.postsFrom });
  return { kind: 'proposed', id };
}

type Not<K extends string> = { readonly kind: K };

/** The arrangement, when the acting council is in it today. */
async function findOwn(tx: CouncilTx, id: string, acting: Acting): Promise<Arrangement | null> {
  const [arrangement] = await findArrangements(tx, id);
  if (!arrangement) return null;
  return councilsIn(arrangement, acting.today).some(({ councilId }) => councilId === acting.councilId)
    ? arrangement
    : null;
}

/** What the arrangements of the acting council ask of it, and what the others in them have ended. */
export async function findSharingWork(tx: CouncilTx, { councilId, today }: Acting): Promise<SharingWork> {
  return workOf(await findArrangements(tx), councilId, today);
}

/** Records that the current council agreed to an arrangement and to what is shared under it. */
export async function agree(
  tx: CouncilTx,
  acting: Acting,
  input: Decided & { readonly arrangementId: string },
): Promise<Not<'agreed' | 'agreed-already' | 'not-here'>> {
  const { arrangementId, ...decision } = input;
  if (!(await findOwn(tx, arrangementId, acting))) return { kind: 'not-here' };
  const arrangement = await saveAgreement(tx, arrangementId, decision);
  const protocols = await agreeProtocols(tx, arrangementId, decision);
  return { kind: arrangement || protocols > 0 ? 'agreed' : 'agreed-already' };
}

/** Proposes to share posts again, where the council's sharing of them has ended. */
export async function proposeSharing(
  tx: CouncilTx,
  acting: Acting,
  input: { readonly arrangementId: string; readonly fromOn: string },
): Promise<Not<'proposed' | 'shared-already' | 'not-here'>> {
  const arrangement = await findOwn(tx, input.arrangementId, acting);
  if (!arrangement) return { kind: 'not-here' };
  if (!mayShareAgain(arrangement, acting)) return { kind: 'shared-already' };
  await insertProtocol(tx, { ...input, recordKind: 'post', terms: POST_TERMS });
  return { kind: 'proposed' };
}

/** Whether no protocol for posts binds the council or waits for agreement, today or later. */
export function mayShareAgain(arrangement: Arrangement, { councilId, today }: Acting): boolean {
  return arrangement.protocols.every(
    (protocol) =>
      protocol.recordKind !== 'post' ||
      (protocol.untilOn !== null && protocol.untilOn < today) ||
      protocol.endings.some((ending) => ending.councilId === councilId && ending.endsOn <= today) ||
      !councilsIn(arrangement, today).some(
        (other) =>
          other.councilId !== councilId && !protocol.endings.some((ending) => ending.councilId === other.councilId),
      ),
  );
}

/** Proposes terms: how deep the sharing goes, who is host, what notice is due. They take effect when all have agreed. */
export async function proposeTerms(
  tx: CouncilTx,
  acting: Acting,
  input: NewTerms,
): Promise<{ kind: 'proposed'; id: string } | Not<'not-here' | 'host-not-in-it' | 'unchanged'>> {
  const arrangement = await findOwn(tx, input.arrangementId, acting);
  if (!arrangement) return { kind: 'not-here' };
  const there = councilsIn(arrangement, acting.today).map(({ councilId }) => councilId);
  if (input.hostCouncilId !== null && !there.includes(input.hostCouncilId)) return { kind: 'host-not-in-it' };
  const { current } = termsOf(arrangement, acting.today);
  if (current && sameTerms(current, input)) return { kind: 'unchanged' };
  const edition = (current?.edition ?? 0) + 1;
  return { kind: 'proposed', id: await insertTerms(tx, { ...input, edition }) };
}

type TermsGiven = Pick<NewTerms, 'depth' | 'hostCouncilId' | 'legalBasis' | 'noticeMonths' | 'nextReviewOn'>;
const sameTerms = (one: TermsGiven, other: TermsGiven) =>
  one.depth === other.depth &&
  one.hostCouncilId === other.hostCouncilId &&
  one.legalBasis === other.legalBasis &&
  one.noticeMonths === other.noticeMonths &&
  one.nextReviewOn === other.nextReviewOn;

type PostGiven = Pick<Post, 'title' | 'employerCouncilId' | 'fromOn' | 'untilOn' | 'timeShares'>;
const samePost = (one: PostGiven, other: PostGiven) =>
  one.title === other.title &&
  one.employerCouncilId === other.employerCouncilId &&
  one.fromOn === other.fromOn &&
  one.untilOn === other.untilOn &&
  [...Object.keys(one.timeShares), ...Object.keys(other.timeShares)].every(
    (id) => one.timeShares[id] === other.timeShares[id],
  );

/** Proposes a post, or a change to one (its identifier given). It takes effect when all that share posts have agreed. */
export async function proposePost(
  tx: CouncilTx,
  acting: Acting,
  input: NewPost & { readonly postId: string | null },
): Promise<
  { kind: 'proposed'; id: string; postId: string } | Not<'not-here' | 'no-protocol' | 'not-sharing' | 'unchanged'>
> {
  const { postId, ...post } = input;
  const arrangement = await findOwn(tx, input.arrangementId, acting);
  if (!arrangement) return { kind: 'not-here' };
  const sharing = sharingPosts(arrangement, acting.today);
  if (!sharing.includes(acting.councilId)) return { kind: 'no-protocol' };
  const named = [post.employerCouncilId, ...Object.keys(post.timeShares)];
  if (named.some((id) => !sharing.includes(id))) return { kind: 'not-sharing' };
  if (postId === null) return { kind: 'proposed', ...(await insertPost(tx, { ...post, edition: 1 })) };
  const there = postsOf(arrangement, acting.today).find((one) => one.postId === postId);
  if (!there?.current) return { kind: 'not-here' };
  if (samePost(there.current, post)) return { kind: 'unchanged' };
  const made = await insertPost(tx, { ...post, postId, edition: there.current.edition + 1 });
  return { kind: 'proposed', ...made };
}

export type Consented = Not<'agreed' | 'agreed-already' | 'overtaken' | 'not-here'>;

/** Whether the acting council may still agree to a proposal. */
export function consentOf(proposal: Proposal, open: readonly Proposal[], standing: Standing, councilId: string) {
  if (proposal.consents.some((one) => one.councilId === councilId)) return 'agreed-already';
  if (!open.includes(proposal)) return 'since' in standing ? 'not-asked' : 'overtaken';
  return 'waitsFor' in standing && standing.waitsFor.includes(councilId) ? 'asked' : 'not-asked';
}

/** Records that the current council agreed to proposed terms. */
export async function agreeTerms(
  tx: CouncilTx,
  acting: Acting,
  input: Decided & { readonly arrangementId: string; readonly termsId: string },
): Promise<Consented> {
  const arrangement = await findOwn(tx, input.arrangementId, acting);
  const terms: Terms | undefined = arrangement?.terms.find(({ id }) => id === input.termsId);
  if (!arrangement || !terms) return { kind: 'not-here' };
  const standing = termsStanding(arrangement, terms, acting.today);
  const consent = consentOf(terms, termsOf(arrangement, acting.today).open, standing, acting.councilId);
  if (consent === 'not-asked') return { kind: 'not-here' };
  if (consent !== 'asked') return { kind: consent };
  await insertTermsConsent(tx, input);
  return { kind: 'agreed' };
}

/** Records that the current council agreed to a proposed post, or to a change of one. */
export async function agreePost(
  tx: CouncilTx,
  acting: Acting,
  input: Decided & { readonly arrangementId: string; readonly sharedPostId: string },
): Promise<Consented> {
  const arrangement = await findOwn(tx, input.arrangementId, acting);
  const post: Post | undefined = arrangement?.posts.find(({ id }) => id === input.sharedPostId);
  if (!arrangement || !post) return { kind: 'not-here' };
  const open = postsOf(arrangement, acting.today).flatMap((one) => one.open);
  const standing = postStanding(arrangement, post, acting.today);
  const consent = consentOf(post, open, standing, acting.councilId);
  if (consent === 'not-asked') return { kind: 'not-here' };
  if (consent !== 'asked') return { kind: consent };
  await insertPostConsent(tx, input);
  return { kind: 'agreed' };
}

/** Gives notice that the current council leaves. It asks nobody; the notice that all agreed to must be kept. */
export async function leave(
  tx: CouncilTx,
  acting: Acting,
  input: Notice & { readonly arrangementId: string },
): Promise<Not<'noticed' | 'noticed-already' | 'not-here'> | { kind: 'too-early'; earliest: string }> {
  const { arrangementId, ...notice } = input;
  const arrangement = await findOwn(tx, arrangementId, acting);
  if (!arrangement) return { kind: 'not-here' };
  const mine = arrangement.agreements.find(({ councilId }) => councilId === acting.councilId);
  if (mine?.leaving) return { kind: 'noticed-already' };
  const earliest = earliestLeaving(arrangement, acting.today);
  if (notice.endsOn < earliest) return { kind: 'too-early', earliest };
  await insertLeaving(tx, arrangementId, notice);
  return { kind: 'noticed' };
}

/** Ends the current council's own part of a protocol to which it had agreed. It asks nobody. */
export async function endProtocol(
  tx: CouncilTx,
  acting: Acting,
  input: Notice & { readonly arrangementId: string; readonly protocolId: string },
): Promise<Not<'ended' | 'ended-already' | 'not-here' | 'too-early'>> {
  const { arrangementId, protocolId, ...notice } = input;
  const arrangement = await findOwn(tx, arrangementId, acting);
  const protocol = arrangement?.protocols.find(({ id }) => id === protocolId);
  if (!protocol?.agreedBy.includes(acting.councilId)) return { kind: 'not-here' };
  if (protocol.endings.some(({ councilId }) => councilId === acting.councilId)) return { kind: 'ended-already' };
  if (notice.endsOn < acting.today) return { kind: 'too-early' };
  await insertEnding(tx, { arrangementId, protocolId }, notice);
  return { kind: 'ended' };
}
