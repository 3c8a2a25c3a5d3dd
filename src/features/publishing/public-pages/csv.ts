// A version as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read it): a line for each action under each recommendation.
import { isoDay } from '../../../platform/web/dates-and-money.ts';
import { actionFacts, type DataInput, evidenceFacts, placeFacts, placesFor, versionFacts } from './data.ts';

type Cell = string | number | boolean | null;

// A cell that begins so would be run as a formula by a spreadsheet (OWASP, CSV injection); an apostrophe makes it text.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One cell. Text that a spreadsheet would run is defused; numbers, ours, are left alone. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const prefixed = (prefix: string, row: Record<string, Cell>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [`${prefix}${name}`, value]));

/** The columns in their order; /public/open-data explains each. */
export const CSV_COLUMNS = [
  ...['council_code', 'council', 'address', 'title', 'version', 'state', 'published_at', 'replaced_at', 'withdrawn_at'],
  ...[
    'withdrawal_reason',
    'recommendation_id',
    'recommendation_address',
    'group',
    'number',
    'heading',
    'text',
    'parts',
  ],
  ...['page', 'page_end', 'officer', 'member', 'answer', 'answer_reason', 'answered_on', 'answered_by'],
  ...['decision_reference', 'decision_address', 'progress', 'progress_on', 'verdict', 'verdict_on', 'verdict_by'],
  ...['next_review_on', 'evidence', 'action_id', 'action_title', 'action_officer', 'action_member', 'action_starts_on'],
  ...['action_due_on', 'action_first_due_on', 'action_days_late_when_published', 'action_success_measure'],
  ...['action_cost_known', 'action_cost_one_off_pence', 'action_cost_yearly_pence', 'action_people_days'],
  ...['action_progress', 'action_progress_on', 'action_latest', 'action_evidence', 'taken_out', 'taken_out_reason'],
  ...['taken_out_at', 'origin', 'reworded'],
] as const;

export function planCsv(input: DataInput): string {
  const version: Record<string, Cell> = versionFacts(input);
  const publishedOn = isoDay(input.publication.publishedAt);
  const rows: Record<string, Cell>[] = [];
  const proofs = (list: ReturnType<typeof evidenceFacts>) =>
    list.map((one) => (one.address === null ? one.title : `${one.title}: ${one.address}`)).join('\n') || null;
  const takenOut = (what: string, at: { reason: string; redactedAt: Date }) => ({
    taken_out: what,
    taken_out_reason: at.reason,
    taken_out_at: at.redactedAt.toISOString(),
  });
  for (const place of placesFor(input)) {
    const { id, address, parts, taken_out: _, ...facts } = placeFacts(input, place);
    const head = {
      ...version,
      ...facts,
      recommendation_id: id,
      recommendation_address: address,
      parts: parts.map((part) => `${part.label} ${part.text}`).join('\n') || null,
      evidence: proofs(evidenceFacts(input, place.evidence)),
    };
    if (place.removed) rows.push({ ...head, ...takenOut('recommendation', place.removed) });
    else if (place.actions.length === 0) rows.push(head);
    for (const { action, evidence } of place.actions) {
      const own = prefixed('action_', actionFacts(action, publishedOn));
      rows.push({ ...head, ...own, action_evidence: proofs(evidenceFacts(input, evidence)) });
    }
    for (const gone of [...place.removedActions, ...place.removedEvidence]) {
      rows.push({ ...head, ...takenOut(gone.kind, gone) });
    }
  }
  // A withdrawn version is one line: that it was, and why.
  if (rows.length === 0) rows.push(version);
  const lines = [[...CSV_COLUMNS], ...rows.map((row) => CSV_COLUMNS.map((name) => csvCell(row[name] ?? null)))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
