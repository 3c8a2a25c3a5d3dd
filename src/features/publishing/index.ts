// The door of publishing: what a council puts before the public, and the public site itself.
import type { Feature } from '../../platform/feature.ts';
import { addCouncilPages } from './pages.ts';
import { addPublicPages } from './public-pages/routes.ts';

export { type PublishInput, type PublishOutcome, publish } from './actions/publish.ts';
export { type RedactInput, type RedactOutcome, redact } from './actions/redact.ts';
export { type WithdrawInput, type WithdrawOutcome, withdraw } from './actions/withdraw.ts';
export { publicLink, withoutEmail } from './rules/contents.ts';

export const publishing: Feature = {
  name: 'publishing',
  navigation: [{ room: 'Improve', text: 'Public pages', path: '/public-pages', permission: 'publish' }],
  addPages(pages) {
    addCouncilPages(pages);
    addPublicPages(pages);
  },
};
