import type { DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

/** A list that is being walked: what its next item will be called. */
export type List = { ordered: boolean; type: string; next: number; step: number };

export function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((a) => a.name === name)?.value;
}

/** How a list counts, by its attributes and its style. */
export function listOf(node: Element, tag: string): List {
  const style = `${attribute(node, 'style') ?? ''}`;
  const styled = style
    .match(
      /list-style(?:-type)?\s*:\s*(lower-alpha|upper-alpha|lower-latin|upper-latin|lower-roman|upper-roman|none)/iu,
    )?.[1]
    ?.toLowerCase();
  const byStyle: Record<string, string> = {
    'lower-alpha': 'a',
    'lower-latin': 'a',
    'upper-alpha': 'A',
    'upper-latin': 'A',
    'lower-roman': 'i',
    'upper-roman': 'I',
  };
  const start = Number.parseInt(attribute(node, 'start') ?? '1', 10);
  const ordered = tag === 'ol' && styled !== 'none';
  return {
    ordered,
    type: byStyle[styled ?? ''] ?? attribute(node, 'type') ?? '1',
    next: Number.isInteger(start) ? start : 1,
    step: attribute(node, 'reversed') === undefined ? 1 : -1,
  };
}

/** The label a browser prints before an item: "3.", "c.", "iii.". */
export function labelFor(value: number, type: string): string {
  if ((type === 'a' || type === 'A') && value >= 1) {
    let letters = '';
    for (let n = value; n > 0; n = Math.floor((n - 1) / 26))
      letters = String.fromCharCode(97 + ((n - 1) % 26)) + letters;
    return `${type === 'A' ? letters.toUpperCase() : letters}.`;
  }
  if ((type === 'i' || type === 'I') && value >= 1 && value < 4000) {
    const roman = toRoman(value);
    return `${type === 'I' ? roman : roman.toLowerCase()}.`;
  }
  return `${value}.`;
}

function toRoman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let out = '';
  for (const [step, letters] of steps) {
    while (rest >= step) {
      out += letters;
      rest -= step;
    }
  }
  return out;
}
