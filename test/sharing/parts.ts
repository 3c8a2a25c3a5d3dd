// What the tests of sharing do in a council's scope, statement by statement, as somebody with the web's own rights could.
import { sql } from 'kysely';
import { TEST_START, type TestDatabase } from '../databases.ts';
import type { CouncilCode, World } from '../world.ts';

export function partsOf(database: TestDatabase, world: World) {
  const lead = (code: CouncilCode) => world[code].as('improvement_lead');

  const propose = (by: CouncilCode, others: readonly CouncilCode[]) =>
    database.inCouncil(lead(by), async (tx) => {
      const ids = `{${others.map((code) => world[code].id).join()}}`;
      const { rows } = await sql<{ id: string }>`select propose_arrangement('Audit', '', ${ids}::uuid[]) as id`.execute(
        tx,
      );
      return rows[0]!.id;
    });
  const proposeProtocol = (
    by: CouncilCode,
    arrangementId: string,
    recordKind: 'post' | 'cost',
    fromOn: string,
    untilOn: string | null,
  ) =>
    database.inCouncil(lead(by), async (tx) => {
      const values = { arrangementId, recordKind, fromOn, untilOn };
      return (await tx.insertInto('protocol').values(values).returning('id').executeTakeFirstOrThrow()).id;
    });
  const agree = (by: CouncilCode, arrangementId: string, protocolId: string, forCouncil: CouncilCode = by) =>
    database.inCouncil(lead(by), (tx) =>
      tx
        .insertInto('protocolAgreement')
        .values({ protocolId, arrangementId, councilId: world[forCouncil].id, agreedOn: '2026-11-01' })
        .execute(),
    );
  const record = (by: CouncilCode, arrangementId: string) =>
    database.inCouncil(lead(by), async (tx) => {
      const values = { arrangementId, title: 'Head of Audit', recordedByCouncilId: world[by].id };
      return (await tx.insertInto('sharedPost').values(values).returning('id').executeTakeFirstOrThrow()).id;
    });
  const endPart = (by: CouncilCode, arrangementId: string, protocolId: string, endsOn: string, forCouncil = by) =>
    database.inCouncil(lead(by), (tx) =>
      tx
        .insertInto('protocolEnding')
        .values({ protocolId, arrangementId, councilId: world[forCouncil].id, endsOn, reason: 'A new leader' })
        .execute(),
    );
  const leave = (by: CouncilCode, arrangementId: string, leavesOn: string, forCouncil = by) =>
    database.inCouncil(lead(by), (tx) =>
      tx
        .insertInto('arrangementLeaving')
        .values({ arrangementId, councilId: world[forCouncil].id, leavesOn, reason: 'A new leader' })
        .execute(),
    );
  const postsSeenBy = (code: CouncilCode) =>
    database.inCouncil(
      lead(code),
      async (tx) => new Set((await tx.selectFrom('sharedPost').select('id').execute()).map((p) => p.id)),
    );
  const arrangementsSeenBy = (code: CouncilCode) =>
    database.inCouncil(
      lead(code),
      async (tx) => new Set((await tx.selectFrom('arrangement').select('id').execute()).map((a) => a.id)),
    );

  async function at<T>(day: string, work: () => Promise<T>): Promise<T> {
    database.clock.moveTo(new Date(`${day}T10:00:00Z`));
    try {
      return await work();
    } finally {
      database.clock.moveTo(TEST_START);
    }
  }
  return { lead, propose, proposeProtocol, agree, record, endPart, leave, postsSeenBy, arrangementsSeenBy, at };
}
