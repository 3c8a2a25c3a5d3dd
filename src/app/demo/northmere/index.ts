// Northmere, a city in trouble with money: its people, and two years of answering a finance peer challenge.
import type { StoryCouncil } from '../story.ts';
import { careContractsMembers } from './care-contracts-members.ts';
import { gapAndSavings } from './gap-and-savings.ts';
import { people } from './people.ts';
import { residentsSharingLedger } from './residents-sharing-ledger.ts';

export const northmere: StoryCouncil = {
  code: 'northmere',
  name: 'Northmere City Council',
  letters: 'NC',
  band: 'ink',
  lead: 'shah',
  people,
  reports: [
    {
      title: 'Finance peer challenge, November 2024',
      kind: 'finance-peer-challenge',
      fieldwork: ['2024-11-19', '2024-11-21'],
      received: '2024-12-16',
      registered: '2024-12-18',
      groupName: 'Recommendations',
      recommendations: [...gapAndSavings, ...careContractsMembers, ...residentsSharingLedger],
      published: [
        {
          on: '2025-03-10',
          slug: 'finance-2024',
          title: 'What Northmere was told about its money in November 2024',
          summary:
            'Nine recommendations from a finance peer challenge, what the council answered, and what it will do.',
        },
        {
          on: '2025-12-15',
          slug: 'finance-2024',
          title: 'What Northmere was told about its money in November 2024, and what it has done',
          summary:
            'Nine recommendations from a finance peer challenge, what the council has done a year on, and what the peers found when they came back.',
        },
        {
          on: '2026-10-20',
          slug: 'finance-2024',
          title: 'What Northmere was told about its money in November 2024, and what it has done',
          summary:
            'Nine recommendations from a finance peer challenge, and what the council reports two years on. The peers look again in July 2027.',
        },
      ],
    },
  ],
};
