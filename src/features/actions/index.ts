// The door of actions: their pages, evidence, and what later features may ask of them.
import type { Feature } from '../../platform/feature.ts';
import { addEditPages } from './pages/edit.ts';
import { addEvidencePages } from './pages/evidence.ts';
import { addActionHistory } from './pages/history.ts';
import { addShowPages } from './pages/show.ts';

export {
  type ActionInput,
  addAction,
  addEvidence,
  type Cost,
  type EvidenceInput,
  editAction,
  linkAction,
  type ProgressInput,
  reportProgress,
  setCost,
  showEvidenceTo,
  takeOffEvidence,
  unlinkAction,
} from './actions.ts';
export { type ActionRow, findActions } from './queries/read.ts';
export { DUE_SOON_DAYS, daysAfter, fitsAction, isOpenAction } from './rules.ts';
export { lateOf } from './views/pages.ts';

export const actions: Feature = {
  name: 'actions',
  navigation: [{ room: 'Improve', text: 'Actions', path: '/actions', permission: 'see' }],
  addPages(pages) {
    addShowPages(pages);
    addEditPages(pages);
    addEvidencePages(pages);
    addActionHistory(pages);
  },
};
