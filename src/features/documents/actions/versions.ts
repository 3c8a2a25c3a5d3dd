// A report that came again: what is the same is confirmed by a person, and what was decided about it is carried over.
import type { CouncilTx } from '../../../platform/db/scope.ts';
import { holdDocument } from '../queries/documents.ts';
import { insertDecisions, listFindings, type NewDecision } from '../queries/findings.ts';
import { listFinds, updateFind } from '../queries/finds.ts';
import { rewordRecommendation } from '../queries/register.ts';
import { deleteMatch, insertMatch, listMatches, versionsAround } from '../queries/versions.ts';
import { compareFinds, isCorrected } from '../rules/compare.ts';
import { type Find, isUntouched, numberTaken } from '../rules/find.ts';
import type { Finding } from '../rules/finding.ts';
import { decisionsToCarry } from '../rules/findings-of.ts';
import type { Doer, Gone } from './work.ts';

interface Loaded {
  readonly earlier: Find[];
  readonly later: Find[];
  readonly earlierId: string;
  readonly matched: Map<string, string>;
}

/** Holds both versions and loads their finds; null unless both have been read. The older is held first, always. */
async function load(tx: CouncilTx, documentId: string): Promise<Loaded | null> {
  const { earlier } = await versionsAround(tx, documentId);
  if (!earlier) return null;
  for (const id of [earlier.documentId, documentId]) {
    if ((await holdDocument(tx, id))?.state !== 'read') return null;
  }
  return {
    earlierId: earlier.documentId,
    earlier: await listFinds(tx, earlier.documentId),
    later: await listFinds(tx, documentId),
    matched: await listMatches(tx, documentId),
  };
}

export interface CarriedOver {
  readonly kind: 'carried';
  readonly finds: number;
  readonly findings: number;
}

/**
 * Confirms that finds in the same words are the same, and carries over what was decided about them and about suggestions,
 * team, figures and dates that read the same. What has been decided in the later version already is left as it is.
 */
export async function carryOver(tx: CouncilTx, doer: Doer, documentId: string): Promise<CarriedOver | Gone> {
  const loaded = await load(tx, documentId);
  if (!loaded) return { kind: 'gone' };
  const { earlier, later, matched, earlierId } = loaded;
  let finds = 0;
  for (const pair of compareFinds(earlier, later, matched).same) {
    if (matched.has(pair.later.id)) continue;
    await match(tx, doer, pair.earlier, await keepCorrection(tx, doer, pair.earlier, pair.later), later);
    finds += 1;
  }
  const findings = decisionsToCarry(await listFindings(tx, earlierId), await listFindings(tx, documentId));
  await insertDecisions(tx, doer, findings.map(carried));
  return { kind: 'carried', finds, findings: findings.length };
}

const carried = ({ earlier, later }: { earlier: Finding; later: Finding }): NewDecision => ({
  findingId: later.id,
  after: later.version,
  decision: earlier.decision,
  correction: earlier.corrected ? earlier.value : null,
});

/** Confirms one reworded find. @param reword also put the new words in the register, where the old ones stand */
export async function confirmPair(
  tx: CouncilTx,
  doer: Doer,
  given: { documentId: string; findId: string; earlierFindId: string; reword: boolean },
): Promise<{ readonly kind: 'matched' } | Gone> {
  const loaded = await load(tx, given.documentId);
  const later = loaded?.later.find((one) => one.id === given.findId);
  const earlier = loaded?.earlier.find((one) => one.id === given.earlierFindId);
  if (!loaded || !later || !earlier) return { kind: 'gone' };
  const before = loaded.matched.get(later.id);
  if (before !== undefined && before !== earlier.id) return { kind: 'gone' };
  if ([...loaded.matched].some(([one, other]) => other === earlier.id && one !== later.id)) return { kind: 'gone' };
  if (before === undefined) await match(tx, doer, earlier, later, loaded.later);
  if (given.reword && earlier.recommendationId) await rewordRecommendation(tx, earlier.recommendationId, later.wording);
  return { kind: 'matched' };
}

/** Takes the confirmation back. Decisions that were carried over stay, to be undone where they stand. */
export async function undoMatch(
  tx: CouncilTx,
  given: { documentId: string; findId: string },
): Promise<{ readonly kind: 'undone' } | Gone> {
  const document = await holdDocument(tx, given.documentId);
  const matched = document?.state === 'read' ? await listMatches(tx, given.documentId) : new Map();
  if (!matched.has(given.findId)) return { kind: 'gone' };
  await deleteMatch(tx, given.findId);
  return { kind: 'undone' };
}

/**
 * The report prints the same words again, so a person's correction of them stands in the later version too. The number and
 * group are the later version's. @returns the later find as it then is
 */
async function keepCorrection(tx: CouncilTx, doer: Doer, earlier: Find, later: Find): Promise<Find> {
  if (!isCorrected(earlier) || !isUntouched(later)) return later;
  const { group, number } = later.wording;
  const wording = { ...earlier.wording, group, number };
  await updateFind(tx, later.id, later.version, { wording, at: doer.at });
  return { ...later, wording, version: later.version + 1 };
}

async function match(tx: CouncilTx, doer: Doer, earlier: Find, later: Find, all: readonly Find[]): Promise<void> {
  await insertMatch(tx, {
    councilId: doer.councilId,
    proposalId: later.id,
    earlierId: earlier.id,
    matchedBy: doer.personId,
  });
  if (later.decision !== 'undecided' || earlier.decision === 'undecided') return;
  const accepted = all.filter((one) => one.decision === 'accepted');
  if (earlier.decision === 'accepted' && numberTaken(accepted, later.wording.group, later.wording.number, [later.id]))
    return;
  await updateFind(tx, later.id, later.version, {
    decision: earlier.decision,
    decidedBy: doer.personId,
    at: doer.at,
  });
}
