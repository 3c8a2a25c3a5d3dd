// The door of the library: what councils were told, searched together, and what was added to it from public sources.
import type { Feature } from '../../platform/feature.ts';
import type { OrderLibraryReading } from './actions/additions.ts';
import { addAdditionPages } from './pages/additions.ts';
import { addSearchPages } from './pages/search.ts';
import { addPublicPages } from './public-pages.ts';

export { beginReading, endReading, type OrderLibraryReading, putIn, sendReport } from './actions/additions.ts';
export { search, toldTheSame } from './actions/search.ts';
export { libraryReadingHandler, libraryReadingJob } from './jobs.ts';
export { readAsked } from './rules/asked.ts';
export { foundIn } from './rules/found.ts';

/** The feature, given how a reading is ordered: `(tx, ids) => jobs.enqueue(tx, libraryReadingJob, ids)`. */
export function libraryFeature(orderReading: OrderLibraryReading): Feature {
  return {
    name: 'library',
    navigation: [{ room: 'Improve', text: 'Library', path: '/library', permission: 'see' }],
    addPages(pages) {
      addSearchPages(pages);
      addAdditionPages(pages, orderReading);
      addPublicPages(pages);
    },
  };
}
