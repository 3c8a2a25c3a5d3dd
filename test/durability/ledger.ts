// What the writer writes, and what must be found of it afterwards.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../src/platform/db/open.ts';

/** A council with actions to report on. */
export interface Ledger {
  readonly councilId: string;
  readonly actionIds: readonly string[];
}

export async function makeLedger(database: Database): Promise<Ledger> {
  const councilId = await database.asSystem('a council for the test', async (tx) => {
    const { id } = await tx
      .insertInto('council')
      .values({
        code: `ledger-${randomUUID().slice(0, 8)}`,
        name: 'Northmere City Council',
        letters: 'NM',
        gssCode: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
  const actionIds = await database.inCouncil({ councilId, personId: null }, async (tx) => {
    const made = await tx
      .insertInto('action')
      .values(
        ['Brief members', 'Publish reserves', 'Sell the depot', 'Merge two teams'].map((title) => ({
          councilId,
          title,
          officerId: null,
          memberId: null,
          startsOn: null,
          targetOn: null,
          originalTargetOn: null,
          costKnown: false,
          costOneOffPence: null,
          costYearlyPence: null,
          peopleDays: null,
          progressOn: null,
          addedBy: null,
        })),
      )
      .returning('id')
      .execute();
    return made.map(({ id }) => id);
  });
  return { councilId, actionIds };
}

/** One acknowledged change: an update, and the action it moves on, in one transaction. */
export async function report(database: Database, ledger: Ledger, updateId: string, n: number): Promise<void> {
  const { councilId, actionIds } = ledger;
  const actionId = actionIds[n % actionIds.length]!;
  await database.inCouncil({ councilId, personId: null }, async (tx) => {
    await tx
      .insertInto('actionUpdate')
      .values({
        councilId,
        id: updateId,
        actionId,
        progress: 'in_progress',
        // Of many lengths, so that pages fill at every possible place.
        sentence: 'Reported. '.repeat(1 + (n % 97)),
        previousTargetOn: null,
        newTargetOn: null,
        reportedBy: null,
      })
      .execute();
    await tx
      .updateTable('action')
      .set((eb) => ({ progress: 'in_progress', version: eb('version', '+', 1) }))
      .where('councilId', '=', councilId)
      .where('id', '=', actionId)
      .execute();
  });
}

export interface Found {
  /** Updates that stand whole: the row, and exactly one history row of it. */
  readonly whole: string[];
  /** What stands in halves, in words; empty unless atomicity or an index broke. */
  readonly broken: string[];
}

/** Reads everything back, by scanning tables and by their indexes, which must say the same. */
export async function findAll(database: Database, ledger: Ledger): Promise<Found> {
  return database.inCouncil({ councilId: ledger.councilId, personId: null }, async (tx) => {
    const { rows: updates } = await sql<{ id: string; told: number }>`
      select u.id, (select count(*) from history h where h.table_name = 'action_update' and h.record_id = u.id) as told
      from action_update u`.execute(tx);
    const { rows: actions } = await sql<{ title: string; version: number; updates: number; told: number }>`
      select a.title, a.version,
        (select count(*) from action_update u where u.action_id = a.id) as updates,
        (select count(*) from history h where h.table_name = 'action' and h.record_id = a.id) as told
      from action a`.execute(tx);
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows: indexed } = await sql<{ count: number }>`
      select count(*) as count from action_update where council_id = ${ledger.councilId} and action_id = any(${[...ledger.actionIds]})`.execute(
      tx,
    );
    const broken = [
      ...updates.filter(({ told }) => told !== 1).map(({ id, told }) => `update ${id} has ${told} history rows`),
      ...actions
        .filter((action) => action.version !== action.updates + 1 || action.told !== action.version)
        .map((action) => `action "${action.title}" and its updates differ: ${JSON.stringify(action)}`),
      ...(indexed[0]!.count === updates.length ? [] : [`an index finds ${indexed[0]!.count} of ${updates.length}`]),
    ];
    return { whole: updates.filter(({ told }) => told === 1).map(({ id }) => id), broken };
  });
}
