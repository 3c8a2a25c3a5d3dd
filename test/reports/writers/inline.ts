export type Run = { readonly text: string; readonly bold: boolean };

/** Cuts a text at its `**` marks. */
export function runs(text: string): Run[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a list's labels are like, where a word processor or browser could count them itself. */
export type Counting = {
  readonly type: '1' | 'a' | 'A' | 'i' | 'bullet';
  readonly before: string;
  readonly after: string;
};

/** How a label would be counted, or null for one that can only be typed ("Recommendation 3:"). */
export function counting(label: string): Counting | null {
  if (/^[•▪o·-]$/.test(label)) return { type: 'bullet', before: '', after: '' };
  const match = /^(\(?)([0-9]+|[ivx]+|[a-z]|[A-Z])([.)]?)$/.exec(label);
  if (!match) return null;
  const [, before, mark, after] = match as unknown as [string, string, string, string];
  const type = /\d/.test(mark)
    ? '1'
    : /^[ivx]+$/.test(mark) && (mark.length > 1 || mark === 'i')
      ? 'i'
      : /[a-z]/.test(mark)
        ? 'a'
        : 'A';
  return { type, before, after };
}
