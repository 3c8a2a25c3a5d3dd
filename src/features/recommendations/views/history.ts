// History in plain sentences: who, when, what changed with before and after, and why; and a record as it stood on a day.
import { date, isoDay, pounds } from '../../../platform/web/dates-and-money.ts';
import { asOn, changesIn, type Field, type HistoryRow, KNOWN, toldRows } from '../rules/history.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS, VISIBILITY_WORDS } from '../rules/words.ts';
import type { DateFieldView } from './forms.ts';

type Names = ReadonlyMap<string, string>;

/** A value of a column in words; what is absent says so. */
export function valueWords(value: unknown, field: Field, names: Names): string {
  if (value === null || value === undefined || value === '') return field === 'person' ? 'nobody' : 'nothing';
  const text = String(value);
  switch (field) {
    case 'day':
      return date(text);
    case 'person':
      return names.get(text) ?? 'somebody who is no longer listed';
    case 'pounds':
      return pounds(Number(value));
    case 'yes':
      return value ? 'yes' : 'no';
    case 'answer':
      return ANSWER_WORDS[text as keyof typeof ANSWER_WORDS] ?? text;
    case 'progress':
      return PROGRESS_WORDS[text as keyof typeof PROGRESS_WORDS] ?? text;
    case 'grade':
      return GRADE_WORDS[text as keyof typeof GRADE_WORDS] ?? text;
    case 'visibility':
      return VISIBILITY_WORDS[text as keyof typeof VISIBILITY_WORDS] ?? text;
    default:
      return text;
  }
}

export interface ChangeView {
  readonly what: string;
  readonly who: string;
  readonly when: Date;
  readonly why: string | null;
  /** What changed, with before and after. */
  readonly lines: readonly string[];
}

const quoted = (text: unknown) => `‘${String(text ?? '')}’`;

/** The titles of actions by identifier, from their newest rows: updates and links name the action they are about. */
export function actionTitles(rows: readonly HistoryRow[]): Map<string, string> {
  return new Map(
    rows.filter((row) => row.tableName === 'action').map((row) => [row.recordId, String(row.record.title)]),
  );
}

/** One change as a sentence, without who and when. */
export function changeSentence(row: HistoryRow, titles: ReadonlyMap<string, string>, names: Names): string {
  const { record, change } = row;
  const action = (id: unknown) => {
    const title = titles.get(String(id));
    return title === undefined ? 'an action' : quoted(title);
  };
  const changed = changesIn(row).map((one) => one.label.toLowerCase());
  const single = changesIn(row)[0];
  switch (row.tableName) {
    case 'recommendation':
      if (change === 'added') return 'Added to the register';
      return changed.length === 1 && single
        ? `${single.label}: ${valueWords(single.now, single.field, names)}`
        : `Changed: ${changed.join(', ')}`;
    case 'response': {
      const answer = valueWords(record.answer, 'answer', names);
      return change === 'added' ? `The council answered: ${answer}` : `Response changed: ${changed.join(', ')}`;
    }
    case 'action':
      if (change === 'added') return `Action added: ${quoted(record.title)}`;
      return changed.length === 1 && single
        ? `${quoted(record.title)}: ${single.label.toLowerCase()} is now ${valueWords(single.now, single.field, names)}`
        : `${quoted(record.title)} changed: ${changed.join(', ')}`;
    case 'recommendation_action':
      return change === 'removed'
        ? `${action(record.action_id)} no longer answers this`
        : `${action(record.action_id)} linked`;
    case 'action_update': {
      const moved =
        record.new_target_on && record.previous_target_on
          ? ` date moved, ${date(String(record.previous_target_on))} to ${date(String(record.new_target_on))}`
          : null;
      const progress = valueWords(record.progress, 'progress', names).toLowerCase();
      return moved === null
        ? `${action(record.action_id)} ${progress.startsWith('reported') ? progress : `reported: ${progress}`}`
        : `${action(record.action_id)}${moved}`;
    }
    case 'evidence':
      if (change === 'removed') return `Evidence taken off: ${quoted(record.title)}`;
      if (change === 'added') return `Evidence added: ${quoted(record.title)}`;
      return `Evidence ${quoted(record.title)}: ${changed.join(', ')} changed`;
    case 'verdict':
      return `${String(record.reviewer)} found: ${valueWords(record.grade, 'grade', names)}`;
    default:
      return 'Changed';
  }
}

