import { type CouncilContext, download, type Pages, page, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { registerByHand } from '../actions.ts';
import { readRegisterRequest } from '../forms/filter.ts';
import { readByHand } from '../forms/record.ts';
import { findPlan, findRegister, findReports } from '../queries/register.ts';
import { fits, judge, sorted } from '../rules/register.ts';
import { planCsv } from '../views/csv.ts';
import { BY_HAND_FIELDS, type ByHandView, byHandView, pageErrors } from '../views/forms.ts';
import { type RegisterView, registerView } from '../views/register.ts';
import { crumbs, typedFrom } from './context.ts';

export const registerPage = template<RegisterView>('recommendations/register.njk');
export const byHandPage = template<ByHandView>('recommendations/by-hand.njk');

async function showRegister(context: CouncilContext) {
  const found = await context.scope(findRegister);
  const view = registerView({
    rows: found.map((row) => judge(row, context.today)),
    request: readRegisterRequest(typedFrom(context.query)),
    path: context.path,
    mayAdd: context.can('read-reports'),
  });
  return page(registerPage, view, { title: 'Recommendations', asAt: context.now });
}

async function downloadPlan(context: CouncilContext) {
  const { rows, plan } = await context.scope(async (tx) => ({
    rows: await findRegister(tx),
    plan: await findPlan(tx),
  }));
  const { filter, sort } = readRegisterRequest(typedFrom(context.query));
  const wanted = sorted(
    rows.map((row) => judge(row, context.today)).filter((row) => fits(row, filter)),
    sort,
  );
  const order = new Map(wanted.map((row, place) => [row.id, place]));
  const lines = plan
    .filter((row) => order.has(row.recommendationId))
    .sort((a, b) => order.get(a.recommendationId)! - order.get(b.recommendationId)!);
  const name = `${context.council.code}-action-plan-${context.today}.csv`;
  return download(name, 'text/csv; charset=utf-8', planCsv(lines));
}

async function showByHand(context: CouncilContext) {
  const reports = await context.scope(findReports);
  const typed = { report: reports[0]?.id ?? 'new', kind: 'unknown', ...typedFrom(context.query) };
  const view = byHandView(reports, typed, {}, context.path('/recommendations'));
  return page(byHandPage, view, { title: 'Add a recommendation by hand', breadcrumbs: crumbs(context) });
}

async function addByHand(context: CouncilContext) {
  const typed = typedFrom(context.form);
  const read = readByHand(typed);
  let errors = read.ok ? {} : read.errors;
  if (read.ok) {
    const outcome = await context.scope((tx) => registerByHand(tx, read.value));
    if (outcome.kind === 'registered') {
      return redirect(context.path(`/recommendations/${outcome.id}`), 'Added to the register.');
    }
    errors =
      outcome.kind === 'number-taken'
        ? { number: `Number ${read.value.number} is already used in ${read.value.groupName}` }
        : { report: 'Choose the report, or say that it is a new one' };
  }
  const view = byHandView(await context.scope(findReports), typed, errors, context.path('/recommendations'));
  return page(byHandPage, view, {
    title: 'Add a recommendation by hand',
    breadcrumbs: crumbs(context),
    errors: pageErrors(errors, BY_HAND_FIELDS, ['from', 'to']),
  });
}

export function addRegisterPages(pages: Pages): void {
  pages.council('GET', '/recommendations', 'see', showRegister);
  pages.council('GET', '/recommendations.csv', 'see', downloadPlan);
  pages.council('GET', '/recommendations/new', 'read-reports', showByHand);
  pages.council('POST', '/recommendations/new', 'read-reports', addByHand);
}
