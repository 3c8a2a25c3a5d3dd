// What a recommendation lacks: the sentence at the top of its page and the knots of its thread say the same.
import type { Link } from '../../../platform/web/view.ts';
import { isOpen, rollUpCost } from '../rules/progress.ts';
import type { KnotState, RecordGiven } from './record.ts';

/** The actions that count, each with its place in the list. One that was superseded owes nothing. */
function countedActions({ actions }: RecordGiven) {
  return actions
    .map((action, index) => ({ ...action, label: `Action ${index + 1}` }))
    .filter((action) => action.progress !== 'superseded');
}

/** The states of the knots that hang on actions. Without an action there is nothing to cost and nothing to measure yet. */
export function knotsOf(given: RecordGiven): Record<'actions' | 'money' | 'measures' | 'evidence', KnotState> {
  const counted = countedActions(given);
  const moved = counted.some((action) => action.progress !== 'not_started');
  const state = (joined: boolean, due: boolean): KnotState => (joined ? 'joined' : due ? 'missing' : 'not-due');
  return {
    actions: state(counted.length > 0, given.record.answer !== 'not_accepted'),
    money: state(rollUpCost(given.actions).known > 0, counted.length > 0),
    measures: state(
      given.actions.some((action) => action.successMeasure !== ''),
      counted.length > 0,
    ),
    evidence: state(given.evidence.length > 0, moved),
  };
}

/** Everything that is missing, each as a link to where it is put right: the gaps by which the register is filtered. */
export function missingLinks(given: RecordGiven): Link[] {
  const { record, path } = given;
  const here = path(`/recommendations/${record.id}`);
  const knots = knotsOf(given);
  const links: Link[] = [];
  if (record.answer === null) links.push({ text: 'The council has not answered', href: `${here}/response` });
  if (record.officerId === null) links.push({ text: 'No accountable officer', href: `${here}/owners` });
  if (record.memberId === null) links.push({ text: 'No accountable member', href: `${here}/owners` });
  if (knots.actions === 'missing') links.push({ text: 'No action answers it', href: `${here}/actions/new` });
  for (const action of countedActions(given)) {
    const lacks = (text: string) =>
      links.push({ text: `${action.label} has ${text}`, href: path(`/actions/${action.id}/edit`) });
    const open = isOpen(action.progress);
    if (open && action.officerId === null) lacks('no accountable officer');
    if (open && action.memberId === null) lacks('no accountable member');
    if (open && action.targetOn === null) lacks('no date');
    if (!action.costKnown) lacks('no known cost');
    if (action.successMeasure === '') lacks('no measure');
  }
  if (knots.evidence === 'missing') links.push({ text: 'Nothing shows the result yet', href: `${here}/evidence/new` });
  return links;
}
