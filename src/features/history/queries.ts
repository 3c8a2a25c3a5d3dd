// The rows of history, as the scope of a council may read them. What belongs to a record is said by its own feature.
import { type RawBuilder, sql } from 'kysely';
import type { CouncilTx } from '../../platform/db/scope.ts';
import type { HistoryRow, LastChange } from './rules.ts';

/** A condition on rows of history, which it calls h: its columns table_name, record_id and record, among others. */
export type Which = RawBuilder<unknown>;

const WHO = sql`left join membership who on who.council_id = h.council_id and who.person_id = h.person_id`;

/** The council's own history that matches, oldest first. */
export async function findHistory(tx: CouncilTx, which: Which): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.id, h.table_name, h.record_id, h.at, h.person_id, who.name as who, null as council, h.change, h.reason, h.record, h.was
    from history h ${WHO}
    where h.council_id = current_council() and (${which})
    order by h.id`.execute(tx);
  return rows;
}

/**
 * The history of what councils share that matches, oldest first. Of a change that another council made, that council is
 * told, and neither its person nor its reason.
 */
export async function findSharedHistory(tx: CouncilTx, which: Which): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select h.id, h.table_name, h.record_id, h.at, mine.person_id, who.name as who, coalesce(c.name, 'the operator') as council,
      h.change, mine.reason, h.record, h.was
    from shared_history h
    left join council c on c.id = h.acting_council_id
    left join shared_history_person mine on mine.council_id = current_council() and mine.history_id = h.id
    left join membership who on who.council_id = mine.council_id and who.person_id = mine.person_id
    where ${which}
    order by h.id`.execute(tx);
  return rows;
}

/** Who changed a record last, and when: for the second of two editors. */
export async function findLastChange(
  tx: CouncilTx,
  tableName: 'recommendation' | 'response' | 'action' | 'proposal',
  recordId: string,
): Promise<LastChange | null> {
  const { rows } = await sql<{ who: string | null; personId: string | null; at: Date }>`
    select who.name as who, h.person_id, h.at from history h ${WHO}
    where h.council_id = current_council() and h.table_name = ${tableName} and h.record_id = ${recordId}
    order by h.id desc limit 1`.execute(tx);
  const row = rows[0];
  return row ? { who: row.who ?? 'The program', personId: row.personId, at: row.at } : null;
}

/**
 * The names of everybody who ever served the council, by identifier, because history names people who have left; and of
 * the files that these rows name, kept or not.
 */
export async function findNames(tx: CouncilTx, rows: readonly HistoryRow[] = []): Promise<Map<string, string>> {
  const people = await tx.selectFrom('membership').select(['personId', 'name']).execute();
  const names = new Map(people.map((row) => [row.personId, row.name]));
  const files = [...new Set(rows.map((row) => row.record.file_id).filter((id) => typeof id === 'string'))];
  if (files.length > 0) {
    const kept = await tx
      .selectFrom('history')
      .select(['recordId', sql<string>`record ->> 'name'`.as('name')])
      .where('councilId', '=', sql<string>`current_council()`)
      .where('tableName', '=', 'stored_file')
      .where('recordId', 'in', files)
      .execute();
    for (const { recordId, name } of kept) names.set(recordId, name);
  }
  return names;
}

/** The names of every council of the installation, by identifier: public facts. */
export async function findCouncilNames(tx: CouncilTx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('council').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
