import { shortName } from '../../engines/fields/councils.ts';
import { identifier, nothingHere } from '../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, postedList, redirect } from '../../platform/web/pages.ts';
import { type Band, template } from '../../platform/web/view.ts';
import { addHistoryPages, countTold, findCouncilNames } from '../history/index.ts';
import { pageErrors, type Typed, typedFrom } from '../recommendations/index.ts';
import { agree, propose } from './actions.ts';
import { readDecision, readProposal } from './forms.ts';
import {
  type CouncilName,
  findArrangements,
  findCouncils,
  findHistoryOfArrangement,
  findHistoryOfPartnership,
  findPartnerships,
} from './queries.ts';
import { type Arrangement, arrangementVocabulary, kindsOfProtocols, partnershipVocabulary } from './rules.ts';
import {
  AGREE_FIELDS,
  type ArrangementView,
  arrangementView,
  type MapView,
  mapView,
  PROPOSE_FIELDS,
  type ProposeView,
  proposeView,
} from './views.ts';

export const mapPage = template<MapView>('sharing/map.njk');
export const arrangementPage = template<ArrangementView>('sharing/arrangement.njk');
export const proposePage = template<ProposeView>('sharing/propose.njk');

const crumbs = (context: CouncilContext) => [{ text: 'Map', href: context.path('/share') }];
const hereOf = (context: CouncilContext, id: string) => context.path(`/share/arrangements/${id}`);

async function showMap(context: CouncilContext) {
  const { arrangements, partnerships } = await context.scope(async (tx) => {
    const partnerships = [];
    for (const one of await findPartnerships(tx)) {
      const told = countTold(await findHistoryOfPartnership(tx, one.id), partnershipVocabulary);
      partnerships.push({ ...one, told });
    }
    return { arrangements: await findArrangements(tx), partnerships };
  });
  const view = mapView(arrangements, partnerships, context.path, context.can('arrange'));
  return page(mapPage, view, { title: 'Shared services', asAt: context.now });
}

/** The white band of a page that several councils share, for one who acts for one of them. */
function sharedBand(context: CouncilContext, councils: Extract<Band, { kind: 'shared' }>['councils']): Band {
  return {
    kind: 'shared',
    councils,
    actingFor: shortName(context.council.name),
    changeHref: context.signedIn.councils.length > 1 ? '/councils' : null,
  };
}

/** The band of an arrangement: every council in it. */
function bandOf(context: CouncilContext, { agreements }: Arrangement, councils: readonly CouncilName[]): Band {
  const badge = ({ councilId }: Arrangement['agreements'][number]) => councils.filter((one) => one.id === councilId);
  return sharedBand(context, agreements.flatMap(badge));
}

async function arrangementAnswer(context: CouncilContext, typed: Typed, errors: Readonly<Record<string, string>>) {
  const id = identifier(context.params.arrangement);
  const { arrangement, councils, told } = await context.scope(async (tx) => ({
    arrangement: (await findArrangements(tx, id))[0] ?? nothingHere(),
    councils: await findCouncils(tx),
    told: countTold(await findHistoryOfArrangement(tx, id), arrangementVocabulary),
  }));
  const { council, today } = context;
  const mayAgree = context.can('arrange');
  const view = arrangementView({
    arrangement,
    council,
    today,
    told,
    mayAgree,
    typed,
    errors,
    here: hereOf(context, id),
  });
  return page(arrangementPage, view, {
    title: arrangement.name,
    breadcrumbs: crumbs(context),
    asAt: context.now,
    band: bandOf(context, arrangement, councils),
    errors: pageErrors(errors, AGREE_FIELDS, ['agreed']),
  });
}

async function postAgreement(context: CouncilContext) {
  const arrangementId = identifier(context.params.arrangement);
  const typed = typedFrom(context.form);
  const read = readDecision(typed, context.today);
  if (!read.ok) return arrangementAnswer(context, typed, read.errors);
  const outcome = await context.scope((tx) => agree(tx, { arrangementId, ...read.value }));
  if (outcome.kind === 'not-here') return nothingHere();
  const acting = shortName(context.council.name);
  return redirect(
    hereOf(context, arrangementId),
    outcome.kind === 'agreed' ? `Agreed for ${acting}.` : `${acting} had agreed already. Nothing was changed.`,
  );
}

async function proposeAnswer(
  context: CouncilContext,
  typed: Typed,
  chosen: readonly string[],
  errors: Readonly<Record<string, string>>,
) {
  const councils = await context.scope(findCouncils);
  const others = councils.filter(({ id }) => id !== context.council.id);
  const view = proposeView({ others, chosen, typed, errors, path: context.path });
  return page(proposePage, view, {
    title: 'Record an arrangement',
    breadcrumbs: crumbs(context),
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
  return redirect(hereOf(context, outcome.id), 'Proposed. It binds nobody until every council has agreed.');
}

function addSharedHistory(pages: Pages): void {
  addHistoryPages(pages, {
    below: '/share/arrangements/:arrangement',
    permission: 'see',
    vocabulary: arrangementVocabulary,
    async find(context) {
      const id = identifier(context.params.arrangement);
      return context.scope(async (tx) => {
        const arrangement = (await findArrangements(tx, id))[0] ?? nothingHere();
        const rows = await findHistoryOfArrangement(tx, id);
        const names = await findCouncilNames(tx);
        for (const [protocol, kind] of kindsOfProtocols(rows)) names.set(protocol, kind);
        const aboutHref = hereOf(context, id);
        return {
          rows,
          names,
          about: arrangement.name,
          aboutHref,
          breadcrumbs: [...crumbs(context), { text: arrangement.name, href: aboutHref }],
          band: bandOf(context, arrangement, await findCouncils(tx)),
        };
      });
    },
  });
  addHistoryPages(pages, {
    below: '/share/partnerships/:partnership',
    permission: 'see',
    vocabulary: partnershipVocabulary,
    async find(context) {
      const id = identifier(context.params.partnership);
      return context.scope(async (tx) => {
        const { name, councils } = (await findPartnerships(tx, id))[0] ?? nothingHere();
        const badges = await findCouncils(tx);
        return {
          rows: await findHistoryOfPartnership(tx, id),
          names: await findCouncilNames(tx),
          about: name,
          aboutHref: context.path('/share'),
          breadcrumbs: crumbs(context),
          band: sharedBand(
            context,
            councils.flatMap((council) => badges.filter((one) => one.id === council.id)),
          ),
        };
      });
    },
  });
}

export function addSharingPages(pages: Pages): void {
  pages.council('GET', '/share', 'see', showMap);
  pages.council('GET', '/share/new', 'arrange', (context) => proposeAnswer(context, {}, [], {}));
  pages.council('POST', '/share/new', 'arrange', postProposal);
  pages.council('GET', '/share/arrangements/:arrangement', 'see', (context) => arrangementAnswer(context, {}, {}));
  pages.council('POST', '/share/arrangements/:arrangement', 'arrange', postAgreement);
  addSharedHistory(pages);
}
