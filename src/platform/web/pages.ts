// What a feature's pages.ts works with: a context for each kind of page, and typed answers. A handler is a function from
// a context to an answer; it never touches the web framework.
import type { Role } from '../db/schema/index.ts';
import type { CouncilTx, Doors, PublicTx } from '../db/scope.ts';
import type { BandColour, Furniture, Link, PageError, Template } from './view.ts';

/** A council as the web knows it. */
export interface CouncilBrief {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly letters: string;
  readonly band: BandColour;
}

export interface CouncilServed extends CouncilBrief {
  readonly kind: 'officer' | 'member';
  readonly roles: readonly Role[];
}

/** A person with a session that holds, and the councils they serve. */
export interface SignedIn {
  readonly sessionId: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly councils: readonly CouncilServed[];
}

/** How the web finds out who is asking. The accounts feature supplies it. */
export interface Sessions {
  /** `address`: where the request came from, kept with the session so that its person can recognise it. */
  find(token: string, address?: string): Promise<SignedIn | null>;
}

/** A form as posted: a name asked for once is text, more than once a list. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** One posted value as text; '' when it was not posted; the first when there are several. */
export function posted(form: Posted, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Every posted value of a name, as a list. */
export function postedList(form: Posted, name: string): readonly string[] {
  const value = form[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** A file as received: on disk until the answer is sent, then gone. Nothing is on disk when it was too large. */
export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes received; of a file over the limit, what the browser said it would send. */
  readonly size: number;
  readonly tooLarge: boolean;
  readonly path: string;
}

interface AnyContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Posted;
  readonly form: Posted;
  readonly files: readonly ReceivedFile[];
  readonly now: Date;
  /** Today in London, "2026-11-22". */
  readonly today: string;
  readonly demonstration: boolean;
  /** The address of this installation, without a slash at the end. */
  readonly origin: string;
  /** The path and query of this request. */
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string;
  /** For limits on guessing alone; never stored as it is, never logged. */
  readonly remoteAddress: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** An opt-in "update by itself" page asks for this through `refresh` in its answer. */
  readonly doors: Doors;
}

/** A page anybody may open: sign-in, invitations, mail links, accessibility. `signedIn` when somebody is. */
export interface OpenContext extends AnyContext {
  readonly signedIn: SignedIn | null;
}

/** A page of the public site: no session is looked at, and only published copies can be read. */
export interface PublicContext extends Omit<AnyContext, 'doors' | 'form' | 'files' | 'cookies'> {
  read<T>(work: (tx: PublicTx) => Promise<T>): Promise<T>;
}

/** A page of a person signed in, of no one council. */
export interface PersonContext extends AnyContext {
  readonly signedIn: SignedIn;
}

/** A page of one council, the one in the address, for a person who serves it. */
export interface CouncilContext extends AnyContext {
  readonly signedIn: SignedIn;
  readonly person: SignedIn['person'];
  readonly council: CouncilServed;
  /** The address of a page of this council: path('/recommendations'). */
  path(below: string): string;
  can(permission: string): boolean;
  /** One transaction in this council's scope; read-only when the page is only looked at. */
  scope<T>(work: (tx: CouncilTx) => Promise<T>, reason?: string): Promise<T>;
}

export type PageFurniture = Partial<
  Pick<Furniture, 'breadcrumbs' | 'errors' | 'asAt' | 'search' | 'success' | 'band' | 'subNavigation'>
> & { readonly title: string };

export type Answer =
  | {
      readonly kind: 'page';
      readonly template: Template<unknown>;
      readonly view: unknown;
      readonly furniture: PageFurniture;
      readonly status: number;
      readonly refreshSeconds: number | null;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly success: SuccessMessage | null }
  | {
      readonly kind: 'content';
      readonly mediaType: string;
      readonly body: string | Uint8Array;
      readonly fileName: string | null;
      readonly status: number;
      readonly etag: string | null;
    };

export interface SuccessMessage {
  readonly text: string;
  readonly link: Link | null;
}

/** An answer with cookies to set (name to value; null takes it away), for signing in and out. */
export type AnswerWithCookies = Answer & {
  readonly cookies?: Readonly<Record<string, { value: string; maxAgeSeconds: number } | null>>;
};

/** A page. With errors it is answered as 422, so that a program can tell; people see the same page with what they typed. */
export function page<V>(
  template: Template<V>,
  view: V,
  furniture: PageFurniture,
  options: { status?: number; refreshSeconds?: number } = {},
): Answer {
  const status = options.status ?? (furniture.errors?.length ? 422 : 200);
  return {
    kind: 'page',
    template: template as Template<unknown>,
    view,
    furniture,
    status,
    refreshSeconds: options.refreshSeconds ?? null,
  };
}

/** After a change: go to a page, which shows once what was done. */
export function redirect(to: string, success: string | SuccessMessage | null = null): Answer {
  return { kind: 'redirect', to, success: typeof success === 'string' ? { text: success, link: null } : success };
}

/** A download: always an attachment, never shown in our pages' place. */
export function download(fileName: string, mediaType: string, body: string | Uint8Array): Answer {
  return { kind: 'content', mediaType, body, fileName, status: 200, etag: null };
}

/** Something that is not a page and is read by programs: a feed, JSON. */
export function content(mediaType: string, body: string | Uint8Array, etag: string | null = null): Answer {
  return { kind: 'content', mediaType, body, fileName: null, status: 200, etag };
}

export type Handler<C> = (context: C) => Promise<AnswerWithCookies> | AnswerWithCookies;

export interface PublicOptions {
  /** Lets other sites show this page in a frame: the embed route alone. */
  frameable?: boolean;
}

/** Where a feature puts its pages. Paths are below /councils/CODE for council pages, as written for the others. */
export interface Pages {
  council(method: 'GET' | 'POST', path: string, permission: string, handler: Handler<CouncilContext>): void;
  person(method: 'GET' | 'POST', path: string, handler: Handler<PersonContext>): void;
  open(method: 'GET' | 'POST', path: string, handler: Handler<OpenContext>): void;
  public(path: string, handler: Handler<PublicContext>, options?: PublicOptions): void;
}

export const ROOMS = ['Home', 'Improve', 'Plan', 'Money', 'Share', 'Perform', 'Govern'] as const;
export type Room = (typeof ROOMS)[number];

/** An entry of the navigation: the first entry of a room is where the room's own link leads. */
export interface NavigationEntry {
  readonly room: Room;
  readonly text: string;
  /** Below /councils/CODE; the page is active for every address that begins with it. */
  readonly path: string;
  readonly permission: string;
}

export type { PageError };
