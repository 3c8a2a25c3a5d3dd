import type { Theme } from '../findings.ts';
import { wholeLine } from './cut-lines.ts';
import { isKnownTheme } from './known-themes.ts';
import { type Line, plainTitle } from './lines.ts';

/** What was announced and listed, and where the list ended: what the council asked for comes after. */
export type ThemeList = { readonly themes: readonly Theme[]; readonly end: number };

const noun = '(?:themes?|questions|components|elements|areas|headings|key lines of enquiry|aspects|topics)';
const about = new RegExp(
  `\\bcore ${noun}|\\b(?:considered|looked at|looks at|covers?|covered|examined?|explored?|focus(?:ed|es)? on|assess(?:ed|es)?|address(?:ed|es)?)\\b[^.]*\\b${noun}|\\b${noun}\\b[^.]*\\b(?:all|every|each)\\b[^.]*\\b(?:challenges|challenge|reviews|review)\\b|\\b(?:all|every|each) (?:corporate |finance |governance )*(?:peer )?(?:challenges?|reviews?|CPCs?)\\b[^.]*\\b${noun}`,
  'iu',
);
const named = new RegExp(`\\b${noun}\\b`, 'iu');
const scopeHeading =
  /^(?:the )?(?:scope(?: and focus)?|focus(?: of the .*)?|(?:core )?(?:themes|components|questions))(?: of the .*)?$/u;
const byTeam = /\b(?:peer|team|challenge|review|CPC|LGA|core)\b/iu;

/**
 * The core components that the challenge looked at, with the questions printed beside them: the first list that a
 * sentence about the themes or questions of peer challenges leads up to.
 */
export function themesOf(lines: readonly Line[]): ThemeList {
  let best: ThemeList = { themes: [], end: 0 };
  // What peers found may be told as questions too: the list of themes stands before. A web page may name its chapters first.
  const findings = lines.findLastIndex((l) => isFindings(l));
  for (let i = 0; i < (findings < 0 ? lines.length : findings); i++) {
    const { line, next } = wholeLine(lines, i);
    const { text, block } = line;
    if (block.kind === 'heading') {
      if (!scopeHeading.test(plainTitle(line))) continue;
    } else if (block.kind === 'table-cell' || !named.test(text)) continue;
    const found = listFrom(lines, next);
    if (found.themes.length < 3 || score(found) <= score(best)) continue;
    // A list that speaks for itself, or one that is announced as what such challenges look at.
    if (found.themes[0]!.confidence > 0.9 || (about.test(text) && byTeam.test(text))) best = found;
  }
  return best;
}

/** The heading of the chapter that tells what the peers found. */
export function isFindings(line: Line): boolean {
  return line.block.kind === 'heading' && /^(?:main |detailed )?(?:feedback|findings)$/u.test(plainTitle(line));
}

/** A list of known names or with questions is surely one of themes; of two such, the first counts. */
function score(list: ThemeList): number {
  return (
    list.themes.filter((t) => t.question !== null || isKnownTheme(t.name)).length + (list.themes.length > 0 ? 0.5 : 0)
  );
}

function listFrom(lines: readonly Line[], from: number): ThemeList {
  const themes: Theme[] = [];
  const kinds = new Set<string>();
  let i = from;
  for (let next = from; i < lines.length && themes.length < 12; i = next) {
    const { line, next: after } = wholeLine(lines, i);
    next = after;
    const theme = themeIn(line);
    const before = themes.at(-1);
    if (theme && (theme.question === null || !/\?\s*$/u.test(theme.name))) {
      // A list of labelled items ends where one without a label follows, unless it too asks a question.
      const own = line.block.kind === 'list-item' || line.block.kind === 'table-cell';
      if (themes.length > 0 && kinds.has('list-item') && !own && theme.question === null) break;
      // Further points below a theme are part of its question.
      const isOwn = isKnownTheme(theme.name) || (theme.question !== null && /^\d/u.test(line.block.label ?? ''));
      if (before && !isOwn && line.block.kind === 'list-item' && line.block.depth > depthOf(lines, from)) {
        themes[themes.length - 1] = withQuestion(before, line, line.text);
        continue;
      }
      kinds.add(line.block.kind);
      themes.push(theme);
    } else if (before && /\?["'’”]?$/u.test(line.text) && (before.question === null || line.block.kind !== 'paragraph'))
      themes[themes.length - 1] = withQuestion(before, line, line.text);
    else break;
  }
  const sure = themes.length > 0 && themes.every((t) => t.question !== null || isKnownTheme(t.name));
  return { themes: themes.map((t) => ({ ...t, confidence: sure ? 0.95 : 0.6 })), end: i };
}

function depthOf(lines: readonly Line[], from: number): number {
  return lines[from]?.block.depth ?? 0;
}

function withQuestion(theme: Theme, line: Line, question: string): Theme {
  const whole = theme.question === null ? question : `${theme.question} ${question}`;
  return { ...theme, question: whole, span: [theme.span[0], line.block.span[1]] };
}

/** "Name: question?", "Name - question?", a bold name and its question, or a bare name. */
function themeIn(line: Line): Theme | null {
  const { text, block } = line;
  const listed = block.kind === 'list-item' || block.kind === 'table-cell';
  const parted =
    /^(?<name>[^:?]{3,90}?)(?:\s*:\s*|\s+[-‐‑–—]\s+|\s*[–—]\s+)(?<question>\S.*)$/su.exec(text) ??
    boldStart(line) ??
    /^(?<name>[^?.]{3,90})\.\s+(?<question>.*\?)$/su.exec(text);
  if (parted) {
    const { name, question } = parted.groups! as { name: string; question: string };
    const asks = /\?/u.test(question);
    if (
      !looksLikeName(name) ||
      (!asks && !listed && !isKnownTheme(name)) ||
      (!asks && !isKnownTheme(name) && question.length > 600)
    )
      return null;
    return { name: name.trim(), question: question.trim(), span: block.span, confidence: 1 };
  }
  const name = block.kind === 'heading' ? text.replace(/^\d+[.)]\s*/u, '') : text;
  const bare = name.replace(/[\s.;,:]*(?:\band)?[\s.;,:]*$/u, '');
  if (!looksLikeName(bare)) return null;
  if (!listed && !isKnownTheme(bare) && !(block.kind === 'heading' && isKnownTheme(plainTitle(line)))) return null;
  return { name: bare, question: null, span: block.span, confidence: 1 };
}

/** A bold beginning is the name, whatever stands between it and the question. */
function boldStart({ text, block }: Line): RegExpExecArray | null {
  const first = block.bold?.[0];
  const bold = first && first[0] === block.span[0] ? first[1] - first[0] : 0;
  if (bold < 3 || bold >= text.length - 3) return null;
  const found = new RegExp(`^(?<name>.{${bold}})[\\s:.–—-]*(?<question>.+)$`, 'su').exec(text);
  if (found) found.groups!.name = found.groups!.name!.replace(/[\s:.–—-]+$/u, '');
  return found;
}

function looksLikeName(name: string): boolean {
  const words = name.trim().split(/\s+/u).length;
  return (
    words <= 12 &&
    /^[‘“"']?\p{L}/u.test(name) &&
    !/\?/u.test(name) &&
    !/^(?:does|do|is|are|has|have|how|what|why|whether|can|could|the council|we|it|they)\b/iu.test(name)
  );
}
