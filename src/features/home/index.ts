// The door of Home: what a person owes a council, and what changed there since they last came.
import type { Feature } from '../../platform/feature.ts';
import { addHomePages } from './pages.ts';

export const home: Feature = {
  name: 'home',
  navigation: [{ room: 'Home', text: 'Home', path: '', permission: 'see' }],
  addPages: addHomePages,
};
