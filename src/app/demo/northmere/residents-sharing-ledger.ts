// Recommendations 7 to 9: residents, shared services, the ledger.
import type { StoryRecommendation } from '../story.ts';

export const residentsSharingLedger: readonly StoryRecommendation[] = [
  {
    number: 7,
    heading: 'Tell residents what a rise in council tax pays for',
    text: 'Tell residents what a rise in council tax pays for. The leaflet of 2024 gave the rise and not its purpose, and satisfaction with what is known about spending is low.',
    officer: 'okafor',
    member: 'tiller',
    response: {
      on: '2025-01-14',
      answer: 'not_accepted',
      body: 'Cabinet',
      reference: '25/004',
      reason:
        'A leaflet to 93,000 homes costs £31,000 and changed little when it was tried. We put the same words on the bill and on the web instead, at no cost.',
    },
    actions: [],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'not_assessed',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 20',
      },
    ],
  },
  {
    number: 8,
    heading: 'Check what the shared services have saved',
    text: 'Check what the shared services have saved. Both councils should look at each business case again, say what has been saved and by whom, and bring the answer to a meeting of the two cabinets.',
    officer: null,
    member: 'tiller',
    nextReview: '2027-07-15',
    response: {
      on: '2025-01-14',
      answer: 'accepted_in_principle',
      body: 'Cabinet',
      reference: '25/004',
      reason: 'It takes two councils. We will do our half, and have asked Wendshire County Council to do theirs.',
    },
    actions: [
      {
        on: '2025-03-17',
        title: 'Look again at the business case of each service that Northmere hosts',
        officer: 'osei',
        member: 'tiller',
        starts: '2025-04-01',
        target: '2025-12-31',
        measure: 'A figure, with its source, for what each hosted service has saved.',
        cost: { days: 35 },
        visibility: 'council',
        updates: [
          {
            on: '2025-09-09',
            progress: 'in_progress',
            sentence: 'Two of five business cases found; the others are being pieced together from the ledger.',
          },
          {
            on: '2025-12-16',
            progress: 'in_progress',
            sentence: 'Three done. No baseline was kept for the other two.',
            to: '2026-05-29',
            why: 'The two without a baseline need the county’s ledgers of 2019 as well.',
          },
          {
            on: '2026-05-26',
            progress: 'in_progress',
            sentence: 'Four done. Legal services still waits for the county’s figures.',
            to: '2026-12-18',
            why: 'The county asked for the autumn, after its own audit.',
          },
          {
            on: '2026-11-17',
            progress: 'in_progress',
            sentence: 'The county has sent the legal ledgers of 2019 to 2021; those of 2022 are still to come.',
          },
        ],
      },
      {
        on: '2026-10-27',
        title: 'Agree with the county how both councils will answer the recommendations that they share',
        officer: 'shah',
        member: 'tiller',
        starts: '2026-10-27',
        target: '2026-11-30',
        measure: 'One table with both answers, seen by both leaders before either cabinet decides.',
        cost: { days: 5 },
        visibility: 'council',
        updates: [
          {
            on: '2026-11-12',
            progress: 'in_progress',
            sentence: 'The county has the first draft of the table; we meet on 26 November.',
          },
        ],
      },
    ],
  },
  {
    number: 9,
    heading: 'Keep enough people who understand the ledger',
    text: 'Keep enough people who understand the ledger. Five of fourteen finance posts were empty when we came, and the month is closed by two people.',
    officer: 'okafor',
    member: 'marsh',
    nextReview: '2027-07-15',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-02-19',
        title: 'Fill the five empty finance posts, two of them with trainees',
        officer: 'okafor',
        member: 'marsh',
        starts: '2025-03-03',
        target: '2025-10-31',
        measure: 'No more than one finance post is empty at a quarter’s end.',
        cost: { once: 22000 },
        visibility: 'public',
        updates: [
          {
            on: '2025-06-10',
            progress: 'in_progress',
            sentence: 'Two posts filled; the trainees start in September.',
          },
          {
            on: '2025-10-28',
            progress: 'reported_complete',
            sentence: 'Four of five filled, and the fifth is no longer needed.',
            evidence: {
              title: 'Finance establishment, October 2025',
              url: 'https://northmere.example/finance/posts-october-2025',
              visibility: 'council',
            },
          },
        ],
      },
      {
        on: '2026-01-12',
        title: 'Write down how the month is closed, so that anybody on the team can do it',
        officer: 'okafor',
        member: 'marsh',
        starts: '2026-01-12',
        target: '2026-12-11',
        measure: 'A month closed by somebody who has not done it before.',
        cost: { days: 25 },
        visibility: 'council',
        updates: [
          { on: '2026-05-12', progress: 'in_progress', sentence: 'Seven of twelve steps are written.' },
          {
            on: '2026-10-13',
            progress: 'in_progress',
            sentence: 'All twelve are written; a trainee closes November with them.',
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'partly_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 23',
      },
    ],
  },
];
