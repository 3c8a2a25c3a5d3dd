import type { FeedbackSection, Passage, Suggestion, Support } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import type { ProposedRecommendation } from '../record.ts';
import { findChapters } from './chapters.ts';
import { classify } from './classify.ts';
import { mergePassages, suggestionsOf } from './merge.ts';
import { proseSentences } from './prose.ts';
import { findSections } from './sections.ts';
import { supportOf } from './support.ts';
import { themesOf } from './themes.ts';

/** What the prose of the executive summary and of the feedback chapter holds. */
export type ProseFindings = {
  readonly feedbackSections: readonly FeedbackSection[];
  readonly passages: readonly Passage[];
  readonly suggestions: readonly Suggestion[];
  /** For each recommendation the passages that bear it out, the strongest first. */
  readonly support: readonly Support[];
};

/**
 * Reads the prose of a report: the parts it has, and what each sentence says. Pure; any blocks give an answer.
 * @param recommendations those the report lists: lists are no prose
 */
export function readPassages(laid: LaidOut, recommendations: readonly ProposedRecommendation[]): ProseFindings {
  const chapters = findChapters(laid);
  const sections = findSections(laid, chapters.feedback);
  const listed = new Set(recommendations.flatMap((r) => r.blockIds));
  const sentences = proseSentences(laid, chapters, sections, listed);
  const passages = mergePassages(sentences, classify(sentences), themesOf(sentences));
  return {
    feedbackSections: sections.map(({ heading, span, confidence }) => ({ heading, span, confidence })),
    passages,
    suggestions: suggestionsOf(passages, laid.text),
    support: supportOf(recommendations, passages, laid, sections),
  };
}

/** What a report without prose holds. */
export const noProse: ProseFindings = { feedbackSections: [], passages: [], suggestions: [], support: [] };
