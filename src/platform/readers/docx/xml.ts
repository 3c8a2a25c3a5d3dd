import { Refused } from '../refusals.ts';

/** An element with the prefixes that Word itself uses ("w:p"), whatever prefix the file declares. */
export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** Text straight inside it, joined. */
  readonly text: string;
};

/** Word itself nests some 30 deep, tables in tables in tables included. */
const maxDepth = 250;
const maxElements = 2_000_000;

const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** The part of the parser's tree that is read here; its own types would bring in those of a browser. */
type Node = {
  readonly nodeType: number;
  readonly localName: string | null;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly namespaceURI: string | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly attributes?: { readonly length: number; item(i: number): (Node & { readonly value: string }) | null };
  readonly documentElement?: Node | null;
};

/**
 * Parses one part of a package.
 * @throws Refused when it is not well formed ('damaged-word') or nested beyond reason ('too-deep').
 */
export async function parseXml(source: string): Promise<Xml> {
  // The parser has no limits of its own, so the tags are counted first.
  if (/<!DOCTYPE/iu.test(source.slice(0, 4096))) throw new Refused('damaged-word');
  refuseNesting(source);
  const { DOMParser } = (await import('@xmldom/xmldom' as string)) as {
    DOMParser: new (options: object) => { parseFromString(source: string, type: string): Node };
  };
  const complain = (level: string) => {
    if (level !== 'warning') throw new Refused('damaged-word');
  };
  let root: Node | null | undefined;
  try {
    root = new DOMParser({ errorHandler: complain }).parseFromString(source, 'text/xml').documentElement;
  } catch {
    throw new Refused('damaged-word');
  }
  if (!root) throw new Refused('damaged-word');
  return convert(root);
}

function refuseNesting(source: string): void {
  let depth = 0;
  let elements = 0;
  for (const tag of source.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/gu)) {
    if (tag[1]) depth -= 1;
    else {
      elements += 1;
      if (!tag[2]) depth += 1;
    }
    if (depth > maxDepth || elements > maxElements) throw new Refused('too-deep');
  }
}

function convert(node: Node): Xml {
  const children: Xml[] = [];
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) children.push(convert(child));
    else if (child.nodeType === 3 || child.nodeType === 4) text += child.nodeValue ?? '';
  }
  const attributes: Record<string, string> = Object.create(null);
  for (let i = 0; i < (node.attributes?.length ?? 0); i++) {
    const attribute = node.attributes!.item(i);
    if (attribute) attributes[nameOf(attribute)] = attribute.value;
  }
  return { name: nameOf(node), attributes, children, text };
}

function nameOf(node: Node): string {
  const prefix = prefixes[node.namespaceURI ?? ''];
  return prefix ? `${prefix}:${node.localName}` : node.nodeName;
}

/** The first child of that name. */
export function child(node: Xml | undefined, name: string): Xml | undefined {
  return node?.children.find((c) => c.name === name);
}

/** `w:val` of the first child of that name. */
export function valOf(node: Xml | undefined, name: string): string | undefined {
  return child(node, name)?.attributes['w:val'];
}

/** A switch such as `<w:b/>`: true, false, or undefined where it is not set. */
export function isOn(node: Xml | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  const value = found.attributes['w:val'];
  return value === undefined || !/^(?:0|false|off|none)$/iu.test(value);
}

/** A whole number, or undefined. */
export function numberIn(value: string | undefined): number | undefined {
  const found = Number.parseInt(value ?? '', 10);
  return Number.isFinite(found) ? found : undefined;
}
