// The door of sharing: what councils share, and who has agreed to it.
import type { Feature } from '../../platform/feature.ts';
import { addSharingPages } from './pages.ts';

export { agree, type ProposeInput, propose, recordPost } from './actions.ts';
export { addPartnership } from './commands.ts';

export const sharing: Feature = {
  name: 'sharing',
  navigation: [{ room: 'Share', text: 'Map', path: '/share', permission: 'see' }],
  addPages: addSharingPages,
};
