interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

interface Line {
  y: number;
  size: number;
  items: Item[];
}

const x = (item: Item): number => item.transform[4] ?? 0;
const y = (item: Item): number => item.transform[5] ?? 0;

function join(line: Line): string {
  let text = '';
  let end: number | null = null;
  for (const item of line.items.toSorted((a, b) => x(a) - x(b))) {
    const gap = end === null ? 0 : x(item) - end;
    if (gap > line.size * 4) text += '\t';
    else if (gap > line.size * 0.15 && !text.endsWith(' ') && !item.str.startsWith(' ')) text += ' ';
    text += item.str;
    end = x(item) + item.width;
  }
  return text.replace(/ +/g, ' ').trim();
}

/** Puts the pieces of one page back into lines, with an empty line wherever the gap is wider than between lines. */
export function pageLines(items: Item[]): string[] {
  const lines: Line[] = [];
  for (const item of items.filter((piece) => piece.str.trim() !== '').toSorted((a, b) => y(b) - y(a))) {
    const size = item.height || 10;
    const line = lines.find((other) => Math.abs(other.y - y(item)) < size * 0.4);
    if (line) line.items.push(item);
    else lines.push({ y: y(item), size, items: [item] });
  }
  const text: string[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above && above.y - line.y > Math.max(line.size, above.size) * 1.75) text.push('');
    text.push(join(line));
  });
  return text;
}
