// What a council does about what it shares. Each writes its own council's part alone; the database refuses the rest.
import type { CouncilTx } from '../../platform/db/scope.ts';
import {
  agreeProtocols,
  type Decision,
  findArrangements,
  findCouncils,
  insertPost,
  insertProposal,
  insertProtocol,
  saveAgreement,
} from './queries.ts';
import { sharesPosts } from './rules.ts';

export interface ProposeInput {
  readonly name: string;
  readonly purpose: string;
  /** The other councils. */
  readonly withCouncils: readonly string[];
  /** From this day on, once every council has agreed, the councils see the arrangement's posts. */
  readonly postsFrom: string;
}

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
  await insertProtocol(tx, {
    arrangementId: id,
    recordKind: 'post',
    terms: 'Title, employer and start of each post under this arrangement. No name of a person.',
    fromOn: input.postsFrom,
  });
  return { kind: 'proposed', id };
}

/** Records that the current council agreed to an arrangement and to what is shared under it. */
export async function agree(
  tx: CouncilTx,
  input: Decision & { readonly arrangementId: string },
): Promise<{ kind: 'agreed' } | { kind: 'agreed-already' } | { kind: 'not-here' }> {
  const { arrangementId, ...decision } = input;
  if ((await findArrangements(tx, arrangementId)).length === 0) return { kind: 'not-here' };
  const arrangement = await saveAgreement(tx, arrangementId, decision);
  const protocols = await agreeProtocols(tx, arrangementId, decision);
  return { kind: arrangement || protocols > 0 ? 'agreed' : 'agreed-already' };
}

/** Records a shared post, which all councils of the arrangement then see. */
export async function recordPost(
  tx: CouncilTx,
  input: {
    readonly arrangementId: string;
    readonly title: string;
    readonly employerCouncilId: string | null;
    readonly fromOn: string | null;
    readonly today: string;
  },
): Promise<{ kind: 'recorded'; id: string } | { kind: 'no-protocol' } | { kind: 'not-here' }> {
  const { today, ...post } = input;
  const [arrangement] = await findArrangements(tx, input.arrangementId);
  if (!arrangement) return { kind: 'not-here' };
  if (!sharesPosts(arrangement, today)) return { kind: 'no-protocol' };
  return { kind: 'recorded', id: await insertPost(tx, post) };
}
