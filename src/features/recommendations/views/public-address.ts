// Where a recommendation stands on the public site.
import { placeAddresses } from '../../../engines/fields/addresses.ts';
import type { RecordRow } from '../queries/record.ts';

/** The recommendation's own place in the published plan; the plan itself where that place cannot be told. */
export function publicAddress(record: RecordRow, councilCode: string): string {
  const places = record.publishedPlaces ?? [];
  const at = places.findIndex((place) => place.recommendationId === record.id);
  const plan = `/public/${councilCode}/${record.publishedSlug}/${record.publishedNumber}`;
  return at < 0 ? plan : `${plan}/${placeAddresses(places)[at]}`;
}
