import type { Passage, PassageClass, Support } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { ProposedRecommendation } from '../record.ts';
import { Likeness, type Shared, type Telling, tellingWords } from './likeness.ts';
import type { Section } from './sections.ts';

/** Passages named for one recommendation, and recommendations looked at: no report has as many. */
const mostPassages = 5;
const mostRecommendations = 150;
/** Below this a passage merely shares a word or two. */
const threshold = 0.3;
/** The weightiest words of a recommendation that a passage can be expected to share. */
const expected = 8;

/** Advice and faults bear a recommendation out more than plain facts do, and facts more than praise. */
const weightOf: Readonly<Record<PassageClass, number>> = {
  suggestion: 1.1,
  concern: 1.1,
  deferred: 0.9,
  fact: 0.85,
  strength: 0.75,
};
const nameOf: Readonly<Record<PassageClass, string>> = {
  suggestion: 'Advice',
  concern: 'A concern',
  deferred: 'A judgement put off',
  fact: 'A fact',
  strength: 'A strength',
};

/**
 * The passages that bear each recommendation out, the strongest first. The score is the share of the recommendation's
 * telling words that the passage holds too (BM25 over stems; words of like meaning count a third, names and figures
 * half as much again), raised where the passage stands in the section that the recommendation is about.
 */
export function supportOf(
  recommendations: readonly ProposedRecommendation[],
  passages: readonly Passage[],
  laid: LaidOut,
  sections: readonly Section[],
): Support[] {
  if (passages.length === 0) return [];
  const cut = (span: readonly [number, number]) => laid.text.slice(...span);
  const texts = passages.map((p) => cut(p.span));
  const likeness = new Likeness(texts.map(tellingWords));
  const bySection = new Likeness(sections.map((s) => tellingWords(`${s.heading}\n${s.heading}\n${cut(s.span)}`)));
  return recommendations.slice(0, mostRecommendations).flatMap((recommendation) => {
    const whole = [recommendation.text, ...(recommendation.parts ?? []).map((part) => part.text)].join('\n');
    const asked = tellingWords(whole);
    const theme = themeOf(asked, sections, bySection);
    const names = namesIn(whole);
    const most = [...asked.keys()]
      .map((key) => likeness.rarity(key))
      .sort((a, b) => b - a)
      .slice(0, expected)
      .reduce((sum, rarity) => sum + rarity, 0);
    if (most === 0) return [];
    return passages
      .map((passage, i) => {
        const shared = likeness.shared(asked, i).map((s) => (names.has(s.word) ? { ...s, weight: s.weight * 1.5 } : s));
        const words = shared.reduce((sum, s) => sum + s.weight, 0) / most;
        const same = theme !== null && passage.theme === theme;
        const score = Math.min(1, words * weightOf[passage.class] * (same ? 1.2 : 1));
        return { passage, shared, same, score };
      })
      .filter(({ score, shared }) => score >= threshold && shared.filter((s) => s.as === null).length >= 2)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostPassages)
      .map(({ passage, shared, same, score }, i) => ({
        recommendation: recommendation.id,
        passage: passage.id,
        rank: i + 1,
        score: Math.round(score * 100) / 100,
        reason: reasonOf(passage, shared, same),
      }));
  });
}

/** The section a recommendation is about, or null where none stands out. */
function themeOf(asked: Telling, sections: readonly Section[], bySection: Likeness): string | null {
  let best: string | null = null;
  let most = 0;
  let next = 0;
  sections.forEach((section, i) => {
    const score = bySection.score(asked, i);
    if (score > most) {
      next = most;
      most = score;
      best = section.heading;
    } else if (score > next) next = score;
  });
  return most > next * 1.05 ? best : null;
}

/** Words with a capital inside a sentence, and figures: they name one thing. In lower case, as words are compared. */
function namesIn(text: string): ReadonlySet<string> {
  const found = text.match(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{N}'-]+|\b\p{Lu}{2,}\b|\b\d[\d/.,-]*\d\b/gu) ?? [];
  return new Set(found.map((name) => name.toLowerCase()));
}

function reasonOf(passage: Passage, shared: readonly Shared[], same: boolean): string {
  const words = shared.slice(0, 4).map((s) => (s.as === null ? `“${s.word}”` : `“${s.word}” (there “${s.as}”)`));
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
  const where =
    passage.theme === null ? '' : ` under ${passage.theme}${same ? ', the theme nearest to the recommendation,' : ''}`;
  return `${nameOf[passage.class]}${where} that shares the words ${list}.`;
}
