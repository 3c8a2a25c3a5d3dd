// Two versions of a report side by side, and what a person confirms about them.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { carryOver, confirmPair, undoMatch } from '../actions/versions.ts';
import { findDocument } from '../queries/documents.ts';
import { listFindings } from '../queries/findings.ts';
import { listFinds } from '../queries/finds.ts';
import { listMatches, versionsAround } from '../queries/versions.ts';
import { type CompareView, compareView } from '../views/compare.ts';
import { CHANGE, documentIn, doerOf, found, SEE } from './parts.ts';

const comparePage = template<CompareView>('documents/compare.njk');

export function addComparePages(pages: Pages): void {
  const address = (context: CouncilContext, anchor = '') =>
    context.path(`/reports/${documentIn(context)}/compare${anchor}`);

  pages.council('GET', '/reports/:document/compare', SEE, async (context) => {
    const id = documentIn(context);
    const given = await context.scope(async (tx) => {
      const document = found(await findDocument(tx, id));
      const earlier = found((await versionsAround(tx, id)).earlier);
      const before = found(await findDocument(tx, earlier.documentId));
      if (document.state !== 'read' || before.state !== 'read') return null;
      return {
        document,
        earlier,
        finds: { earlier: await listFinds(tx, earlier.documentId), later: await listFinds(tx, id) },
        findings: { earlier: await listFindings(tx, earlier.documentId), later: await listFindings(tx, id) },
        matched: await listMatches(tx, id),
      };
    });
    if (given === null) return redirect(context.path(`/reports/${id}`));
    const view = compareView({ ...given, path: context.path, mayChange: context.can(CHANGE) });
    return page(comparePage, view, {
      title: 'What changed between two versions',
      breadcrumbs: [
        { text: 'Reports', href: context.path('/reports') },
        { text: 'Check what was read', href: context.path(`/reports/${id}/review`) },
      ],
    });
  });

  pages.council('POST', '/reports/:document/compare', CHANGE, async (context) => {
    const id = documentIn(context);
    const outcome = await context.scope(
      (tx) => carryOver(tx, doerOf(context), id),
      'Carried over from the earlier version',
    );
    if (outcome.kind === 'gone') nothingHere();
    const all = outcome.finds + outcome.findings;
    return redirect(address(context), all === 0 ? 'There was nothing left to carry over.' : `${all} carried over.`);
  });

  pages.council('POST', '/reports/:document/compare/:find/confirm', CHANGE, async (context) => {
    const findId = identifier(context.params.find);
    const given = {
      documentId: documentIn(context),
      findId,
      earlierFindId: identifier(posted(context.form, 'earlier')),
      reword: posted(context.form, 'words') === 'new',
    };
    const outcome = await context.scope(
      (tx) => confirmPair(tx, doerOf(context), given),
      given.reword ? 'Took the words of the later version of the report' : 'Confirmed as the same recommendation',
    );
    if (outcome.kind === 'gone') {
      found(await context.scope((tx) => findDocument(tx, given.documentId)));
      return redirect(address(context), 'One of the two was changed meanwhile. This is how it is now.');
    }
    return redirect(address(context, `#pair-${findId}`));
  });

  pages.council('POST', '/reports/:document/compare/:find/undo', CHANGE, async (context) => {
    const given = { documentId: documentIn(context), findId: identifier(context.params.find) };
    const outcome = await context.scope((tx) => undoMatch(tx, given), 'Not the same recommendation');
    if (outcome.kind === 'gone') found(await context.scope((tx) => findDocument(tx, given.documentId)));
    return redirect(address(context));
  });
}
