import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser } from 'parse5';
import type { Block, Span } from '../../engines/reading/blocks.ts';
import { attribute, type List, labelFor, listOf } from './html-lists.ts';
import { Refused } from './refusals.ts';
import { decodeText } from './text.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Elements nested deeper than this are an attack or a fault: real pages stay under 60. */
export const maxHtmlDepth = 400;
/** More elements than any report has; parsing stops there. */
const maxHtmlElements = 400_000;

/**
 * Reads a web page into blocks: headings, paragraphs, list items with the label a browser would print, table cells.
 * Nothing is run and nothing fetched. Navigation, banners and footers around the text are kept, marked as furniture.
 * @throws Refused when elements are nested beyond reason.
 */
export function readHtml(bytes: Uint8Array): Block[] {
  const page = parseCapped(decodeHtml(bytes));
  const collector = new Collector(holdsTheText(page));
  collector.walk(page);
  collector.flush();
  return collector.blocks;
}

/** Decodes a page by the encoding it declares, else as text. */
function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = head.match(/charset\s*=\s*["']?([\w-]+)/iu)?.[1];
  if (!declared || /^utf-?8$/iu.test(declared)) return decodeText(bytes);
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

/** Parses with a cap on depth and number of elements while the tree grows, since the parser itself has none. */
function parseCapped(html: string): Node {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  const grow = (parent: object, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    elements += 1;
    if (depth > maxHtmlDepth || elements > maxHtmlElements) throw new Refused('too-deep');
    depths.set(child, depth);
  };
  return Parser.parse<DefaultTreeAdapterMap>(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, child) {
        grow(parent, child);
        defaultTreeAdapter.appendChild(parent, child);
      },
      insertBefore(parent, child, before) {
        grow(parent, child);
        defaultTreeAdapter.insertBefore(parent, child, before);
      },
    },
  }) as Node;
}

const skipped = new Set(
  'script style template noscript head title svg math iframe object embed select button input textarea canvas audio video'.split(
    ' ',
  ),
);
const furniture = new Set('nav header footer aside'.split(' '));
const furnitureRole = /^(?:navigation|banner|contentinfo|complementary|dialog|alertdialog|search)$/u;

/** Several pages saved into one file have a main part each: titles, banners and links between them are no part of it. */
function isMain(node: Node): boolean {
  return 'tagName' in node && (node.tagName === 'main' || attribute(node, 'role') === 'main');
}

/** Does the main part of the page hold most of its text? Some sites put all but the report there. */
function holdsTheText(page: Node): boolean {
  let inside = 0;
  let outside = 0;
  const count = (node: Node, main: boolean) => {
    if (node.nodeName === '#text' && 'value' in node) {
      if (main) inside += node.value.trim().length;
      else outside += node.value.trim().length;
    }
    if (!('childNodes' in node) || ('tagName' in node && skipped.has(node.tagName))) return;
    for (const child of node.childNodes) count(child, main || isMain(node));
  };
  count(page, false);
  return inside > outside;
}
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Walks the tree and collects runs of inline text into blocks. */
class Collector {
  readonly blocks: Block[] = [];
  private readonly mainOnly: boolean;
  private text = '';
  private bold: Span[] = [];
  private italic: Span[] = [];
  private lists: List[] = [];
  private item: { label: string; used: boolean } | null = null;
  private heading: number | null = null;
  private cell: { table: number; row: number; column: number } | null = null;
  private tables = 0;
  private asides = 0;
  private mains = 0;
  private readonly rows: { table: number; row: number; column: number }[] = [];

  /** @param mainOnly what stands outside the page's main part is furniture */
  constructor(mainOnly: boolean) {
    this.mainOnly = mainOnly;
  }

