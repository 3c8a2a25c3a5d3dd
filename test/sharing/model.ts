// What each council should see of what is shared, kept beside the database in plain values; and the steps that change it.
import fc from 'fast-check';
import type { CouncilCode, World } from '../world.ts';

export const CODES: readonly CouncilCode[] = ['northmere', 'wendshire', 'thornwick'];
const PARTNERS: readonly CouncilCode[] = ['northmere', 'wendshire'];

interface ModelProtocol {
  id: string;
  arrangement: string;
  kind: 'post' | 'cost';
  from: string;
  until: string | null;
  agreed: Set<CouncilCode>;
  ended: Map<CouncilCode, string>;
}
export function modelOf(shared: World['shared']) {
  const { arrangementId, protocolId, postId } = shared;
  const model = {
    members: new Map([[arrangementId, new Set(PARTNERS)]]),
    protocols: [
      {
        id: protocolId,
        arrangement: arrangementId,
        kind: 'post',
        from: '2026-04-01',
        until: null,
        agreed: new Set(PARTNERS),
        ended: new Map(),
      },
    ] as ModelProtocol[],
    posts: new Map<string, { arrangement: string; by: CouncilCode }>([
      [postId, { arrangement: arrangementId, by: 'northmere' }],
    ]),
    left: new Map<string, Map<CouncilCode, string>>(),
    actions: new Map<string, CouncilCode>(),
  };
  const isOut = (days: Map<CouncilCode, string> | undefined, code: CouncilCode, day: string) =>
    (days?.get(code) ?? '9999') <= day;
  const isIn = (arrangement: string, code: CouncilCode, day: string) =>
    model.members.get(arrangement)!.has(code) && !isOut(model.left.get(arrangement), code, day);
  /** Those with whom a council shares posts on a day, itself among them. */
  const sharers = (arrangement: string, code: CouncilCode, day: string): Set<CouncilCode> => {
    const all = new Set<CouncilCode>();
    for (const p of model.protocols) {
      if (p.arrangement !== arrangement || p.kind !== 'post' || p.from > day || (p.until ?? '9999') < day) continue;
      const bound = CODES.filter((one) => isIn(arrangement, one, day) && !isOut(p.ended, one, day));
      if (bound.includes(code) && bound.every((one) => p.agreed.has(one))) for (const one of bound) all.add(one);
    }
    return all;
  };
  return { model, isOut, isIn, sharers };
}

export const DAYS = ['2026-01-15', '2026-06-15', '2026-11-15', '2027-04-15'] as const;
const aCouncil = fc.constantFrom(...CODES);
const aDay = fc.constantFrom(...DAYS);
export const aStep = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('propose' as const), by: aCouncil, others: fc.subarray([...CODES]) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('protocol' as const),
      by: aCouncil,
      pick: fc.nat(),
      kind: fc.constantFrom('post' as const, 'post' as const, 'cost' as const),
      from: aDay,
      until: fc.option(aDay),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('agree' as const),
      councils: fc.subarray([...CODES], { minLength: 1 }),
      pick: fc.nat(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('record' as const), by: aCouncil, pick: fc.nat(), day: aDay }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('end' as const), by: aCouncil, pick: fc.nat(), day: aDay, on: aDay }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('leave' as const), by: aCouncil, pick: fc.nat(), day: aDay, on: aDay }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('action' as const), by: aCouncil }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), by: aCouncil, day: aDay }) },
);
export type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;
/** The latest made are picked most, so that a sequence tends to speak of the same arrangement. */
export const pickLatest = <T>(list: readonly T[], pick: number): T | undefined =>
  list[list.length - 1 - (pick % Math.min(2, list.length))];
