// "Check what was read": the report in order, each find a row, stretches without finds as folds.
import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import type { TypedDetails } from '../forms/finds.ts';
import { otherCouncil } from '../rules/about.ts';
import type { Version } from '../rules/compare.ts';
import type { DocumentBrief } from '../rules/document.ts';
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
import type { Finding } from '../rules/finding.ts';
import { layOutReport, type Paragraph, paragraphOf, stretchInWords } from '../rules/passages.ts';
import { allWords } from '../rules/wording.ts';
import { type Attempt, asProposed, type DecidedRow, type FindRow, findRow, titleOf } from './find-row.ts';
import type { SameFile } from './progress.ts';
import { type LookedAtView, lookedAt } from './support.ts';
import { type FindingCounts, type PaginationView, paginate, sieveQuery, type TabLink, tabLinks } from './tabs.ts';

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
  readonly looked: LookedAtView | null;
  readonly tabs: readonly TabLink[];
  /** "This report seems to be about Wendshire County Council ...", where it names another council; null where it does not. */
  readonly elsewhere: string | null;
  readonly counts: string;
  readonly found: boolean;
  readonly nothing: string;
  /** Other versions of the report: what this one is compared with, and the one that came after it. */
  readonly versions: readonly { readonly says: string; readonly text: string; readonly href: string }[];
  /** What else may be shown, or in which other order. */
  readonly choices: readonly { readonly href: string; readonly text: string }[];
  readonly groups: readonly {
    readonly label: string;
    readonly finds: readonly {
      readonly text: string;
      readonly href: string;
      readonly decided: 'accepted' | 'left out' | null;
    }[];
  }[];
  readonly parts: readonly ReviewPart[];
  readonly pagination: PaginationView | null;
  readonly mayChange: boolean;
  readonly keep: { readonly order: string; readonly show: string };
  readonly addHref: string;
  readonly sourceHref: string;
  readonly fileHref: string;
  readonly dropHref: string | null;
  /** Where "Read it again" posts to; null for those who may not. */
  readonly readAgain: string | null;
  /** Why the last reading failed, when an earlier one stands. */
  readonly failed: string | null;
  readonly history: readonly Link[];
  readonly knownGroups: readonly string[];
  readonly finish: {
    readonly clean: { readonly action: string; readonly text: string; readonly seen: string } | null;
    readonly register: { readonly action: string; readonly text: string } | null;
    readonly report: { readonly href: string; readonly text: string; readonly joint: string } | null;
    readonly details: DetailsFields | null;
    /** The tick without which a report that names another council is not registered. */
    readonly about: {
      readonly question: string;
      readonly options: readonly { readonly value: string; readonly text: string }[];
      readonly ticked: readonly string[];
      readonly error: string | null;
    } | null;
    readonly error: string | null;
  };
}

export interface DetailsFields {
  readonly typed: TypedDetails;
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly errors: Readonly<Record<'title' | 'kind' | 'from' | 'to' | 'received', string | null>>;
}

export interface ReviewGiven {
  readonly document: DocumentBrief;
  readonly record: ReportRecord;
  /** Name of the council that works on it. */
  readonly council: string;
  readonly finds: readonly Find[];
  readonly report: { readonly id: string; readonly title: string } | null;
  readonly same: SameFile | null;
  readonly versions: { readonly earlier: Version | null; readonly later: Version | null };
  readonly path: (below: string) => string;
  readonly page: number;
  readonly checkFirst: boolean;
  readonly onlyToCheck: boolean;
  readonly counts: FindingCounts;
  /** What the team counted of its own work. */
  readonly effort: readonly Finding[];
  readonly mayChange: boolean;
  readonly attempt: Attempt | null;
  readonly details: TypedDetails;
  /** Ticked: the report is this council's, whichever it names. */
  readonly aboutUs: boolean;
  readonly finishErrors: Readonly<Record<string, string>>;
  readonly historyCount: number;
}

