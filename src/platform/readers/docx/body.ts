import type { Block, CellPlace, Span } from '../../../engines/reading/blocks.ts';
import type { Numbering } from './numbering.ts';
import { indentOf, type Look, levelOf, listOf, lookOf, over, type Styles } from './styles.ts';
import { child, isOn, numberIn, valOf, type Xml } from './xml.ts';

/** Wrappers whose content counts as if they were not there. */
const transparent = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:sdtContent',
  'w:bdo',
  'w:dir',
  'w:ruby',
  'w:rubyBase',
]);

type Words = { text: string; bold: Span[]; italic: Span[]; readonly sizes: Map<number, number>; readonly boxes: Xml[] };

/** Walks a document's body in order: paragraphs with printed labels, headings, cells; deleted and hidden text left out. */
export class Body {
  readonly blocks: Block[] = [];
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private tables = 0;
  /** Left edges of the lists that are open, outermost first: separate lists nest by how far they are set in. */
  private edges: number[] = [];
  /** Fields that are open, innermost last: true while their instruction, which is not printed, is being read. */
  private fields: boolean[] = [];

  constructor(styles: Styles, numbering: Numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  walk(node: Xml, cell: CellPlace | null = null): void {
    for (const part of node.children) {
      if (part.name === 'w:p') this.paragraph(part, cell);
      else if (part.name === 'w:tbl') this.table(part, cell);
      else if (part.name === 'w:sdt') this.walk(child(part, 'w:sdtContent') ?? part, cell);
      else if (part.name === 'mc:AlternateContent') this.walk(chosen(part), cell);
      else if (transparent.has(part.name)) this.walk(part, cell);
    }
  }

  private paragraph(node: Xml, cell: CellPlace | null): void {
    const properties = child(node, 'w:pPr');
    const styleId = valOf(properties, 'w:pStyle');
    const style = this.styles.paragraph(styleId);
    const words: Words = { text: '', bold: [], italic: [], sizes: new Map(), boxes: [] };
    this.runs(node, style.look, words);
    const level = levelOf(properties, '') ?? (child(properties, 'w:outlineLvl') ? null : style.level);
    const item = this.item(properties, styleId, words.text.trim() === '');
    if (words.text.trim() !== '' || (cell && item?.label)) {
      const size = [...words.sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
      const ranges = {
        ...(size === undefined ? {} : { size }),
        ...(words.bold.length > 0 ? { bold: words.bold } : {}),
        ...(words.italic.length > 0 ? { italic: words.italic } : {}),
      };
      this.blocks.push({ ...this.kindOf(words.text, level, item, cell), ...ranges });
    }
    for (const box of words.boxes) this.walk(box, null);
  }

  private kindOf(
    text: string,
    level: number | null,
    item: { label: string; indent: number } | null,
    cell: CellPlace | null,
  ): Block {
    const label = item?.label ?? '';
    if (cell) {
      // A number that Word counts stands in the cell like any other text.
      if (!/[\p{L}\p{N}]/u.test(label)) return { kind: 'table-cell', text, cell };
      return { kind: 'table-cell', text: text.trim() === '' ? label : `${label} ${text}`, cell };
    }
    if (level !== null) {
      this.edges = [];
      return { kind: 'heading', text, level, ...(label ? { label } : {}) };
    }
    if (!item || label === '') return { kind: 'paragraph', text };
    while (this.edges.length > 0 && this.edges.at(-1)! > item.indent - 60) this.edges.pop();
    this.edges.push(item.indent);
    return { kind: 'list-item', text, label, depth: this.edges.length - 1 };
  }

  /** The list label of a paragraph, counted. Empty paragraphs of a list count too when Word prints their number. */
  private item(
    properties: Xml | undefined,
    styleId: string | undefined,
    empty: boolean,
  ): { label: string; indent: number } | null {
    const style = this.styles.paragraph(styleId);
    const direct = listOf(properties);
    const id = direct?.id ?? style.list?.id;
    if (id === undefined || id === '0') return null;
    if (isOn(child(properties, 'w:rPr'), 'w:vanish') && empty) return null;
    const depth = direct?.depth ?? this.numbering.depthOfStyle(id, styleId) ?? style.list?.depth ?? 0;
    const item = this.numbering.next(id, depth);
    if (!item) return null;
    const indent = indentOf(properties) ?? item.indent ?? style.indent ?? item.depth * 360;
    return { label: item.label, indent };
  }

  private runs(node: Xml, look: Look, words: Words): void {
    for (const part of node.children) {
      if (part.name === 'w:r') this.run(part, look, words);
      else if (part.name === 'w:sdt') this.runs(child(part, 'w:sdtContent') ?? part, look, words);
      else if (part.name === 'mc:AlternateContent') this.runs(chosen(part), look, words);
      else if (transparent.has(part.name)) this.runs(part, look, words);
    }
  }

  private run(node: Xml, paragraphLook: Look, words: Words): void {
    const properties = child(node, 'w:rPr');
    const named = over(this.styles.character(valOf(properties, 'w:rStyle')), paragraphLook);
    const look = over(lookOf(properties), named);
    const start = words.text.length;
    for (const part of node.children) {
      if (part.name === 'w:fldChar') this.field(part.attributes['w:fldCharType']);
      else if (part.name === 'mc:AlternateContent') collectBoxes(chosen(part), words.boxes);
      else if (part.name === 'w:pict' || part.name === 'w:drawing' || part.name === 'w:object')
        collectBoxes(part, words.boxes);
      else if (!look.hidden && !this.fields.includes(true)) words.text += lettersOf(part);
    }
    const end = words.text.length;
    if (end === start) return;
    if (look.bold) extend(words.bold, start, end);
    if (look.italic) extend(words.italic, start, end);
    if (look.size !== undefined)
      words.sizes.set(look.size, (words.sizes.get(look.size) ?? 0) + words.text.slice(start).trim().length);
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(true);
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    else if (type === 'end') this.fields.pop();
  }

  private table(node: Xml, outer: CellPlace | null): void {
    const rows = rowsOf(node);
    const boxed = !outer && rows.every((row) => cellsOf(row).length <= 1);
    // A table of one column is a box drawn around text, not a table.
    if (boxed) {
      for (const row of rows) for (const cell of cellsOf(row)) this.walk(cell, null);
      return;
    }
    const table = ++this.tables;
    rows.forEach((row, at) => {
      let column = 0;
      for (const cell of cellsOf(row)) {
        const properties = child(cell, 'w:tcPr');
        const merge = child(properties, 'w:vMerge');
        // A cell that goes on from the row above holds no text of its own.
        if (!merge || merge.attributes['w:val'] === 'restart') this.walk(cell, { table, row: at, column });
        column += Math.min(60, Math.max(1, numberIn(valOf(properties, 'w:gridSpan')) ?? 1));
      }
    });
    this.edges = [];
  }
}

/** Word writes what old versions cannot draw twice: the first way that has content is read, not both. */
function chosen(node: Xml): Xml {
  return child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? { ...node, children: [] };
}

function collectBoxes(node: Xml, boxes: Xml[]): void {
  if (node.name === 'w:txbxContent') boxes.push(node);
  else for (const part of node.children) collectBoxes(part, boxes);
}

function rowsOf(table: Xml): Xml[] {
  return table.children.flatMap((part) => {
    if (part.name === 'w:tr') return [part];
    if (part.name === 'w:sdt') return rowsOf(child(part, 'w:sdtContent') ?? part);
    return transparent.has(part.name) ? rowsOf(part) : [];
  });
}

function cellsOf(row: Xml): Xml[] {
  return row.children.flatMap((part) => {
    if (part.name === 'w:tc') return [part];
    if (part.name === 'w:sdt') return cellsOf(child(part, 'w:sdtContent') ?? part);
    return transparent.has(part.name) ? cellsOf(part) : [];
  });
}

function lettersOf(part: Xml): string {
  switch (part.name) {
    case 'w:t':
      return part.text;
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return '•';
    default:
      return '';
  }
}

function extend(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last && last[1] === start) spans[spans.length - 1] = [last[0], end];
  else spans.push([start, end]);
}
