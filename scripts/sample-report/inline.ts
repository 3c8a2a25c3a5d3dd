export interface Run {
  text: string;
  bold: boolean;
}

/** Cuts a text at its `**` marks. */
export function runs(text: string): Run[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** The text without its bold marks. */
export const plain = (text: string): string => text.replaceAll('**', '');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text as HTML. */
export const inline = (text: string): string =>
  runs(text)
    .map((run) => (run.bold ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text)))
    .join('');
