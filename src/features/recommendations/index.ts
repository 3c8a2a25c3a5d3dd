// The door of the register of recommendations: its pages, and what later features may ask of it.
import type { Feature } from '../../platform/feature.ts';
import { addRecordPages } from './pages/record.ts';
import { addRegisterPages } from './pages/register.ts';

export { nameOwners, recordResponse, recordVerdict, registerByHand } from './actions.ts';
export { type ActionFacts, lateness, nextDate, rollUp, rollUpCost } from './rules/progress.ts';
export { titleOf } from './rules/register.ts';

export const recommendations: Feature = {
  name: 'recommendations',
  navigation: [{ room: 'Improve', text: 'Recommendations', path: '/recommendations', permission: 'see' }],
  addPages(pages) {
    addRegisterPages(pages);
    addRecordPages(pages);
  },
};
