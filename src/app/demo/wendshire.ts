// Wendshire, the county around the city: its people, and a year and a half of answering a governance peer challenge.
import type { StoryCouncil } from './story.ts';

export const wendshire: StoryCouncil = {
  code: 'wendshire',
  name: 'Wendshire County Council',
  letters: 'WC',
  band: 'plum',
  lead: 'hale',
  people: [
    { key: 'hale', name: 'Marion Hale', jobTitle: 'Head of policy and improvement', kind: 'officer', roles: ['improvement_lead', 'administrator'] },
    { key: 'varga', name: 'Piotr Varga', jobTitle: 'Chief finance officer', kind: 'officer', roles: ['finance_lead'] },
    { key: 'dunmore', name: 'Alice Dunmore', jobTitle: 'Monitoring officer', kind: 'officer', roles: ['officer'] },
    { key: 'sethi', name: 'Anil Sethi', jobTitle: 'Head of highways', kind: 'officer', roles: ['officer'] },
    { key: 'yarrow', name: 'Beth Yarrow', jobTitle: 'Shared services manager', kind: 'officer', roles: ['improvement_lead'] },
    { key: 'crane', name: 'Cllr Edmund Crane', jobTitle: 'Leader of the council', kind: 'member', roles: ['member'] },
    { key: 'ibekwe', name: 'Cllr Nora Ibekwe', jobTitle: 'Cabinet member for corporate services', kind: 'member', roles: ['member'] },
    { key: 'strand', name: 'Cllr Philip Strand', jobTitle: 'Chair of audit', kind: 'member', roles: ['member'] },
  ],
  reports: [
    {
      title: 'Governance peer challenge, February 2025',
      kind: 'governance-peer-challenge',
      fieldwork: ['2025-02-04', '2025-02-06'],
      received: '2025-03-14',
      registered: '2025-03-17',
      groupName: 'Key recommendations',
      recommendations: [
        {
          number: 1,
          heading: 'Let the audit committee see the whole list of overdue actions',
          text: 'Let the audit committee see the whole list of overdue actions. It saw a summary of eight; the full list held 57, and the oldest was three years late.',
          officer: 'dunmore', member: 'strand', nextReview: '2027-02-04',
          response: { on: '2025-04-22', answer: 'accepted', body: 'Executive', reference: 'E/25/19' },
          actions: [
            {
              on: '2025-04-28', title: 'Bring the full list to every meeting of the audit committee, oldest first',
              officer: 'dunmore', member: 'strand', starts: '2025-05-01', target: '2025-07-17',
              measure: 'No action is more than a year late by the end of 2026.', cost: { days: 4 }, visibility: 'public',
              updates: [
                { on: '2025-07-15', progress: 'reported_complete', sentence: 'The full list of 52 went to the committee on 10 July 2025 and goes to each meeting since.', evidence: { title: 'Audit committee paper 6, July 2025', url: 'https://wendshire.example/audit/2025-07/6', visibility: 'public' } },
              ],
            },
          ],
          verdicts: [{ on: '2026-02-19', grade: 'fully_met', reviewer: 'Peer team, progress review', source: 'Progress review note, page 2' }],
        },
        {
          number: 2,
          heading: 'Give scrutiny items that are still to be decided',
          text: 'Give scrutiny items that are still to be decided. In the year before we came, 31 of its 40 items had been decided already.',
          officer: 'dunmore', member: 'crane', nextReview: '2027-02-04',
          response: { on: '2025-04-22', answer: 'accepted', body: 'Executive', reference: 'E/25/19' },
          actions: [
            {
              on: '2025-05-06', title: 'Publish the forward plan twelve months ahead and let scrutiny choose from it',
              officer: 'dunmore', member: 'crane', starts: '2025-06-02', target: '2025-10-31',
              measure: 'Half of scrutiny’s items come before the decision.', cost: { days: 15 }, visibility: 'public',
              updates: [
                { on: '2025-10-21', progress: 'in_progress', sentence: 'The plan runs six months ahead; twelve needs two directorates more.', to: '2026-03-31', why: 'Highways and schools plan by the financial year and could not say earlier.' },
                { on: '2026-03-24', progress: 'reported_complete', sentence: 'Twelve months ahead since 2 March 2026. Of 22 items since, 12 came before the decision.', evidence: { title: 'Forward plan, March 2026', url: 'https://wendshire.example/forward-plan/2026-03', visibility: 'public' } },
              ],
            },
          ],
          verdicts: [{ on: '2026-02-19', grade: 'partly_met', reviewer: 'Peer team, progress review', source: 'Progress review note, page 3' }],
        },
        {
          number: 3,
          heading: null,
          text: 'Write down who may decide what in the services shared with Northmere. The council should:',
          parts: [
            { label: 'a)', text: 'list the decisions that each shared manager may take alone;' },
            { label: 'b)', text: 'say which need both councils; and' },
            { label: 'c)', text: 'say what happens when the two do not agree.' },
          ],
          officer: 'yarrow', member: 'ibekwe', nextReview: '2027-02-04',
          response: {
            on: '2025-04-22', answer: 'accepted_in_principle', body: 'Executive', reference: 'E/25/19',
            reason: 'It binds two councils. We have written our own list and offered it to Northmere City Council.',
          },
          actions: [
            {
              on: '2025-05-12', title: 'Draft one scheme of decisions for all shared services and agree it with Northmere',
              officer: 'yarrow', member: 'ibekwe', starts: '2025-06-02', target: '2026-03-31',
              measure: 'One scheme, taken by both cabinets in the same words.', cost: { once: 8000, days: 30 }, visibility: 'public',
              updates: [
                { on: '2025-11-11', progress: 'in_progress', sentence: 'Parts a and b are drafted for nine of eleven services.' },
                { on: '2026-03-17', progress: 'in_progress', sentence: 'Northmere asked for a longer part c.', to: '2026-09-30', why: 'The two monitoring officers had different views of what a stalemate is.' },
                { on: '2026-09-22', progress: 'in_progress', sentence: 'Both officers agree the words; it goes to the two cabinets.', to: '2027-01-29', why: 'Northmere put its cabinet of October back until after the peer challenge report.' },
              ],
            },
          ],
          verdicts: [{ on: '2026-02-19', grade: 'partly_met', reviewer: 'Peer team, progress review', source: 'Progress review note, page 4' }],
        },
        {
          number: 4,
          heading: 'Shorten the road from a decision to the repair',
          text: 'Shorten the road from a decision to the repair. A highways scheme agreed by members took nineteen months to reach the ground in the cases that we followed.',
          officer: 'sethi', member: 'ibekwe', nextReview: '2027-02-04',
          response: { on: '2025-04-22', answer: 'accepted', body: 'Executive', reference: 'E/25/19' },
          actions: [
            {
              on: '2025-05-19', title: 'Let the head of highways order schemes under £250,000 once members have agreed the list',
              officer: 'sethi', member: 'ibekwe', starts: '2025-06-02', target: '2025-09-30',
              measure: 'Nine months from decision to ground, for eight schemes in ten.', cost: { days: 9 }, visibility: 'public',
              updates: [
                { on: '2025-09-24', progress: 'reported_complete', sentence: 'In force since 15 September 2025; 23 schemes were ordered in the first month.', evidence: { title: 'Scheme of delegation, section 7', url: 'https://wendshire.example/constitution/7', visibility: 'public' } },
              ],
            },
            {
              on: '2026-03-02', title: 'Measure the months from decision to ground, and publish them each quarter',
              officer: 'sethi', member: null, starts: '2026-04-01', target: '2026-10-30',
              measure: 'Figures for every scheme agreed since April 2025.', cost: 'not known', visibility: 'public',
              updates: [{ on: '2026-07-21', progress: 'in_progress', sentence: 'Figures for 41 of 66 schemes; the median is thirteen months.' }],
            },
          ],
          verdicts: [{ on: '2026-02-19', grade: 'not_met', reviewer: 'Peer team, progress review', source: 'Progress review note, page 5' }],
        },
        {
          number: 5,
          heading: 'Ask members what they need to do the job',
          text: 'Ask members what they need to do the job. Exit interviews were not held, and three of seven who stood down in 2024 told us that nobody had asked.',
          officer: 'dunmore', member: 'crane', nextReview: '2027-02-04',
          response: { on: '2025-04-22', answer: 'accepted', body: 'Executive', reference: 'E/25/19' },
          actions: [
            {
              on: '2025-06-02', title: 'Survey all members each spring and talk with everyone who leaves',
              officer: 'dunmore', member: 'crane', starts: '2026-03-02', target: '2026-05-29',
              measure: 'Two members in three answer, and each finding has an answer within a month.', cost: { yearly: 2500 }, visibility: 'public',
              updates: [
                { on: '2026-05-26', progress: 'reported_complete', sentence: '44 of 62 members answered; the nine findings were answered on 24 June 2026.', evidence: { title: 'Members’ survey 2026', url: 'https://wendshire.example/members/survey-2026', visibility: 'council' } },
              ],
            },
          ],
        },
        {
          number: 6,
          heading: 'Publish the cost of decisions that were put off',
          text: 'Publish the cost of decisions that were put off. Members should see, beside each deferred decision, what a month of waiting costs.',
          officer: 'varga', member: 'ibekwe', nextReview: '2027-02-04',
          actions: [],
        },
      ],
      published: [
        {
          on: '2025-06-16', slug: 'governance-2025', title: 'What Wendshire was told about how it decides, in February 2025',
          summary: 'Six recommendations from a governance peer challenge, and what the county council will do about five of them.',
        },
        {
          on: '2026-04-13', slug: 'governance-2025', title: 'What Wendshire was told about how it decides, and what it has done',
          summary: 'Six recommendations from a governance peer challenge, what the county council has done, and what the peers found a year later.',
        },
      ],
    },
  ],
};
