import type { World, WorldCouncil } from '../world.ts';
import type { Route } from './site.ts';

/** What the council shares with another. */
export type Shared = Pick<World['shared'], 'arrangementId' | 'partnershipId' | 'termsId' | 'postId' | 'protocolId'>;

/** A route's address with a council's own identifiers in it. A route with a new kind of identifier needs a line here. */
export function addressOf(route: Route, council: string, theirs: WorldCouncil, shared: Shared): string {
  const { own, published } = theirs;
  const known: Readonly<Record<string, string>> = {
    council,
    document: own.documentId,
    find: own.proposalId,
    finding: own.findingId,
    report: published.reportId,
    recommendation: own.recommendationId,
    action: own.actionId,
    evidence: own.fileEvidenceId,
    person: theirs.canaryPerson,
    publication: published.publicationId,
    kind: 'action',
    record: published.actionId,
    arrangement: shared.arrangementId,
    partnership: shared.partnershipId,
    terms: shared.termsId,
    post: shared.postId,
    protocol: shared.protocolId,
    addition: own.additionId,
    // What is published has no owner to be protected from: these name private rows, which must not open there.
    source: own.additionId,
    passage: own.recommendationId,
  };
  return route.path.replaceAll(/:([a-z]+)/g, (_, name: string) => {
    const id = known[name];
    if (id === undefined)
      throw new Error(`Which identifier stands for :${name} in ${route.path}? Say it in addresses.ts.`);
    return id;
  });
}
