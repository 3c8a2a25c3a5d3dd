import type { Block, Span } from '../../engines/reading/blocks.ts';

/**
 * Reads plain text (UTF-8, or Windows-1252 where it is not valid UTF-8; UTF-16 by its mark) into lines. A form feed
 * turns the page. Emphasis typed as **bold** becomes bold type, so that it is not mistaken for words.
 */
export function readText(bytes: Uint8Array): Block[] {
  const pages = decodeText(bytes).replace(/\r\n?/g, '\n').split('\f');
  const paged = pages.length > 1;
  return pages.flatMap((page, index) => {
    let gap = true;
    const blocks: Block[] = [];
    for (const line of page.split('\n')) {
      if (line.trim() === '') {
        gap = true;
        continue;
      }
      blocks.push({ kind: 'line', ...emphasised(line), gapBefore: gap, ...(paged ? { page: index + 1 } : {}) });
      gap = false;
    }
    return blocks;
  });
}

/** Decodes text whose encoding nobody states. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** "**Publish it.** Soon." becomes "Publish it. Soon." with its first eleven characters bold. */
function emphasised(line: string): { text: string; bold?: Span[] } {
  const bold: Span[] = [];
  let text = '';
  let from = 0;
  for (const match of line.matchAll(/\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*/gu)) {
    text += line.slice(from, match.index);
    bold.push([text.length, text.length + match[1]!.length]);
    text += match[1]!;
    from = match.index + match[0].length;
  }
  text += line.slice(from);
  return bold.length > 0 ? { text, bold } : { text };
}
