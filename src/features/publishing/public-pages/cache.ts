// Rendered public pages, kept in this process. An entry is used only when a query made for this very request says that
// nothing it shows has changed since, so a withdrawal in any process takes effect at once in all of them.
import { createHash } from 'node:crypto';

export interface Drawn {
  readonly mediaType: string;
  readonly body: string;
  /** Set for a download. */
  readonly fileName: string | null;
}

export interface KeptPage extends Drawn {
  readonly etag: string;
}

const MOST_CHARACTERS = 24_000_000;

export class PageCache {
  readonly #pages = new Map<string, KeptPage & { state: string }>();
  #characters = 0;

  /** The page of an address as rendered in this state of the database, or null. */
  find(address: string, state: string): KeptPage | null {
    const page = this.#pages.get(address);
    if (page?.state !== state) return null;
    this.#pages.delete(address);
    this.#pages.set(address, page);
    return page;
  }

  /** Keeps a page; those longest unread make room. */
  keep(address: string, state: string, drawn: Drawn): KeptPage {
    const etag = `"${createHash('sha256').update(drawn.body).digest('base64url').slice(0, 22)}"`;
    this.#drop(address);
    const page = { ...drawn, etag, state };
    this.#pages.set(address, page);
    this.#characters += drawn.body.length;
    for (const oldest of this.#pages.keys()) {
      if (this.#characters <= MOST_CHARACTERS || oldest === address) break;
      this.#drop(oldest);
    }
    return page;
  }

  #drop(address: string): void {
    this.#characters -= this.#pages.get(address)?.body.length ?? 0;
    this.#pages.delete(address);
  }
}
