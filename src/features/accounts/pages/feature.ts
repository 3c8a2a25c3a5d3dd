import type { Feature } from '../../../platform/feature.ts';
import { addAccountPages } from './account.ts';
import { addKeptMailPages } from './kept-mails.ts';
import { addLinkPages } from './links.ts';
import { addPeoplePages } from './people.ts';
import type { AccountSettings } from './settings.ts';
import { addSignInPages } from './sign-in.ts';

/** Sign-in, mail links, the person's own account, the council's people; in demonstration mode the mails. */
export function accountsFeature(settings: AccountSettings): Feature {
  return {
    name: 'accounts',
    navigation: [{ room: 'Home', text: 'People', path: '/people', permission: 'manage-people' }],
    addPages(pages) {
      addSignInPages(pages, settings);
      addLinkPages(pages, settings);
      addAccountPages(pages, settings);
      addPeoplePages(pages, settings);
      if (settings.keptMailFolder !== null) addKeptMailPages(pages, settings);
    },
  };
}
