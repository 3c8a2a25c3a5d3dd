// The door of history: two pages for any record, and how a feature says in people's words what happened to its own.
// It has no pages of its own and no place in the navigation; each feature adds the pages of its records.
export { addHistoryPages, type HistoryPages, type Subject } from './pages.ts';
export {
  findCouncilNames,
  findHistory,
  findLastChange,
  findNames,
  findSharedHistory,
  type Which,
} from './queries.ts';
export {
  asOn,
  type Columns,
  changesIn,
  council,
  day,
  file,
  type HistoryRow,
  instant,
  months,
  type Names,
  number,
  oneOf,
  person,
  pounds,
  type RecordWords,
  someOf,
  subPoints,
  type Telling,
  type Told,
  text,
  toldRows,
  type Vocabulary,
  valueWords,
  whoChanged,
} from './rules.ts';
export {
  type AsOnView,
  changed,
  countTold,
  type HistoryView,
  historyLinks,
  historyView,
  listed,
  stoodOn,
} from './views.ts';
