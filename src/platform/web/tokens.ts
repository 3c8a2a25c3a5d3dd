import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs short texts with keys derived from the installation's secret: form tokens and the message after a redirect. */
export class Signer {
  readonly #secret: string;
  constructor(secret: string) {
    this.#secret = secret;
  }
  #mac(purpose: string, text: string): string {
    return createHmac('sha256', this.#secret).update(`${purpose}\0${text}`).digest('base64url');
  }
  /** The token of every form made for a session (or, before sign-in, for a visit). */
  formToken(session: string): string {
    return this.#mac('form', session);
  }
  isFormToken(token: string, session: string): boolean {
    return sameText(token, this.formToken(session));
  }
  /** A value with its signature, safe in a cookie. */
  seal(purpose: string, value: unknown): string {
    const text = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${text}.${this.#mac(purpose, text)}`;
  }
  unseal<T>(purpose: string, sealed: string | undefined): T | null {
    const [text, mac] = (sealed ?? '').split('.');
    if (!text || !mac || !sameText(mac, this.#mac(purpose, text))) return null;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as T;
  }
}

function sameText(a: string, b: string): boolean {
  const x = Buffer.from(a);
  const y = Buffer.from(b);
  return x.length === y.length && timingSafeEqual(x, y);
}
