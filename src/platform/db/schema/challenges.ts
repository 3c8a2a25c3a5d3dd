// Challenges as their reviewers know them: what is reviewed, who is in the team, and what the team noted.
import type { Day, Default, Instant } from './values.ts';

export interface ChallengeTable {
  id: Default<string>;
  title: string;
  kind: 'corporate-peer-challenge' | 'finance-peer-challenge' | 'governance-peer-challenge' | 'progress-review';
  onSiteFrom: Day | null;
  onSiteTo: Day | null;
  /** The day on which the team's notes are destroyed. */
  notesUntil: Day;
  openedAt: Instant;
}

export interface ChallengeCouncilTable {
  challengeId: string;
  councilId: string;
}

export interface ChallengePeerTable {
  challengeId: string;
  personId: string;
  name: string;
  role: Default<string>;
  manager: Default<boolean>;
  accessFrom: Day;
  accessUntil: Day;
}

/** A peer's note. No council's scope, the public's, the system's or the keeper's can read it. */
export interface PeerNoteTable {
  challengeId: string;
  id: Default<string>;
  writtenBy: string;
  session: Default<string>;
  /** A band or group, never a name. */
  heardFrom: Default<string>;
  text: string;
  writtenAt: Instant;
  version: Default<number>;
}
