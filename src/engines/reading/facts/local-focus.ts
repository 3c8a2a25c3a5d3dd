import type { LocalFocus } from '../findings.ts';
import { isTitleLike, type Line, plainTitle, sentencesOf, spanIn } from './lines.ts';

const asks =
  /\b(?:council|authority|[A-Z]{2,6}|members|leader(?:ship)?|we|team|peers?)\b[^.]*\b(?:asked?|asks|requested|requests|invited|wanted|wished|sought|identified|agreed)\b/u;
const ofTeam = /\b(?:peers?|team|challenge|review|CPC|feedback|focus)\b/iu;
const passive =
  /\b(?:the )?(?:peer )?(?:team|peers) (?:was|were) (?:also |additionally )?(?:asked|requested|invited|tasked)\b|\bin addition\b[^.]*\b(?:asked|requested|consider|feedback|focus|look|view)\b/iu;
const over =
  /^(?:the )?(?:peer )?(?:challenge |review )?(?:process|approach|methodology|timetable)|^(?:main )?(?:feedback|findings)|^next steps|^(?:the )?peer team/u;
/** The sentence that asks stands soon after the themes. */
const reach = 12;

/**
 * What the council asked the team to look at beyond the core components: the list that such a sentence leads up to, or
 * what one sentence itself says. `from` is the line after the themes, 0 where none were found.
 */
export function localFocusOf(lines: readonly Line[], from: number): LocalFocus[] {
  const near: Line[] = [];
  const start =
    from > 0 ? from : lines.findIndex((l) => isTitleLike(l) && /^(?:the )?scope\b/u.test(plainTitle(l))) + 1;
  if (start <= 0) return [];
  for (const line of lines.slice(start, start + (from > 0 ? reach : reach * 2))) {
    if (isTitleLike(line) && over.test(plainTitle(line))) break;
    near.push(line);
  }
  for (let i = 0; i < near.length; i++) {
    const line = near[i]!;
    if (line.block.kind === 'list-item' || line.block.kind === 'heading' || !isAsking(line.text)) continue;
    const listed = /(?::|following|below|areas|questions|issues|matters?|topics)[.:]?$/iu.test(line.text)
      ? listFrom(near, i + 1)
      : [];
    if (listed.length > 0) return listed;
    const inline = inlineIn(line);
    if (inline.length > 0) return inline;
  }
  return [];
}

function isAsking(text: string): boolean {
  const last = sentencesOf(text).map((s) => s.text);
  return last.some((s) => (asks.test(s) && ofTeam.test(s)) || passive.test(s));
}

/** The items after the sentence. A first one that lost its label still stands between the colon and the list. */
function listFrom(lines: readonly Line[], from: number): LocalFocus[] {
  let end = from;
  const isItem = (at: number) => lines[at]?.block.kind === 'list-item' || lines[at]?.block.kind === 'table-cell';
  if (!isItem(from) && lines[from]?.block.kind === 'paragraph' && isItem(from + 1)) end = from + 1;
  while (isItem(end)) end += 1;
  const out: LocalFocus[] = [];
  for (const line of lines.slice(from, end)) {
    const before = out.at(-1);
    // A point under a point is part of it.
    if (before && line.block.depth > (lines[from]!.block.depth ?? 0) + 1)
      out[out.length - 1] = {
        ...before,
        text: `${before.text} ${line.text}`,
        span: [before.span[0], line.block.span[1]],
      };
    else out.push({ label: bareLabel(line.block.label), text: line.text, span: line.block.span, confidence: 0.9 });
  }
  return out;
}

function bareLabel(label: string | null): string | null {
  return /[\p{L}\p{N}]+/u.exec(label ?? '')?.[0] ?? null;
}

const verb =
  '(?:consider|look (?:at|into)|review|examine|explore|focus on|give (?:a |its |their )?(?:view|views|feedback) on|provide (?:a view|views|feedback|advice|challenge) (?:on|about)|comment on|advise on|reflect on|test|assess|help)';
const said = new RegExp(
  `\\b(?:asked|requested|invited|tasked|wanted|wished)\\b(?: (?:that|for))?(?: the)?(?: (?:peer|challenge|review) ?)?(?: ?(?:team|peers|LGA|us))?(?: (?:also|additionally|in particular))?(?: to)?(?: also)? ${verb}:? (?<text>.+?)[.]?$`,
  'isu',
);

/** A sentence that says itself what was asked for; enumerated within it, one item each. */
function inlineIn(line: Line): LocalFocus[] {
  for (const sentence of sentencesOf(line.text)) {
    if (!isAsking(sentence.text)) continue;
    const found = said.exec(sentence.text);
    if (!found) continue;
    const text = found.groups!.text!.trim();
    if (text.length < 8 || /^(?:the )?following\b/iu.test(text)) continue;
    const at = sentence.start + sentence.text.indexOf(text, found.index);
    const marks = [...text.matchAll(/(?:^|[\s:;,])\(?(?<label>[a-h]|[1-8]|i{1,3}|iv|v)\)\s+/gu)];
    if (marks.length < 2) return [{ label: null, text, span: spanIn(line, at, at + text.length), confidence: 0.6 }];
    return marks.map((mark, i): LocalFocus => {
      const start = mark.index + mark[0].length;
      const piece = text.slice(start, marks[i + 1]?.index).replace(/[\s,;:]*(?:\band)?[\s,;:]*$/u, '');
      return {
        label: mark.groups!.label!,
        text: piece,
        span: spanIn(line, at + start, at + start + piece.length),
        confidence: 0.8,
      };
    });
  }
  return [];
}
