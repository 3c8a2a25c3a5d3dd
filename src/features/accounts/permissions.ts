// Who may do what: the one table. A permission is the right to do a thing in a council, by the roles that a person has
// there. What a record itself forbids (a closed action, somebody else's update) is its own feature's rule.
import type { Role } from '../../platform/db/schema/index.ts';

export type { Role };

export const PERMISSIONS = [
  'see',
  'read-reports',
  'answer',
  'own',
  'report-progress',
  'report-own-progress',
  'add-evidence',
  'set-cost',
  'publish',
  'arrange',
  'manage-people',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['administrator', 'improvement_lead', 'finance_lead', 'officer', 'member', 'auditor'] as const;

const TABLE: Record<Permission, readonly Role[]> = {
  // Everyone with a role sees the whole register of the council. An auditor does nothing else.
  see: ['administrator', 'improvement_lead', 'finance_lead', 'officer', 'member', 'auditor'],
  // Upload a report, check what was read, add it to the register: one hand keeps the wording exact.
  'read-reports': ['improvement_lead'],
  // The response is the council's own, decided by its bodies; the improvement lead records it.
  answer: ['improvement_lead'],
  // Name the accountable officer and member, add and change actions, move dates.
  own: ['improvement_lead'],
  // Say how any action goes, for an owner who told it in a meeting.
  'report-progress': ['improvement_lead'],
  // Say how the actions go that the person is named on. An accountable member is named, so may report too.
  'report-own-progress': ['improvement_lead', 'finance_lead', 'officer', 'member'],
  // Officers hold the papers that prove a claim. Members and auditors judge evidence, they do not add it.
  'add-evidence': ['improvement_lead', 'finance_lead', 'officer'],
  // The improvement lead enters the first figure, finance owns it.
  'set-cost': ['improvement_lead', 'finance_lead'],
  // What the public reads, withdrawing and redacting it.
  publish: ['improvement_lead'],
  // Shared services: terms by the improvement lead, cost shares by finance. Agreement is each council's decision.
  arrange: ['improvement_lead', 'finance_lead'],
  // Invite, change roles, end access. This alone gives no say over the plan: an administrator who also leads the
  // improvement is given that role as well, where everyone can see it. So a technician can keep the accounts.
  'manage-people': ['administrator'],
};

/** Whether any of the roles that a person has in a council carries the permission. No role, no permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return TABLE[permission].some((role) => roles.includes(role));
}
