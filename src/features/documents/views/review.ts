// "Check what was read": the report in order, each find a row, stretches without finds as folds.
import type { Meanwhile } from '../actions/work.ts';
import { type TypedDetails, type TypedWording, typeWording } from '../forms.ts';
import type { DocumentBrief } from '../queries/documents.ts';
import { KINDS } from '../rules/document.ts';
import {
  FINDS_A_PAGE,
  type Find,
  inOrder,
  numbersInWords,
  pageOfFind,
  type ReportRecord,
  readCleanly,
  sameGroup,
} from '../rules/find.ts';
import { layOutReport, type Paragraph, paragraphOf, passageOf, stretchInWords } from '../rules/passages.ts';
import { allWords, cutPlaces, runsIn, wordingDiffersAt } from '../rules/wording.ts';
import type { SameFile } from './progress.ts';

export interface WordingFields {
  readonly typed: TypedWording;
  readonly errors: Readonly<Record<'group' | 'number' | 'heading' | 'text' | 'parts', string | null>>;
}

export interface FindRow {
  readonly id: string;
  readonly anchor: string;
  readonly label: string;
  readonly title: string;
  /** A heading that stands above the wording; null when it runs in. */
  readonly heading: string | null;
  /** The heading when it is the beginning of the wording, which `text` then goes on from. */
  readonly runIn: string | null;
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly text: string }[];
  readonly doubts: readonly string[];
  /** "Corrected. It differs from the report at ‘reserve’." and the like. */
  readonly notes: readonly string[];
  readonly version: number;
  readonly passage: {
    readonly id: string;
    readonly source: string | null;
    readonly before: readonly Paragraph[];
    readonly lit: readonly Paragraph[];
    readonly after: readonly Paragraph[];
    readonly whole: string;
  } | null;
  readonly actions: {
    readonly decide: string;
    readonly correct: string;
    readonly split: string;
    readonly join: string;
    readonly putBack: string;
  };
  readonly open: boolean;
  readonly fields: WordingFields;
  readonly cuts: readonly { readonly value: string; readonly text: string }[];
  readonly cutError: string | null;
  readonly joinNext: string | null;
  readonly mayPutBack: boolean;
  /** "This differs from the report at ‘x’. …": two buttons instead of Save. */
  readonly differs: string | null;
  readonly error: string | null;
  readonly conflict: {
    readonly who: string;
    readonly when: Date;
    readonly mine: string;
    readonly theirs: string;
    /** What "Use mine" does: save the typed wording, or repeat the decision. */
    readonly repeats: 'correct' | 'accepted' | 'left_out' | 'undecided';
    readonly version: number;
  } | null;
}

export interface DecidedRow {
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  readonly state: string;
  readonly version: number;
  /** Where Undo posts to; null when it is in the register, which then has a link. */
  readonly undo: string | null;
  readonly registered: string | null;
}

export type ReviewPart =
  | { readonly kind: 'find'; readonly row: FindRow }
  | { readonly kind: 'decided'; readonly summary: string; readonly rows: readonly DecidedRow[] }
  | {
      readonly kind: 'stretch';
      readonly summary: string;
      readonly paragraphs: readonly { readonly paragraph: Paragraph; readonly add: string | null }[];
    };

export interface ReviewView {
  readonly title: string;
  readonly fileName: string;
  readonly same: SameFile | null;
  readonly counts: string;
  readonly found: boolean;
  readonly nothing: string;
  readonly check: { readonly href: string; readonly text: string } | null;
  readonly groups: readonly {
    readonly label: string;
    readonly finds: readonly { readonly text: string; readonly href: string; readonly decided: boolean }[];
  }[];
  readonly parts: readonly ReviewPart[];
  readonly pagination: {
    readonly previous: string | null;
    readonly next: string | null;
    readonly pages: readonly { readonly number: number; readonly href: string; readonly current: boolean }[];
  } | null;
  readonly mayChange: boolean;
  readonly keep: { readonly order: string };
  readonly addHref: string;
  readonly sourceHref: string;
  readonly fileHref: string;
  readonly dropHref: string | null;
  readonly knownGroups: readonly string[];
  readonly finish: {
    readonly clean: { readonly action: string; readonly text: string; readonly seen: string } | null;
    readonly register: { readonly action: string; readonly text: string } | null;
    readonly report: { readonly href: string; readonly text: string } | null;
    readonly details: DetailsFields | null;
    readonly error: string | null;
  };
}

