// The door of sharing: what councils share, who has agreed to it, and how each ends its own part.
import type { Feature } from '../../platform/feature.ts';
import { addArrangementPages } from './pages/arrangements.ts';
import { addEndingPages } from './pages/endings.ts';
import { addSharedHistory } from './pages/history.ts';
import { addProposalPages } from './pages/proposals.ts';

export {
  type Acting,
  agree,
  agreePost,
  agreeTerms,
  endProtocol,
  findSharingWork,
  leave,
  type ProposeInput,
  propose,
  proposePost,
  proposeTerms,
} from './actions.ts';
export { addPartnership } from './commands.ts';
export type { SharingTask, SharingWork } from './rules/work.ts';

export const sharing: Feature = {
  name: 'sharing',
  navigation: [{ room: 'Share', text: 'Shared services', path: '/share', permission: 'see' }],
  addPages(pages) {
    addArrangementPages(pages);
    addProposalPages(pages);
    addEndingPages(pages);
    addSharedHistory(pages);
  },
};
