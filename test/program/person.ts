// Somebody with a browser that runs no script: opens addresses, follows links, fills forms in and presses buttons.
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Element = Tree.Element;

export class Person {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** The address, status and text of the page shown. */
  url: string;
  status = 0;
  body = '';

  /** @param origin where the program answers, such as http://127.0.0.1:4000 */
  constructor(origin: string) {
    this.#origin = origin;
    this.url = origin;
  }

  /** Opens an address, and goes where it leads. */
  async open(address: string, sent?: FormData | URLSearchParams): Promise<void> {
    const at = new URL(address, this.url);
    if (at.origin !== this.#origin) throw new Error(`${at} is elsewhere.`);
    const response = await fetch(at, {
      method: sent ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') },
      ...(sent ? { body: sent } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '' || /;\s*max-age=0/i.test(cookie)) this.#cookies.delete(name!);
      else this.#cookies.set(name!, value!);
    }
    this.url = at.href;
    this.status = response.status;
    this.body = await response.text();
    const next = response.headers.get('location');
    if (next) await this.open(next);
  }

  get path(): string {
    return new URL(this.url).pathname;
  }

  get heading(): string {
    const [first] = this.#all((element) => element.tagName === 'h1');
    return first ? textOf(first) : '';
  }

  /** Follows the first link whose words match. */
  async follow(words: RegExp): Promise<void> {
    const [link] = this.#all((element) => element.tagName === 'a' && words.test(textOf(element)));
    if (!link) throw new Error(`No link ${words} on ${this.url}, "${this.heading}"`);
    await this.open(attribute(link, 'href')!);
  }

  /** Whether the page has such a button. */
  sees(button: RegExp): boolean {
    return this.#button(button) !== undefined;
  }

  /** Types into the fields of the form that the button belongs to, and presses it. */
  async press(words: RegExp, typed: Record<string, string | File> = {}): Promise<void> {
    const button = this.#button(words);
    if (!button) throw new Error(`No button ${words} on ${this.url}: ${this.status} "${this.heading}"`);
    let form: Tree.Node | null = button;
    while (form && !('tagName' in form && form.tagName === 'form'))
      form = 'parentNode' in form ? form.parentNode : null;
    if (!form) throw new Error(`The button ${words} is in no form.`);
    const fields = fieldsOf(form as Element);
    for (const [name, value] of Object.entries(typed)) {
      if (!fields.has(name)) throw new Error(`No field ${name} beside ${words} on ${this.url}`);
      fields.set(name, value);
    }
    const own = attribute(button, 'name');
    if (own) fields.set(own, attribute(button, 'value') ?? '');
    const inParts = attribute(form as Element, 'enctype') === 'multipart/form-data';
    const sent = inParts ? new FormData() : new URLSearchParams();
    for (const [name, value] of fields) (sent as FormData).append(name, value);
    await this.open(attribute(form as Element, 'action') ?? this.url, sent);
  }

  #button(words: RegExp): Element | undefined {
    return this.#all((element) => element.tagName === 'button' && words.test(textOf(element)))[0];
  }

  #all(wanted: (element: Element) => boolean): Element[] {
    return elements(parse(this.body)).filter(wanted);
  }
}

/** What the form sends as it stands: one value for each name, which is enough for forms without lists of boxes. */
function fieldsOf(form: Element): Map<string, string | File> {
  const fields = new Map<string, string | File>();
  for (const element of elements(form)) {
    const name = attribute(element, 'name');
    if (!name) continue;
    if (element.tagName === 'textarea') fields.set(name, textOf(element));
    if (element.tagName === 'select') {
      const options = elements(element).filter(({ tagName }) => tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      fields.set(name, (chosen && attribute(chosen, 'value')) ?? '');
    }
    if (element.tagName === 'input') {
      const chosen = !['radio', 'checkbox'].includes(attribute(element, 'type') ?? '');
      if (chosen || attribute(element, 'checked') !== undefined) fields.set(name, attribute(element, 'value') ?? '');
    }
  }
  return fields;
}

function elements(node: Tree.Node): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inside] : inside;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.trim();
  return 'childNodes' in node ? node.childNodes.map(textOf).filter(Boolean).join(' ') : '';
}
