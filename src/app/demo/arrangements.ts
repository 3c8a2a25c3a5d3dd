// What the two councils share: the partnership, its arrangements, their protocols and posts.
export const partnership = { name: 'Northmere and Wendshire Shared Services' };

export interface StoryArrangement {
  readonly name: string;
  readonly purpose: string;
  readonly proposedOn: string;
  /** The council that proposed it, then the other; when each agreed, where, and under what reference. */
  readonly agreed: Readonly<
    Record<'northmere' | 'wendshire', { readonly on: string; readonly body: string; readonly reference: string }>
  >;
  readonly posts: readonly {
    readonly title: string;
    readonly employer: 'northmere' | 'wendshire';
    readonly from: string;
  }[];
}

export const arrangements: readonly StoryArrangement[] = [
  {
    name: 'Legal services',
    purpose: 'One legal team for both councils, hosted by Northmere.',
    proposedOn: '2024-12-02',
    agreed: {
      northmere: { on: '2024-12-10', body: 'Cabinet', reference: '24/141' },
      wendshire: { on: '2024-12-17', body: 'Executive', reference: 'E/24/88' },
    },
    posts: [
      { title: 'Head of legal services', employer: 'northmere', from: '2025-01-06' },
      { title: 'Deputy head of legal services, property', employer: 'northmere', from: '2025-04-01' },
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
    posts: [{ title: 'Director of public health', employer: 'wendshire', from: '2025-04-01' }],
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
