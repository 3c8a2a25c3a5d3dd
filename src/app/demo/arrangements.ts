// What the two councils share: the partnership, its arrangements, their protocols and posts.
export const partnership = { name: 'Northmere and Wendshire Shared Services' };

type Code = 'northmere' | 'wendshire';

/** When each council agreed, where, and under what reference. */
type StoryAgreements = Readonly<
  Partial<Record<Code, { readonly on: string; readonly body: string; readonly reference: string }>>
>;

interface StoryProposal {
  readonly by: Code;
  readonly proposedOn: string;
  readonly why: string;
  readonly agreed: StoryAgreements;
}

/** A post as it was first agreed, or a change of it that came later. */
export interface StoryPost extends StoryProposal {
  readonly title: string;
  readonly employer: Code;
  readonly from: string;
  /** Percents of the holder's time. */
  readonly time: Readonly<Record<Code, number>>;
}

export interface StoryArrangement {
  readonly name: string;
  readonly purpose: string;
  readonly proposedOn: string;
  /** The council that proposed it, then the other. */
  readonly agreed: Required<StoryAgreements>;
  readonly terms: StoryProposal & {
    readonly depth: 'shared_leader' | 'shared_team' | 'integrated';
    readonly host: Code;
    readonly legalBasis: string;
    readonly noticeMonths: number;
    readonly nextReview: string;
  };
  /** Each post with its editions, the first first. */
  readonly posts: readonly (readonly StoryPost[])[];
}

const both = (on: string, reference: string, executive: string): Required<StoryAgreements> => ({
  northmere: { on, body: 'Cabinet', reference },
  wendshire: { on, body: 'Executive', reference: executive },
});

const directorOfPublicHealth = {
  title: 'Director of public health',
  employer: 'wendshire',
  from: '2025-04-01',
} as const;

export const arrangements: readonly StoryArrangement[] = [
  {
    name: 'Legal services',
    purpose: 'One legal team for both councils, hosted by Northmere.',
    proposedOn: '2024-12-02',
    agreed: {
      northmere: { on: '2024-12-10', body: 'Cabinet', reference: '24/141' },
      wendshire: { on: '2024-12-17', body: 'Executive', reference: 'E/24/88' },
    },
    terms: {
      ...{ depth: 'shared_team', host: 'northmere', legalBasis: 'Section 113 agreement of 20 December 2024' },
      ...{ noticeMonths: 12, nextReview: '2027-03-31', by: 'northmere', proposedOn: '2024-12-18' },
      why: 'As set out in the report to both councils.',
      agreed: both('2024-12-20', '24/150', 'E/24/91'),
    },
    posts: [
      [
        {
          ...{ title: 'Head of legal services', employer: 'northmere', from: '2025-01-06' },
          ...{ time: { northmere: 50, wendshire: 50 }, by: 'northmere', proposedOn: '2024-12-18', why: '' },
          agreed: both('2024-12-20', '24/150', 'E/24/91'),
        },
      ],
      [
        {
          ...{ title: 'Deputy head of legal services, property', employer: 'northmere', from: '2025-04-01' },
          ...{ time: { northmere: 70, wendshire: 30 }, by: 'northmere', proposedOn: '2025-03-03' },
          why: 'Most of the property work is the city’s.',
          agreed: both('2025-03-11', '25/031', 'E/25/19'),
        },
      ],
    ],
  },
  {
    name: 'Public health',
    purpose: 'One director of public health and one team for the city and the county.',
    proposedOn: '2025-01-20',
    agreed: {
      northmere: { on: '2025-02-11', body: 'Cabinet', reference: '25/019' },
      wendshire: { on: '2025-02-25', body: 'Executive', reference: 'E/25/11' },
    },
    terms: {
      ...{ depth: 'shared_team', host: 'wendshire', legalBasis: 'Section 113 agreement of 25 February 2025' },
      ...{ noticeMonths: 12, nextReview: '2027-01-31', by: 'wendshire', proposedOn: '2025-03-03' },
      why: 'The county employs most of the team.',
      agreed: both('2025-03-18', '25/034', 'E/25/22'),
    },
    posts: [
      [
        {
          ...{ ...directorOfPublicHealth, time: { northmere: 50, wendshire: 50 }, by: 'wendshire' },
          ...{ proposedOn: '2025-03-03', why: '', agreed: both('2025-03-18', '25/034', 'E/25/22') },
        },
        {
          ...{ ...directorOfPublicHealth, time: { northmere: 40, wendshire: 60 }, by: 'northmere' },
          ...{ proposedOn: '2026-10-19', why: 'Two years of timesheets show three days in five spent on the county.' },
          agreed: { northmere: { on: '2026-11-10', body: 'Cabinet', reference: '26/129' } },
        },
      ],
    ],
  },
];

/** People of one council who also serve the other. */
export const guests = [
  {
    person: 'yarrow',
    of: 'wendshire',
    in: 'northmere',
    jobTitle: 'Shared services manager, Wendshire County Council',
    roles: ['auditor'],
  },
] as const;
