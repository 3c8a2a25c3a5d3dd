// The council's own pages of publishing, and the public site's other pages, in their states. The words are invented.
import type { PageError, Template } from '../../../platform/web/view.ts';
import { type Parsed, parsePublish, parseReason } from '../forms.ts';
import { previewPage, reportsPage, takeOutListPage, takeOutPage, versionsPage, withdrawPage } from '../pages.ts';
import { CSV_COLUMNS } from '../public-pages/csv.ts';
import { type EmbedView, embedPage } from '../public-pages/embed.ts';
import { INFORMATION } from '../public-pages/information.ts';
import { councilsPage, gonePage, shelfPage } from '../public-pages/plan.ts';
import type { ReportInHand } from '../queries/register.ts';
import type { Contents } from '../rules/contents.ts';
import { placesOf } from '../rules/places.ts';
import { type PreviewInput, previewView, reportsView, takeOutListView, versionsView } from '../views/council-pages.ts';
import { frameOf, recommendationView, removedPlaceView } from '../views/pieces.ts';
import { noticeOf } from '../views/plan.ts';
import { councilsView, shelfView } from '../views/shelf.ts';
import { crowded, emptied, empty, former, publication, usual, withdrawn } from './public.ts';

export interface Example {
  readonly name: string;
  readonly template: Template<unknown>;
  readonly view: unknown;
  readonly errors: readonly PageError[];
}

const all: Example[] = [];
function add<V>(name: string, template: Template<V>, view: V, errors: readonly PageError[] = []): void {
  all.push({ name: `${template.name}, ${name}`, template: template as Template<unknown>, view, errors });
}
function errorsOf<T>(parsed: Parsed<T>): readonly PageError[] {
  if (parsed.ok) throw new Error('The example has no error.');
  return parsed.errors;
}

const council = { id: 'n', code: 'northmere', name: 'Northmere City Council', letters: 'NC', band: 'ink' as const };
const versions = [publication, former];
const report: ReportInHand = {
  ...{ id: 'r', title: 'Corporate peer challenge', kind: 'corporate-peer-challenge', recommendations: 14 },
  ...{ fieldworkFrom: '2026-06-15', fieldworkTo: '2026-06-18' },
};

add('no report', reportsPage, reportsView(council, [], []));
add('usual', reportsPage, reportsView(council, [report, { ...report, id: 'other', kind: 'unknown' }], versions));
add('withdrawn', reportsPage, reportsView(council, [report], [withdrawn]));
const many = Array.from({ length: 40 }, (_, at) => ({ ...report, id: `r${at}` }));
add('crowded', reportsPage, reportsView(council, many, versions));

const kept = { councilOnlyActions: 2, councilOnlyEvidence: 1, evidenceOfCouncilOnlyActions: 1, progress: [] };
const preview: PreviewInput = {
  ...{ council, origin: 'https://goldthread.example', now: publication.publishedAt, today: '2026-12-01', report },
  ...{ versions: [], contents: empty, before: null, removals: [], typed: null, errors: [], notRegistered: [] },
  kept: { councilOnlyActions: 0, councilOnlyEvidence: 0, evidenceOfCouncilOnlyActions: 0, progress: [] },
};
const blank = { title: '', slug: '?', summary: '', expectedNumber: '1', putBack: [] };
const wrong = errorsOf(parsePublish(blank, null));
add('first, nothing answered', previewPage, previewView(preview));
const again = { ...preview, versions, contents: usual, kept, removals: usual.removals };
add(
  'again, with what was taken out',
  previewPage,
  previewView({ ...again, before: { publishedAt: former.publishedAt, contents: empty } }),
);
add('crowded', previewPage, previewView({ ...again, contents: crowded }));
add('with every error', previewPage, previewView({ ...preview, typed: blank, errors: wrong }), wrong);

add('usual', versionsPage, versionsView(council, report, versions, 7));
add('all withdrawn', versionsPage, versionsView(council, report, [withdrawn], 1));
const hundred = Array.from({ length: 100 }, (_, at) => ({ ...former, id: `p${100 - at}`, number: 100 - at }));
add('crowded', versionsPage, versionsView(council, report, hundred, 300));

const noReason = errorsOf(parseReason('', 'x'));
const withdrawing = { number: 2, action: '/x', reason: '', error: null, newest: true };
add('empty', withdrawPage, withdrawing);
add('an older one', withdrawPage, { ...withdrawing, number: 1, newest: false });
add('with its error', withdrawPage, { ...withdrawing, error: noReason[0]!.text }, noReason);
add('nothing left', takeOutListPage, takeOutListView('/x', publication, emptied));
add('usual', takeOutListPage, takeOutListView('/x', publication, usual));
add('crowded', takeOutListPage, takeOutListView('/x', publication, crowded));
const taking = {
  ...{ number: 2, what: 'Action', text: 'Brief every member', action: '/x' },
  reason: '',
  where: 'number 1',
  error: null,
};
add('empty', takeOutPage, taking);
add('with its error', takeOutPage, { ...taking, error: noReason[0]!.text }, noReason);

const shelf = { council, versions: versions.map((one) => ({ ...one, removals: 1 })) };
add('nothing published', councilsPage, councilsView([]));
add('crowded', councilsPage, councilsView(Array.from({ length: 60 }, () => shelf)));
add('usual', shelfPage, shelfView(shelf));
add('withdrawn', shelfPage, shelfView({ council, versions: [{ ...withdrawn, removals: 0 }] }));

const gone = { planHref: '/public/northmere/x', planTitle: publication.title };
const removed = { on: publication.publishedAt, reason: 'It named a person.' };
add('withdrawn', gonePage, {
  ...gone,
  heading: 'Withdrawn',
  notice: noticeOf(withdrawn, [withdrawn], '/x'),
  removed: null,
});
add('taken out', gonePage, { ...gone, heading: 'Taken out', notice: null, removed });

const embed: EmbedView = {
  ...{ councilName: council.name, title: publication.title, notice: { kind: 'current' }, facts: null, removed: null },
  ...{
    lines: ['14 recommendations.', 'Late: 3.'],
    publishedAt: publication.publishedAt,
    href: 'https://goldthread.example/x',
  },
};
const placeOf = (contents: Contents) => placesOf(contents)[0]!;
const frame = frameOf(publication, '/x', null);
const { headline, facts } = recommendationView(placeOf(usual), frame);
add('a plan', embedPage, embed);
add('a recommendation', embedPage, { ...embed, title: headline, facts, lines: [] });
const takenOut = removedPlaceView(placeOf(emptied), frame);
add('a recommendation taken out', embedPage, {
  ...embed,
  title: takenOut.groupName,
  removed: takenOut.removed,
  lines: [],
});
add('replaced', embedPage, { ...embed, notice: noticeOf(former, versions, '/x') });
add('withdrawn', embedPage, { ...embed, notice: noticeOf(withdrawn, [withdrawn], '/x'), lines: [], publishedAt: null });

for (const { template } of INFORMATION) add('as it is', template, { columns: CSV_COLUMNS });

export const examples: readonly Example[] = all;
