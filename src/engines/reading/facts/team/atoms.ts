/** A part of a line between dashes, colons, commas, brackets and the like. */
export type Atom = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stood before it: nothing, a strong mark (dash, colon, bar, tab, new line), a comma, or an opening bracket. */
  readonly after: 'start' | 'strong' | 'comma' | 'bracket';
};

const mark =
  /(?<strong>\s+[-‐‑‒–—―−|]+\s*|[‒–—―−]+\s+|[-‐‑]\s+(?=\p{Lu})|\s*[:|\t\n]\s*|\s*;\s*)|(?<comma>\s*,\s*)|(?<open>\s*[([]\s*)|(?<close>\s*[)\]][\s,.]*)/gu;

/** Cuts a line at its marks. Hyphens inside words cut nothing. */
export function atomsOf(text: string): Atom[] {
  const out: Atom[] = [];
  let from = 0;
  let after = 'start' as Atom['after'];
  const add = (end: number) => {
    const piece = text.slice(from, end);
    const trimmed = piece.trim().replace(/[.;,]+$/u, '');
    if (!trimmed) return;
    const start = from + piece.indexOf(trimmed);
    out.push({ text: trimmed, start, end: start + trimmed.length, after });
  };
  for (const match of text.matchAll(mark)) {
    const before = out.length;
    add(match.index);
    from = match.index + match[0].length;
    const { strong, comma, open } = match.groups!;
    const next: Atom['after'] = strong ? 'strong' : comma ? 'comma' : open ? 'bracket' : 'comma';
    // Two marks in a row: the stronger one counts ("Council) - Labour").
    after = out.length === before && after === 'strong' ? 'strong' : next;
  }
  add(text.length);
  return out;
}
