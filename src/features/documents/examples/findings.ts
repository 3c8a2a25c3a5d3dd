// Examples of the tabs beside the recommendations: empty, usual, long, and every error.
import type { PageError } from '../../../platform/web/view.ts';
import { template } from '../../../platform/web/view.ts';
import { typeFinding } from '../forms/findings.ts';
import type { Finding, FindingKind, FindingValue } from '../rules/finding.ts';
import { acceptClearView } from '../views/accept-clear.ts';
import { addFindingView } from '../views/add-finding.ts';
import type { FindingAttempt } from '../views/finding-row.ts';
import { type FindingsGiven, findingsView } from '../views/findings.ts';
import { at, document, type Example, path, record } from './report.ts';

let made = 0;
function finding(kind: FindingKind, value: FindingValue, more: Partial<Finding> = {}): Finding {
  made += 1;
  const block = record.blocks[(made % 4) + 1]!;
  return {
    id: `0b0e6d6c-0000-4000-9000-${String(made).padStart(12, '0')}`,
    kind,
    position: made,
    value,
    proposed: value,
    corrected: false,
    span: [block.span[0], block.span[0] + 12],
    page: 7,
    pageEnd: 7,
    confidence: 0.95,
    addedBy: null,
    byHand: false,
    decision: 'undecided',
    decidedBy: null,
    version: 0,
    takenAs: null,
    ...more,
  };
}

const advice = { text: 'The council should print the floor in every budget.', strength: 'should', theme: 'Money' };
const peer = { name: 'Ann Example', role: 'Leader peer', organisation: 'Thornwick Council', party: null, group: null };
const money = { text: '£1.2 million', pence: 120_000_000, qualifier: 'over', period: '2026/27', measures: 'the gap' };

export const findings: readonly Finding[] = [
  finding('suggestion', advice, { confidence: 0.6 }),
  finding('suggestion', { ...advice, strength: 'must' }, { decision: 'accepted', decidedBy: 'Priya Shah', version: 1 }),
  finding('suggestion', advice, {
    decision: 'accepted',
    version: 2,
    takenAs: { id: 'f', group: 'Suggestions in the report', number: 1 },
  }),
  finding('suggestion', advice, { corrected: true, proposed: { ...advice, strength: 'could' }, version: 2 }),
  finding('peer', peer),
  finding('peer', peer, { byHand: true, addedBy: 'Priya Shah', decision: 'accepted', span: null }),
  finding('contact', { name: null, email: 'ann@thornwick.example', phone: null }),
  finding('effort', { what: 'people', value: 1230, qualifier: 'over' }, { confidence: 0.8 }),
  finding('figure', money, { decision: 'left_out', version: 1 }),
  finding('figure', { ...money, pence: -50, qualifier: null, period: null, measures: null }),
  finding('percentage', { text: '2.5%', percent: 2.5, qualifier: null, period: null, measures: null }),
  finding('fieldwork', { days: ['2026-09-15', '2026-09-16', '2026-09-18', '2026-10-01'] }),
  finding('publish_within', { weeks: 6 }, { span: null }),
  finding('review_due', { date: '2027-01' }),
  finding('deadline', { text: 'by the end of January', date: '2027-01' }),
];

const usual: FindingsGiven = {
  document,
  record,
  tab: 'suggestions',
  findings: findings.filter((one) => one.kind === 'suggestion'),
  counts: [{ kind: 'suggestion', all: 3, undecided: 1 }],
  recommendations: 14,
  path,
  sieve: { onlyToCheck: false, checkFirst: false },
  page: 1,
  mayChange: true,
  attempt: null,
};

function tab(name: string, changes: Partial<FindingsGiven>, errors: readonly PageError[] = []): Example {
  const view = findingsView({ ...usual, ...changes });
  return { name: `findings, ${name}`, template: template('documents/findings.njk'), view, errors };
}
function tried(name: string, one: Finding, attempt: Omit<FindingAttempt, 'findingId'>): Example {
  const errors = [{ text: 'Wrong', href: `#finding-${one.id}` }];
  return tab(name, { findings: [one], attempt: { findingId: one.id, ...attempt } }, errors);
}
const of = (...kinds: FindingKind[]) => findings.filter((one) => kinds.includes(one.kind));
const first = findings[0]!;
const typed = typeFinding('suggestion', first.value);
const meanwhile = { kind: 'changed-meanwhile', finding: { ...first, version: 1 }, who: 'Tom Okafor', at } as const;
const long = Array.from({ length: 31 }, (_, at) => finding('peer', peer, { id: `peer-${at}` }));
const add = (kind: FindingKind, errors: Readonly<Record<string, string>>): Example => ({
  name: `add a finding, ${kind}`,
  template: template('documents/add-finding.njk'),
  view: addFindingView(path('/reports/x'), kind, typeFinding(kind, {}), errors),
  errors: Object.values(errors).map((text) => ({ text, href: '#text' })),
});

export const examples: readonly Example[] = [
  tab('usual', {}),
  tab('none', { findings: [], counts: [] }),
  tab('for an auditor', { mayChange: false }),
  tab('least sure first', { sieve: { onlyToCheck: true, checkFirst: true } }),
  tab('team', { tab: 'team', findings: of('peer', 'contact', 'effort') }),
  tab('figures', { tab: 'figures', findings: of('figure', 'percentage') }),
  tab('dates', { tab: 'dates', findings: of('fieldwork', 'publish_within', 'review_due', 'deadline') }),
  tab('long', { page: 2, tab: 'team', findings: Array.from({ length: 61 }, () => finding('peer', peer)) }),
  tried('every field wrong', first, { typed, errors: { text: 'Wrong', strength: 'Wrong', theme: 'Wrong' } }),
  tried('changed meanwhile, deciding', first, { meanwhile, tried: 'left_out' }),
  tried('changed meanwhile, correcting', first, { meanwhile, typed, tried: 'correct' }),
  {
    name: 'accept all that read clearly, over two pages',
    template: template('documents/accept-clear.njk'),
    view: acceptClearView(long, new Map(long.map((one) => [one.id, 0])), { action: '#', back: '#' })!,
    errors: [],
  },
  add('suggestion', {}),
  add('figure', { text: 'Wrong', pence: 'Wrong', qualifier: 'Wrong', period: 'Wrong', measures: 'Wrong' }),
  add('fieldwork', { days: 'Wrong' }),
];
