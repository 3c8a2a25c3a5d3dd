/**
 * What a page is made of, apart from its own view: the furniture around it, and the typed handle of its template.
 */

declare const viewType: unique symbol;

/** The name of a template, carrying the type of view it renders. Made by `template`, used by `render`. */
export interface Template<V> {
  readonly name: string;
  readonly [viewType]?: (view: V) => void;
}

/**
 * A handle on a template: `template<RegisterView>('recommendations/register.njk')` is
 * src/features/recommendations/templates/register.njk; a name without a feature's folder is the platform's own.
 */
export function template<V>(name: string): Template<V> {
  return { name };
}

/** The three colours a council's band can have; all carry white text and the gold line with enough contrast. */
export const BAND_COLOURS = ['ink', 'plum', 'pine'] as const;
export type BandColour = (typeof BAND_COLOURS)[number];

export interface Link {
  readonly text: string;
  readonly href: string;
}

/** A link in a navigation. `current` is this very page; `active` is a page somewhere below it. */
export interface NavigationLink extends Link {
  readonly active: boolean;
  readonly current?: boolean;
}

/** How a council is recognised: its name, one to three letters, and the colour of its band. */
export interface CouncilBadge {
  readonly name: string;
  readonly letters: string;
  readonly band: BandColour;
}

/** Whose data the page shows. */
export type Band =
  | {
      readonly kind: 'council';
      readonly council: CouncilBadge;
      readonly homeHref: string;
      readonly changeHref: string | null;
    }
  | {
      readonly kind: 'shared';
      readonly councils: readonly CouncilBadge[];
      /** The short name of the council the person acts for, as in "You act for Northmere". */
      readonly actingFor: string;
      readonly changeHref: string | null;
    }
  | { readonly kind: 'public'; readonly council: CouncilBadge; readonly homeHref: string }
  | { readonly kind: 'none' };

/** A line of the "There is a problem" summary; `href` names the field, as "#title". */
export interface PageError {
  readonly text: string;
  readonly href: string;
}

/** Everything around a page's own content. Build it with `furnish`, which fills what a page does not have. */
export interface Furniture {
  /** The page's own title; `pageTitle` adds "Error:" and the council's name. */
  readonly title: string;
  readonly band: Band;
  readonly demonstration: boolean;
  readonly homeHref: string;
  readonly person: Link | null;
  /** Where the sign-out form posts to. */
  readonly signOut: string | null;
  readonly signIn: string | null;
  /** `label` says what is searched: "Search Northmere City Council". `action` is also the phone's link. */
  readonly search: { readonly action: string; readonly label: string } | null;
  /** Only rooms that work. */
  readonly rooms: readonly NavigationLink[];
  readonly subNavigation: { readonly label: string; readonly items: readonly NavigationLink[] } | null;
  readonly breadcrumbs: readonly Link[];
  /** Put into every form by the `form` macro. Null where nobody is signed in and no form posts. */
  readonly csrfToken: string | null;
  /** What was just done, after a redirect. */
  readonly success: { readonly text: string; readonly link: Link | null } | null;
  readonly errors: readonly PageError[];
  /** The date of the data, printed on every page that shows some. */
  readonly asAt: Date | string | null;
  /** The full address of this page, for print. */
  readonly address: string | null;
  readonly footer: readonly Link[];
}

export const FOOTER_LINKS: readonly Link[] = [
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'About', href: '/about' },
];

/** Furniture with everything that was not given left out: no person, no rooms, no band. */
export function furnish(given: Partial<Furniture> & Pick<Furniture, 'title'>): Furniture {
  return {
    band: { kind: 'none' },
    demonstration: false,
    homeHref: '/',
    person: null,
    signOut: null,
    signIn: null,
    search: null,
    rooms: [],
    subNavigation: null,
    breadcrumbs: [],
    csrfToken: null,
    success: null,
    errors: [],
    asAt: null,
    address: null,
    footer: FOOTER_LINKS,
    ...given,
  };
}

/** "Northmere City Council", or both names of a shared page, or "Goldthread" where the page is nobody's. */
export function ownerOf(band: Band): string {
  switch (band.kind) {
    case 'council':
    case 'public':
      return band.council.name;
    case 'shared':
      return band.councils.map((council) => council.name).join(' and ');
    case 'none':
      return 'Goldthread';
  }
}

/** The text of <title>: "Error: Add an action - Northmere City Council". */
export function pageTitle(furniture: Furniture): string {
  const prefix = furniture.errors.length > 0 ? 'Error: ' : '';
  return `${prefix}${furniture.title} - ${ownerOf(furniture.band)}`;
}

/** The name of the hidden field that carries `csrfToken`; the `form` macro and the sign-out form write it. */
export const CSRF_FIELD = '_csrf';
