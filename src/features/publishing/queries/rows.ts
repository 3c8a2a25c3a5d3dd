// The rows of a published copy, without the keys that say whose and which copy it is.
import type { Selectable } from 'kysely';
import type {
  PublicationTable,
  PublishedActionTable,
  PublishedEvidenceTable,
  PublishedRecommendationTable,
  PublishedRedactionTable,
} from '../../../platform/db/schema/index.ts';

type Keys = 'councilId' | 'publicationId' | 'id';
export type Publication = Omit<Selectable<PublicationTable>, 'councilId'>;
export type PublicRecommendation = Omit<Selectable<PublishedRecommendationTable>, Keys>;
export type PublicAction = Omit<Selectable<PublishedActionTable>, Keys | 'visibility'>;
export type PublicEvidence = Omit<Selectable<PublishedEvidenceTable>, Keys | 'visibility'>;
/** Something taken out: its place and the reason stay. */
export type Removal = Omit<Selectable<PublishedRedactionTable>, Keys>;
