// Every address of the public site. Each is stable: what was cited stays, if only to say why it is empty.
import { type Pages, redirect } from '../../../platform/web/pages.ts';
import { answerCalendar, answerCsv, answerEvidence, answerFeed, answerJson } from './downloads.ts';
import { answerEmbed } from './embed.ts';
import { addInformation } from './information.ts';
import { answerCouncils, answerPlan, answerRecommendation, answerShelf } from './plan.ts';

export function addPublicPages(pages: Pages): void {
  pages.open('GET', '/', ({ signedIn }) => {
    if (!signedIn) return redirect('/public');
    const [only, ...others] = signedIn.councils;
    return redirect(only && others.length === 0 ? `/councils/${only.code}` : '/councils');
  });
  addInformation(pages);
  pages.public('/public', answerCouncils);
  pages.public('/public/:council', answerShelf);
  pages.public('/public/:council/feed.atom', answerFeed);
  pages.public('/public/:council/:slug', answerPlan);
  pages.public('/public/:council/:slug/embed', answerEmbed, { frameable: true });
  pages.public('/public/:council/:slug/embed/:place', answerEmbed, { frameable: true });
  pages.public('/public/:council/:slug/:number', answerPlan);
  pages.public('/public/:council/:slug/:number/plan.csv', answerCsv);
  pages.public('/public/:council/:slug/:number/plan.json', answerJson);
  pages.public('/public/:council/:slug/:number/dates.ics', answerCalendar);
  pages.public('/public/:council/:slug/:number/evidence/:evidence', answerEvidence);
  pages.public('/public/:council/:slug/:number/:place', answerRecommendation);
}
