// A record's history: what changed in words, and the record as it stood on a day. Rows come as the database's triggers
// wrote them, with columns as the database names them.

/** A row of history, with the columns of its record as the database names them. */
export interface HistoryRow {
  readonly id: number;
  readonly tableName: string;
  readonly recordId: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly who: string | null;
  readonly change: 'added' | 'changed' | 'removed';
  readonly reason: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>> | null;
}

export type Field =
  | 'text'
  | 'day'
  | 'person'
  | 'pounds'
  | 'number'
  | 'yes'
  | 'answer'
  | 'progress'
  | 'grade'
  | 'visibility';

/** The columns that people know, in the order in which they are told. Others (versions, keys, instants) are silent. */
export const KNOWN: Readonly<Record<string, Readonly<Record<string, readonly [label: string, field: Field]>>>> = {
  recommendation: {
    text: ['Wording', 'text'],
    heading: ['Heading', 'text'],
    number: ['Number', 'number'],
    group_name: ['List', 'text'],
    officer_id: ['Officer', 'person'],
    member_id: ['Member', 'person'],
    next_review_on: ['Next review', 'day'],
  },
  response: {
    answer: ['Answer', 'answer'],
    reason: ['Reason', 'text'],
    decided_on: ['Decided on', 'day'],
    decided_by_body: ['Decided by', 'text'],
    decision_reference: ['Decision reference', 'text'],
    decision_url: ['Web address', 'text'],
  },
  action: {
    title: ['What will be done', 'text'],
    officer_id: ['Officer', 'person'],
    member_id: ['Member', 'person'],
    starts_on: ['Start', 'day'],
    target_on: ['Done by', 'day'],
    progress: ['Progress', 'progress'],
    success_measure: ['Measure', 'text'],
    cost_known: ['Cost known', 'yes'],
    cost_one_off_pence: ['Cost, one-off', 'pounds'],
    cost_yearly_pence: ['Cost, each year', 'pounds'],
    people_days: ['People-days', 'number'],
    visibility: ['Who can see it', 'visibility'],
  },
  evidence: {
    title: ['What it shows', 'text'],
    url: ['Web address', 'text'],
    visibility: ['Who can see it', 'visibility'],
  },
};

export interface FieldChange {
  readonly label: string;
  readonly field: Field;
  readonly was: unknown;
  readonly now: unknown;
}

/** What changed in a row, column by column, of those that people know. */
export function changesIn(row: HistoryRow): FieldChange[] {
  const known = KNOWN[row.tableName] ?? {};
  return Object.entries(known)
    .filter(([column]) => row.was !== null && column in row.was)
    .map(([column, [label, field]]) => ({ label, field, was: row.was?.[column], now: row.record[column] }));
}

/**
 * The rows worth telling. A report of progress writes two rows in one instant, the update and the action it changed:
 * the second says nothing that the first does not. So does the link of an action that is added to answer something.
 * Changes of versions and keys alone are left out as well.
 */
export function toldRows(rows: readonly HistoryRow[]): HistoryRow[] {
  const reported = new Set(
    rows.filter((row) => row.tableName === 'action_update').map((row) => `${row.record.action_id} ${row.at.getTime()}`),
  );
  const begun = new Set(
    rows
      .filter((row) => row.tableName === 'action' && row.change === 'added')
      .map((row) => `${row.recordId} ${row.at.getTime()}`),
  );
  return rows.filter((row) => {
    if (row.tableName === 'recommendation_action' && row.change === 'added') {
      return !begun.has(`${row.record.action_id} ${row.at.getTime()}`);
    }
    if (row.change !== 'changed') return true;
    const changes = changesIn(row);
    if (row.tableName !== 'action' || !reported.has(`${row.recordId} ${row.at.getTime()}`)) return changes.length > 0;
    return changes.some((change) => change.label !== 'Progress' && change.label !== 'Done by');
  });
}

/** The records as they stood at the end of a day: the last row of each by then, without those removed. */
export function asOn(rows: readonly HistoryRow[], until: (at: Date) => boolean): HistoryRow[] {
  const last = new Map<string, HistoryRow>();
  for (const row of rows) {
    if (until(row.at))
      last.set(`${row.tableName} ${row.tableName === 'recommendation_action' ? row.record.id : row.recordId}`, row);
  }
  return [...last.values()].filter((row) => row.change !== 'removed');
}