function whyOf(row: HistoryRow): string | null {
  const { record } = row;
  const said = [
    row.tableName === 'action_update' ? record.sentence : null,
    row.tableName === 'action_update' && record.pause_reason ? `Paused because: ${record.pause_reason}` : null,
    row.tableName === 'action_update' && record.move_reason ? `Why the date moved: ${record.move_reason}` : null,
    row.reason !== null && row.reason !== record.move_reason ? `Why: ${row.reason}` : null,
  ].filter(Boolean);
  return said.length === 0 ? null : said.join(' ');
}

/** Each change with before and after; a single one whose sentence says what it is now adds only what it was. */
function linesOf(row: HistoryRow, names: Names): string[] {
  const changes = changesIn(row);
  const saidAbove = changes.length === 1 && ['recommendation', 'action'].includes(row.tableName);
  return changes.map(({ label, field, was, now }) => {
    const before = `Before: ${valueWords(was, field, names)}.`;
    return saidAbove ? before : `${label}: ${valueWords(now, field, names)}. ${before}`;
  });
}

export interface HistoryView {
  readonly heading: string;
  readonly about: string;
  readonly aboutHref: string;
  readonly asOnHref: string;
  readonly changes: readonly ChangeView[];
}

/** The full history, newest first. */
export function historyView(
  rows: readonly HistoryRow[],
  names: Names,
  page: { about: string; aboutHref: string; asOnHref: string },
): HistoryView {
  const titles = actionTitles(rows);
  return {
    heading: 'Full history',
    ...page,
    changes: toldRows(rows)
      .reverse()
      .map((row) => ({
        what: changeSentence(row, titles, names),
        who: row.who ?? 'the program',
        when: row.at,
        why: whyOf(row),
        lines: linesOf(row, names),
      })),
  };
}

export interface AsOnView {
  readonly about: string;
  readonly aboutHref: string;
  readonly historyHref: string;
  readonly day: DateFieldView;
  readonly action: string;
  readonly stood: {
    readonly on: string;
    readonly sections: readonly {
      readonly title: string;
      readonly rows: readonly { readonly key: string; readonly value: string; readonly action: null }[];
    }[];
  } | null;
}

const SECTION: Readonly<Record<string, string>> = {
  recommendation: 'Recommendation',
  response: 'Response',
  action: 'Action',
  evidence: 'Evidence',
};

/** What an empty column says of itself; one that is not here says nothing when it is empty. */
const EMPTY: Readonly<Record<string, string>> = {
  officer_id: 'Nobody',
  member_id: 'Nobody',
  target_on: 'No date yet',
  success_measure: 'No measure yet',
};

/** The columns of a row that said something then, in words. */
function factsThen({ tableName, record }: HistoryRow, names: Names): { key: string; value: string; action: null }[] {
  return Object.entries(KNOWN[tableName] ?? {}).flatMap(([column, [label, field]]) => {
    const value = record[column];
    if (column === 'cost_known') return value ? [] : [{ key: 'Cost', value: 'Not known', action: null }];
    // An action's title stands above its facts.
    if (tableName === 'action' && column === 'title') return [];
    if (value === null || value === undefined || value === '') {
      return column in EMPTY ? [{ key: label, value: EMPTY[column]!, action: null }] : [];
    }
    return [{ key: label, value: valueWords(value, field, names), action: null }];
  });
}

/** The record as it stood at the end of a day in London; no section when it was not there yet. */
export function stoodOn(rows: readonly HistoryRow[], day: string, names: Names): NonNullable<AsOnView['stood']> {
  const then = asOn(rows, (at) => isoDay(at) <= day);
  const verdicts = then.filter((row) => row.tableName === 'verdict');
  const order = ['recommendation', 'response', 'action', 'evidence'];
  const known = then.filter((row) => order.includes(row.tableName));
  const begun = new Map<string, number>();
  for (const row of rows) if (!begun.has(row.recordId)) begun.set(row.recordId, row.id);
  known.sort(
    (a, b) =>
      order.indexOf(a.tableName) - order.indexOf(b.tableName) || begun.get(a.recordId)! - begun.get(b.recordId)!,
  );
  return {
    on: day,
    sections: [
      ...known.map((row) => ({
        title: `${SECTION[row.tableName] ?? ''}${row.tableName === 'action' ? `: ${row.record.title}` : ''}`,
        rows: factsThen(row, names),
      })),
      ...verdicts.map((row) => ({
        title: 'Verdict',
        rows: [
          { key: 'The reviewers found', value: valueWords(row.record.grade, 'grade', names), action: null },
          { key: 'On', value: date(String(row.record.given_on)), action: null },
          { key: 'By', value: String(row.record.reviewer), action: null },
        ],
      })),
    ],
  };
}
