import type { TypedReport } from '../queries/register.ts';
import type { DocumentBrief } from '../rules/document.ts';

export interface ReportRow {
  readonly text: string;
  readonly href: string;
  readonly note: string;
  readonly late: null;
  /** "12 to check", "Being read", why it was not read. */
  readonly due: string;
  readonly act: null;
}

export interface ReportsView {
  readonly newHref: string | null;
  /** In the order a person would act on them; groups without a row are left out. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly ReportRow[] }[];
}

type Counts = ReadonlyMap<string, { undecided: number; accepted: number; all: number }>;

/** @param date writes an instant as a day, "3 November 2026" */
export function reportsView(
  documents: readonly DocumentBrief[],
  typed: readonly TypedReport[],
  counts: Counts,
  path: (below: string) => string,
  mayUpload: boolean,
  date: (at: Date) => string,
): ReportsView {
  const row = (document: DocumentBrief, state: string): ReportRow => ({
    text: document.title,
    href: path(`/reports/${document.id}`),
    note: `${document.fileName}, uploaded ${date(document.uploadedAt)}${document.uploadedBy === null ? '' : ` by ${document.uploadedBy}`}`,
    late: null,
    due: state,
    act: null,
  });
  const of = (wanted: (document: DocumentBrief) => boolean, state: (document: DocumentBrief) => string) =>
    documents.filter(wanted).map((document) => row(document, state(document)));
  const count = (document: DocumentBrief) => counts.get(document.id) ?? { undecided: 0, accepted: 0, all: 0 };
  const checked = (document: DocumentBrief) => {
    const { undecided, accepted, all } = count(document);
    if (document.reportId !== null && undecided === 0) return `${accepted} in the register`;
    if (undecided > 0) return `${undecided} to check`;
    return all === 0 ? 'No recommendations found' : `${accepted} accepted, not added yet`;
  };
  const read = (document: DocumentBrief) => document.state === 'read';
  const done = (document: DocumentBrief) => document.reportId !== null && count(document).undecided === 0;
  const groups = [
    { heading: 'To check', rows: of((one) => read(one) && !done(one), checked) },
    {
      heading: 'Being read',
      rows: of(
        (one) => one.state === 'waiting' || one.state === 'reading',
        () => 'Being read',
      ),
    },
    {
      heading: 'Could not be read',
      rows: of(
        (one) => one.state === 'refused',
        (one) => one.refusal ?? '',
      ),
    },
    { heading: 'In the register', rows: of((one) => read(one) && done(one), checked) },
    {
      heading: 'Entered by hand',
      rows: typed.map((report) => ({
        text: report.title,
        href: path(`/recommendations?report=${report.id}`),
        note: `Entered by hand ${date(report.registeredAt)}${report.registeredBy === null ? '' : ` by ${report.registeredBy}`}`,
        late: null,
        due: `${report.recommendations} in the register`,
        act: null,
      })),
    },
  ];
  return {
    newHref: mayUpload ? path('/reports/new') : null,
    groups: groups.filter((group) => group.rows.length > 0),
  };
}
