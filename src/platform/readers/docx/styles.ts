import { child, isOn, numberIn, valOf, type Xml } from './xml.ts';

/** What a style, or direct formatting, says about letters; undefined where it says nothing. Size in points. */
export type Look = {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly size?: number | undefined;
  readonly hidden?: boolean | undefined;
};

export type ParagraphStyle = {
  readonly look: Look;
  /** 1 to 6 for a heading. */
  readonly level: number | null;
  readonly list: { readonly id: string; readonly depth: number | undefined } | null;
  readonly indent: number | undefined;
};

export type Styles = {
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  readonly character: (id: string | undefined) => Look;
};

/** Reads letters' formatting out of `w:rPr`. */
export function lookOf(properties: Xml | undefined): Look {
  const halfPoints = numberIn(valOf(properties, 'w:sz'));
  return {
    bold: isOn(properties, 'w:b'),
    italic: isOn(properties, 'w:i'),
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    hidden: isOn(properties, 'w:vanish'),
  };
}

/** What the inner look leaves open, the outer one decides. */
export function over(inner: Look, outer: Look): Look {
  return {
    bold: inner.bold ?? outer.bold,
    italic: inner.italic ?? outer.italic,
    size: inner.size ?? outer.size,
    hidden: inner.hidden ?? outer.hidden,
  };
}

/** Heading level by outline level ("0" is the first), else by the names that every language of Word keeps inside. */
export function levelOf(properties: Xml | undefined, name: string): number | null {
  const outline = numberIn(valOf(properties, 'w:outlineLvl'));
  if (outline !== undefined) return outline >= 0 && outline <= 8 ? Math.min(6, outline + 1) : null;
  const heading = name.match(/^heading (\d)$/iu);
  if (heading) return Math.min(6, Math.max(1, Number(heading[1])));
  return /^title$/iu.test(name) ? 1 : null;
}

/** Reads `word/styles.xml`, inheritance worked out. */
export function readStyles(root: Xml | null): Styles {
  const byId = new Map<string, Xml>();
  let normal: string | undefined;
  for (const style of root?.children ?? []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    byId.set(id, style);
    const isDefault = /^(?:1|true|on)$/u.test(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') normal = id;
  }
  const defaults = lookOf(child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  const chain = (id: string | undefined): Xml[] => {
    const out: Xml[] = [];
    for (let at = id; at !== undefined && out.length < 40; ) {
      const style = byId.get(at);
      if (!style || out.includes(style)) break;
      out.push(style);
      at = valOf(style, 'w:basedOn');
    }
    return out;
  };
  const known = new Map<string | undefined, ParagraphStyle>();
  const paragraph = (id: string | undefined): ParagraphStyle => {
    const wanted = id !== undefined && byId.has(id) ? id : normal;
    const found = known.get(wanted) ?? paragraphStyle(chain(wanted), defaults);
    known.set(wanted, found);
    return found;
  };
  const character = (id: string | undefined): Look =>
    chain(id).reduce<Look>((look, style) => over(look, lookOf(child(style, 'w:rPr'))), {});
  return { paragraph, character };
}

function paragraphStyle(chain: readonly Xml[], defaults: Look): ParagraphStyle {
  let look: Look = {};
  let level: number | null | undefined;
  let list: ParagraphStyle['list'] | undefined;
  let indent: number | undefined;
  for (const style of chain) {
    const properties = child(style, 'w:pPr');
    look = over(look, lookOf(child(style, 'w:rPr')));
    level ??= levelOf(properties, valOf(style, 'w:name') ?? '') ?? undefined;
    list ??= listOf(properties);
    indent ??= indentOf(properties);
  }
  return { look: over(look, defaults), level: level ?? null, list: list ?? null, indent };
}

/** The list that `w:numPr` names; undefined where none is named, null-like id "0" takes a paragraph out of its list. */
export function listOf(properties: Xml | undefined): { id: string; depth: number | undefined } | undefined {
  const numbering = child(properties, 'w:numPr');
  const id = valOf(numbering, 'w:numId');
  return id === undefined ? undefined : { id, depth: numberIn(valOf(numbering, 'w:ilvl')) };
}

/** Left indent in twentieths of a point. */
export function indentOf(properties: Xml | undefined): number | undefined {
  const indent = child(properties, 'w:ind');
  return numberIn(indent?.attributes['w:left'] ?? indent?.attributes['w:start']);
}
