import { p, type Report, stray, sub } from '../../scripts/sample-report/model.ts';
import { approach, localFocus, team, themes } from './approach.ts';
import { moneyAndCapacity } from './feedback-money.ts';
import { place } from './feedback-place.ts';
import { nextSteps } from './next-steps.ts';
import { key, sharedInNorthmere } from './recommendations.ts';
import { summary } from './summary.ts';

/** The main sample: the Corporate Peer Challenge of an invented city. Every person and figure in it is invented. */
export const northmere: Report = {
  council: 'Northmere City Council',
  folder: 'northmere-2026',
  fieldworkInWords: '15 to 18 September 2026',
  fieldwork: ['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18'],
  status: 'Final report, October 2026',
  chapters: [
    { number: 1, title: 'Executive summary', blocks: summary },
    {
      number: 2,
      title: 'Key recommendations',
      blocks: [
        p(`The team's observations and ideas are spread through this report, and many of the smaller ones were passed on
        during the visit. They are offered for the council to use or leave, and
        some of them are already in hand; where that is so, all that we ask is that they are finished. The fourteen recommendations below are
        different: they are what the team would do first if it were in the council's place, and an answer to each is
        expected.`),
        p(`Three of them return to advice that was given in 2021 and has not lasted: number 4 on reserves, number 5 on the
        count of priorities and number 8 on scrutiny. We repeat it in new words, because the reasons for it have grown
        stronger, and because the council told us that it would rather hear this twice than not at all.`),
        p(`They are not ranked, with one exception. The first four belong together, and the rest will be much harder if
        they are not done. Where a date is given it is the latest at which the step still helps the budget for 2027/28.
        The team recommends that Northmere City Council should:`),
        { kind: 'recommendations', list: key },
        sub('Shared services recommendations'),
        p(`The four that follow are made to Northmere City Council and to Wendshire County Council together. They are
        printed in both councils' reports.`),
        { kind: 'recommendations', list: sharedInNorthmere },
        stray('.'),
      ],
    },
    {
      number: 3,
      title: 'Summary of how the challenge was done',
      titleInContents: 'How the challenge was done',
      blocks: approach,
    },
    { number: 4, title: 'Feedback', blocks: [...place, ...moneyAndCapacity] },
    { number: 5, title: 'Next steps', blocks: nextSteps },
  ],
  team,
  themes,
  localFocus,
  feedbackSections: [
    'Local priorities and outcomes',
    'Organisational and place leadership',
    'Governance and culture',
    'Financial planning and management',
    'Capacity for improvement',
    'Shared services',
    'Working with neighbourhoods',
  ],
  activity: { people: 180, meetings: 60, hours: 320 },
  // biome-ignore format: one line a chapter
  money: [
    '£228m', '£11.5m', '£6.2m', '£4.7m', '£18.4m', '£24.9m', '£30.2m', '£22.3m', '£9.3m', '£1m', '£83,000',
    '£4.6m', '£9.0m', '£11.6m', '£0.7m', '£21.7m', '£29.5m',
    '£64m', '£22.5m', '£3,000',
    '£9.1m', '£6.5m', '£2.8m', '£11.3m', '£14.4m', '£73.5m', '£8.3m', '£10.6m', '£2.3m', '£1.4m', '£0.3m', '£7.9m',
    '£12.0m', '£7.4m', '£2.2m', '£1.9m', '£0.9m', '£61.7m', '£39.4m', '£27.8m', '£5.1m', '£120.5m', '£1.2m', '£6.4m',
    '£146m', '£203m', '£15.1m', '£9.5m', '£3.2m',
    '£1.6m', '£4.5m', '£2.6m', '£9.8m', '£0.8m', '£3.6m', '£150,000', '£4,000',
  ],
  // biome-ignore format: as the sums
  percentages: [
    '36%', '47.2%', '52%', '61%', '3%', '71%', '54%', '82%', '8%', '78%', '2.1%', '3.9%', '4.99%', 'one per cent', '95.8%',
    '97.1%', '6.6%', '14.2%', '58%', '23%', '83%', '40%', '60%', '38%',
  ],
  abbreviations: [
    ['NCC', 'Northmere City Council'],
    ['WCC', 'Wendshire County Council'],
    ['DSG', 'Dedicated Schools Grant'],
    ['ICB', 'Integrated Care Board'],
    ['VCSE', 'voluntary, community and social enterprise'],
    ['HR', 'Human resources'],
  ],
  definitions: ['Design authority'],
  contacts: ['imelda.brockhaven@peers.example.org', 'improvement@northmere.example.org'],
  reviewDue: '2027-07',
  madeOn: '2026-10-16T09:00:00Z',
  formats: ['docx', 'pdf', 'html', 'txt'],
  pages: 24,
};
