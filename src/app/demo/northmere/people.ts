// The people of Northmere whom the story names.
import type { StoryPerson } from '../story.ts';

export const people: readonly StoryPerson[] = [
  {
    key: 'shah',
    name: 'Priya Shah',
    jobTitle: 'Improvement lead',
    kind: 'officer',
    roles: ['improvement_lead', 'administrator'],
  },
  {
    key: 'okafor',
    name: 'Tom Okafor',
    jobTitle: 'Director of resources and section 151 officer',
    kind: 'officer',
    roles: ['finance_lead'],
  },
  { key: 'fox', name: 'Lena Fox', jobTitle: 'Head of democratic services', kind: 'officer', roles: ['officer'] },
  {
    key: 'brandt',
    name: 'Ellis Brandt',
    jobTitle: 'Director of adult social care',
    kind: 'officer',
    roles: ['officer'],
  },
  {
    key: 'quill',
    name: 'Harriet Quill',
    jobTitle: 'Head of procurement and contracts',
    kind: 'officer',
    roles: ['officer'],
  },
  { key: 'osei', name: 'Kwame Osei-Lund', jobTitle: 'Head of transformation', kind: 'officer', roles: ['officer'] },
  { key: 'penrose', name: 'Judith Penrose', jobTitle: 'Chief internal auditor', kind: 'officer', roles: ['auditor'] },
  {
    key: 'marsh',
    name: 'Cllr Anne Marsh',
    jobTitle: 'Cabinet member for finance',
    kind: 'member',
    roles: ['member'],
  },
  { key: 'tiller', name: 'Cllr Robert Tiller', jobTitle: 'Leader of the council', kind: 'member', roles: ['member'] },
  {
    key: 'adeyemi',
    name: 'Cllr Grace Adeyemi',
    jobTitle: 'Chair of overview and scrutiny',
    kind: 'member',
    roles: ['member'],
  },
  {
    key: 'lowther',
    name: 'Cllr Sam Lowther',
    jobTitle: 'Cabinet member for adult care',
    kind: 'member',
    roles: ['member'],
  },
];
