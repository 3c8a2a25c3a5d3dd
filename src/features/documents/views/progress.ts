import type { Link } from '../../../platform/web/view.ts';
import { historyLinks } from '../../history/index.ts';
import type { DocumentBrief } from '../rules/document.ts';
import { mayDrop, mayReadAgain } from '../rules/document.ts';

export interface UploadView {
  readonly action: string;
  readonly error: string | null;
  /** Reports of which this may be a new version, after "No"; empty when there are none. */
  readonly versions: readonly { readonly value: string; readonly text: string }[];
  readonly versionOf: string;
  readonly beingRead: { readonly href: string; readonly text: string } | null;
  /** In demonstration mode: where a report of our own can be had, to have something to read in. */
  readonly sample: string | null;
}

/** @param date writes an instant as a day */
export function versionOptions(
  documents: readonly DocumentBrief[],
  date: (at: Date) => string,
): UploadView['versions'] {
  const read = documents.filter((one) => one.state === 'read');
  if (read.length === 0) return [];
  const options = read.map((one) => ({
    value: one.id,
    text: `${one.title}: ${one.fileName}, uploaded ${date(one.uploadedAt)}`,
  }));
  return [{ value: '', text: 'No, it is a report of its own' }, ...options];
}

export interface SameFile {
  readonly text: string;
  readonly href: string;
}

export interface ProgressView {
  readonly fileName: string;
  readonly steps: readonly { readonly state: 'done' | 'now' | 'next'; readonly text: string }[];
  /** Why it was not read; null while it is being read. */
  readonly refusal: string | null;
  readonly againHref: string;
  readonly byItself: { readonly on: boolean; readonly href: string; readonly stopHref: string };
  readonly readAgain: string | null;
  readonly drop: string | null;
  readonly file: string;
  readonly history: readonly Link[];
  readonly newHref: string;
  readonly same: SameFile | null;
  readonly mayChange: boolean;
}

const STEPS = ['received', 'text', 'recommendations'] as const;

/** A reading under way or refused. The third step is done only when the page gives way to the review. */
export function progressView(given: {
  document: DocumentBrief;
  path: (below: string) => string;
  byItself: boolean;
  same: SameFile | null;
  mayChange: boolean;
  historyCount: number;
  now: Date;
}): ProgressView {
  const { document, path, now } = given;
  const here = path(`/reports/${document.id}`);
  const at = document.state === 'waiting' ? 0 : Math.max(0, STEPS.indexOf(document.step as 'text')) + 1;
  const pages = document.pages === null ? '' : `, ${document.pages} ${document.pages === 1 ? 'page' : 'pages'}`;
  const words = [
    [`Received${pages}`, 'Received'],
    ['Text found', 'Finding the text'],
    ['Recommendations found', 'Finding recommendations'],
  ] as const;
  return {
    fileName: document.fileName,
    steps: words.map(([done, doing], index) => ({
      state: index < Math.max(1, at) ? 'done' : index === Math.max(1, at) ? 'now' : 'next',
      text: index < Math.max(1, at) ? done : doing,
    })),
    refusal: document.state === 'refused' ? (document.refusal ?? 'This file could not be read') : null,
    againHref: here,
    byItself: { on: given.byItself, href: `${here}?by-itself=yes`, stopHref: here },
    readAgain: given.mayChange && mayReadAgain(document, now) ? `${here}/read-again` : null,
    history: historyLinks(here, given.historyCount),
    drop: given.mayChange && mayDrop(document) ? `${here}/drop` : null,
    file: `${here}/file`,
    newHref: path('/reports/new'),
    same: given.same,
    mayChange: given.mayChange,
  };
}

export interface DropView {
  readonly title: string;
  readonly fileName: string;
  readonly action: string;
  readonly back: string;
  readonly registered: boolean;
  readonly decided: number;
}