  walk(node: Node, bold = false, italic = false): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.say(node.value, bold, italic);
      return;
    }
    if (!('childNodes' in node)) return;
    if (!('tagName' in node)) {
      for (const child of node.childNodes) this.walk(child, bold, italic);
      return;
    }
    this.element(node, bold, italic);
  }

  private element(node: Element, bold: boolean, italic: boolean): void {
    const tag = node.tagName;
    // The title of a part that folds away is a button, in a heading of its own or not.
    const opens = tag === 'button' && (this.heading !== null || attribute(node, 'aria-expanded') !== undefined);
    if ((skipped.has(tag) && !opens) || isHidden(node)) return;
    if (tag === 'br') {
      this.say('\n', bold, italic);
      return;
    }
    if (inline.has(tag) || (opens && this.heading !== null)) {
      const style = attribute(node, 'style') ?? '';
      const strong = tag === 'b' || tag === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style);
      const slanted = tag === 'i' || tag === 'em' || /font-style\s*:\s*italic/iu.test(style);
      for (const child of node.childNodes) this.walk(child, bold || strong, italic || slanted);
      return;
    }
    this.flush();
    this.within(node, tag, () => {
      for (const child of node.childNodes) this.walk(child, bold || tag === 'th', italic);
      this.flush();
    });
  }

  /** Runs `visit` in the state that a block element sets, and restores what was before. */
  private within(node: Element, tag: string, visit: () => void): void {
    const before = { item: this.item, heading: this.heading, cell: this.cell };
    const aside = furniture.has(tag) || furnitureRole.test(attribute(node, 'role') ?? '');
    const level = tag.match(/^h([1-6])$/u)?.[1] ?? (tag === 'summary' || tag === 'button' ? '3' : undefined);
    if (aside) this.asides += 1;
    if (isMain(node)) this.mains += 1;
    if (level) this.heading = Number(level);
    if (tag === 'ul' || tag === 'ol') this.lists.push(listOf(node, tag));
    if (tag === 'li') this.item = { label: this.nextLabel(node), used: false };
    if (tag === 'table') this.rows.push({ table: ++this.tables, row: -1, column: -1 });
    const row = this.rows.at(-1);
    if (tag === 'tr' && row) {
      row.row += 1;
      row.column = -1;
    }
    if ((tag === 'td' || tag === 'th') && row) {
      row.column += 1;
      this.cell = { ...row };
    }
    visit();
    if (aside) this.asides -= 1;
    if (isMain(node)) this.mains -= 1;
    if (tag === 'ul' || tag === 'ol') this.lists.pop();
    if (tag === 'table') this.rows.pop();
    // Text after the first block of an item belongs to no label: it is that item's second paragraph.
    const item = tag === 'li' ? before.item : this.item;
    Object.assign(this, before, { item });
  }

  private nextLabel(node: Element): string {
    const list = this.lists.at(-1);
    if (!list) return '•';
    const value = Number.parseInt(attribute(node, 'value') ?? '', 10);
    if (Number.isInteger(value)) list.next = value;
    const label = list.ordered ? labelFor(list.next, list.type) : '•';
    list.next += list.step;
    return label;
  }

  private say(text: string, bold: boolean, italic: boolean): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    if (bold) extend(this.bold, start, this.text.length);
    if (italic) extend(this.italic, start, this.text.length);
  }

  flush(): void {
    const { text, bold, italic } = this;
    this.text = '';
    this.bold = [];
    this.italic = [];
    if (text.trim() === '') return;
    const ranges = {
      ...(bold.length ? { bold } : {}),
      ...(italic.length ? { italic } : {}),
      ...(this.asides > 0 || (this.mainOnly && this.mains === 0) ? { furniture: true } : {}),
    };
    if (this.heading !== null) this.blocks.push({ kind: 'heading', text, level: this.heading, ...ranges });
    else if (this.cell) this.blocks.push({ kind: 'table-cell', text, cell: this.cell, ...ranges });
    else if (this.item && !this.item.used) {
      this.item.used = true;
      this.blocks.push({
        kind: 'list-item',
        text,
        label: this.item.label,
        depth: Math.max(0, this.lists.length - 1),
        ...ranges,
      });
    } else this.blocks.push({ kind: 'paragraph', text, ...ranges });
  }
}

function extend(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last && last[1] === start) spans[spans.length - 1] = [last[0], end];
  else spans.push([start, end]);
}

/** Hidden for good; what a page only folds away (details, accordions) is read. */
function isHidden(node: Element): boolean {
  return /(?:^|\s)(?:visually-hidden|sr-only|govuk-visually-hidden)(?:\s|$)/u.test(attribute(node, 'class') ?? '');
}
