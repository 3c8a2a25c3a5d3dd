import type { LaidOut } from '../layout.ts';
import type { RecordBlock } from '../record.ts';

/** For tests: "## 4. Feedback" is a heading of level 2, "- x" a bullet, "1. x" an item, "~ x" a contents line, the rest paragraphs. */
export function laidOut(...lines: readonly string[]): LaidOut {
  let text = '';
  const blocks = lines.map((line, i): RecordBlock => {
    if (i > 0) text += '\n\n';
    const heading = /^(#+) (?:([\d.]*\d\.?|[a-z]\)) )?(.*)$/u.exec(line);
    const contents = /^~ (.*)$/u.exec(line);
    const item = /^(-|\d+\.|[a-z]\)) (.*)$/u.exec(line);
    const words = heading?.[3] ?? contents?.[1] ?? item?.[2] ?? line;
    const label = heading?.[2] ?? (heading || contents ? null : (item?.[1] ?? null));
    if (label) text += `${label} `;
    const start = text.length;
    text += words;
    return {
      id: `b${i + 1}`,
      kind: heading ? 'heading' : item && !contents ? 'list-item' : 'paragraph',
      level: heading ? heading[1]!.length : null,
      label,
      depth: 0,
      span: [start, text.length],
      page: null,
      pageEnd: null,
      pageBreaks: [],
      ...(contents ? { contents: true } : {}),
    };
  });
  return { text, blocks };
}
