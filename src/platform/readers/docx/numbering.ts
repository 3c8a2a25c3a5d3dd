import { labelFor } from '../html-lists.ts';
import { indentOf } from './styles.ts';
import { child, isOn, numberIn, valOf, type Xml } from './xml.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  /** "%1.%2" */
  readonly text: string;
  /** A level above which, when it counts, starts this one again; 0 for never. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly indent: number | undefined;
};
type List = {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly own: ReadonlyMap<number, Level>;
};

export type Item = {
  /** As Word prints it; "" where the level prints nothing. */
  readonly label: string;
  readonly depth: number;
  /** Twentieths of a point. */
  readonly indent: number | undefined;
};

const deepest = 8;

/**
 * Counts lists as Word does (ECMA-376 part 1, 17.9): labels are not in the document, only each paragraph's list and level.
 * Lists over one definition share a count, until one says where it starts again.
 */
export class Numbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly links = new Map<string, string>();
  private readonly styled = new Map<string, string>();
  private readonly levelOfStyle = new Map<string, { abstract: string; depth: number }>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(root: Xml | null) {
    for (const node of root?.children ?? []) {
      if (node.name === 'w:abstractNum') this.readAbstract(node);
      if (node.name === 'w:num') this.readList(node);
    }
  }

  /** The depth at which a list numbers paragraphs of a style, where it names that style. */
  depthOfStyle(id: string, style: string | undefined): number | undefined {
    const found = style === undefined ? undefined : this.levelOfStyle.get(style);
    return found && found.abstract === this.lists.get(id)?.abstract ? found.depth : undefined;
  }

  /** Counts the next item of a list; null where the document defines no such list. */
  next(id: string, asked: number): Item | null {
    const list = this.lists.get(id);
    if (!list) return null;
    const depth = Math.min(deepest, Math.max(0, asked));
    const level = this.level(list, depth);
    if (!level) return null;
    const counts = this.counts.get(list.abstract) ?? [];
    this.counts.set(list.abstract, counts);
    const first = `${id}/${depth}`;
    const fresh = list.starts.has(depth) && !this.begun.has(first);
    this.begun.add(first);
    const before = counts[depth];
    counts[depth] = fresh ? list.starts.get(depth)! : before === undefined ? level.start : before + 1;
    for (let deeper = depth + 1; deeper <= deepest; deeper++) {
      const restart = this.level(list, deeper)?.restart;
      if (restart === undefined || (restart > 0 && depth < restart)) counts[deeper] = undefined;
    }
    return { label: this.label(list, level, depth, counts), depth, indent: level.indent };
  }

  private label(list: List, level: Level, depth: number, counts: readonly (number | undefined)[]): string {
    if (level.format === 'bullet') return bulletFor(level.text);
    if (level.format === 'none') return level.text.replace(/%\d/gu, '').trim();
    return level.text
      .replace(/%(\d)/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const counted = this.level(list, at);
        const value = counts[at] ?? counted?.start ?? 1;
        return at > depth ? '' : format(value, level.legal ? 'decimal' : (counted?.format ?? 'decimal'));
      })
      .trim();
  }

  private level(list: List, depth: number): Level | undefined {
    return list.own.get(depth) ?? this.levels(list.abstract)?.get(depth);
  }

  /** A definition may point to another by way of a style of lists. */
  private levels(abstract: string): Map<number, Level> | undefined {
    const link = this.links.get(abstract);
    const target = link === undefined ? undefined : this.styled.get(link);
    return target !== undefined && target !== abstract && (this.abstracts.get(abstract)?.size ?? 0) === 0
      ? this.abstracts.get(target)
      : this.abstracts.get(abstract);
  }

  private readAbstract(node: Xml): void {
    const id = node.attributes['w:abstractNumId'];
    if (id === undefined) return;
    const levels = new Map<number, Level>();
    for (const item of node.children) {
      if (item.name !== 'w:lvl') continue;
      const depth = numberIn(item.attributes['w:ilvl']) ?? 0;
      levels.set(depth, readLevel(item));
      const style = valOf(item, 'w:pStyle');
      if (style !== undefined) this.levelOfStyle.set(style, { abstract: id, depth });
    }
    this.abstracts.set(id, levels);
    const link = valOf(node, 'w:numStyleLink');
    const styled = valOf(node, 'w:styleLink');
    if (link !== undefined) this.links.set(id, link);
    if (styled !== undefined) this.styled.set(styled, id);
  }

  private readList(node: Xml): void {
    const id = node.attributes['w:numId'];
    const abstract = valOf(node, 'w:abstractNumId');
    if (id === undefined || abstract === undefined) return;
    const starts = new Map<number, number>();
    const own = new Map<number, Level>();
    for (const change of node.children) {
      if (change.name !== 'w:lvlOverride') continue;
      const depth = numberIn(change.attributes['w:ilvl']) ?? 0;
      const start = numberIn(valOf(change, 'w:startOverride'));
      if (start !== undefined) starts.set(depth, start);
      const level = child(change, 'w:lvl');
      if (level) own.set(depth, readLevel(level));
    }
    this.lists.set(id, { abstract, starts, own });
  }
}

function readLevel(node: Xml): Level {
  return {
    start: numberIn(valOf(node, 'w:start')) ?? 1,
    format: valOf(node, 'w:numFmt') ?? 'decimal',
    text: valOf(node, 'w:lvlText') ?? '',
    restart: numberIn(valOf(node, 'w:lvlRestart')),
    legal: isOn(node, 'w:isLgl') ?? false,
    indent: indentOf(child(node, 'w:pPr')),
  };
}

function format(value: number, as: string): string {
  const types: Record<string, string> = { lowerLetter: 'a', upperLetter: 'A', lowerRoman: 'i', upperRoman: 'I' };
  if (as === 'bullet' || as === 'none') return '';
  if (as === 'decimalZero') return String(value).padStart(2, '0');
  // Word repeats the letter past z ("aa", "bb"); reports never get so far.
  return labelFor(value, types[as] ?? '1').slice(0, -1);
}

/** Bullets come from symbol fonts, whose letters mean nothing outside them. */
function bulletFor(text: string): string {
  const printed = text.trim();
  if (printed === '') return '';
  return /^[\uf000-\uf0ff]|^o$|^[\p{L}\p{N}]$/u.test(printed) ? '•' : printed;
}
