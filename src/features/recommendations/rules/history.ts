// What the columns of the register are called, and how what happened to them is told: to a recommendation, its response
// and verdicts, and to the actions and evidence under it.
import { date } from '../../../platform/web/dates-and-money.ts';
import {
  changed,
  changesIn,
  day,
  file,
  type HistoryRow,
  listed,
  number,
  oneOf,
  person,
  pounds,
  type RecordWords,
  subPoints,
  type Telling,
  text,
  type Vocabulary,
  valueWords,
} from '../../history/index.ts';
import { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS, VISIBILITY_WORDS } from './words.ts';

const answer = oneOf(ANSWER_WORDS);
const progress = oneOf(PROGRESS_WORDS);
const grade = oneOf(GRADE_WORDS);
const visibility = oneOf(VISIBILITY_WORDS);
const known = oneOf({ true: 'Known', false: 'Not known' });

const quoted = (words: unknown) => `‘${String(words ?? '')}’`;
const NOBODY = { officer_id: 'Nobody', member_id: 'Nobody' };

/** An action by its newest title: updates and links name the action that they are about. */
function actionIn(rows: readonly HistoryRow[], id: unknown): string {
  const newest = rows.findLast((row) => row.tableName === 'action' && row.recordId === id);
  return newest === undefined ? 'An action' : quoted(newest.record.title);
}

const recommendation: RecordWords = {
  name: 'Recommendation',
  columns: {
    text: ['Wording', text],
    parts: ['Sub-points', subPoints],
    heading: ['Heading', text],
    number: ['Number', number],
    group_name: ['List', text],
    officer_id: ['Officer', person],
    member_id: ['Member', person],
    next_review_on: ['Next review', day],
  },
  empty: NOBODY,
  tell: (row, telling) => (row.change === 'added' ? 'Added to the register' : changed('Recommendation', telling)),
};

const response: RecordWords = {
  name: 'Response',
  columns: {
    answer: ['Answer', answer],
    reason: ['Reason', text],
    decided_on: ['Decided on', day],
    decided_by_body: ['Decided by', text],
    decision_reference: ['Decision reference', text],
    decision_url: ['Web address', text],
  },
  tell: (row, { changes, names }) =>
    row.change === 'added'
      ? `The council answered: ${valueWords(row.record.answer, answer, names)}`
      : `Response changed: ${listed(changes)}`,
};

const action: RecordWords = {
  name: 'Action',
  columns: {
    title: ['What will be done', text],
    officer_id: ['Officer', person],
    member_id: ['Member', person],
    starts_on: ['Start', day],
    target_on: ['Done by', day],
    progress: ['Progress', progress],
    success_measure: ['Measure', text],
    cost_known: ['Cost', known],
    cost_one_off_pence: ['Cost, one-off', pounds],
    cost_yearly_pence: ['Cost, each year', pounds],
    people_days: ['People-days', number],
    visibility: ['Who can see it', visibility],
  },
  empty: { ...NOBODY, target_on: 'No date yet', success_measure: 'No measure yet' },
  title: ({ record }) => `Action: ${record.title}`,
  // Its title stands above its facts, and a known cost says itself what it is.
  unlisted: (column, value) => column === 'title' || (column === 'cost_known' && value === true),
  tell: (row, telling) =>
    row.change === 'added' ? `Action added: ${quoted(row.record.title)}` : changed(quoted(row.record.title), telling),
};

const link: RecordWords = {
  name: 'Link',
  columns: {},
  stands: () => false,
  tell: ({ change, record }, { rows }) =>
    change === 'removed'
      ? `${actionIn(rows, record.action_id)} no longer answers this`
      : `${actionIn(rows, record.action_id)} linked`,
};

function updateWords({ record }: HistoryRow, { rows, names }: Telling): string {
  const about = actionIn(rows, record.action_id);
  if (record.new_target_on && record.previous_target_on) {
    return `${about} date moved, ${date(String(record.previous_target_on))} to ${date(String(record.new_target_on))}`;
  }
  const said = valueWords(record.progress, progress, names).toLowerCase();
  return `${about} ${said.startsWith('reported') ? said : `reported: ${said}`}`;
}

const update: RecordWords = {
  name: 'Update',
  columns: {},
  stands: () => false,
  tell: updateWords,
  why: ({ record }) => [
    ...(record.sentence ? [String(record.sentence)] : []),
    ...(record.pause_reason ? [`Paused because: ${record.pause_reason}`] : []),
    ...(record.move_reason ? [`Why the date moved: ${record.move_reason}`] : []),
  ],
};

const evidence: RecordWords = {
  name: 'Evidence',
  columns: {
    title: ['What it shows', text],
    file_id: ['File', file],
    url: ['Web address', text],
    visibility: ['Who can see it', visibility],
  },
  tell: ({ change, record }, telling) => {
    if (change === 'removed') return `Evidence taken off: ${quoted(record.title)}`;
    if (change === 'added') return `Evidence added: ${quoted(record.title)}`;
    return changed(`Evidence ${quoted(record.title)}`, telling);
  },
};

const verdict: RecordWords = {
  name: 'Verdict',
  columns: {
    grade: ['The reviewers found', grade],
    given_on: ['On', day],
    reviewer: ['By', text],
    source: ['Where it stands', text],
  },
  tell: ({ record }, { names }) => `${String(record.reviewer)} found: ${valueWords(record.grade, grade, names)}`,
};

/**
 * The rows worth telling. A report of progress writes two rows in one instant, the update and the action it changed: the
 * second says nothing that the first does not. So does the link of an action that is added to answer something.
 */
function withoutEchoes(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const key = (id: unknown, row: HistoryRow) => `${id} ${row.at.getTime()}`;
  const reported = new Set(
    rows.filter((row) => row.tableName === 'action_update').map((row) => key(row.record.action_id, row)),
  );
  const begun = new Set(
    rows.filter((row) => row.tableName === 'action' && row.change === 'added').map((row) => key(row.recordId, row)),
  );
  return rows.filter((row) => {
    if (row.tableName === 'recommendation_action') {
      return row.change !== 'added' || !begun.has(key(row.record.action_id, row));
    }
    if (row.tableName !== 'action' || row.change !== 'changed' || !reported.has(key(row.recordId, row))) return true;
    const changes = changesIn(row, registerVocabulary);
    return changes.some((change) => change.label !== 'Progress' && change.label !== 'Done by');
  });
}

/** What happened to recommendations, actions and evidence, with all that hangs on them. */
export const registerVocabulary: Vocabulary = {
  records: {
    recommendation,
    response,
    action,
    evidence,
    verdict,
    recommendation_action: link,
    action_update: update,
  },
  told: withoutEchoes,
  unsigned: () => 'the program',
  notThere: 'It was not in the register',
};
