// Adding a recommendation that the reader missed, and the whole text of a report.
import { readWhole } from '../../../engines/fields/fields.ts';
import { nothingHere } from '../../../platform/web/errors.ts';
import { type CouncilContext, type Pages, page, posted, redirect } from '../../../platform/web/pages.ts';
import { template } from '../../../platform/web/view.ts';
import { addMissed } from '../actions/correct.ts';
import { readWording, type TypedWording, typedWording } from '../forms/finds.ts';
import { findDocument, findRecord } from '../queries/documents.ts';
import { listFindings } from '../queries/findings.ts';
import { listFinds } from '../queries/finds.ts';
import { registeredPlaces } from '../queries/register.ts';
import { inOrder, pageOfFind } from '../rules/find.ts';
import { type AddView, addView } from '../views/add.ts';
import { type SourceView, sourceView } from '../views/source.ts';
import { CHANGE, documentIn, doerOf, fieldsOf, found, SEE } from './parts.ts';

const addPage = template<AddView>('documents/add.njk');
const sourcePage = template<SourceView>('documents/source.njk');

export function addAddAndSourcePages(pages: Pages): void {
  async function showAdd(
    context: CouncilContext,
    blockId: string | null,
    typed: TypedWording | null,
    errors: Readonly<Record<string, string>>,
    differsAt: string | null,
  ) {
    const id = documentIn(context);
    const { document, record, finds } = await context.scope(async (tx) => ({
      document: found(await findDocument(tx, id)),
      record: found(await findRecord(tx, id)),
      finds: inOrder(await listFinds(tx, id), false),
    }));
    const here = context.path(`/reports/${id}`);
    const view = addView({ here, record, finds, blockId, typed, errors, differsAt });
    const list = Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }));
    return page(addPage, view, {
      title: 'Add one that was missed',
      breadcrumbs: [
        { text: 'Reports', href: context.path('/reports') },
        { text: document.title, href: `${here}/review` },
      ],
      errors: view.differs === null ? list : [...list, { text: view.differs, href: '#differs' }],
    });
  }

  const blockIn = (value: string) => (/^b\d{1,6}$/.test(value) ? value : null);

  pages.council('GET', '/reports/:document/add', CHANGE, (context) =>
    showAdd(context, blockIn(posted(context.query, 'block')), null, {}, null),
  );

  pages.council('POST', '/reports/:document/add', CHANGE, async (context) => {
    const documentId = documentIn(context);
    const blockId = blockIn(posted(context.form, 'block'));
    const typed = typedWording(fieldsOf(context));
    const read = readWording(typed);
    if (!read.ok) return showAdd(context, blockId, typed, read.errors, null);
    const meant = posted(context.form, 'meant') === 'as-typed';
    const outcome = await context.scope(
      (tx) => addMissed(tx, doerOf(context), { documentId, blockId, wording: read.value, meant }),
      'Added one that was missed',
    );
    switch (outcome.kind) {
      case 'added': {
        const finds = inOrder(await context.scope((tx) => listFinds(tx, documentId)), false);
        const on = pageOfFind(finds, outcome.findId);
        const query = on > 1 ? `?page=${on}` : '';
        return redirect(context.path(`/reports/${documentId}/review${query}#find-${outcome.findId}`));
      }
      case 'differs':
        return showAdd(context, blockId, typed, {}, outcome.at);
      case 'number-used': {
        const number = `Number ${outcome.number} is already used in ${outcome.group}`;
        return showAdd(context, blockId, typed, { number }, null);
      }
      case 'gone':
        return nothingHere();
    }
  });

  pages.council('GET', '/reports/:document/source', SEE, async (context) => {
    const id = documentIn(context);
    const { document, record, places, finds, findings } = await context.scope(async (tx) => ({
      document: found(await findDocument(tx, id)),
      record: found(await findRecord(tx, id)),
      places: await registeredPlaces(tx, id),
      finds: await listFinds(tx, id),
      findings: await listFindings(tx, id),
    }));
    // A place in the text becomes the anchor of its paragraph: only the record knows which one that is.
    const at = readWhole(posted(context.query, 'at'), record.text.length);
    const block = at === null ? undefined : record.blocks.find((one) => one.span[1] > at);
    if (block) return redirect(context.path(`/reports/${id}/source#${block.id}`));
    return page(sourcePage, sourceView({ document, record, registered: places, finds, findings, path: context.path }), {
      title: document.title,
      breadcrumbs: [
        { text: 'Reports', href: context.path('/reports') },
        { text: 'Check what was read', href: context.path(`/reports/${id}/review`) },
      ],
    });
  });
}
