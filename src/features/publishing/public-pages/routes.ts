// Every address of the public site. Each is stable: what was cited stays, if only to say why it is empty.
import type { Pages } from '../../../platform/web/pages.ts';
import { answerCouncils, answerPlan, answerRecommendation, answerShelf } from './plan.ts';

export function addPublicPages(pages: Pages): void {
  pages.public('/public', answerCouncils);
  pages.public('/public/:council', answerShelf);
  pages.public('/public/:council/:slug', answerPlan);
  pages.public('/public/:council/:slug/:number', answerPlan);
  pages.public('/public/:council/:slug/:number/:place', answerRecommendation);
}
