import type { Role } from '../db/schema/index.ts';
import {
  type CouncilServed,
  type NavigationEntry,
  type PageFurniture,
  ROOMS,
  type SignedIn,
  type SuccessMessage,
} from './pages.ts';
import { type Furniture, furnish, type NavigationLink } from './view.ts';

/** Who looks at a page, and as whose. */
export type Around =
  | { kind: 'council'; signedIn: SignedIn; council: CouncilServed }
  | { kind: 'person'; signedIn: SignedIn }
  | { kind: 'open' }
  | { kind: 'public' };

export interface Surroundings {
  around: Around;
  page: PageFurniture;
  said: SuccessMessage | null;
  csrfToken: string | null;
  demonstration: boolean;
  address: string | null;
  navigation: readonly NavigationEntry[];
  can(roles: readonly Role[], permission: string): boolean;
  /** The path of this request, without its query. */
  path: string;
}

/** What stands around a page: whose data it is, who is signed in, the rooms that they may enter. */
export function furnitureFor(given: Surroundings): Furniture {
  const { around, page } = given;
  const common = {
    ...page,
    demonstration: given.demonstration,
    address: given.address,
    csrfToken: given.csrfToken,
    success: page.success ?? given.said,
  };
  if (around.kind === 'public') return furnish({ ...common, homeHref: '/public', signIn: null });
  if (around.kind === 'open') return furnish({ ...common, signIn: given.path === '/sign-in' ? null : '/sign-in' });
  const { signedIn } = around;
  const person = { text: signedIn.person.name, href: '/account' };
  if (around.kind === 'person') return furnish({ ...common, person, signOut: '/sign-out' });
  const { council } = around;
  const home = `/councils/${council.code}`;
  const links = given.navigation.filter((entry) => given.can(council.roles, entry.permission));
  const isBelow = (entry: NavigationEntry) => {
    const path = home + entry.path;
    return given.path === path || given.path.startsWith(`${path}/`) || (entry.path === '' && given.path === home);
  };
  // The longest path wins, so that /reports/new does not light up what is only above it.
  const active = links.filter(isBelow).sort((a, b) => b.path.length - a.path.length)[0];
  const rooms: NavigationLink[] = [];
  for (const room of ROOMS) {
    const first = links.find((entry) => entry.room === room);
    if (!first) continue;
    const href = home + first.path;
    rooms.push({ text: room, href, active: active?.room === room, current: given.path === href });
  }
  const within = links.filter((entry) => entry.room === active?.room);
  return furnish({
    band: {
      kind: 'council',
      council: { name: council.name, letters: council.letters, band: council.band },
      homeHref: home,
      changeHref: signedIn.councils.length > 1 ? '/councils' : null,
    },
    subNavigation:
      active && within.length > 1
        ? {
            label: active.room,
            items: within.map((entry) => ({
              text: entry.text,
              href: home + entry.path,
              active: entry === active,
              current: given.path === home + entry.path,
            })),
          }
        : null,
    ...common,
    homeHref: home,
    person,
    signOut: '/sign-out',
    rooms,
  });
}
