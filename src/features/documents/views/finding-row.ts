// One finding of a tab: as a row to decide, or folded with others that are decided; and the boxes it is corrected in.
import { type TypedFinding, typeFinding } from '../forms/findings.ts';
import { tablePlaceOf } from '../rules/cells.ts';
import type { ReportRecord } from '../rules/find.ts';
import { FINDING_KINDS, type Finding, type FindingKind, type FindingMeanwhile, sureness } from '../rules/finding.ts';
import { allFacts, type Fact, factsOf, shortTitle, titleOfFinding } from '../rules/finding-words.ts';
import { type Paragraph, sentencesOf } from '../rules/passages.ts';

export interface FindingField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly error: string | null;
  readonly shape: 'line' | 'area' | 'choice';
  readonly rows: number;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

export interface FindingRow {
  readonly id: string;
  readonly anchor: string;
  readonly kind: string;
  readonly title: string;
  /** The title cut to a line, to tell one row's controls from another's. */
  readonly short: string;
  readonly facts: readonly Fact[];
  readonly says: string | null;
  readonly check: string | null;
  readonly by: string | null;
  /** What was proposed, when a person has corrected it. */
  readonly proposed: string | null;
  readonly passage: {
    readonly id: string;
    readonly source: string | null;
    /** Row, column and unit of a figure in a table; empty for all else. */
    readonly cell: readonly Fact[];
    readonly before: readonly Paragraph[];
    readonly lit: readonly Paragraph[];
    readonly after: readonly Paragraph[];
    readonly whole: string;
  } | null;
  readonly version: number;
  readonly actions: { readonly decide: string; readonly correct: string; readonly take: string | null };
  readonly open: boolean;
  readonly fields: readonly FindingField[];
  readonly conflict: {
    readonly who: string;
    readonly when: Date;
    readonly mine: string;
    readonly theirs: string;
    readonly repeats: 'correct' | 'accepted' | 'left_out' | 'undecided';
    readonly version: number;
  } | null;
}

export interface DecidedFinding {
  readonly anchor: string;
  readonly title: string;
  readonly short: string;
  readonly facts: readonly Fact[];
  readonly proposed: string | null;
  readonly state: string;
  readonly version: number;
  /** Where Undo posts to; null when a suggestion stands among the recommendations, where it is left out. */
  readonly undo: string | null;
  readonly take: string | null;
  readonly taken: { readonly text: string; readonly href: string } | null;
  readonly source: string | null;
}

/** What a person just tried on one finding and could not do. */
export interface FindingAttempt {
  readonly findingId: string;
  readonly typed?: TypedFinding;
  readonly errors?: Readonly<Record<string, string>>;
  readonly meanwhile?: FindingMeanwhile;
  readonly tried?: 'correct' | 'accepted' | 'left_out' | 'undecided';
}

export interface RowGiven {
  readonly record: ReportRecord;
  readonly mayChange: boolean;
  readonly attempt: FindingAttempt | null;
}

export function findingRow(finding: Finding, given: RowGiven, here: string): FindingRow {
  const attempt = given.attempt?.findingId === finding.id ? given.attempt : null;
  const passage = finding.span && sentencesOf(given.record, finding.span);
  const sure = sureness(finding.confidence, finding.kind);
  const now = attempt?.meanwhile;
  const base = `${here}/findings/${finding.id}`;
  const typed = attempt?.typed ?? typeFinding(finding.kind, finding.value);
  return {
    id: finding.id,
    anchor: `finding-${finding.id}`,
    kind: FINDING_KINDS[finding.kind].name,
    title: titleOfFinding(finding),
    short: shortTitle(finding),
    facts: factsOf(finding),
    says: finding.byHand ? null : sure.check === null ? sure.says : null,
    check: finding.byHand ? null : sure.check,
    by: finding.byHand ? `Added by ${finding.addedBy ?? 'somebody'}. It was not read.` : null,
    proposed: finding.corrected ? asProposed(finding) : null,
    passage: passage && {
      id: `passage-${finding.id}`,
      ...passage,
      cell: cellFacts(finding, given.record),
      whole: `${here}/source#mark-${finding.id}`,
    },
    version: finding.version,
    actions: {
      decide: `${base}/decide`,
      correct: `${base}/correct`,
      take: finding.kind === 'suggestion' && finding.takenAs === null ? `${base}/take` : null,
    },
    open: attempt !== null,
    fields: findingFields(finding.kind, typed, attempt?.errors ?? {}, `-${finding.id}`),
    conflict: now
      ? {
          who: now.who,
          when: now.at,
          mine: mineInWords(finding.kind, attempt),
          theirs: `${DECISIONS[now.finding.decision]}.\n${allFacts(now.finding)}`,
          repeats: attempt.tried ?? 'undecided',
          version: now.finding.version,
        }
      : null,
  };
}

