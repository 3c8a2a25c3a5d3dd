// Recommendations 1 to 3: the gap, the savings, the reserves.
import type { StoryRecommendation } from '../story.ts';

export const gapAndSavings: readonly StoryRecommendation[] = [
  {
    number: 1,
    heading: 'Say how large the gap is, in one way only',
    text: 'Say how large the gap is, in one way only. Three reports to members in 2024 gave three sums for the same gap. Cabinet should settle the definition, and every paper after that should use it and name it.',
    officer: 'okafor',
    member: 'marsh',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-01-20',
        title:
          'Agree with Cabinet that the cumulative gap is the one that is quoted, and write it into the report template',
        officer: 'okafor',
        member: 'marsh',
        starts: '2025-01-20',
        target: '2025-02-28',
        measure: 'Every finance paper from March 2025 names the gap it quotes.',
        cost: { days: 6 },
        visibility: 'public',
        updates: [
          {
            on: '2025-02-11',
            progress: 'in_progress',
            sentence: 'The definition was drafted and the group leaders have seen it.',
          },
          {
            on: '2025-02-26',
            progress: 'reported_complete',
            sentence: 'Cabinet took the definition on 25 February; the template changed the next day.',
            evidence: {
              title: 'Cabinet minute 25/031',
              url: 'https://northmere.example/cabinet/25-031',
              visibility: 'public',
            },
          },
        ],
      },
      {
        on: '2025-03-03',
        title: 'Check each finance paper of 2025 against the definition before it is printed',
        officer: 'okafor',
        member: 'marsh',
        starts: '2025-03-03',
        target: '2025-12-19',
        measure: 'No paper goes back to its author for naming no gap.',
        cost: { days: 20 },
        visibility: 'council',
        updates: [
          { on: '2025-06-30', progress: 'in_progress', sentence: 'Eleven papers checked; two were sent back.' },
          {
            on: '2025-12-18',
            progress: 'business_as_usual',
            sentence: 'All 26 papers checked. The finance business partners do it from now on.',
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'fully_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 4',
      },
    ],
  },
  {
    number: 2,
    heading: 'Test whether savings can be made before they are counted',
    text: 'Test whether savings can be made before they are counted. A proposal should enter the budget only when an officer and a cabinet member have put their names to it and somebody outside the service has tried to fault it.',
    officer: 'okafor',
    member: 'marsh',
    nextReview: '2027-07-15',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-01-27',
        title: 'Set up a challenge panel that sees every saving above £100,000 before Cabinet does',
        officer: 'okafor',
        member: 'marsh',
        starts: '2025-02-03',
        target: '2025-09-30',
        measure: 'Nine in ten savings counted in the budget are made in the year.',
        cost: { yearly: 18000, days: 45 },
        visibility: 'public',
        updates: [
          {
            on: '2025-04-08',
            progress: 'in_progress',
            sentence: 'Terms written and four members of the panel found; the first sitting is in June.',
          },
          {
            on: '2025-09-16',
            progress: 'in_progress',
            sentence: 'The panel has seen 21 of 34 proposals; the rest need two more sittings.',
            to: '2025-11-28',
            why: 'Thirteen proposals came without a baseline and had to be written again.',
          },
          {
            on: '2025-11-25',
            progress: 'reported_complete',
            sentence: 'All 34 proposals seen; nine were cut down and three withdrawn, £1.7 million in all.',
            evidence: {
              title: 'Report of the challenge panel, 2025',
              url: 'https://northmere.example/savings/panel-2025',
              visibility: 'public',
            },
          },
        ],
      },
      {
        on: '2025-02-10',
        title: 'Give every saving one officer and one cabinet member by name',
        officer: 'osei',
        member: null,
        starts: '2025-02-10',
        target: '2025-04-30',
        measure: 'No saving in the programme is without two names.',
        cost: { days: 10 },
        visibility: 'public',
        updates: [
          {
            on: '2025-04-22',
            progress: 'in_progress',
            sentence: 'Officers are named for all 34; members for 29.',
          },
          {
            on: '2025-05-06',
            progress: 'in_progress',
            sentence: 'Five savings that cut across portfolios still have no member.',
            to: '2025-07-31',
            why: 'Portfolios changed at the annual meeting.',
          },
          {
            on: '2025-07-29',
            progress: 'reported_complete',
            sentence: 'Every saving has an officer and a member. The list is on the public site.',
            evidence: {
              title: 'List of savings and owners',
              url: 'https://northmere.example/savings/owners',
              visibility: 'public',
            },
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'partly_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 6',
      },
    ],
  },
  {
    number: 3,
    heading: 'Stop paying for running costs out of reserves',
    text: 'Stop paying for running costs out of reserves. Reserves met 2.6% of the net budget in 2024/25 and nothing in the plan would have replaced them. The council should set a year after which no running cost is met in this way, and publish the path to it.',
    officer: 'okafor',
    member: 'marsh',
    nextReview: '2027-07-15',
    response: {
      on: '2025-01-14',
      answer: 'accepted_in_part',
      body: 'Cabinet',
      reference: '25/004',
      reason:
        'We accept the path and will publish it. We cannot accept a fixed last year before we know the settlement for 2026/27; we will set one in the February after it.',
    },
    actions: [
      {
        on: '2025-02-03',
        title: 'Publish the path of usable reserves to 2029/30 beside the budget, with the floor drawn on it',
        officer: 'okafor',
        member: 'marsh',
        starts: '2025-02-03',
        target: '2026-02-25',
        measure: 'Residents can see the path and the £9.0 million floor on one page.',
        cost: { days: 12 },
        visibility: 'public',
        updates: [
          {
            on: '2025-10-14',
            progress: 'in_progress',
            sentence: 'The path is drawn; the floor is agreed at £9.0 million.',
          },
          {
            on: '2026-02-24',
            progress: 'in_progress',
            sentence: 'The page was ready but the figures changed after the settlement.',
            to: '2026-06-30',
            why: 'The settlement came late and moved three of the five years.',
          },
          {
            on: '2026-06-29',
            progress: 'in_progress',
            sentence: 'Published for three years of the five; the last two wait for the new plan.',
            to: '2026-10-30',
            why: 'The medium term plan was put back from June to July and the last two years were not in it.',
          },
        ],
      },
      {
        on: '2025-02-17',
        title: 'Replace the £6.2 million drawn in 2026/27 with savings that recur',
        officer: 'osei',
        member: 'marsh',
        starts: '2025-04-01',
        target: '2027-03-31',
        measure: 'The budget for 2027/28 draws nothing from reserves for running costs.',
        cost: 'not known',
        visibility: 'public',
        updates: [
          {
            on: '2025-12-09',
            progress: 'in_progress',
            sentence: 'Savings of £2.4 million found that would replace part of it.',
          },
          {
            on: '2026-09-08',
            progress: 'in_progress',
            sentence: 'Savings worth £3.9 million a year have passed the panel; £2.3 million is still to find.',
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'not_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 9',
      },
    ],
  },
];