export function reviewView(given: ReviewGiven): ReviewView {
  const { document, record, report, path, mayChange, attempt } = given;
  const here = path(`/reports/${document.id}`);
  const inReport = inOrder(given.finds, false);
  const finds = inOrder(given.finds, given.checkFirst).filter(
    (find) => !given.onlyToCheck || find.decision === 'undecided' || find.id === attempt?.findId,
  );
  const pages = Math.max(1, Math.ceil(finds.length / FINDS_A_PAGE));
  const page = attempt ? pageOfFind(finds, attempt.findId) : Math.min(Math.max(1, given.page), pages);
  const shown = finds.slice((page - 1) * FINDS_A_PAGE, page * FINDS_A_PAGE);
  const sieve = { checkFirst: given.checkFirst, onlyToCheck: given.onlyToCheck };
  const addressOf = (number: number) => `${here}/review${sieveQuery(sieve, number)}`;
  const to = (changes: Partial<typeof sieve>) => `${here}/review${sieveQuery({ ...sieve, ...changes })}`;
  const state = countStates(given.finds);
  const other = otherCouncil(record, given.council);
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
    looked: lookedAt(record, given.effort, here),
    versions: versionLinks(given, here),
    tabs: tabLinks(here, given.finds.length, given.counts, 'recommendations'),
    elsewhere:
      other === null
        ? null
        : `This report seems to be about ${other}. Nothing of it joins the register of ${given.council} until you say that it is yours`,
    counts: state.words,
    found: given.finds.length > 0,
    nothing: `We read ${record.pages === null ? 'the report' : `${record.pages} ${record.pages === 1 ? 'page' : 'pages'}`} and found no recommendations.`,
    choices: [
      ...(given.checkFirst
        ? [{ href: to({ checkFirst: false }), text: 'Put them in the order of the report' }]
        : marked > 0
          ? [{ href: to({ checkFirst: true }), text: `Put the ${marked} marked Check first` }]
          : []),
      ...(given.onlyToCheck
        ? [{ href: to({ onlyToCheck: false }), text: `Show all ${given.finds.length}` }]
        : state.undecided > 0 && state.undecided < given.finds.length
          ? [{ href: to({ onlyToCheck: true }), text: `Show only the ${state.undecided} to check` }]
          : []),
    ],
    groups: [...groups].map(([label, list]) => ({
      label,
      finds: list.map((find) => {
        const on = pageOfFind(finds, find.id);
        return {
          text: String(find.wording.number),
          href: finds.includes(find)
            ? `${on === page ? '' : addressOf(on)}#find-${find.id}`
            : `${here}/review#find-${find.id}`,
          decided: find.decision === 'undecided' ? null : find.decision === 'accepted' ? 'accepted' : 'left out',
        };
      }),
    })),
    parts: partsOf(given, inReport, shown, here),
    pagination: paginate(page, pages, addressOf),
    mayChange,
    keep: { order: given.checkFirst ? 'check' : '', show: given.onlyToCheck ? 'check' : '' },
    addHref: `${here}/add`,
    sourceHref: `${here}/source`,
    fileHref: `${here}/file`,
    history: historyLinks(here, given.historyCount),
    readAgain: mayChange ? `${here}/read-again` : null,
    failed: document.refusal,
    dropHref: mayChange && !document.registered ? `${here}/drop` : null,
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
              text:
                waiting === 0 ? 'Add what is accepted to the register' : `Add the ${waiting} accepted to the register`,
            }
          : null,
      report: report && {
        href: path(`/recommendations?report=${report.id}`),
        text: report.title,
        joint: `${here}/joint`,
      },
      details: report || !mayChange ? null : detailsFields(given.details, given.finishErrors),
      about:
        other === null || report || !mayChange
          ? null
          : {
              question: `It seems to be about ${other}`,
              options: [{ value: 'yes', text: `It is a report for ${given.council}` }],
              ticked: given.aboutUs ? ['yes'] : [],
              error: given.finishErrors.about ?? null,
            },
      error: given.finishErrors.finish ?? null,
    },
  };
}

function versionLinks({ versions, path }: ReviewGiven, here: string): ReviewView['versions'] {
  const { earlier, later } = versions;
  return [
    ...(earlier
      ? [
          {
            says: `This is a new version of ${earlier.fileName}.`,
            text: 'Compare the two, and carry over what was decided',
            href: `${here}/compare`,
          },
        ]
      : []),
    ...(later
      ? [
          {
            says: `A newer version of this report has come: ${later.fileName}.`,
            text: 'Check that one',
            href: path(`/reports/${later.documentId}`),
          },
        ]
      : []),
  ];
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

function countStates(finds: readonly Find[]): { words: string; undecided: number } {
  const count = (wanted: (find: Find) => boolean) => finds.filter(wanted).length;
  const registered = count((find) => find.recommendationId !== null);
  const accepted = count((find) => find.decision === 'accepted' && find.recommendationId === null);
  const undecided = count((find) => find.decision === 'undecided');
  const words = `${undecided} to check. ${accepted} accepted, ${count((find) => find.decision === 'left_out')} left out.`;
  return { words: registered === 0 ? words : `${words} ${registered} in the register.`, undecided };
}

function partsOf(given: ReviewGiven, inReport: readonly Find[], shown: readonly Find[], here: string): ReviewPart[] {
  const parts: ReviewPart[] = [];
  const { record, mayChange } = given;
  const laidOut =
    given.checkFirst || given.onlyToCheck
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

/** "Key recommendations: 1 to 4 in the register, 5 left out". */
function decidedInWords(finds: readonly Find[]): string {
  const state = ({ decision, recommendationId }: Find) =>
    recommendationId !== null ? 'in the register' : decision === 'accepted' ? 'accepted' : 'left out';
  const numbers = (list: readonly Find[]) => numbersInWords(list.map((find) => find.wording.number));
  return [...Map.groupBy(finds, (find) => find.wording.group)]
    .map(([group, list]) => {
      const states = [...Map.groupBy(list, state)].map(([says, those]) => `${numbers(those)} ${says}`);
      return `${group}: ${states.join(', ')}`;
    })
    .join('; ');
}

function decidedFold(finds: readonly Find[], given: ReviewGiven, here: string): ReviewPart {
  return {
    kind: 'decided',
    summary: decidedInWords(finds),
    rows: finds.map((find) => {
      const by = find.decidedBy === null ? '' : ` by ${find.decidedBy}`;
      return {
        anchor: `find-${find.id}`,
        title: titleOf(find),
        text: allWords(find.wording),
        proposed: asProposed(find),
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
