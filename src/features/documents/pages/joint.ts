// Recommendations of a report that were asked elsewhere too.
import { identifier, nothingHere } from '../../../platform/web/errors.ts';
import { type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { linkJoint, unlinkJoint } from '../actions/joint.ts';
import { findDocument } from '../queries/documents.ts';
import { listLinks, ofOthers, ofReport } from '../queries/joint.ts';
import { findReport } from '../queries/register.ts';
import { type JointView, jointView } from '../views/joint.ts';
import { CHANGE, documentIn, doerOf, found, SEE } from './parts.ts';

const jointPage = template<JointView>('documents/joint.njk');

export function addJointPages(pages: Pages): void {
  pages.council('GET', '/reports/:document/joint', SEE, async (context) => {
    const id = documentIn(context);
    const given = await context.scope(async (tx) => {
      const document = found(await findDocument(tx, id));
      const report = found(await findReport(tx, id));
      return {
        title: document.title,
        ours: await ofReport(tx, report.id),
        others: await ofOthers(tx, report.id),
        links: await listLinks(tx, report.id),
      };
    });
    const here = context.path(`/reports/${id}`);
    return page(jointPage, jointView({ ...given, here, mayChange: context.can(CHANGE) }), {
      title: 'Asked elsewhere in the same words',
      breadcrumbs: [
        { text: 'Reports', href: context.path('/reports') },
        { text: 'Check what was read', href: `${here}/review` },
      ],
    });
  });

  pages.council('POST', '/reports/:document/joint', CHANGE, async (context) => {
    const documentId = documentIn(context);
    const ends = {
      recommendationId: identifier(posted(context.form, 'recommendation')),
      otherCouncilId: identifier(posted(context.form, 'council')),
      otherRecommendationId: identifier(posted(context.form, 'other')),
    };
    const back = context.path(
      `/reports/${documentId}/joint#joint-${ends.recommendationId}-${ends.otherRecommendationId}`,
    );
    if (posted(context.form, 'act') === 'unlink') {
      const outcome = await context.scope((tx) => unlinkJoint(tx, { documentId, ends }), 'Not joint');
      if (outcome.kind === 'gone') nothingHere();
      return redirect(back, 'The link is taken back.');
    }
    const outcome = await context.scope(
      (tx) => linkJoint(tx, doerOf(context), { documentId, ends }),
      'Linked as joint',
    );
    if (outcome.kind === 'gone') nothingHere();
    return redirect(back, 'They are linked as joint.');
  });
}
