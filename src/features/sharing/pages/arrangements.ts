// The map, an arrangement, the council's own agreement to it, and proposing one.
import { nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, postedList, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { countTold } from '../../history/index.ts';
import { pageErrors, type Typed, typedFrom } from '../../recommendations/index.ts';
import { agree, mayShareAgain, propose } from '../actions.ts';
import { readDecision, readProposal } from '../forms.ts';
import {
  findArrangements,
  findCouncils,
  findHistoryOfArrangement,
  findHistoryOfPartnership,
  findPartnerships,
} from '../queries.ts';
import { arrangementVocabulary, partnershipVocabulary } from '../rules/history.ts';
import { type ArrangementView, arrangementView } from '../views/arrangement.ts';
import { type MapView, mapView, PROPOSE_FIELDS, type ProposeView, proposeView } from '../views/map.ts';
import { AGREE_FIELDS, type Errors } from '../views/words.ts';
import { actingOf, agreedWords, arrangementId, done, findHere, furnitureOf, hereOf } from './context.ts';

export const mapPage = template<MapView>('sharing/map.njk');
export const arrangementPage = template<ArrangementView>('sharing/arrangement.njk');
export const proposePage = template<ProposeView>('sharing/propose.njk');

async function showMap(context: CouncilContext) {
  const { arrangements, partnerships } = await context.scope(async (tx) => {
    const partnerships = [];
    for (const one of await findPartnerships(tx)) {
      const told = countTold(await findHistoryOfPartnership(tx, one.id), partnershipVocabulary);
      partnerships.push({ ...one, told });
    }
    return { arrangements: await findArrangements(tx), partnerships };
  });
  const { path, today, council } = context;
  const view = mapView({
    arrangements,
    partnerships,
    councilId: council.id,
    today,
    mayPropose: context.can('arrange'),
    path,
  });
  return page(mapPage, view, { title: 'Shared services', asAt: context.now });
}

async function arrangementAnswer(context: CouncilContext, typed: Typed, errors: Errors) {
  const found = await findHere(context);
  const { arrangement } = found;
  const { council, today } = context;
  const rows = await context.scope((tx) => findHistoryOfArrangement(tx, arrangement.id));
  const view = arrangementView({
    ...{ arrangement, council, today, typed, errors },
    told: countTold(rows, arrangementVocabulary),
    may: context.can('arrange'),
    mayShareAgain: mayShareAgain(arrangement, actingOf(context)),
    here: hereOf(context),
  });
  return page(arrangementPage, view, {
    ...furnitureOf(context, found, arrangement.name),
    errors: pageErrors(errors, AGREE_FIELDS, ['agreed']),
  });
}

async function postAgreement(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const read = readDecision(typed, context.today);
  if (!read.ok) return arrangementAnswer(context, typed, read.errors);
  const decided = { arrangementId: arrangementId(context), ...read.value };
  const outcome = await context.scope((tx) => agree(tx, actingOf(context), decided));
  return outcome.kind === 'not-here' ? nothingHere() : done(context, agreedWords(context, outcome.kind));
}

async function proposeAnswer(context: CouncilContext, typed: Typed, chosen: readonly string[], errors: Errors) {
  const councils = await context.scope(findCouncils);
  const others = councils.filter(({ id }) => id !== context.council.id);
  const view = proposeView({ others, chosen, typed, errors, path: context.path });
  return page(proposePage, view, {
    title: 'Record an arrangement',
    breadcrumbs: [{ text: 'Shared services', href: context.path('/share') }],
    errors: pageErrors(errors, PROPOSE_FIELDS, ['from']),
  });
}

async function postProposal(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const chosen = postedList(context.form, 'with').filter((id) => id !== context.council.id);
  const read = readProposal(typed, chosen);
  if (!read.ok) return proposeAnswer(context, typed, chosen, read.errors);
  const outcome = await context.scope((tx) => propose(tx, read.value));
  if (outcome.kind !== 'proposed') {
    return proposeAnswer(context, typed, [], { with: 'Choose at least two councils: yours and another' });
  }
  const made = context.path(`/share/arrangements/${outcome.id}`);
  return redirect(made, 'Proposed. It binds nobody until every council has agreed.');
}

export function addArrangementPages(pages: Pages): void {
  pages.council('GET', '/share', 'see', showMap);
  pages.council('GET', '/share/new', 'arrange', (context) => proposeAnswer(context, {}, [], {}));
  pages.council('POST', '/share/new', 'arrange', postProposal);
  pages.council('GET', '/share/arrangements/:arrangement', 'see', (context) => arrangementAnswer(context, {}, {}));
  pages.council('POST', '/share/arrangements/:arrangement', 'arrange', postAgreement);
}
