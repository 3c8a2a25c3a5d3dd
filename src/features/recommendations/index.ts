// The door of the register of recommendations: its pages, and what later features may ask of it.
import type { Feature } from '../../platform/feature.ts';
import { addRecommendationHistory } from './pages/history.ts';
import { addRecordPages } from './pages/record.ts';
import { addRegisterPages } from './pages/register.ts';

export { nameOwners, recordResponse, recordVerdict, registerByHand } from './actions.ts';
export { type Directory, labelOf, labelsOf, type NameablePerson, readPerson } from './forms/people.ts';
export {
  dayOf,
  dayTyped,
  type FormRead,
  finish,
  readOneOf,
  readOptionalDay,
  type Typed,
  textOf,
  versionOf,
} from './forms/read.ts';
export { directoryOf, typedFrom } from './pages/context.ts';
export { findProposed } from './queries/asked.ts';
export { findHistoryOfAction, findHistoryOfEvidence } from './queries/history.ts';
export { findPeople } from './queries/people.ts';
export { type Asked, askedOf, askedWords, type NotRegistered, notRegistered } from './rules/asked.ts';
export { registerVocabulary } from './rules/history.ts';
export { type ActionFacts, type Lateness, lateness, nextDate, rollUp, rollUpCost } from './rules/progress.ts';
export { pageOf, titleOf } from './rules/register.ts';
export { ANSWER_WORDS, GRADE_WORDS, PROGRESS_WORDS, VISIBILITY_WORDS } from './rules/words.ts';
export { csvFile } from './views/csv.ts';
export {
  type ConflictView,
  type DateFieldView,
  fieldsOf,
  type PersonFieldView,
  pageErrors,
  type RadiosView,
  type TextFieldView,
} from './views/forms.ts';
export { costWords, type EvidenceLineView, evidenceLine } from './views/record.ts';
export { lateWords, type PaginationView, paginationOf } from './views/register.ts';

export const recommendations: Feature = {
  name: 'recommendations',
  navigation: [{ room: 'Improve', text: 'Recommendations', path: '/recommendations', permission: 'see' }],
  addPages(pages) {
    addRegisterPages(pages);
    addRecordPages(pages);
    addRecommendationHistory(pages);
  },
};
