// Words of a find against words of the report: where they differ, where one may be cut in two, how two are joined.
import type { Span, SubPoint, Wording } from './find.ts';

/** White space folded, as the reader folds it. */
export function folded(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Everything a person would compare, as one text: heading unless it runs in, wording, sub-points with labels. */
export function allWords(wording: Wording): string {
  const head = wording.heading !== null && !runsIn(wording) ? [wording.heading] : [];
  return folded([...head, wording.text, ...wording.parts.map((part) => `${part.label}) ${part.text}`)].join(' '));
}

/** Whether the heading is the beginning of the wording itself, as a headline in bold type is. */
export function runsIn(wording: Pick<Wording, 'heading' | 'text'>): boolean {
  return wording.heading !== null && folded(wording.text).startsWith(folded(wording.heading));
}

/**
 * The word at which typed words leave those of the report, or null when they are the same. White space does not count,
 * nor does whether a quotation mark is curly.
 */
export function differsAt(typed: string, report: string): string | null {
  const plain = (text: string) =>
    folded(text)
      .replaceAll(/[‘’]/g, "'")
      .replaceAll(/[“”]/g, '"')
      .split(' ')
      .filter((word) => word !== '');
  const one = plain(typed);
  const other = plain(report);
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    if (one[index] !== other[index]) return bare(one[index] ?? other[index] ?? '');
  }
  return null;
}

/** The word where a wording leaves the report, looked for in the heading, the wording and the sub-points in turn. */
export function wordingDiffersAt(typed: Wording, report: Wording): string | null {
  const heading = differsAt(typed.heading ?? '', report.heading ?? '');
  const points = (parts: readonly SubPoint[]) => parts.map((part) => `${part.label} ${part.text}`).join(' ');
  return differsAt(typed.text, report.text) ?? differsAt(points(typed.parts), points(report.parts)) ?? heading;
}

function bare(word: string): string {
  return word.replaceAll(/^\p{P}+|\p{P}+$/gu, '') || word;
}

const sentenceEnds = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A text cut into sentences. Joined with spaces they give the folded text again. */
export function sentences(text: string): string[] {
  return [...sentenceEnds.segment(folded(text))].map((one) => one.segment.trim()).filter((one) => one !== '');
}

/** A place where one find may be cut in two: before a sentence or before a sub-point. */
export interface CutPlace {
  /** "s2" before the third sentence, "p0" before the first sub-point. */
  readonly value: string;
  /** The words with which the second one would begin. */
  readonly begins: string;
}

export function cutPlaces(wording: Wording): CutPlace[] {
  const places: CutPlace[] = [];
  for (const [index, sentence] of sentences(wording.text).entries()) {
    if (index > 0) places.push({ value: `s${index}`, begins: sentence });
  }
  for (const [index, part] of wording.parts.entries()) {
    places.push({ value: `p${index}`, begins: part.label === '' ? part.text : `${part.label}) ${part.text}` });
  }
  return places;
}

/** The two wordings made by a cut, the second with the number given; null when there is no such place. */
export function cut(wording: Wording, place: string, secondNumber: number): [Wording, Wording] | null {
  if (!cutPlaces(wording).some((one) => one.value === place)) return null;
  const index = Number(place.slice(1));
  const second = { group: wording.group, number: secondNumber, heading: null };
  if (place.startsWith('s')) {
    const all = sentences(wording.text);
    const text = all.slice(0, index).join(' ');
    const heading = wording.heading !== null && text.startsWith(wording.heading) ? wording.heading : null;
    return [
      { ...wording, heading: runsIn(wording) ? heading : wording.heading, text, parts: [] },
      { ...second, text: all.slice(index).join(' '), parts: wording.parts },
    ];
  }
  return [
    { ...wording, parts: wording.parts.slice(0, index) },
    { ...second, text: wording.parts[index]!.text, parts: wording.parts.slice(index + 1) },
  ];
}

/** The one wording that two neighbours make. What follows sub-points goes on the last of them. */
export function joined(first: Wording, next: Wording): Wording {
  const head = next.heading !== null && !runsIn(next) ? `${next.heading} ` : '';
  const more = head + next.text;
  if (first.parts.length === 0) return { ...first, text: `${first.text} ${more}`, parts: next.parts };
  const last = first.parts.at(-1)!;
  return { ...first, parts: [...first.parts.slice(0, -1), { ...last, text: `${last.text} ${more}` }, ...next.parts] };
}

/** Where words stand within a stretch of the report's text, whatever the white space; null when they are not there. */
export function locate(text: string, within: Span, words: string): Span | null {
  const at: number[] = [];
  let squeezed = '';
  for (let index = within[0]; index < within[1]; index++) {
    if (/\s/.test(text[index]!)) continue;
    squeezed += text[index];
    at.push(index);
  }
  const wanted = words.replaceAll(/\s+/g, '');
  const found = wanted === '' ? -1 : squeezed.indexOf(wanted);
  return found < 0 ? null : [at[found]!, at[found + wanted.length - 1]! + 1];
}

/** The spans of the two halves of a cut; both keep the whole when the second's beginning is not found. */
export function cutSpan(text: string, span: Span, second: Wording): [Span, Span] {
  const start = locate(text, span, sentences(second.text)[0] ?? second.text);
  if (start === null || start[0] <= span[0]) return [span, span];
  let end = start[0];
  while (end > span[0] && /\s/.test(text[end - 1]!)) end--;
  return [
    [span[0], end],
    [start[0], span[1]],
  ];
}

/** Sub-points as typed in a text box, one a line: "a) publish the saving". A line without a label goes on the one before. */
export function readParts(typed: string): SubPoint[] {
  const parts: SubPoint[] = [];
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const match = /^\(?([a-z]{1,4}|\d{1,2}|[•–-])[).]?\s+(.+)$/iu.exec(line);
    const labelled = match && (/^.?\(?\w+[).]/u.test(line) || /^[•–-]\s/u.test(line));
    if (match && labelled) parts.push({ label: match[1]!, text: match[2]! });
    else if (parts.length > 0) parts.push({ label: nextLabel(parts.at(-1)!.label), text: line });
    else parts.push({ label: 'a', text: line });
  }
  return parts;
}

/** The label after "a" is "b", after "3" is "4"; a bullet is followed by a bullet. */
function nextLabel(label: string): string {
  if (/^\d+$/.test(label)) return String(Number(label) + 1);
  if (/^[a-y]$/i.test(label)) return String.fromCharCode(label.charCodeAt(0) + 1);
  return label;
}

/** Sub-points as they are typed: one a line, each with its label. */
export function typedParts(parts: readonly SubPoint[]): string {
  return parts
    .map((part) => (/^\w+$/.test(part.label) ? `${part.label}) ${part.text}` : `${part.label} ${part.text}`))
    .join('\n');
}
