import { Likeness, type Telling, tellingWords } from './likeness.ts';
import type { Sentence } from './prose.ts';

/** Sentences of an executive summary that are looked at: none is as long. */
const mostSentences = 250;

/**
 * The theme of each sentence: the section it stands in; in the executive summary the section that takes the matter up,
 * by the words the two share and by how nearly a sentence of the section says the same. Null where none is near.
 */
export function themesOf(sentences: readonly Sentence[]): (string | null)[] {
  const names = [...new Set(sentences.flatMap((s) => (s.section === null ? [] : [s.section])))];
  const inSections = sentences.filter((s) => s.section !== null).slice(0, 20 * mostSentences);
  const own = inSections.map((s) => tellingWords(s.text));
  const numbers = new Map(names.map((name, i) => [name, i]));
  const places = inSections.map((s) => numbers.get(s.section!)!);
  const texts: string[][] = names.map((name) => [name, name]);
  inSections.forEach((s, i) => {
    texts[places[i]!]!.push(s.text);
  });
  const whole = texts.map((lines) => tellingWords(lines.join('\n')));
  const bySentence = new Likeness(own);
  const bySection = new Likeness(whole);
  const titles = names.map((name) => tellingWords(name));
  let left = mostSentences;
  let before: string | null = null;
  let block = -1;
  return sentences.map((sentence) => {
    if (sentence.chapter === 'feedback') return sentence.section;
    if (left-- <= 0) return null;
    const asked = tellingWords(sentence.text);
    const inParagraph = sentence.block === block ? before : null;
    block = sentence.block;
    before = nearest(asked, { names, places, bySentence, bySection, titles }, inParagraph);
    return before;
  });
}

type Sections = {
  readonly names: readonly string[];
  readonly places: readonly number[];
  readonly bySentence: Likeness;
  readonly bySection: Likeness;
  readonly titles: readonly Telling[];
};

function nearest(asked: Telling, at: Sections, inParagraph: string | null): string | null {
  if (at.names.length === 0 || asked.size === 0) return inParagraph;
  const most = [...asked.keys()].reduce((sum, key) => sum + at.bySentence.rarity(key), 0);
  const scores = at.names.map(() => 0);
  at.places.forEach((place, i) => {
    scores[place] = Math.max(scores[place]!, at.bySentence.score(asked, i) / (most + 6));
  });
  const likely = at.names.map((name, i) => {
    const title = [...at.titles[i]!.keys()];
    const named = title.length === 0 ? 0 : title.filter((key) => asked.has(key)).length / title.length;
    const section = at.bySection.score(asked, i) / (asked.size + 4);
    return scores[i]! + 0.5 * section + 0.35 * named + (name === inParagraph ? 0.08 : 0);
  });
  const best = likely.reduce((b, s, i) => (s > likely[b]! ? i : b), 0);
  return likely[best]! >= 0.3 ? at.names[best]! : inParagraph;
}