export interface DetailsFields {
  readonly typed: TypedDetails;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly errors: Readonly<Record<'title' | 'kind' | 'from' | 'to' | 'received', string | null>>;
}

/** What a person just tried on one find and could not do: the page shows it in place, with what they typed. */
export interface Attempt {
  readonly findId: string;
  readonly typed?: TypedWording;
  readonly errors?: Readonly<Record<string, string>>;
  readonly differsAt?: string;
  readonly error?: string;
  readonly cutError?: string;
  readonly meanwhile?: Meanwhile;
  readonly tried?: 'correct' | 'accepted' | 'left_out' | 'undecided';
}

export interface ReviewGiven {
  readonly document: DocumentBrief;
  readonly record: ReportRecord;
  readonly finds: readonly Find[];
  readonly report: { readonly id: string; readonly title: string } | null;
  readonly same: SameFile | null;
  readonly path: (below: string) => string;
  readonly page: number;
  readonly checkFirst: boolean;
  readonly mayChange: boolean;
  readonly attempt: Attempt | null;
  readonly details: TypedDetails;
  readonly finishErrors: Readonly<Record<string, string>>;
}

export function reviewView(given: ReviewGiven): ReviewView {
  const { document, record, report, path, mayChange, attempt } = given;
  const here = path(`/reports/${document.id}`);
  const inReport = inOrder(given.finds, false);
  const finds = inOrder(given.finds, given.checkFirst);
  const pages = Math.max(1, Math.ceil(finds.length / FINDS_A_PAGE));
  const page = attempt ? pageOfFind(finds, attempt.findId) : Math.min(Math.max(1, given.page), pages);
  const shown = finds.slice((page - 1) * FINDS_A_PAGE, page * FINDS_A_PAGE);
  const addressOf = (number: number) => {
    const query = [...(given.checkFirst ? ['first=check'] : []), ...(number > 1 ? [`page=${number}`] : [])].join('&');
    return `${here}/review${query === '' ? '' : `?${query}`}`;
  };
  const state = countStates(given.finds);
  const marked = given.finds.filter((find) => find.decision === 'undecided' && find.doubts.length > 0).length;
  const clean = given.finds.filter(readCleanly);
  const waiting = given.finds.filter((find) => find.decision === 'accepted' && find.recommendationId === null).length;
  const groups = new Map<string, Find[]>();
  for (const find of inReport) {
    const name = [...groups.keys()].find((one) => sameGroup(one, find.wording.group)) ?? find.wording.group;
    groups.set(name, [...(groups.get(name) ?? []), find]);
  }
  return {
    title: document.title,
    fileName: document.fileName,
    same: given.same,
    counts: state.words,
    found: given.finds.length > 0,
    nothing: `We read ${record.pages === null ? 'the report' : `${record.pages} ${record.pages === 1 ? 'page' : 'pages'}`} and found no recommendations.`,
    check: given.checkFirst
      ? { href: `${here}/review`, text: 'Put them in the order of the report' }
      : marked > 0
        ? { href: `${here}/review?first=check`, text: `Put the ${marked} marked Check first` }
        : null,
    groups: [...groups].map(([label, list]) => ({
      label,
      finds: list.map((find) => {
        const on = pageOfFind(finds, find.id);
        return {
          text: String(find.wording.number),
          href: `${on === page ? '' : addressOf(on)}#find-${find.id}`,
          decided: find.decision !== 'undecided',
        };
      }),
    })),
    parts: partsOf(given, inReport, shown, here),
    pagination:
      pages === 1
        ? null
        : {
            previous: page > 1 ? addressOf(page - 1) : null,
            next: page < pages ? addressOf(page + 1) : null,
            pages: Array.from({ length: pages }, (_, index) => ({
              number: index + 1,
              href: addressOf(index + 1),
              current: index + 1 === page,
            })),
          },
    mayChange,
    keep: { order: given.checkFirst ? 'check' : '' },
    addHref: `${here}/add`,
    sourceHref: `${here}/source`,
    fileHref: `${here}/file`,
    dropHref: mayChange && report === null ? `${here}/drop` : null,
    knownGroups: [...groups.keys()],
    finish: {
      clean:
        mayChange && clean.length > 0
          ? {
              action: `${here}/accept-clean`,
              text:
                clean.length === 1
                  ? 'Accept the one that read cleanly'
                  : `Accept the ${clean.length} that read cleanly`,
              seen: clean.map((find) => `${find.id}:${find.version}`).join(','),
            }
          : null,
      register:
        mayChange && (report === null || waiting > 0)
          ? {
              action: `${here}/register`,
              text: waiting === 0 ? 'Add the accepted to the register' : `Add the ${waiting} accepted to the register`,
            }
          : null,
      report: report && { href: path(`/recommendations?report=${report.id}`), text: report.title },
      details: report || !mayChange ? null : detailsFields(given.details, given.finishErrors),
      error: given.finishErrors.finish ?? null,
    },
  };
}

