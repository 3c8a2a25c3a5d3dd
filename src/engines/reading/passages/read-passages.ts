import type { FeedbackSection } from '../findings.ts';
import type { LaidOut } from '../layout.ts';
import { findChapters } from './chapters.ts';
import { findSections } from './sections.ts';

/** What the prose of the executive summary and of the feedback chapter holds. */
export type ProseFindings = { readonly feedbackSections: readonly FeedbackSection[] };

/** Reads the prose of a report: which parts it has. Pure; any blocks give an answer. */
export function readPassages(laid: LaidOut): ProseFindings {
  const { feedback } = findChapters(laid);
  const sections = findSections(laid, feedback);
  return {
    feedbackSections: sections.map(({ heading, span, confidence }) => ({ heading, span, confidence })),
  };
}
