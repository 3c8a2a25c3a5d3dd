// The door of documents: pages, the reading job, the command, and the files other features show.
import type { Feature } from '../../platform/feature.ts';
import { addAddAndSourcePages } from './pages/add-and-source.ts';
import { addComparePages } from './pages/compare.ts';
import { addFindingPages } from './pages/findings.ts';
import { addFinishPages } from './pages/finish.ts';
import { addReportHistory } from './pages/history.ts';
import { addJointPages } from './pages/joint.ts';
import { type PageParts, SEE } from './pages/parts.ts';
import { addReviewPages } from './pages/review.ts';
import { addUploadPages } from './pages/upload.ts';

export type { OrderReading, ReadingIds } from './actions/upload.ts';
export { type Imported, importFile } from './commands.ts';
export { uploadError } from './forms/finds.ts';
export { type ReadFile, type ReadingParts, readDocument, readingHandler, readingJob } from './jobs.ts';
export { insertFile, type NewFile, readFile } from './queries/files.ts';
export { mediaTypeOf } from './rules/document.ts';
export { wordingDiffersAt } from './rules/wording.ts';

/** The feature, given how a reading is ordered: `(tx, ids) => jobs.enqueue(tx, readingJob, ids)`. */
export function documentsFeature(parts: PageParts): Feature {
  return {
    name: 'documents',
    navigation: [{ room: 'Improve', text: 'Reports', path: '/reports', permission: SEE }],
    addPages(pages) {
      addUploadPages(pages, parts);
      addReviewPages(pages);
      addComparePages(pages);
      addFindingPages(pages);
      addJointPages(pages);
      addFinishPages(pages);
      addAddAndSourcePages(pages);
      addReportHistory(pages);
    },
  };
}