export function detailsFields(typed: TypedDetails, errors: Readonly<Record<string, string>>): DetailsFields {
  const error = (name: string) => errors[name] ?? null;
  return {
    typed,
    kinds: KINDS,
    errors: {
      title: error('title'),
      kind: error('kind'),
      from: error('from'),
      to: error('to'),
      received: error('received'),
    },
  };
}

export function wordingFields(typed: TypedWording, errors: Readonly<Record<string, string>>): WordingFields {
  const error = (name: string) => errors[name] ?? null;
  return {
    typed,
    errors: {
      group: error('group'),
      number: error('number'),
      heading: error('heading'),
      text: error('text'),
      parts: error('parts'),
    },
  };
}

function countStates(finds: readonly Find[]): { words: string } {
  const count = (wanted: (find: Find) => boolean) => finds.filter(wanted).length;
  const registered = count((find) => find.recommendationId !== null);
  const accepted = count((find) => find.decision === 'accepted' && find.recommendationId === null);
  const words = `${count((find) => find.decision === 'undecided')} to check. ${accepted} accepted, ${count((find) => find.decision === 'left_out')} left out.`;
  return { words: registered === 0 ? words : `${words} ${registered} in the register.` };
}

function partsOf(given: ReviewGiven, inReport: readonly Find[], shown: readonly Find[], here: string): ReviewPart[] {
  const parts: ReviewPart[] = [];
  const { record, mayChange } = given;
  const laidOut = given.checkFirst
    ? shown.map((find) => ({ kind: 'find', find }) as const)
    : layOutReport(record, inReport, shown);
  let decided: Find[] = [];
  const flush = () => {
    if (decided.length > 0) parts.push(decidedFold(decided, given, here));
    decided = [];
  };
  for (const part of laidOut) {
    if (part.kind === 'stretch') {
      // A heading alone does not cut a run of decided finds.
      if (decided.length > 0 && part.blocks.every((block) => block.kind === 'heading')) continue;
      flush();
      parts.push({
        kind: 'stretch',
        summary: stretchInWords(part.blocks),
        paragraphs: part.blocks.map((block) => ({
          paragraph: paragraphOf(record, block, []),
          add: mayChange && block.kind !== 'heading' ? `${here}/add?block=${block.id}` : null,
        })),
      });
    } else if (part.find.decision !== 'undecided' && given.attempt?.findId !== part.find.id) {
      decided.push(part.find);
    } else {
      flush();
      parts.push({ kind: 'find', row: findRow(part.find, given, inReport, here) });
    }
  }
  flush();
  return parts;
}

