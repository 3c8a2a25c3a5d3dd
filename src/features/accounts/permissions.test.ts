import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../platform/db/schema/index.ts';
import { can, PERMISSIONS, type Permission, ROLES } from './permissions.ts';

// Written out once more, role by role, so that a change of one cell is seen by two pairs of eyes.
const expected: Record<Role, readonly Permission[]> = {
  administrator: ['see', 'manage-people'],
  improvement_lead: [
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
  ],
  finance_lead: ['see', 'report-own-progress', 'add-evidence', 'set-cost', 'arrange'],
  officer: ['see', 'report-own-progress', 'add-evidence'],
  member: ['see', 'report-own-progress'],
  auditor: ['see'],
};

test('each role may do exactly this, and nothing else', () => {
  for (const role of ROLES) {
    assert.deepEqual(
      PERMISSIONS.filter((permission) => can([role], permission)),
      expected[role],
      role,
    );
  }
});

test('several roles add up, and no role allows nothing', () => {
  const both = PERMISSIONS.filter((permission) => can(['administrator', 'auditor'], permission));
  assert.deepEqual(both, ['see', 'manage-people']);
  assert.ok(can(['administrator', 'improvement_lead'], 'publish'));
  assert.deepEqual(
    PERMISSIONS.filter((permission) => can([], permission)),
    [],
  );
});
