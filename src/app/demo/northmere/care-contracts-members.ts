// Recommendations 4 to 6: placements, contracts, members.
import type { StoryRecommendation } from '../story.ts';

export const careContractsMembers: readonly StoryRecommendation[] = [
  {
    number: 4,
    heading: 'Know what each placement costs before it is agreed',
    text: 'Know what each placement costs before it is agreed. Four in ten adult care placements in the sample were made at a price above the guide, and the record seldom said why.',
    officer: 'brandt',
    member: 'lowther',
    nextReview: '2027-07-15',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-02-12',
        title: 'Have a head of service sign each placement above the guide price, with the reason',
        officer: 'brandt',
        member: 'lowther',
        starts: '2025-03-03',
        target: '2025-06-30',
        measure: 'Placements above the guide price fall from 40% to 15%.',
        cost: { yearly: 34000 },
        visibility: 'public',
        updates: [
          { on: '2025-05-13', progress: 'in_progress', sentence: 'The form is in use in two of three areas.' },
          {
            on: '2025-06-30',
            progress: 'reported_complete',
            sentence: 'In use everywhere since 23 June; the first month stands at 27% above the guide.',
            evidence: {
              title: 'Placements above the guide price, June 2025',
              url: 'https://northmere.example/adults/placements-june-2025',
              visibility: 'council',
            },
          },
        ],
      },
      {
        on: '2025-09-22',
        title: 'Agree prices for nursing beds with the county for both councils together',
        officer: 'brandt',
        member: 'lowther',
        starts: '2025-10-01',
        target: '2026-09-30',
        measure: 'One price list for both councils, in use from April 2027.',
        cost: { once: 25000, days: 60 },
        visibility: 'public',
        updates: [
          {
            on: '2026-02-10',
            progress: 'in_progress',
            sentence: 'Both councils have opened their books; prices differ by up to £140 a week for the same bed.',
          },
          {
            on: '2026-06-16',
            progress: 'paused',
            sentence: 'Stopped while the county chooses a new framework.',
            pause:
              'The county is letting a new framework and will not fix prices before it is signed, in January 2027.',
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'partly_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 12',
      },
    ],
  },
  {
    number: 5,
    heading: 'Bring every contract above £50,000 onto one register',
    text: 'Bring every contract above £50,000 onto one register. The council could not list the contracts that end in the next eighteen months, so it renews some of them by default.',
    officer: 'quill',
    member: 'marsh',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-01-30',
        title: 'Build the contracts register and publish it every quarter',
        officer: 'quill',
        member: 'marsh',
        starts: '2025-02-03',
        target: '2025-07-31',
        measure: 'Every contract above £50,000 is on the register with its end date and owner.',
        cost: { once: 12000, yearly: 4000, days: 40 },
        visibility: 'public',
        updates: [
          {
            on: '2025-05-20',
            progress: 'in_progress',
            sentence: '312 contracts found, about two thirds of what the ledger suggests.',
          },
          {
            on: '2025-07-30',
            progress: 'reported_complete',
            sentence: '463 contracts stand on the register; 71 of them end within eighteen months.',
            evidence: {
              title: 'Contracts register, quarter 2 of 2025',
              url: 'https://northmere.example/contracts/2025-q2.csv',
              visibility: 'public',
            },
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'fully_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 14',
      },
    ],
  },
  {
    number: 6,
    heading: 'Make sure that members can question the figures',
    text: 'Make sure that members can question the figures. Training was offered once and eleven of 54 came. Members of every group should be able to read the plan, and scrutiny should have its own session on it before the budget is set.',
    officer: 'fox',
    member: 'adeyemi',
    nextReview: '2027-07-15',
    response: { on: '2025-01-14', answer: 'accepted', body: 'Cabinet', reference: '25/004' },
    actions: [
      {
        on: '2025-02-05',
        title: 'Hold a yearly session for scrutiny on the medium term plan before Cabinet decides',
        officer: 'fox',
        member: 'adeyemi',
        starts: '2025-03-03',
        target: '2025-11-28',
        measure: 'Scrutiny has put its questions in writing and had answers before the budget meeting.',
        cost: { once: 1500, days: 8 },
        visibility: 'public',
        updates: [
          {
            on: '2025-11-18',
            progress: 'reported_complete',
            sentence: 'Held on 12 November 2025; 17 questions asked and answered in writing.',
            evidence: {
              title: 'Questions and answers, 12 November 2025',
              url: 'https://northmere.example/scrutiny/plan-questions-2025',
              visibility: 'public',
            },
          },
        ],
      },
      {
        on: '2026-03-09',
        title: 'Brief every member on the floor for reserves',
        officer: 'fox',
        member: null,
        starts: '2026-06-01',
        target: '2026-09-30',
        measure: 'All 54 members have sat through one of five sessions.',
        cost: 'not known',
        visibility: 'public',
        updates: [
          { on: '2026-07-14', progress: 'in_progress', sentence: 'The first session was held, with 14 members.' },
          {
            on: '2026-09-25',
            progress: 'in_progress',
            sentence: 'Two of five sessions held, 26 members in all.',
            to: '2026-10-30',
            why: 'Two sessions fell in the fortnight of the peer challenge.',
          },
        ],
      },
      {
        on: '2026-07-06',
        title: 'Bring the open points of the letter of November 2025 to scrutiny, with what has been done on each',
        officer: 'shah',
        member: 'adeyemi',
        starts: '2026-07-06',
        target: '2026-11-13',
        measure: 'Scrutiny has minuted its view of each open point.',
        cost: { days: 4 },
        visibility: 'public',
        updates: [
          {
            on: '2026-11-06',
            progress: 'in_progress',
            sentence: 'The paper is written; scrutiny moved its meeting from 11 to 25 November.',
          },
        ],
      },
    ],
    verdicts: [
      {
        on: '2025-11-27',
        grade: 'partly_met',
        reviewer: 'Finance peers, follow-up visit',
        source: 'Letter of 27 November 2025, paragraph 17',
      },
    ],
  },
];