function decidedFold(finds: readonly Find[], given: ReviewGiven, here: string): ReviewPart {
  const groups = new Map<string, number[]>();
  for (const { wording } of finds) groups.set(wording.group, [...(groups.get(wording.group) ?? []), wording.number]);
  const names = [...groups].map(([group, numbers]) =>
    groups.size === 1 ? numbersInWords(numbers) : `${group} ${numbersInWords(numbers)}`,
  );
  return {
    kind: 'decided',
    summary: `${names.join('; ')}, decided`,
    rows: finds.map((find) => {
      const by = find.decidedBy === null ? '' : ` by ${find.decidedBy}`;
      return {
        anchor: `find-${find.id}`,
        title: titleOf(find),
        text: allWords(find.wording),
        state:
          find.recommendationId !== null
            ? 'In the register.'
            : `${find.decision === 'accepted' ? 'Accepted' : 'Left out'}${by}.`,
        version: find.version,
        undo: given.mayChange && find.recommendationId === null ? `${here}/finds/${find.id}/decide` : null,
        registered: find.recommendationId === null ? null : given.path(`/recommendations/${find.recommendationId}`),
      };
    }),
  };
}

const titleOf = (find: Find) => `${find.wording.group}, number ${find.wording.number}`;

function findRow(find: Find, given: ReviewGiven, inReport: readonly Find[], here: string): FindRow {
  const attempt = given.attempt?.findId === find.id ? given.attempt : null;
  const { wording } = find;
  const base = `${here}/finds/${find.id}`;
  const passage = find.span && passageOf(given.record, find.span);
  const next = inReport[inReport.findIndex((one) => one.id === find.id) + 1];
  const mayJoin = next && next.recommendationId === null && sameGroup(next.wording.group, wording.group);
  const corrected = find.asRead && wordingDiffersAt(wording, find.asRead);
  const notes = [
    ...(corrected === null ? [] : [`Corrected. It differs from the report at ‘${corrected}’.`]),
    ...(find.madeFrom.length === 1 ? ['Split from another.'] : []),
    ...(find.madeFrom.length > 1 ? ['Joined from two.'] : []),
  ];
  const now = attempt?.meanwhile;
  return {
    id: find.id,
    anchor: `find-${find.id}`,
    label: titleOf(find),
    title: titleOf(find),
    heading: runsIn(wording) ? null : wording.heading,
    runIn: runsIn(wording) ? wording.heading : null,
    text: runsIn(wording) ? wording.text.slice(wording.heading?.length ?? 0) : wording.text,
    parts: wording.parts,
    doubts: find.doubts,
    notes,
    version: find.version,
    passage: passage && {
      id: `passage-${find.id}`,
      ...passage,
      source: passage.source,
      whole: `${here}/source#${passage.lit[0]?.id ?? ''}`,
    },
    actions: {
      decide: `${base}/decide`,
      correct: `${base}/correct`,
      split: `${base}/split`,
      join: `${base}/join`,
      putBack: `${base}/put-back`,
    },
    open: attempt !== null,
    fields: wordingFields(attempt?.typed ?? typeWording(wording), attempt?.errors ?? {}),
    cuts: cutPlaces(wording).map(({ value, begins }) => ({
      value,
      text: begins.length > 70 ? `${begins.slice(0, 67).trimEnd()}…` : begins,
    })),
    cutError: attempt?.cutError ?? null,
    joinNext: mayJoin ? `${next.wording.number}` : null,
    mayPutBack: find.madeFrom.length > 0,
    differs:
      attempt?.differsAt === undefined
        ? null
        : `This differs from the report at ‘${attempt.differsAt}’. Save it as your correction, or restore it`,
    error: attempt?.error ?? null,
    conflict: now
      ? {
          who: now.who,
          when: now.at,
          mine: mineInWords(attempt),
          theirs: theirsInWords(now.find),
          repeats: attempt.tried ?? 'undecided',
          version: now.find.version,
        }
      : null,
  };
}

const DECISIONS = { accepted: 'Accepted', left_out: 'Left out', undecided: 'To check' } as const;

function mineInWords(attempt: Attempt): string {
  if (attempt.tried === 'correct' && attempt.typed) {
    const { group, number, heading, text, parts } = attempt.typed;
    return [`${group}, number ${number}`, heading, text, parts].filter((one) => one !== '').join('\n');
  }
  return DECISIONS[attempt.tried === 'correct' ? 'undecided' : (attempt.tried ?? 'undecided')];
}

function theirsInWords(find: Find): string {
  const { group, number, heading, text, parts } = typeWording(find.wording);
  const words = [`${group}, number ${number}`, heading, text, parts].filter((one) => one !== '').join('\n');
  return `${DECISIONS[find.decision]}.\n${words}`;
}