function cellFacts(finding: Finding, record: ReportRecord): Fact[] {
  const place = tablePlaceOf(record, finding);
  const named = [
    { label: 'Row', text: place?.row ?? null },
    { label: 'Column', text: place?.column ?? null },
    { label: 'Read in', text: place?.unit ?? null },
  ];
  return named.filter(({ text }) => text !== null).map((one) => ({ ...one, pence: null }));
}

/** The boxes of a finding; `suffix` makes their identifiers unique where a page repeats them. */
export function findingFields(
  kind: FindingKind,
  typed: TypedFinding,
  errors: Readonly<Record<string, string>>,
  suffix: string,
): FindingField[] {
  return FINDING_KINDS[kind].fields.map(({ name, label, hint, type, options }) => {
    const value = typed[name] ?? '';
    const area = type === 'words' || type === 'days';
    return {
      id: `${name}${suffix}`,
      name,
      label,
      hint,
      value,
      error: errors[name] ?? null,
      shape: type === 'choice' ? 'choice' : area ? 'area' : 'line',
      rows: Math.min(8, Math.max(2, type === 'days' ? value.split('\n').length + 1 : Math.ceil(value.length / 60))),
      options: type === 'choice' ? [{ value: '', text: 'Choose' }, ...options] : [],
    };
  });
}

export function decidedFinding(finding: Finding, given: RowGiven, here: string): DecidedFinding {
  const by = finding.decidedBy === null ? '' : ` by ${finding.decidedBy}`;
  const base = `${here}/findings/${finding.id}`;
  const change = given.mayChange;
  const corrected = finding.corrected ? 'Corrected' : finding.byHand ? 'Added' : 'Accepted';
  const { takenAs } = finding;
  return {
    anchor: `finding-${finding.id}`,
    title: titleOfFinding(finding),
    short: shortTitle(finding),
    facts: factsOf(finding),
    proposed: finding.corrected ? asProposed(finding) : null,
    state: `${finding.decision === 'accepted' ? corrected : 'Left out'}${by}.`,
    version: finding.version,
    undo: change && takenAs === null ? `${base}/decide` : null,
    take:
      change && finding.kind === 'suggestion' && finding.decision === 'accepted' && !takenAs ? `${base}/take` : null,
    taken: takenAs && {
      text: `Among the recommendations as ${takenAs.group}, number ${takenAs.number}`,
      href: `${here}/review#find-${takenAs.id}`,
    },
    source: finding.span ? `${here}/source#mark-${finding.id}` : null,
  };
}

const asProposed = (finding: Finding) => allFacts({ kind: finding.kind, value: finding.proposed });

const DECISIONS = { accepted: 'Accepted', left_out: 'Left out', undecided: 'To check' } as const;

function mineInWords(kind: FindingKind, { tried = 'undecided', typed }: FindingAttempt): string {
  if (tried !== 'correct') return DECISIONS[tried];
  return FINDING_KINDS[kind].fields
    .map(({ name, label, options }) => {
      const value = typed?.[name] ?? '';
      return value === '' ? '' : `${label}: ${options.find((one) => one.value === value)?.text ?? value}`;
    })
    .filter((line) => line !== '')
    .join('\n');
}
