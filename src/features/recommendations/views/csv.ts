// The action plan as a file: the columns that councils' own plans have, one line for each action.
import { typedPounds } from '../../../engines/fields/fields.ts';
import type { PlanRow } from '../queries/register.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS, VISIBILITY_WORDS } from '../rules/words.ts';

/**
 * One cell, quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, CSV injection): such a text is somebody's typing, never a figure of ours.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole file with a byte order mark, so that spreadsheets read it as UTF-8, and the line ends of RFC 4180. */
export function csvFile(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

const HEADS = [
  'Reference',
  'Report',
  'List',
  'Number',
  'Recommendation',
  'Response',
  'Reason',
  'Decided on',
  'Decision reference',
  'Reviewers found',
  'Action',
  'Lead officer',
  'Lead member',
  'Start',
  'First date promised',
  'Current date',
  'Cost once, pounds',
  'Cost a year, pounds',
  'People-days',
  'Success measure',
  'Progress',
  'Commentary',
  'Evidence',
  'Public or council only',
];

function cost(row: PlanRow, pence: number | null): string {
  if (row.actionId === null) return '';
  if (!row.costKnown) return 'Not known';
  return typedPounds(pence);
}

/** The lines of the plan for the recommendations asked for. Days are ISO, amounts plain pounds, unknown says so. */
export function planCsv(rows: readonly PlanRow[]): string {
  return csvFile(
    HEADS,
    rows.map((row) => [
      row.actionId ?? row.recommendationId,
      row.reportTitle,
      row.groupName,
      row.number,
      row.text,
      ANSWER_WORDS[row.answer ?? 'none'],
      row.reason,
      row.answeredOn,
      row.decisionReference,
      GRADE_WORDS[row.grade ?? 'not_assessed'],
      row.title,
      row.actionId === null ? row.officer : row.actionOfficer,
      row.actionId === null ? row.member : row.actionMember,
      row.startsOn,
      row.originalTargetOn,
      row.targetOn,
      cost(row, row.costOneOffPence),
      cost(row, row.costYearlyPence),
      row.actionId === null ? '' : row.costKnown ? row.peopleDays : 'Not known',
      row.successMeasure,
      row.progress === null ? 'No action yet' : PROGRESS_WORDS[row.progress],
      row.commentary,
      row.evidence.join('; '),
      row.visibility === null ? '' : VISIBILITY_WORDS[row.visibility],
    ]),
  );
}
