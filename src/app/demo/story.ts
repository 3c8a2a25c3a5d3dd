// What a demonstration story is made of. play.ts tells it by the features' own use cases, under a clock that moves.
import type { Answer, Grade, Progress, ReportKind, Role, Visibility } from '../../platform/db/schema/index.ts';

/** A person of the story, by a short name used inside it. */
export interface StoryPerson {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly kind: 'officer' | 'member';
  readonly roles: readonly Role[];
}

export interface StoryEvidence {
  readonly title: string;
  readonly url: string;
  readonly visibility: Visibility;
}

export interface StoryUpdate {
  /** The day it was sent, "2025-03-14". */
  readonly on: string;
  readonly progress: Progress;
  readonly sentence: string;
  /** A date moved, and why. */
  readonly to?: string;
  readonly why?: string;
  readonly pause?: string;
  readonly evidence?: StoryEvidence;
}

export interface StoryAction {
  readonly on: string;
  readonly title: string;
  readonly officer: string | null;
  readonly member: string | null;
  readonly starts?: string;
  readonly target?: string;
  readonly measure?: string;
  /** Pounds once, pounds a year, people-days; or not known. */
  readonly cost: { readonly once?: number; readonly yearly?: number; readonly days?: number } | 'not known';
  readonly visibility: Visibility;
  readonly updates: readonly StoryUpdate[];
}

export interface StoryRecommendation {
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
  readonly parts?: readonly { readonly label: string; readonly text: string }[];
  readonly officer: string | null;
  readonly member: string | null;
  readonly nextReview?: string;
  readonly response?: {
    readonly on: string;
    readonly answer: Answer;
    readonly reason?: string;
    readonly body: string;
    readonly reference: string;
  };
  readonly actions: readonly StoryAction[];
  readonly verdicts?: readonly {
    readonly on: string;
    readonly grade: Grade;
    readonly reviewer: string;
    readonly source: string;
  }[];
}

export interface StoryReport {
  readonly title: string;
  readonly kind: ReportKind;
  readonly fieldwork: readonly [string, string];
  readonly received: string;
  readonly registered: string;
  readonly groupName: string;
  readonly recommendations: readonly StoryRecommendation[];
  /** Snapshots put before the public. */
  readonly published: readonly {
    readonly on: string;
    readonly slug: string;
    readonly title: string;
    readonly summary: string;
  }[];
}

export interface StoryCouncil {
  readonly code: string;
  readonly name: string;
  readonly letters: string;
  readonly band: 'ink' | 'plum' | 'pine';
  /** Who does what the story does not give to somebody else. */
  readonly lead: string;
  readonly people: readonly StoryPerson[];
  readonly reports: readonly StoryReport[];
}
